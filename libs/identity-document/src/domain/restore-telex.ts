import { looksMistyped } from './typing-remains';

const TONES: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };

/** Letters with their mark, in the order in which Telex writes them. */
const MARKS: readonly (readonly [pattern: RegExp, letters: string])[] = [
  [/^dd/i, 'đ'],
  [/uow/i, 'ươ'],
  [/aa/i, 'â'],
  [/ee/i, 'ê'],
  [/oo/i, 'ô'],
  [/aw/i, 'ă'],
  [/ow/i, 'ơ'],
  [/uw/i, 'ư'],
];

const VOWEL = /[aeiouyăâêôơư]/i;
const SYLLABLE_END = /(?:ch|ng|nh|[cmnpt])$/i;

/**
 * Puts right a text in which the keys of Telex were left as letters (`NGUYEEXN VAWN AN` → `NGUYỄN VĂN AN`). Null when the
 * result still looks mistyped or nothing was there to restore: then a person must look at the card.
 */
export function restoreTelex(text: string): string | null {
  const restored = text.replace(/\p{L}+/gu, restoreWord);
  return restored === text || looksMistyped(restored) ? null : restored.normalize('NFC');
}

function restoreWord(word: string): string {
  if (/[^\x00-\x7F]/.test(word)) return word;
  const upper = word === word.toUpperCase();
  const [bare, tone] = withoutTone(word.toLowerCase());
  let marked = bare;
  for (const [pattern, letters] of MARKS) marked = marked.replace(pattern, letters);
  if (marked === word.toLowerCase()) return word;
  const toned = tone === '' ? marked : withTone(marked, tone);
  if (upper) return toned.toUpperCase();
  return word.charAt(0) === word.charAt(0).toUpperCase() ? toned.charAt(0).toUpperCase() + toned.slice(1) : toned;
}

/** The key of the tone stands behind the vowels or at the end of the word. */
function withoutTone(word: string): [bare: string, tone: string] {
  const [, before = '', key = '', after = ''] =
    /^(.*[aeiouyw])([sfrxj])((?:ng|nh|ch|n|m|c|t|p)?)$/.exec(word) ??
    /^(.*[aeiouyw](?:ng|nh|ch|n|m|c|t|p))([sfrxj])()$/.exec(word) ??
    [];
  return key === '' ? [word, ''] : [before + after, TONES[key] ?? ''];
}

/** On the letter that has a mark already; else on the first of two vowels at the end of the word, on the last before a consonant. */
function withTone(word: string, tone: string): string {
  const letters = [...word];
  const end = SYLLABLE_END.exec(word)?.index ?? word.length;
  let vowels = letters.flatMap((letter, at) => (at < end && VOWEL.test(letter) ? [at] : []));
  // In qu and gi the second letter belongs to the consonant.
  if (/^(?:qu|gi)/.test(word) && vowels.length > 1) vowels = vowels.slice(1);
  const marked = vowels.filter((at) => /[ăâêôơư]/.test(letters[at] ?? '')).at(-1);
  const [first, second] = vowels;
  const place = marked ?? (end < word.length ? vowels.at(-1) : vowels.length === 3 ? second : first);
  if (place === undefined) return word;
  letters[place] = `${letters[place] ?? ''}${tone}`;
  return letters.join('').normalize('NFC');
}
