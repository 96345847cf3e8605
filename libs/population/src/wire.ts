/** Who a person says to be, as the population database wants it asked. */
export interface PopulationPerson {
  /** KBTT document type, 1 to 9 (code table "loại giấy tờ"). */
  readonly documentType: number;
  /** Null for a person without papers: nobody can be looked up then. */
  readonly documentNumber: string | null;
  /** ISO 3166-1 alpha-3, but `D` for Germany. */
  readonly nationality: string;
  readonly fullName: string;
  /** `YYYY-MM-DD`, or `YYYY` where only the year is known. */
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
}

/** What happened to a stay. */
export type StayEventType = 'arrival' | 'change' | 'departure' | 'cancellation';

/** One stay event. All times are ISO 8601 with zone. Sent again after a failure it must be the same, byte for byte of content. */
export interface StayEvent {
  /** `<facilityId>:<stayId>:<sequence>`: what makes a repeated event the same event. */
  readonly eventId: string;
  readonly type: StayEventType;
  readonly facilityId: string;
  readonly stayId: string;
  /** Counts the events of the stay from 1. */
  readonly sequence: number;
  readonly occurredAt: string;
  readonly declaredAt: string;
  /** Until when the law wanted it declared. */
  readonly dueAt: string;
  readonly late: boolean;
  readonly facility: {
    readonly name: string;
    readonly kind: string;
    /** KBTT ward code; empty where the ward has none. */
    readonly wardCode: string;
  };
  readonly person: PopulationPerson & { readonly phone?: string; readonly address?: string };
  readonly stay: {
    readonly kind: string;
    readonly arrivedAt: string;
    readonly expectedDepartureAt?: string;
    readonly departedAt?: string;
    /** KBTT reason code; null where none was given. */
    readonly reason: number | null;
    readonly reasonText?: string;
    /** Room, department, bed, plate, route, seat and the like. */
    readonly place: Readonly<Record<string, string>>;
  };
}

/** What the database says of a person. `fields` are among fullName, birthDate, sex, nationality. */
export type VerificationOutcome =
  | { readonly result: 'match' }
  | { readonly result: 'mismatch'; readonly fields: readonly string[] }
  | { readonly result: 'not_found' };

/** The database's word that it holds an event. */
export interface StayEventReceipt {
  readonly eventId: string;
  readonly receiptNumber: string;
  /** ISO 8601, UTC: when the event was first recorded. */
  readonly recordedAt: string;
  /** True when the event had been recorded before this call; always so for a lookup. */
  readonly duplicate: boolean;
}

/** An event as the database says to hold it. */
export interface HeldStayEvent {
  readonly eventId: string;
  /** ISO 8601, UTC: when it was first recorded. */
  readonly recordedAt: string;
  /** To be compared with {@link digestOfStayEvent}. */
  readonly digest: string;
}

/** A page of the events that the database received from us. */
export interface HeldStayEvents {
  readonly entries: readonly HeldStayEvent[];
  /** To be given as `after` for the next page; null on the last. */
  readonly next: string | null;
}
