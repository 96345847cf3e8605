import { foldName } from '@luutru/identity-document';
import { FEMALE_GIVEN_NAMES, MALE_GIVEN_NAMES, MIDDLE_NAMES, OTHER_NAME_WORDS, SURNAMES } from './name-frequencies';
import { type Marks, readMarks } from './vietnamese-marks';

/** How common the words of names are. */
export interface NameRarity {
  /** Share of people who bear the folded word anywhere in their name, over 0 and at most 1. */
  shareOf(foldedWord: string): number;
}

/** What a word is taken to be borne by that no table has: one person in ten thousand. */
const UNLISTED = 1 / 10_000;
const RARE = 5 / 10_000;

type Place = 'surname' | 'given' | 'any';

const SHARES: Readonly<Record<Place, ReadonlyMap<string, number>>> = collect();

function collect(): Record<Place, Map<string, number>> {
  const shares = { surname: new Map(), given: new Map(), any: new Map() } as Record<Place, Map<string, number>>;
  const add = (place: Place, word: string, share: number): void => {
    const folded = foldName(word);
    shares[place].set(folded, (shares[place].get(folded) ?? 0) + share);
  };
  for (const [word, percent] of SURNAMES) add('surname', word, percent / 100);
  for (const [word, percent] of [...MALE_GIVEN_NAMES, ...FEMALE_GIVEN_NAMES]) add('given', word, percent / 200);
  for (const place of ['surname', 'given'] as const) {
    for (const [word, share] of shares[place]) add('any', word, share);
  }
  for (const [word, percent] of MIDDLE_NAMES) add('any', word, percent / 100);
  for (const word of OTHER_NAME_WORDS) if (!shares.any.has(foldName(word))) add('any', word, RARE);
  return shares;
}

/** By the tables of name-frequencies.ts. */
export const VIETNAMESE_NAME_RARITY: NameRarity = {
  shareOf: (foldedWord) => Math.min(1, SHARES.any.get(foldedWord) ?? UNLISTED),
};

export const surnameShare = (foldedWord: string): number => SHARES.surname.get(foldedWord) ?? UNLISTED;
export const givenNameShare = (foldedWord: string): number => SHARES.given.get(foldedWord) ?? RARE;
/** Lower case, NFC, every place of a tone mark made one. */
const spelt = (word: string): string => {
  const { letters, tone } = readMarks(word);
  return `${letters}${tone}`;
};

const SPELT: ReadonlySet<string> = new Set(
  [...SURNAMES, ...MALE_GIVEN_NAMES, ...FEMALE_GIVEN_NAMES, ...MIDDLE_NAMES]
    .map(([word]) => word)
    .concat(OTHER_NAME_WORDS)
    .map(spelt),
);

export const isSurname = (foldedWord: string): boolean => SHARES.surname.has(foldedWord);
/** Whether Vietnamese names have the word, written like this. */
export const isSpeltNameWord = ({ letters, tone }: Marks): boolean => SPELT.has(`${letters}${tone}`);
/** Whether Vietnamese names have the word, marks aside. */
export const isNameWord = (foldedWord: string): boolean => SHARES.any.has(foldedWord);
/** All folded words of Vietnamese names, the most common first. */
export const NAME_WORDS: readonly string[] = [...SHARES.any].sort((a, b) => b[1] - a[1]).map(([word]) => word);
