import { pairWords, type Pairing } from './compare-parts';
import type { MatchReason } from './match-reason';
import { nameReasons } from './name-reasons';
import { type NameRarity, VIETNAMESE_NAME_RARITY } from './name-rarity';
import { nameScore, type NameWeights } from './name-features';
import { NAME_WEIGHTS } from './name-weights';
import { readName, type ReadName } from './read-name';

/** How well two names fit, and why. */
export interface NameScore {
  /** 0 to 1; 1 for the same name letter for letter. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/**
 * Compares two names word by word. The score is the chance that they are one person's name, were half of the names it is
 * asked about the same (the data of bench/names); which name is asked and which is found makes no difference to it.
 */
export function compareNames(asked: string, found: string, rarity: NameRarity = VIETNAMESE_NAME_RARITY): NameScore {
  const [one, other] = [readName(asked), readName(found)];
  if (one.words.length === 0 || other.words.length === 0) return { score: 0, reasons: [] };
  const pairing = comparePair(one, other, NAME_WEIGHTS, rarity);
  return { score: nameScore(pairing.cost, NAME_WEIGHTS), reasons: nameReasons(one, other, pairing, NAME_WEIGHTS) };
}

/** Always works on the two names in the same order, so that no tie is broken differently the other way round. */
export function comparePair(one: ReadName, other: ReadName, weights: NameWeights, rarity: NameRarity): Pairing {
  if (one.text <= other.text) return pairWords(one, other, weights, rarity);
  const pairing = pairWords(other, one, weights, rarity);
  const partners = new Array<number>(one.words.length).fill(-1);
  for (const [at, partner] of pairing.partners.entries()) if (partner >= 0) partners[partner] = at;
  const differences = pairing.differences.map((difference) => ({
    ...difference,
    one: difference.other,
    other: difference.one,
  }));
  return { ...pairing, differences, partners };
}
