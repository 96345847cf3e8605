import { foldName, nameKey } from '@luutru/identity-document';
import type { MatchReason } from './match-reason';
import type { NameRarity } from './name-rarity';

/** How well two names fit, and why. */
export interface NameScore {
  /** 0 to 1; 1 for the same name letter for letter. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** Compares two names word by word, in any order of words. */
export function compareNames(asked: string, found: string, _rarity?: NameRarity): NameScore {
  if (foldName(asked) === '' || foldName(found) === '') return { score: 0, reasons: [] };
  const same = asked.normalize('NFC').toLowerCase() === found.normalize('NFC').toLowerCase();
  if (same) return { score: 1, reasons: [{ code: 'name-same', params: {}, weight: 0 }] };
  const words = nameKey(asked).split(' ');
  const others = nameKey(found).split(' ');
  const shared = words.filter((word) => others.includes(word)).length;
  const score = (0.98 * shared) / Math.max(words.length, others.length);
  return { score, reasons: [] };
}
