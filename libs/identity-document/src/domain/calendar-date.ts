const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether the Gregorian calendar has the day; year 1 to 9999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const days = month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1];
  return days !== undefined && year >= 1 && year <= 9999 && day >= 1 && day <= days;
}

export type BirthDateResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: 'date-malformed' | 'date-not-in-calendar' };

/**
 * Reads a birth date in the form of the platform: `YYYY-MM-DD`, or `YYYY` for a person of whom only the year is known
 * (the portal's `loaiNgayThangNamSinh` D and Y). Spaces at the ends are ignored. Whether it lies in the future is the
 * caller's question: this library has no clock.
 */
export function parseBirthDate(value: string): BirthDateResult {
  const match = /^(\d{4})(?:-(\d{2})-(\d{2}))?$/.exec(value.trim());
  if (!match) return { ok: false, code: 'date-malformed' };
  const [text, year, month = '01', day = '01'] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return { ok: false, code: 'date-not-in-calendar' };
  return { ok: true, value: text };
}

/** `YYYY-MM-DD`, or the year when day or month is not known; null when it says no date. */
export type CardDate = string | null;

const DAY_FIRST = /^([\d _xX*]{1,2})[/.-]([\d _xX*]{1,2})[/.-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const PACKED = /^(\d{2})(\d{2})(\d{4})$/;
const BLANK = /^[0 _xX*]+$/;

/**
 * Reads a date as cards and scanners write it: `ddMMyyyy`, `dd/MM/yyyy` (also with `.` or `-`), `yyyy-MM-dd`, `yyyy`.
 * Old papers know only the year, or month and year: the unknown part is zeros, blanks or signs, and the year is kept.
 */
export function readCardDate(text: string): CardDate {
  const value = text.trim();
  if (/^\d{4}$/.test(value)) return Number(value) > 0 ? value : null;
  const yearFirst = YEAR_FIRST.exec(value);
  const [, first = '', second = '', third = ''] = yearFirst ?? PACKED.exec(value) ?? DAY_FIRST.exec(value) ?? [];
  const [year, month, day] = yearFirst ? [first, second, third] : [third, second, first];
  if (year === '') return null;
  return fromParts(year, BLANK.test(month) ? null : Number(month), BLANK.test(day) ? null : Number(day));
}

/** `month` and `day` null: not known. A known month must be one even if the day is not. */
export function fromParts(year: string, month: number | null, day: number | null): CardDate {
  if (!isCalendarDay(Number(year), month ?? 1, day ?? 1)) return null;
  if (month === null || day === null) return year;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
