/** DOMAIN.md section 2, level 3: at least 8 characters beside a second factor, 14 without one. */
const MIN_WITH_SECOND_FACTOR = 8;
const MIN_ALONE = 14;
const MAX = 128;
const MIN_DISTINCT = 5;

/** What people type when they are asked for a password; compared without case, tones, digits and signs. */
const COMMON =
  'password passw matkhau matkhaumoi qwerty qwertyuiop abc abcd abcdef admin administrator letmein welcome iloveyou anhyeuem emyeuanh yeuem vietnam hoian danang quangnam hanoi saigon khachsan letan luutru congan changeme doimatkhau dangnhap xinchao'.split(
    ' ',
  );

export interface PasswordFault {
  readonly code: 'password-too-short' | 'password-too-long' | 'password-too-simple' | 'password-tells-the-person';
  readonly params: Readonly<Record<string, number>>;
}

/** The password as it is hashed: one form for what different keyboards send. */
export const normalizePassword = (text: string): string => text.normalize('NFC');

/** What is wrong with a new password, or null. `known` are words that others know of the person. */
export function passwordFault(
  password: string,
  { secondFactor, known }: { secondFactor: boolean; known: readonly string[] },
): PasswordFault | null {
  const chars = [...normalizePassword(password)];
  const min = secondFactor ? MIN_WITH_SECOND_FACTOR : MIN_ALONE;
  if (chars.length < min) return { code: 'password-too-short', params: { min } };
  if (chars.length > MAX) return { code: 'password-too-long', params: { max: MAX } };
  const folded = fold(password);
  if (new Set(chars).size < MIN_DISTINCT || isRun(chars) || isCommon(folded.replace(/[^a-z]+/g, ''))) {
    return { code: 'password-too-simple', params: {} };
  }
  const words = known.flatMap((text) => [...fold(text).split(/[^a-z0-9]+/), fold(text).replace(/[^a-z0-9]+/g, '')]);
  const squeezed = folded.replace(/[^a-z0-9]+/g, '');
  const told = words.some((word) => word.length >= 4 && squeezed.includes(word));
  return told ? { code: 'password-tells-the-person', params: {} } : null;
}

const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

/** One common word, or one repeated: matkhaumatkhau. */
const isCommon = (letters: string): boolean =>
  COMMON.some((word) => letters !== '' && letters === word.repeat(Math.ceil(letters.length / word.length)));

/** Neighbours nearly all along, up or down: 12345678901234, abcdefghijklmn. */
function isRun(chars: readonly string[]): boolean {
  const codes = chars.map((char) => char.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => Math.abs(code - (codes[at] ?? 0)));
  return steps.filter((step) => step <= 1 || step === 9).length >= steps.length * 0.8;
}
