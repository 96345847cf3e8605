import type { Input } from '@luutru/client';
import { type PersonDraft, typedPerson } from '../../check-in/person/person-draft';
import { personRequest } from '../../check-in/person/person-request';

export type SeatField = 'seat' | 'from' | 'to';

/** A passenger who is not declared yet: who, where they sit, and from which stop to which. */
export interface PassengerDraft {
  readonly person: PersonDraft;
  readonly seat: string;
  readonly from: string;
  readonly to: string;
}

export type PassengerRequest = NonNullable<Input<'addPassengers'>['body']['passengers']>[number];

/** From the first stop to the last, until somebody says otherwise. */
export const passengerDraft = (
  stops: readonly { readonly code: string }[],
  person: PersonDraft = typedPerson(),
  given: Partial<Pick<PassengerDraft, SeatField>> = {},
): PassengerDraft => ({ person, seat: '', from: stops[0]?.code ?? '', to: stops.at(-1)?.code ?? '', ...given });

export const passengerRequest = ({ person, seat, from, to }: PassengerDraft): PassengerRequest => ({
  person: personRequest(person),
  place: {
    ...(seat.trim() !== '' && { seat: seat.trim().toUpperCase() }),
    ...(from !== '' && { boardingStop: from }),
    ...(to !== '' && { alightingStop: to }),
  },
});
