/** Letters that Unicode does not decompose into a plain letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
};
const UNDECOMPOSED = /[đðßæœøłıþħŧŋ]/g;
const MARKS = /\p{M}+/gu;
/** Machine readable zones leave apostrophes out (ICAO Doc 9303-3, 4.6), so O'Brien must fold like OBRIEN. */
const APOSTROPHES = /['’‘ʼʻ`´]/g;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/gu;
const PLAIN_ASCII = /^[a-z ]*$/;

/**
 * A name for comparing and searching, never for showing: `Nguyễn Văn Đức` -> `nguyen van duc`. Tones and marks off, đ -> d,
 * lower case, single spaces; other scripts keep their letters. Folding twice changes nothing.
 */
export function foldName(value: string): string {
  const lower = value.normalize('NFD').replace(MARKS, '').toLowerCase();
  if (PLAIN_ASCII.test(lower)) return lower.trim().replace(/ {2,}/g, ' ');
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(NEITHER_LETTER_NOR_DIGIT, ' ')
    .trim();
}
