/** NFC, one case, single blanks. */
export const normalised = (name: string): string => name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');

/** Without tones and other marks, as a machine-readable zone prints a name: hyphens become blanks, apostrophes vanish (ICAO 9303). */
export const folded = (name: string): string =>
  normalised(name)
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[\s-]+/g, ' ')
    .trim();

/** Equal as written; or, when the given name carries no marks at all, equal without them. */
export function sameName(given: string, held: string): boolean {
  if (normalised(given) === normalised(held)) return true;
  return !hasMarks(given) && folded(given) === folded(held);
}

const hasMarks = (name: string): boolean => /đ|\p{M}/iu.test(name.normalize('NFD'));
