import { oneSlip, withinTwo } from './edit-distance';
import type { NameFeature } from './name-features';
import type { NameWord } from './name-word';
import type { Role } from './read-name';
import { soundsLike } from './spelling-forms';
import { lostItsMarks, soundAlike } from './vietnamese-marks';

/** What stands between two words; null: nothing. `tone`, `vowel`, `other-name` and `differs` weigh by the role of the word. */
export type WordFeature =
  | Exclude<
      NameFeature,
      | `${'tone' | 'vowel' | 'other-name' | 'differs'}-${Role | 'foreign'}`
      | `missing-${string}`
      | `order-${string}`
      | 'joined'
      | 'diacritics-missing'
    >
  | 'tone'
  | 'vowel'
  | 'other-name'
  | 'differs';

/** How two names stand to each other as wholes. */
export interface WordContext {
  readonly vietnamese: boolean;
  /** One name is written without any diacritics, the other with: they say nothing against each other. */
  readonly bare: boolean;
}

/** Compares two words; the order of the two makes no difference. */
export function compareWords(one: NameWord, other: NameWord, context: WordContext): WordFeature | null {
  if (one.text === other.text) return null;
  if (one.folded === other.folded) return compareMarks(one, other, context);
  if (meantTheSame(one, other) || meantTheSame(other, one)) return 'input-remains';
  if (one.folded.length === 1 || other.folded.length === 1) {
    return one.folded[0] === other.folded[0] ? 'initial' : 'differs';
  }
  const foreign = !context.vietnamese || !(one.isNameWord || other.isNameWord);
  const feature =
    (context.vietnamese ? compareSyllables(one, other, context) : null) ??
    (foreign ? compareForeign(one, other) : null);
  return feature ?? compareLetters(one, other, context);
}

function compareMarks(one: NameWord, other: NameWord, { vietnamese, bare }: WordContext): WordFeature | null {
  if (one.letters === other.letters && one.tone === other.tone) return null;
  if (bare) return null;
  if (!vietnamese) return 'accent';
  if ((!one.marked && lostItsMarks(one.folded)) || (!other.marked && lostItsMarks(other.folded))) return 'marks-lost';
  if (one.letters !== other.letters) return 'vowel';
  return soundAlike(one.tone, other.tone) ? 'tone-alike' : 'tone';
}

const meantTheSame = ({ meant }: NameWord, { folded, letters, tone, marked }: NameWord): boolean =>
  meant !== null && meant.folded === folded && (!marked || (meant.letters === letters && meant.tone === tone));

/** Both are names of their own: what lies between them is no slip. */
const bothAreNames = (one: NameWord, other: NameWord, { vietnamese }: WordContext): boolean =>
  vietnamese ? one.isSpeltNameWord && other.isSpeltNameWord : one.isPinyin && other.isPinyin;

function compareSyllables(one: NameWord, other: NameWord, context: WordContext): WordFeature | null {
  if (one.variantForm === other.variantForm) return 'variant';
  if (!soundsLike(one.spokenForm, other.spokenForm)) return null;
  const tonesFit =
    context.bare || !one.marked || !other.marked || one.tone === other.tone || soundAlike(one.tone, other.tone);
  if (!tonesFit) return null;
  return bothAreNames(one, other, context) ? 'regional-other-name' : 'regional';
}

function compareForeign(one: NameWord, other: NameWord): WordFeature | null {
  if (one.variantForm === other.variantForm && one.folded.length > 2) return 'transliteration';
  if (one.transliterationForm === other.transliterationForm) return 'transliteration';
  return one.consonants !== '' && one.consonants === other.consonants ? 'vowels' : null;
}

function compareLetters(one: NameWord, other: NameWord, context: WordContext): WordFeature {
  const near = slipBetween(one, other, context);
  if (near === null && one.misreadForm !== other.misreadForm) return 'differs';
  if (near === 'cut-off') return near;
  if (bothAreNames(one, other, context)) return near === 'two-slips' ? 'differs' : 'other-name';
  return one.misreadForm === other.misreadForm ? 'misread' : (near ?? 'differs');
}

function slipBetween(one: NameWord, other: NameWord, { vietnamese }: WordContext): WordFeature | null {
  const [short, long] =
    one.folded.length <= other.folded.length ? [one.folded, other.folded] : [other.folded, one.folded];
  if (!vietnamese && short.length >= 4 && long.length > short.length + 1 && long.startsWith(short)) return 'cut-off';
  // One slip changes at most two letters of the set, two change four: most words are told apart by that.
  const changed = bitsIn(one.letterSet ^ other.letterSet);
  if (changed > 4 || (changed > 2 && short.length < 6)) return null;
  const slip = oneSlip(short, long);
  if (slip !== null) {
    if (!vietnamese && isOtherEnding(short, long)) return 'other-name';
    const shortest = slip === 'other-letter' ? 5 : slip === 'left-out' ? 4 : 3;
    return short.length < shortest ? 'slip-short' : 'slip';
  }
  return short.length >= 6 && withinTwo(short, long) ? 'two-slips' : null;
}

/** Maria and Mario, Daniel and Daniela: the ending tells women from men. */
const isOtherEnding = (short: string, long: string): boolean =>
  /[aeo]$/.test(long) && short.slice(0, long.length - 1) === long.slice(0, -1);

function bitsIn(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
}
