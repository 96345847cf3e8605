import { foldName, normaliseName } from '@luutru/identity-document';

/** A tone typed in Telex: at the end of a syllable, or between its vowel and its last consonants. */
const TONE_AT_END = /[sfrxj]$/;
const TONE_INSIDE = /([aeiouyw])[sfrxj](ng|nh|ch|[nmcpt])$/;
const VNI_DIGITS = /[0-9]/g;

/** `nguyeenx` -> `nguyen`, `dduwcs` -> `duc`: what was meant by letters that no input method turned into Vietnamese. */
function untelexed(word: string): string {
  return word
    .replace(TONE_INSIDE, '$1$2')
    .replace(TONE_AT_END, '')
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/([aou])w/g, '$1')
    .replace(/w/g, 'u');
}

/**
 * The spellings to look for when somebody types a name: as typed first, and as meant where an input method was off or half
 * on (Telex letters or VNI digits left in the text).
 */
export function typedNames(typed: string): readonly string[] {
  const name = normaliseName(typed);
  const words = foldName(name).split(' ').filter(Boolean);
  const meant = words.map((word) => untelexed(word.replace(VNI_DIGITS, ''))).filter(Boolean);
  return meant.length === 0 || meant.join(' ') === words.join(' ') ? [name] : [name, meant.join(' ')];
}
