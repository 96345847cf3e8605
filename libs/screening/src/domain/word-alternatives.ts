import { compareWords, type WordFeature } from './compare-words';
import { NAME_WORDS } from './name-rarity';
import { type NameWord, readWord } from './name-word';
import { otherSpellings } from './spelling-forms';

/** A folded word that may have been meant, and how far it is from the one asked. */
export interface Alternative {
  readonly word: string;
  readonly distance: number;
}

/** How far words are from one another, in slips; what is not named here is too far to be looked for. */
const DISTANCES: Partial<Readonly<Record<WordFeature, number>>> = {
  'input-remains': 0.5,
  regional: 1,
  'regional-other-name': 1,
  slip: 1,
  misread: 1.2,
  'other-name': 1.5,
  'slip-short': 1.5,
  'two-slips': 2.5,
};
const SPELLING = 0.8;
const LETTERS = 2;

/** Ways in which names of other scripts are written, one at a time. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/y/, 'i'], [/i/, 'y'], [/ph/, 'f'], [/f/, 'ph'], [/ou/, 'u'], [/oo/, 'u'], [/u/, 'ou'], [/ee/, 'i'], [/c(?=[aoul])/, 'k'],
  [/k/, 'c'], [/ks/, 'x'], [/x/, 'ks'], [/kh/, 'h'], [/w/, 'v'], [/v/, 'w'], [/j/, 'y'], [/ae/, 'a'], [/oe/, 'o'], [/ue/, 'u'],
  [/([a-z])\1/, '$1'], [/h$/, ''], [/([aeiou])$/, '$1h'], [/th/, 't'], [/z/, 's'],
]; // prettier-ignore

let nameWords: readonly NameWord[] | null = null;
const BARE = { vietnamese: true, bare: true } as const;

/** Folded words that may have been meant by `text`, nearest first, itself among them. `text`: one word, lower case. */
export function alternativesOf(text: string): readonly Alternative[] {
  const word = readWord(text);
  const distances = new Map<string, number>([[word.folded, 0]]);
  const add = (other: string, distance: number): void => {
    if (other !== '' && distance < (distances.get(other) ?? Infinity)) distances.set(other, distance);
  };
  if (word.meant?.isNameWord) add(word.meant.folded, word.isNameWord ? LETTERS : 0.5);
  // Read without its marks, so that a lost or a wrong mark leads nowhere else.
  const plain = readWord(word.folded);
  nameWords ??= NAME_WORDS.map(readWord);
  for (const other of nameWords) {
    const feature = compareWords(plain, other, BARE);
    const distance = feature && DISTANCES[feature];
    if (distance) add(other.folded, distance);
  }
  for (const other of otherSpellings(word.folded)) add(other, SPELLING);
  if (!word.isNameWord && word.folded.length >= 4) addForeign(word.folded, add);
  return [...distances]
    .map(([other, distance]) => ({ word: other, distance }))
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
}

/** What a word that no list has may be without a letter, with two swapped, or in another transliteration. */
function addForeign(folded: string, add: (other: string, distance: number) => void): void {
  for (const [pattern, sign] of REWRITES) add(folded.replace(pattern, sign), 1);
  for (let at = 1; at < folded.length; at += 1) {
    add(folded.slice(0, at) + folded.slice(at + 1), LETTERS);
    const swapped = folded.charAt(at) + folded.charAt(at - 1);
    add(folded.slice(0, at - 1) + swapped + folded.slice(at + 1), LETTERS);
  }
}
