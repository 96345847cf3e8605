import { type CardDate, fromParts } from './calendar-date';

const parts = (yymmdd: string): { year: string; month: number | null; day: number | null } | null => {
  const match = /^(\d{2})(\d{2}|<<)(\d{2}|<<)$/.exec(yymmdd);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const known = (text: string): number | null => (text === '<<' || text === '00' ? null : Number(text));
  return { year, month: known(month), day: known(day) };
};

/**
 * A birth date YYMMDD. The century is the later one that does not put the birth after `latest` (today; failing that, the
 * expiry of the document). So a person over a hundred comes out a hundred years too young: two digits cannot tell.
 * Unknown day or month (fillers or zeros): the year alone.
 */
export function readMrzBirthDate(yymmdd: string, latest: string): CardDate {
  const read = parts(yymmdd);
  if (!read) return null;
  const recent = `20${read.year}${[read.month, read.day].map((part) => `-${String(part ?? 0).padStart(2, '0')}`).join('')}`;
  return fromParts(`${recent > latest ? '19' : '20'}${read.year}`, read.month, read.day);
}

/**
 * The day of expiry YYMMDD, always of this century: Vietnamese cards valid for life say 991231. Null also when there is
 * none or it is not a whole date.
 */
export function readMrzExpiry(yymmdd: string): string | null {
  const read = parts(yymmdd);
  const date = read && fromParts(`20${read.year}`, read.month, read.day);
  return date?.length === 10 ? date : null;
}
