export type TripState = 'planned' | 'departed' | 'arrived' | 'cancelled';

/** Passengers may still be declared for a trip in one of these states. */
export const OPEN_STATES: ReadonlySet<TripState> = new Set<TripState>(['planned', 'departed']);

/** A stop of one trip, in driving order. */
export interface TripStop {
  readonly code: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly expectedAt: string;
}
