import type { BlindIndex, BlindValue } from '@luutru/platform';
import { nameSearchKeys, personSearchKeys, type SearchKey } from './domain/search-keys';

/** Document types that carry the same 12-digit personal number: identity cards and the notice of the number. */
const PERSONAL_NUMBER = /^\d{12}$/;
const PASSPORT = 4;

/** What a stay is found by. */
export interface FingerprintedStay {
  readonly facilityId: string;
  readonly fullName: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly documentType: number;
  readonly documentNumber: string | null;
  readonly nationality: string;
  readonly phone: string | null;
  readonly externalRef: string | null;
}

/** Rows of an index table: which kind of value, and its fingerprint. */
export interface IndexRows {
  readonly kinds: readonly number[];
  readonly values: readonly Buffer[];
}

/** The fingerprints that are stored of a stay, under the index key in use. */
export interface StayFingerprints {
  readonly keyId: number;
  /** Rows of name_index; the first is the whole name. */
  readonly names: IndexRows;
  /** Rows of person_index. */
  readonly person: IndexRows;
  readonly occupant: BlindValue | null;
  readonly externalRef: BlindValue | null;
}

export function stayFingerprints(index: BlindIndex, stay: FingerprintedStay): StayFingerprints {
  const of = (purpose: string, value: string | null): BlindValue | null =>
    value === null ? null : index.of(purpose, value);
  const rows = (keys: readonly SearchKey[]): IndexRows => ({
    kinds: keys.map(({ kind }) => kind),
    values: keys.map(({ purpose, value }) => index.of(purpose, value).value),
  });
  const birthYear = Number(stay.birthDate.slice(0, 4));
  return {
    keyId: index.keyId,
    names: rows(nameSearchKeys(stay.fullName, stay.nationality)),
    person: rows(personSearchKeys({ ...stay, birthYear })),
    occupant: of('occupant', occupantOf(stay)),
    externalRef: of('external-ref', stay.externalRef),
  };
}

type Occupant = Pick<FingerprintedStay, 'facilityId' | 'documentType' | 'documentNumber' | 'nationality'>;

/**
 * Who occupies: one person's cards of different types share the personal number; passport numbers are unique per country
 * only. Bound to the facility, so that occupancies of different facilities cannot be linked. Null without a number.
 */
export function occupantOf({ facilityId, documentType, documentNumber, nationality }: Occupant): string | null {
  if (documentNumber === null) return null;
  if (PERSONAL_NUMBER.test(documentNumber)) return `${facilityId}|person|${documentNumber}`;
  const issuer = documentType === PASSPORT ? nationality : '';
  return `${facilityId}|${documentType}|${issuer}|${documentNumber}`;
}
