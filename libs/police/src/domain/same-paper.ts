const PASSPORT = 4;
const PERSONAL_NUMBER = /^\d{12}$/;

/** A paper as a stay was declared with it. */
export interface Paper {
  readonly documentType: number;
  readonly nationality: string;
  readonly number: string;
}

/** What besides the number must be equal, for a paper to be the same one; null: nothing. */
export interface PaperMarks {
  readonly documentType: number | null;
  readonly nationality: string | null;
}

/**
 * One person's cards of different types share the personal number; passport numbers are unique per country only. The same
 * rule decides who occupies a room (libs/declaration stay-fingerprints.ts).
 */
export function marksOf({ documentType, nationality, number }: Paper): PaperMarks {
  if (PERSONAL_NUMBER.test(number)) return { documentType: null, nationality: null };
  return { documentType, nationality: documentType === PASSPORT ? nationality : null };
}

/** For who knows only that the numbers are equal: a passport is another's unless the country is the same. */
export function samePaper(a: Omit<Paper, 'number'>, b: Omit<Paper, 'number'>): boolean {
  if (a.documentType !== PASSPORT && b.documentType !== PASSPORT) return true;
  return a.documentType === b.documentType && a.nationality === b.nationality;
}
