import { foldName } from './fold-name';

/** Letters that transliterations of one name swap, the longer ones first. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|tsch|ch|sh|zh|cz|sz/g, 'x'],
  [/ph|v|w|ff/g, 'f'],
  [/ck|kh|gh|qu|q|c|g/g, 'k'],
  [/th|dt|dh|d/g, 't'],
  [/ts|tz|z/g, 's'],
  [/b/g, 'p'],
];
const VOWELS = /[aeiouyh]/g;

/**
 * The skeleton of consonants of a word in Latin letters, so that transliterations meet: Mohammed and Muhamad, Sergey and
 * Serguei, Yevgeny and Evgenii. Coarse on purpose: what it finds is compared letter by letter afterwards.
 */
export function soundKey(word: string): string {
  let text = foldName(word).replaceAll('x', 'ks').replaceAll('chr', 'kr');
  for (const [letters, sound] of SAME_SOUND) text = text.replace(letters, sound);
  const vowelFirst = /^[aeiouy]/.test(text);
  const skeleton = text.replace(/(.)\1+/gu, '$1').replace(VOWELS, '');
  return `${vowelFirst || skeleton === '' ? 'a' : ''}${skeleton}`;
}
