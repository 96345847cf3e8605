import { invalid } from '../http/failure';
import { birthDate } from '../shape/dates';
import { list, object, oneOf, text, type TypeOf } from '../shape/shape';
import { type DocumentKey, normalisedNumber } from './identity-question';

export const MAX_PEOPLE = 10_000;

const record = object(
  {
    nationality: text(1, 3),
    fullName: text(1, 300, /\S/, 'must not be blank'),
    birthDate,
    sex: oneOf('M', 'F'),
  },
  {
    personalNumber: text(12, 12, /^\d{12}$/, 'must be 12 digits'),
    oldNumber: text(9, 9, /^\d{9}$/, 'must be 9 digits'),
    passportNumber: text(1, 20, /^[A-Za-z0-9]+$/, 'must be letters and digits'),
  },
);
export type PersonRecord = TypeOf<typeof record>;

const people = list(record, MAX_PEOPLE);

export function readPeople(body: unknown): PersonRecord[] {
  const read = people(body, '');
  const lost = read.findIndex((person) => documentsOf(person).length === 0);
  if (lost >= 0) throw invalid(`[${lost}].personalNumber`, 'or passportNumber must be given');
  return read;
}

/** The documents that lead to a person. */
export function documentsOf({ personalNumber, oldNumber, passportNumber, nationality }: PersonRecord): DocumentKey[] {
  const keys: DocumentKey[] = [];
  if (personalNumber) keys.push({ kind: 'personal', issuer: '', number: personalNumber });
  if (oldNumber) keys.push({ kind: 'old', issuer: '', number: oldNumber });
  if (passportNumber) {
    keys.push({ kind: 'passport', issuer: nationality.toUpperCase(), number: normalisedNumber(passportNumber) });
  }
  return keys;
}
