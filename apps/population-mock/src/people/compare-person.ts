import type { IdentityQuestion } from './identity-question';
import { sameName } from './name-comparison';

export type Outcome = { result: 'match' } | { result: 'mismatch'; fields: string[] } | { result: 'not_found' };

/** A person as the database holds them. */
export interface HeldPerson {
  readonly nationality: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: string;
}

/** Which fields of the question do not fit the person the document leads to. */
export function comparePerson(asked: IdentityQuestion, held: HeldPerson | undefined): Outcome {
  if (!held) return { result: 'not_found' };
  const fields: string[] = [];
  if (!sameName(asked.fullName, held.fullName)) fields.push('fullName');
  if (!sameBirthDate(asked.birthDate, held.birthDate)) fields.push('birthDate');
  if (asked.sex !== held.sex) fields.push('sex');
  if (asked.nationality.toUpperCase() !== held.nationality) fields.push('nationality');
  return fields.length > 0 ? { result: 'mismatch', fields } : { result: 'match' };
}

/** Where either side knows the year only, the years decide. */
function sameBirthDate(asked: string, held: string): boolean {
  const length = Math.min(asked.length, held.length);
  return asked.slice(0, length) === held.slice(0, length);
}
