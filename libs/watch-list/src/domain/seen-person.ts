import { nameKey } from '@luutru/identity-document';
import type { PersonDescription } from '@luutru/screening';
import { parsePartialDate } from './entry-content';

/** Who was declared, as far as telling people apart goes. */
export interface SeenPerson {
  readonly fullName: string;
  readonly birthDate: string;
  readonly documentNumber: string | null;
  readonly sex: 'M' | 'F';
  readonly nationality: string;
}

export function describeSeen(seen: SeenPerson): PersonDescription {
  const birthDate = parsePartialDate(seen.birthDate);
  return {
    names: [seen.fullName],
    documentNumbers: seen.documentNumber === null ? [] : [seen.documentNumber],
    birthDates: birthDate ? [birthDate] : [],
    sex: seen.sex,
    nationality: seen.nationality,
  };
}

/** What is remembered of somebody who is not the person of an entry. Stored sealed. */
export interface ClearedPerson {
  readonly documentNumber: string | null;
  readonly nationality: string;
  readonly nameKey: string;
  readonly birthDate: string;
}

export const clearedAs = (seen: SeenPerson): ClearedPerson => ({
  documentNumber: seen.documentNumber,
  nationality: seen.nationality,
  nameKey: nameKey(seen.fullName),
  birthDate: seen.birthDate,
});

/**
 * Whether somebody seen is the one that was cleared: by the number of a paper with the birth date, so that a name typed
 * otherwise does not matter, and only where that person showed no paper by name and birth date.
 */
export function isCleared(cleared: ClearedPerson, seen: SeenPerson): boolean {
  if (cleared.birthDate !== seen.birthDate || cleared.documentNumber !== seen.documentNumber) return false;
  return cleared.documentNumber === null
    ? cleared.nameKey === nameKey(seen.fullName)
    : cleared.nationality === seen.nationality;
}
