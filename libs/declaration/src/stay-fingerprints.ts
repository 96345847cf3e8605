import { nameKey } from '@luutru/identity-document';
import type { BlindIndex, BlindValue } from '@luutru/platform';

/** Document types that carry the same 12-digit personal number: identity cards and the notice of the number. */
const PERSONAL_NUMBER = /^\d{12}$/;
const PASSPORT = 4;

/** What a stay is found by. */
export interface FingerprintedStay {
  readonly facilityId: string;
  readonly fullName: string;
  readonly documentType: number;
  readonly documentNumber: string | null;
  readonly nationality: string;
  readonly externalRef: string | null;
}

/** The fingerprints that are stored of a stay, under the index key in use. */
export interface StayFingerprints {
  readonly name: BlindValue;
  readonly document: BlindValue | null;
  readonly occupant: BlindValue | null;
  readonly externalRef: BlindValue | null;
}

export function stayFingerprints(index: BlindIndex, stay: FingerprintedStay): StayFingerprints {
  const of = (purpose: string, value: string | null): BlindValue | null =>
    value === null ? null : index.of(purpose, value);
  return {
    name: index.of('name', nameKey(stay.fullName)),
    document: of('document', stay.documentNumber),
    occupant: of('occupant', occupantOf(stay)),
    externalRef: of('external-ref', stay.externalRef),
  };
}

/**
 * Who occupies: one person's cards of different types share the personal number; passport numbers are unique per country
 * only. Bound to the facility, so that occupancies of different facilities cannot be linked. Null without a number.
 */
export function occupantOf(stay: Omit<FingerprintedStay, 'fullName' | 'externalRef'>): string | null {
  const { facilityId, documentType, documentNumber, nationality } = stay;
  if (documentNumber === null) return null;
  if (PERSONAL_NUMBER.test(documentNumber)) return `${facilityId}|person|${documentNumber}`;
  const issuer = documentType === PASSPORT ? nationality : '';
  return `${facilityId}|${documentType}|${issuer}|${documentNumber}`;
}
