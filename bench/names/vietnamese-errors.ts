import type { Random } from './random';

/**
 * What happens to Vietnamese names between the card and the list, as models of their own: they share no code and no table
 * with libs/screening, which is judged by them. Each returns null where it has nothing to do.
 */
export type ErrorModel = (name: readonly string[], random: Random) => readonly string[] | null;

const withoutMarks = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export const bare = (name: readonly string[]): string[] => name.map(withoutMarks);

/** Replaces one word that the change applies to; which one is drawn. */
function changeOne(
  name: readonly string[],
  random: Random,
  change: (word: string) => string | null,
): readonly string[] | null {
  const start = random.below(name.length);
  for (let step = 0; step < name.length; step += 1) {
    const at = (start + step) % name.length;
    const changed = change(name[at] ?? '');
    if (changed !== null && changed !== name[at] && changed !== '') return name.with(at, changed);
  }
  return null;
}

const TONE_KEYS: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  '\u0300': ['f', '2'], '\u0301': ['s', '1'], '\u0309': ['r', '3'], '\u0303': ['x', '4'], '\u0323': ['j', '5'],
}; // prettier-ignore
const MARK_KEYS: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  â: ['aa', 'a6'], ê: ['ee', 'e6'], ô: ['oo', 'o6'], ă: ['aw', 'a8'], ơ: ['ow', 'o7'], ư: ['uw', 'u7'], đ: ['dd', 'd9'],
}; // prettier-ignore

/** The keys a typist presses: marks beside their letter, the tone beside the vowel or, mostly, at the end of the word. */
function keysOf(word: string, method: 0 | 1, toneAtEnd: boolean): string {
  let tone = '';
  let keys = '';
  for (const letter of word.toLowerCase()) {
    const [base = '', ...marks] = letter.normalize('NFD');
    const toneMark = marks.find((mark) => TONE_KEYS[mark]);
    const plain = (base + marks.filter((mark) => mark !== toneMark).join('')).normalize('NFC');
    keys += MARK_KEYS[plain]?.[method] ?? plain;
    if (!toneMark) continue;
    const key = TONE_KEYS[toneMark]?.[method] ?? '';
    if (toneAtEnd) tone = key;
    else keys += key;
  }
  keys += tone;
  return /^\p{Lu}/u.test(word) ? keys.charAt(0).toUpperCase() + keys.slice(1) : keys;
}

const inputRemains =
  (method: 0 | 1): ErrorModel =>
  (name, random) => {
    const marked = name.map((word) => keysOf(word, method, random.chance(0.7)));
    // With the input method switched off all words are left so, otherwise only one.
    return random.chance(0.4) ? marked : changeOne(name, random, (word) => keysOf(word, method, random.chance(0.7)));
  };

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function keyBeside(letter: string, random: Random): string {
  const row = KEYBOARD.findIndex((keys) => keys.includes(letter));
  const at = KEYBOARD[row]?.indexOf(letter) ?? -1;
  const near = [KEYBOARD[row]?.[at - 1], KEYBOARD[row]?.[at + 1], KEYBOARD[row + 1]?.[at], KEYBOARD[row - 1]?.[at]];
  return random.pick(near.filter((key) => key !== undefined));
}

/** One slip of the finger in a word of three letters or more. */
export function slip(word: string, random: Random): string | null {
  if (word.length < 3) return null;
  const at = 1 + random.below(word.length - 1);
  const letter = word.charAt(at);
  switch (random.below(4)) {
    case 0:
      return /[a-z]/.test(letter) ? word.slice(0, at) + keyBeside(letter, random) + word.slice(at + 1) : null;
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + word.slice(at + 1);
    default:
      return at + 1 < word.length ? word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2) : null;
  }
}

const READ_AS: readonly (readonly [string, string])[] = [
  ['m', 'rn'], ['rn', 'm'], ['n', 'h'], ['h', 'n'], ['i', 'l'], ['l', 'i'], ['i', '1'], ['l', '1'], ['o', '0'], ['c', 'e'],
  ['d', 'cl'], ['q', 'g'], ['b', '8'], ['s', '5'], ['u', 'v'], ['y', 'v'],
]; // prettier-ignore

