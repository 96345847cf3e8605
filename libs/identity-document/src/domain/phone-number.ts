/** A phone number as it is compared: digits, Vietnamese ones with their leading 0; null for what is too short to be one. */
export function normalisePhone(typed: string): string | null {
  const digits = typed.replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < 8 || digits.length > 15) return null;
  return /^84\d{9}$/.test(digits) ? `0${digits.slice(2)}` : digits;
}
