import type { Input } from '@luutru/client';
import { personRequest } from '../../check-in/person/person-request';
import type { GuestDraft } from './guest-draft';

type EntryBody = Input<'enterGuests'>['body'];

const CHECK_OUT = 'T12:00';

export const entryRequest = ({ persons, departure, agreed }: GuestDraft, consentVersion: string): EntryBody => ({
  persons: persons.map((person) => ({ person: personRequest(person) })),
  ...(departure !== '' && { expectedDepartureAt: `${departure}${CHECK_OUT}` }),
  consent: { version: consentVersion, given: agreed },
});
