/** Document types whose number is the 12-digit personal number. */
const PERSONAL_NUMBER_TYPES: ReadonlySet<number> = new Set([1, 7, 8]);
const CMND = 2;

/** PPPGYY: a province of birth registration, century and sex, year of birth. */
const PERSONAL_NUMBER = /^(0\d{2})(\d)(\d{2})\d{6}$/;

/**
 * Gives a number back the zeros that a spreadsheet took from its front, where that is certain: what results must be a
 * personal number that agrees with sex and year of birth. Null where nothing is to be done or nothing is certain.
 */
export function restoreDocumentNumber(
  number: string,
  about: { readonly type?: number; readonly birthDate?: string; readonly sex?: string },
): string | null {
  const { type } = about;
  if (type === undefined || !/^\d+$/.test(number)) return null;
  if (type === CMND && number.length === 8) return `0${number}`;
  const personal = PERSONAL_NUMBER_TYPES.has(type) || (type === CMND && number.length > 9);
  if (!personal || number.length < 10 || number.length > 11) return null;
  const restored = number.padStart(12, '0');
  return agrees(restored, about) ? restored : null;
}

function agrees(number: string, { birthDate, sex }: { readonly birthDate?: string; readonly sex?: string }): boolean {
  const [, province = '', century = '', year] = PERSONAL_NUMBER.exec(number) ?? [];
  if (!year || Number(province) < 1 || Number(province) > 96) return false;
  const bornIn = 1900 + Math.floor(Number(century) / 2) * 100 + Number(year);
  const male = Number(century) % 2 === 0;
  if (birthDate === undefined || Number(birthDate.slice(0, 4)) !== bornIn) return false;
  return sex === undefined || (sex === 'M') === male;
}

/** A Vietnamese mobile number that lost its 0; null where it is not one. */
export const restorePhone = (phone: string): string | null => (/^[35789]\d{8}$/.test(phone) ? `0${phone}` : null);
