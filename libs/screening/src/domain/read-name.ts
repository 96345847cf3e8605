import { normaliseName } from '@luutru/identity-document';
import { givenNameShare, isSurname, surnameShare } from './name-rarity';
import { type NameWord, readWord } from './name-word';

/** What a word is in a Vietnamese name; in other names the parts are not told apart. */
export type Role = 'surname' | 'middle' | 'given';

/** A name taken apart, once for all its comparisons. */
export interface ReadName {
  /** For putting two names into one order, whichever was asked for. */
  readonly text: string;
  readonly words: readonly NameWord[];
  readonly roles: readonly Role[];
  readonly marked: boolean;
  readonly vietnamese: boolean;
}

/** Words beyond these are not looked at. Names of 150 characters have fewer, unless somebody plays. */
export const MOST_WORDS = 12;

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}|]+/u;
/** Precomposed letters and spaces: what most names are, with nothing to normalise. */
const PLAIN_LATIN = /^[a-z\u00DF-\u00F6\u00F8-\u024F\u1E00-\u1EFF ]*$/;
const APOSTROPHES = /['’‘ʼʻ`´]/g;

export function readName(value: string): ReadName {
  const words = wordsOf(value)
    .map(readWord)
    .filter(({ folded }) => folded !== '')
    .slice(0, MOST_WORDS);
  const surnameLast = isSurnameLast(words);
  return {
    text: words.map((word) => word.text).join(' '),
    words,
    roles: words.map((_word, at) => roleOf(surnameLast ? words.length - 1 - at : at, words.length)),
    marked: words.some((word) => word.marked),
    vietnamese: isVietnamese(words),
  };
}

function wordsOf(value: string): string[] {
  const lower = value.toLowerCase();
  if (PLAIN_LATIN.test(lower)) return lower.split(' ').filter(Boolean);
  return normaliseName(value)
    .toLowerCase()
    .normalize('NFC')
    .replace(APOSTROPHES, '')
    .split(BETWEEN_WORDS)
    .filter(Boolean);
}

const roleOf = (at: number, length: number): Role => {
  if (at === length - 1) return 'given';
  return at === 0 ? 'surname' : 'middle';
};

/** `An Nguyễn`, `Văn An Nguyễn`: by what the outer words are more often. */
function isSurnameLast(words: readonly NameWord[]): boolean {
  const first = asNameWord(words[0]);
  const last = asNameWord(words.at(-1));
  return surnameShare(last) * givenNameShare(first) > surnameShare(first) * givenNameShare(last);
}

/** Folded; what was meant where that is a word of names and the word as it stands is none. */
function asNameWord(word: NameWord | undefined): string {
  if (!word) return '';
  return !word.isNameWord && surelyMeant(word) ? (word.meant?.folded ?? '') : word.folded;
}

/** Keys that hardly any other language leaves in a word: `lee` may be Lê or an Englishman. */
const surelyMeant = ({ text, meant }: NameWord): boolean =>
  meant !== null &&
  meant.isSpeltNameWord &&
  (/[fjw\d]|dd/.test(text) || (meant.tone > 0 && meant.letters !== meant.folded));

/** Half of the words and the surname, or all words, are such as Vietnamese names have; the others may be mistyped. */
function isVietnamese(words: readonly NameWord[]): boolean {
  const known = words.filter((word) => word.isNameWord || surelyMeant(word)).length;
  const surname = isSurname(asNameWord(words[0])) || isSurname(asNameWord(words.at(-1)));
  return words.length > 1 && known * 2 >= words.length && (surname || known === words.length);
}