function misread(word: string, random: Random): string | null {
  const lower = word.toLowerCase();
  const fitting = READ_AS.filter(([from]) => lower.includes(from));
  if (fitting.length === 0) return null;
  const [from, to] = random.pick(fitting);
  return lower.replace(from, to);
}

const VARIANTS: readonly (readonly [string, string])[] = [
  ['Hoàng', 'Huỳnh'], ['Vũ', 'Võ'], ['Châu', 'Chu'], ['Phúc', 'Phước'], ['Nhật', 'Nhựt'], ['Nhân', 'Nhơn'], ['Bảo', 'Bửu'],
  ['Chính', 'Chánh'], ['Sinh', 'Sanh'], ['Thái', 'Thới'],
]; // prettier-ignore

function variant(word: string): string | null {
  for (const [one, other] of VARIANTS) {
    if (word === one) return other;
    if (word === other) return one;
  }
  return null;
}

const HEARD: readonly (readonly [RegExp, string])[] = [
  [/^S(?!h)/, 'X'], [/^X/, 'S'], [/^Tr/, 'Ch'], [/^Ch/, 'Tr'], [/^L/, 'N'], [/^N(?![gh])/, 'L'], [/^D/, 'Gi'], [/^Gi(?=[aeo])/, 'D'],
  [/([ktlms])ý$/i, '$1í'], [/([ktlms])ỹ$/i, '$1ĩ'], [/ị$/, 'ỵ'], [/i$/, 'y'], [/y$/, 'i'], [/(?<=[aăâơôuư])n$/, 'ng'],
  [/(?<=[aăâơôuư])ng$/, 'n'], [/(?<=[aăâ])t$/, 'c'],
]; // prettier-ignore

function misheard(word: string, random: Random): string | null {
  const decomposed = word.normalize('NFD');
  if (/[\u0309\u0303]/.test(decomposed) && random.chance(0.5)) {
    return decomposed.replace(/[\u0309\u0303]/, (tone) => (tone === '\u0309' ? '\u0303' : '\u0309')).normalize('NFC');
  }
  const fitting = HEARD.filter(([pattern]) => pattern.test(word));
  if (fitting.length === 0) return null;
  const [pattern, sign] = random.pick(fitting);
  return word.replace(pattern, sign);
}

const turned: ErrorModel = (name, random) => {
  const [first = '', ...rest] = name;
  return random.chance(0.6) ? [...rest, first] : [...name].reverse();
};

const middleMissing: ErrorModel = (name, random) =>
  name.length < 3 ? null : name.toSpliced(1 + random.below(name.length - 2), 1);

const initials: ErrorModel = (name) =>
  name.length < 3 ? null : name.map((word, at) => (at === 0 || at === name.length - 1 ? word : word.charAt(0)));

const joined: ErrorModel = (name, random) => {
  const at = random.below(name.length - 1);
  return name.toSpliced(at, 2, `${name[at]}${name[at + 1]?.toLowerCase()}`);
};

const one =
  (change: (word: string, random: Random) => string | null): ErrorModel =>
  (name, random) =>
    changeOne(name, random, (word) => change(word, random));

const both =
  (first: ErrorModel, second: ErrorModel): ErrorModel =>
  (name, random) => {
    const half = first(name, random);
    return half && second(half, random);
  };

/** By category. */
export const ERROR_MODELS: Readonly<Record<string, ErrorModel>> = {
  'case-and-form': (name) => name.map((word) => word.toUpperCase().normalize('NFD')),
  'diacritics-lost': (name) => bare(name),
  'telex-remains': inputRemains(0),
  'vni-remains': inputRemains(1),
  order: turned,
  'middle-missing': middleMissing,
  initials,
  joined,
  misread: one(misread),
  variant: one(variant),
  'typing-slip': one(slip),
  'regional-spelling': one(misheard),
  'lost-and-slip': both((name) => bare(name), one(slip)),
  'lost-and-order': both((name) => bare(name), turned),
  'lost-and-middle-missing': both((name) => bare(name), middleMissing),
  'lost-and-misread': both((name) => bare(name), one(misread)),
};
