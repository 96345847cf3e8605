export type TripState = 'planned' | 'departed' | 'arrived' | 'cancelled';

/** What an operator does with a trip. `reach`: the bus is at a stop, and who gets off there has left. */
export const TRIP_ACTIONS = ['depart', 'reach', 'arrive', 'cancel', 'change-vehicle'] as const;
export type TripAction = (typeof TRIP_ACTIONS)[number];

/** State x action -> new state; what is not listed is refused. A changed vehicle keeps the trip and its passengers. */
export const TRIP_LIFE: Readonly<Record<TripState, Readonly<Partial<Record<TripAction, TripState>>>>> = {
  planned: { depart: 'departed', cancel: 'cancelled', 'change-vehicle': 'planned' },
  departed: { reach: 'departed', arrive: 'arrived', 'change-vehicle': 'departed' },
  arrived: {},
  cancelled: {},
};
