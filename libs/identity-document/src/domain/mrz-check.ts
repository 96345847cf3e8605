const WEIGHTS = [7, 3, 1];

/** The ICAO 9303 check digit of a field: weights 7, 3, 1; letters count from A = 10, the filler 0. */
export function checkDigit(field: string): string {
  let sum = 0;
  for (let i = 0; i < field.length; i += 1) sum += value(field[i] ?? '<') * (WEIGHTS[i % 3] ?? 0);
  return String(sum % 10);
}

function value(character: string): number {
  if (character === '<') return 0;
  const code = character.charCodeAt(0);
  return code >= 65 ? code - 55 : code - 48;
}

const TO_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};

/** What a camera takes for a letter where only a digit can stand. */
export const asDigits = (field: string): string =>
  field.replace(/[OQDILZSGB]/g, (letter) => TO_DIGIT[letter] ?? letter);
