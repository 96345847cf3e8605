import type { NamePair } from './name-pair';
import type { Random } from './random';
import { bare, ERROR_MODELS, type ErrorModel } from './vietnamese-errors';
import { FEMALE_GIVEN, FEMALE_MIDDLE, MALE_GIVEN, MALE_MIDDLE, SURNAMES, surname } from './vietnamese-words';

export interface SyntheticName {
  readonly sex: 'M' | 'F';
  readonly words: readonly string[];
}

const GIVEN = { M: MALE_GIVEN, F: FEMALE_GIVEN };
const MIDDLE = { M: MALE_MIDDLE, F: FEMALE_MIDDLE };

export function drawName(random: Random): SyntheticName {
  const sex = random.chance(0.5) ? 'M' : 'F';
  const middle = [random.pickCommon(MIDDLE[sex])];
  if (random.chance(sex === 'F' ? 0.45 : 0.2)) middle.push(random.pickCommon(MIDDLE[sex]));
  const given = random.pickCommon(GIVEN[sex]);
  const words = [surname(random.next()), ...new Set(middle.filter((word) => word !== given)), given];
  return { sex, words: words.length < 3 ? drawName(random).words : words };
}

export const fold = (text: string): string => bare([text.toLowerCase()]).join('');
const marks = (word: string): { letters: string; tone: string } => {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = /[\u0300\u0301\u0309\u0303\u0323]/g;
  return { letters: decomposed.replace(tones, '').normalize('NFC'), tone: (decomposed.match(tones) ?? []).join('') };
};

const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [...SURNAMES.map(([word]) => word), ...MALE_MIDDLE, ...FEMALE_MIDDLE, ...MALE_GIVEN, ...FEMALE_GIVEN].map(fold),
);

/** Whether every word that the error changed is now no word of the lists: else nobody could tell that it is an error. */
function toldApart(before: readonly string[], after: readonly string[]): boolean {
  const old = new Set(before.map(fold));
  return after.map(fold).every((word) => old.has(word) || !KNOWN_WORDS.has(word));
}

/** Categories whose outcome is a documented other spelling, even where that is a word of the lists. */
const ANY_OUTCOME: ReadonlySet<string> = new Set(['variant', 'initials']);

function withError(
  words: readonly string[],
  category: string,
  model: ErrorModel,
  random: Random,
): readonly string[] | null {
  for (let tries = 0; tries < 20; tries += 1) {
    const changed = model(words, random);
    if (changed && (ANY_OUTCOME.has(category) || toldApart(words, changed))) return changed;
  }
  return null;
}

const isMarked = (words: readonly string[]): boolean => /[^\x00-\x7F]/.test(words.join(''));

/** Two people whose names differ in diacritics alone, one written without any: the labelling rule of README.md. */
const isOpenQuestion = (name: readonly string[], found: readonly string[], same: boolean): boolean =>
  !same && fold(name.join(' ')) === fold(found.join(' ')) && isMarked(name) !== isMarked(found);

const editDistance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

type Other = (name: SyntheticName, random: Random) => readonly string[] | null;

/** Another given name out of the list for the sex that fits the condition, else null. */
const otherGiven =
  (fits: (given: string, other: string) => boolean): Other =>
  ({ sex, words }, random) => {
    const given = words.at(-1) ?? '';
    const fitting = GIVEN[sex].filter((other) => other !== given && fits(given, other));
    return fitting.length === 0 ? null : words.with(-1, random.pick(fitting));
  };

const alike = (one: string, other: string): boolean => {
  const tones = marks(one).tone + marks(other).tone;
  return tones === '\u0309\u0303' || tones === '\u0303\u0309';
};

/** Other people, by category: hard negatives. */
const OTHERS: Readonly<Record<string, Other>> = {
  'other-vowel': otherGiven(
    (given, other) => fold(given) === fold(other) && marks(given).letters !== marks(other).letters,
  ),
  'other-tone': otherGiven(
    (given, other) =>
      marks(given).letters === marks(other).letters && marks(given).tone !== marks(other).tone && !alike(given, other),
  ),
  'near-given': otherGiven(
    (given, other) => fold(given) !== fold(other) && editDistance(fold(given), fold(other)) === 1,
  ),
  'other-given': otherGiven((given, other) => editDistance(fold(given), fold(other)) > 1),
  'other-middle': ({ sex, words }, random) => {
    const at = 1 + random.below(words.length - 2);
    const other = random.pickCommon(MIDDLE[sex]);
    return fold(other) === fold(words[at] ?? '') ? null : words.with(at, other);
  },
  'other-surname': ({ words }, random) => {
    const other = surname(random.next());
    const [one, two] = [words[0] ?? '', other].map((word) =>
      word.replace('Huỳnh', 'Hoàng').replace('Võ', 'Vũ').replace('Châu', 'Chu'),
    );
    return fold(one ?? '') === fold(two ?? '') ? null : words.with(0, other);
  },
  'same-surname': ({ words }, random) => [words[0] ?? '', ...drawName(random).words.slice(1)],
  stranger: (_name, random) => drawName(random).words,
};

/** Other people again, whose name was also written without diacritics on one side and yet is another. */
const BARE_OTHERS = ['near-given', 'other-given', 'other-middle', 'other-surname'];

const PER_ERROR = 190;
const PER_OTHER = 250;
const PER_BARE_OTHER = 120;

/** Pairs of Vietnamese names. A person and the people made to be mistaken for that person are all in one half. */
export function vietnamesePairs(random: Random): NamePair[] {
  const pairs: NamePair[] = [];
  const half = new Map<string, 'dev' | 'test'>();
  const key = (words: readonly string[]): string => words.map(fold).sort().join(' ');
  const drawNew = (split: 'dev' | 'test'): SyntheticName => {
    for (;;) {
      const name = drawName(random);
      if ((half.get(key(name.words)) ?? split) !== split) continue;
      half.set(key(name.words), split);
      return name;
    }
  };
  const add = (
    count: number,
    category: string,
    same: boolean,
    make: (name: SyntheticName) => readonly string[] | null,
  ): void => {
    for (let made = 0; made < count;) {
      const split = made % 2 === 0 ? 'dev' : 'test';
      const name = drawNew(split);
      const found = make(name);
      if (!found || (half.get(key(found)) ?? split) !== split) continue;
      if (isOpenQuestion(name.words, found, same)) continue;
      half.set(key(found), split);
      if (!same && key(found) === key(name.words) && !category.startsWith('other-')) continue;
      const texts = [name.words.join(' '), found.join(' ')] as const;
      const [asked, seen] = random.chance(0.5) ? texts : [texts[1], texts[0]];
      pairs.push({ split, category, same, asked, found: seen });
      made += 1;
    }
  };
  for (const [category, model] of Object.entries(ERROR_MODELS)) {
    add(PER_ERROR, category, true, (name) => withError(name.words, category, model, random));
  }
  for (const [category, other] of Object.entries(OTHERS)) {
    add(PER_OTHER, category, false, (name) => other(name, random));
  }
  for (const category of BARE_OTHERS) {
    add(PER_BARE_OTHER, `${category}-lost`, false, (name) => {
      const found = OTHERS[category]?.(name, random);
      return found && fold(found.join(' ')) !== fold(name.words.join(' ')) ? bare(found) : null;
    });
  }
  return pairs;
}
