import type { Pairing } from './compare-parts';
import type { MatchReason, ReasonCode } from './match-reason';
import { type NameFeature, shownScore, type NameWeights } from './name-features';
import type { ReadName } from './read-name';

const CODES: Readonly<Record<NameFeature, ReasonCode>> = {
  'diacritics-missing': 'name-diacritics-missing',
  accent: 'name-diacritics-missing',
  'tone-alike': 'name-tone-differs',
  'tone-surname': 'name-tone-differs',
  'tone-middle': 'name-tone-differs',
  'tone-given': 'name-tone-differs',
  'vowel-surname': 'name-vowel-differs',
  'vowel-middle': 'name-vowel-differs',
  'vowel-given': 'name-vowel-differs',
  'marks-lost': 'name-marks-lost',
  'input-remains': 'name-input-remains',
  variant: 'name-variant',
  regional: 'name-regional-spelling',
  'regional-other-name': 'name-word-near',
  misread: 'name-misread',
  transliteration: 'name-transliteration',
  vowels: 'name-transliteration',
  slip: 'name-typing-slip',
  'slip-short': 'name-typing-slip',
  'two-slips': 'name-typing-slip',
  'other-name-surname': 'name-word-near',
  'other-name-middle': 'name-word-near',
  'other-name-given': 'name-word-near',
  'other-name-foreign': 'name-word-near',
  initial: 'name-initial',
  'cut-off': 'name-cut-off',
  joined: 'name-joined',
  'order-turned': 'name-order',
  'order-mixed': 'name-order',
  'order-foreign': 'name-order',
  'missing-surname': 'name-word-missing',
  'missing-middle': 'middle-name-missing',
  'missing-middle-bits': 'middle-name-missing',
  'missing-given': 'name-word-missing',
  'missing-foreign': 'name-word-missing',
  'missing-particle': 'name-word-missing',
  'differs-surname': 'name-word-differs',
  'differs-middle': 'name-word-differs',
  'differs-given': 'name-word-differs',
  'differs-foreign': 'name-word-differs',
};

/** What stands between two names as reasons, what weighs most first. Each carries the score of the name as a whole. */
export function nameReasons(asked: ReadName, found: ReadName, pairing: Pairing, weights: NameWeights): MatchReason[] {
  const score = shownScore(pairing.cost, weights);
  if (pairing.differences.length === 0) return [{ code: 'name-same', params: { score }, weight: weights.intercept }];
  const reasons = new Map<string, MatchReason>();
  for (const { feature, amount, one, other } of pairing.differences) {
    const code = CODES[feature];
    const key = `${code} ${one} ${other}`;
    const weight = (reasons.get(key)?.weight ?? 0) - weights.costs[feature] * amount;
    reasons.set(key, { code, params: { score, ...paramsOf(asked, found, one, other) }, weight });
  }
  return [...reasons.values()].sort((a, b) => a.weight - b.weight);
}

/** The words concerned, and where the word stands in the name asked; `word` alone when the other name lacks it. */
function paramsOf(asked: ReadName, found: ReadName, one: number, other: number): MatchReason['params'] {
  const [word, partner] = [asked.words[one]?.text, found.words[other]?.text];
  if (word && partner) return { position: one + 1, asked: word, found: partner };
  const alone = word ?? partner;
  return alone ? { position: (word ? one : other) + 1, word: alone } : {};
}
