import { normaliseDocumentNumber } from '@luutru/identity-document';
import { compareNames } from './compare-names';
import type { MatchReason } from './match-reason';
import type { NameRarity } from './name-rarity';
import type { PersonDescription } from './person-description';

/** How likely two descriptions are of the same person, and why. */
export interface PersonScore {
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** Compares a listed person with one seen at the desk. */
export function comparePersons(listed: PersonDescription, seen: PersonDescription, rarity?: NameRarity): PersonScore {
  const numbers = new Set(seen.documentNumbers.map(normaliseDocumentNumber));
  if (listed.documentNumbers.some((number) => numbers.has(normaliseDocumentNumber(number))))
    return { score: 0.99, reasons: [{ code: 'same-number', params: {}, weight: 9 }] };
  const names = listed.names.flatMap((one) => seen.names.map((other) => compareNames(one, other, rarity)));
  const best = names.reduce((a, b) => (b.score > a.score ? b : a), { score: 0, reasons: [] as readonly MatchReason[] });
  return best;
}
