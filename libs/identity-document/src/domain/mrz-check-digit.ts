/** Value of a character in a machine readable zone (ICAO Doc 9303-3, 4.9): digits, A = 10 ... Z = 35, filler 0; else NaN. */
function valueOf(character: string): number {
  if (character === '<') return 0;
  if (/^[0-9A-Z]$/.test(character)) return parseInt(character, 36);
  return Number.NaN;
}

const WEIGHTS = [7, 3, 1] as const;

/** The check digit over a text, weights 7-3-1; null if a character has no value. */
export function mrzCheckDigit(text: string): string | null {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += valueOf(text.charAt(i)) * (WEIGHTS[i % 3] ?? 0);
  return Number.isNaN(sum) ? null : String(sum % 10);
}

/** What a position may hold by definition: `9` digit or filler, `A` letter or filler, `*` either. */
export type Shape = string;

const TO_DIGIT: Readonly<Record<string, string>> = { O: '0', I: '1', B: '8', S: '5' };
const TO_LETTER: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 8: 'B', 5: 'S' };

/** The text with letters and digits that readers confuse (O/0, I/1, B/8, S/5) put right where the shape leaves no choice. */
export function forceShape(text: string, shape: Shape): string {
  return [...text]
    .map((character, i) => {
      const kind = shape.charAt(Math.min(i, shape.length - 1));
      if (kind === '9') return TO_DIGIT[character] ?? character;
      return kind === 'A' ? (TO_LETTER[character] ?? character) : character;
    })
    .join('');
}

const fits = (text: string, shape: Shape): boolean =>
  [...text].every((character, i) => {
    const kind = shape.charAt(Math.min(i, shape.length - 1));
    return kind === '9' ? /[0-9<]/.test(character) : kind === 'A' ? /[A-Z<]/.test(character) : true;
  });

export interface CheckedField {
  readonly value: string;
  readonly check: string;
  readonly outcome: 'fits' | 'repaired' | 'failed';
}

/** Nothing but fillers may have a filler for its check digit too. */
const agrees = (value: string, check: string): boolean =>
  mrzCheckDigit(value) === check || (check === '<' && /^<*$/.test(value));

/**
 * Holds a field against its check digit. A misread character is mended only where the position is a digit or a letter by
 * definition (the last character of a shape stands for the rest) and the check digit then fits; otherwise it stays as read.
 */
export function checkField(value: string, check: string, shape: Shape): CheckedField {
  if (fits(value, shape) && agrees(value, check)) return { value, check, outcome: 'fits' };
  const mended = { value: forceShape(value, shape), check: forceShape(check, '9') };
  if (fits(mended.value, shape) && agrees(mended.value, mended.check)) return { ...mended, outcome: 'repaired' };
  return { value, check, outcome: 'failed' };
}
