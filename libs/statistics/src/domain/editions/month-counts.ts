/** What stays of a month count, as far as they are added up. */
export const PEOPLE_COUNTS = ['arrivals', 'overnight', 'departures', 'late', 'cancelled', 'nights'] as const;
export type PeopleCount = (typeof PEOPLE_COUNTS)[number] | 'roomNightsUsed';

/** What facilities have to offer, which is never hidden. */
export const OFFERS = ['facilities', 'rooms', 'beds', 'roomNights', 'bedNights', 'trips'] as const;
export type Offer = (typeof OFFERS)[number];

/** Stays of one place, in all or with one value of a breakdown; `persons` are all that are behind any of the counts. */
export interface StayCounts extends Readonly<Record<(typeof PEOPLE_COUNTS)[number], number>> {
  readonly placeId: number;
  /** Empty: all stays of the place. */
  readonly breakdown: string;
  readonly value: string;
  readonly persons: number;
}

/** A place in which there was a facility in the month, and what it had to offer. */
export interface PlaceCounts extends Readonly<Record<Offer, number>> {
  readonly placeId: number;
  readonly ward: string;
  readonly formerWard: string | null;
  readonly zone: string | null;
  readonly kind: string;
  readonly stars: number | null;
  readonly roomNightsUsed: number;
}

/** Trips of one place and route. */
export interface RouteTrips {
  readonly placeId: number;
  readonly value: string;
  readonly trips: number;
}

/** Everything that the figures of a scope and month are made of, in one order. */
export interface MonthCounts {
  readonly places: readonly PlaceCounts[];
  readonly stays: readonly StayCounts[];
  readonly routes: readonly RouteTrips[];
  /** Of all places, day by day: who came, and who was there in the night. */
  readonly days: readonly { readonly arrivals: number; readonly nights: number }[];
}
