/** Tones as Vietnamese orders them: ngang 0, huyền 1, sắc 2, hỏi 3, ngã 4, nặng 5. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const TONES: Readonly<Record<string, Tone>> = { '\u0300': 1, '\u0301': 2, '\u0309': 3, '\u0303': 4, '\u0323': 5 };
const PLAIN = /^[a-z]*$/;
const TONE_MARKS = /[\u0300\u0301\u0309\u0303\u0323]/g;

/** A word with its tone taken off: where in the syllable the mark stands (hoà, hòa) makes no difference. */
export interface Marks {
  /** Lower case, NFC, vowel marks kept: `hưng` of `Hửng`. */
  readonly letters: string;
  readonly tone: Tone;
}

export function readMarks(word: string): Marks {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return { letters: lower, tone: 0 };
  let tone: Tone = 0;
  const letters = lower.normalize('NFD').replace(TONE_MARKS, (mark) => {
    tone = TONES[mark] ?? 0;
    return '';
  });
  return { letters: letters.normalize('NFC'), tone };
}

/** Hỏi and ngã sound alike from Thanh Hóa to Cà Mau. */
export const soundAlike = (one: Tone, other: Tone): boolean => (one === 3 && other === 4) || (one === 4 && other === 3);

/**
 * A Vietnamese syllable that ends in p, t, c or ch has a tone mark; these nuclei have a vowel mark. Without it, the marks
 * were lost on the way.
 */
const NEEDS_MARKS = /(?:p|t|c|ch)$|[iy]en|[iy]et|[iy]eu$|uyen|uong$|uoc$/;

/** Whether a word without marks can only be one that lost them. */
export const lostItsMarks = (plain: string): boolean => NEEDS_MARKS.test(plain);
