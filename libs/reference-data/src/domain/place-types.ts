import type { AdminLevel } from './admin-unit';
import type { PlaceToken } from './place-text';

export type PlaceType = 'tinh' | 'thanh pho' | 'quan' | 'huyen' | 'thi xa' | 'phuong' | 'xa' | 'thi tran' | 'dac khu';

const LEVELS: Readonly<Record<PlaceType, readonly AdminLevel[]>> = {
  tinh: ['province'],
  'thanh pho': ['province', 'district'],
  quan: ['district'],
  huyen: ['district'],
  'thi xa': ['district'],
  phuong: ['ward'],
  xa: ['ward'],
  'thi tran': ['ward'],
  'dac khu': ['ward'],
};

/** Type words by their keys joined, and how the words are spelled; abbreviations have no spelling of their own. */
const WORDS: Readonly<Record<string, readonly [type: PlaceType, spelling: string | null]>> = {
  tinh: ['tinh', 'tinh\u0309'],
  t: ['tinh', null],
  thanhpho: ['thanh pho', 'thanh\u0300phô\u0301'],
  tp: ['thanh pho', null],
  quan: ['quan', 'quân\u0323'],
  q: ['quan', null],
  huyen: ['huyen', 'huyên\u0323'],
  h: ['huyen', null],
  thixa: ['thi xa', 'thi\u0323xa\u0303'],
  tx: ['thi xa', null],
  phuong: ['phuong', 'phương\u0300'],
  p: ['phuong', null],
  ph: ['phuong', null],
  f: ['phuong', null],
  xa: ['xa', 'xa\u0303'],
  x: ['xa', null],
  thitran: ['thi tran', 'thi\u0323trân\u0301'],
  tt: ['thi tran', null],
  dackhu: ['dac khu', 'đăc\u0323khu'],
  dk: ['dac khu', null],
};

/** The type at the start of a unit's full name. */
export function typeOfName(tokens: readonly PlaceToken[]): {
  readonly type: PlaceType | null;
  readonly length: number;
} {
  for (const length of [2, 1]) {
    const words = tokens.slice(0, length);
    const known = WORDS[words.map((token) => token.key).join('')];
    if (known?.[1] && words.length === length && words.map((token) => token.spelling).join('') === known[1]) {
      return { type: known[0], length };
    }
  }
  return { type: null, length: 0 };
}

/**
 * The type word that ends right before a word, if there is one. In a text with marks a word without them is no type word:
 * the Quan of Tam Quan is not Quận.
 */
export function typeBefore(
  tokens: readonly PlaceToken[],
  index: number,
  marked: boolean,
): { readonly type: PlaceType; readonly start: number } | null {
  for (const length of [2, 1]) {
    const start = index - length;
    if (start < 0 || tokens.slice(start + 1, index + 1).some((token) => token.breakBefore === 2)) continue;
    const words = tokens.slice(start, index);
    const known = WORDS[words.map((token) => token.key).join('')];
    if (!known) continue;
    const [type, spelling] = known;
    if (spelling !== null && marked && words.map((token) => token.spelling).join('') !== spelling) continue;
    return { type, start };
  }
  return null;
}

export const typeMeans = (type: PlaceType, level: AdminLevel): boolean => LEVELS[type].includes(level);
