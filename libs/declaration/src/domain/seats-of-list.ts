import type { DeclarationContext, SeatLeg } from './declaration-context';
import type { DeclarationInput } from './declaration-input';
import { legOf } from './place';

/** The seats that earlier entries of a list ask for, so that two of one list are told as well as two of two lists. */
export class SeatsOfList {
  private readonly byTrip = new Map<string, SeatLeg[]>();

  /** The context of an entry, with the seats of the entries before it; remembers its own. */
  add(context: DeclarationContext, { place }: DeclarationInput): DeclarationContext {
    const leg = legOf(place ?? {});
    if (!context.trip || !leg || place?.tripId === undefined) return context;
    const earlier = this.byTrip.get(place.tripId) ?? [];
    this.byTrip.set(place.tripId, [...earlier, leg]);
    return { ...context, trip: { ...context.trip, seats: [...(context.trip.seats ?? []), ...earlier] } };
  }
}
