import { isCalendarDate, parseMoment, toLocalIso } from '@luutru/calendar';
import type { Cell } from '../xlsx/sheet-rows';

/** A reading of a cell: a value, or a code that says why there is none. `doubt` names what was mended on the way. */
export type Reading<T = string> =
  { readonly ok: true; readonly value: T; readonly doubt?: string } | { readonly ok: false; readonly code: string };

const value = <T>(read: T, doubt?: string): Reading<T> => ({
  ok: true,
  value: read,
  ...(doubt !== undefined && { doubt }),
});
const failed = (code: string): Reading<never> => ({ ok: false, code });

/** From this on a spreadsheet has rounded a number, and digits are lost for good. */
const EXACT = 1e15;

/** Text as people mean it: one kind of diacritics, no invisible characters, single spaces. Line breaks become spaces. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u0000-\u001F\u007F\s]+|\p{Surrogate}/gu, ' ')
    .trim();
}

/** Any cell as a text. */
export function readText(cell: Cell): Reading {
  if (cell.kind === 'error') return failed('cell-error');
  if (cell.kind === 'formula-without-value') return failed('cell-formula-empty');
  if (cell.kind === 'boolean') return failed('cell-boolean');
  if (cell.kind === 'number' && cell.dated) return failed('number-became-date');
  if (cell.kind === 'number' && Number.isInteger(cell.number) && Math.abs(cell.number) < EXACT) {
    return value(String(cell.number));
  }
  return value(cleanText(cell.text));
}

/** A number that stands for itself, digit by digit: of a paper, of a phone. */
export function readNumberText(cell: Cell): Reading {
  if (cell.kind === 'number' && (!Number.isInteger(cell.number) || Math.abs(cell.number) >= EXACT)) {
    return failed('number-precision-lost');
  }
  const read = readText(cell);
  if (read.ok && /^\d(?:[.,]\d+)?E\+?\d+$/i.test(read.value)) return failed('number-precision-lost');
  return read.ok ? value(read.value.replace(/^'/, '')) : read;
}

const DAY_MS = 86_400_000;
/** Workbooks count days as if 1900 had a 29 February: from 1 March 1900 on the count is one too many. */
const DAYS_TO_1970 = 25_569;
const OFFSET_1904 = 1_462;

/** A moment of the wall clock, and whether the time of day was given. */
export interface WallClock {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:mm:ss`, or null. */
  readonly time: string | null;
}

const fromSerial = (serial: number, date1904: boolean): Reading<WallClock> => {
  const days = serial + (date1904 ? OFFSET_1904 : 0);
  // Below, the count differs by one, and no one in house was born then.
  if (days < 61 || days >= 2_958_466) return failed('date-malformed');
  const at = new Date(Math.round(((days - DAYS_TO_1970) * DAY_MS) / 1000) * 1000);
  const iso = at.toISOString();
  const whole = Math.abs(days - Math.round(days)) < 1 / 86_400 / 2;
  return value({ date: iso.slice(0, 10), time: whole ? null : iso.slice(11, 19) });
};

const DATE =
  /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}))(?:[T ,]+(\d{1,2})[:hg](\d{2})?(?::(\d{2}))?(?:\.\d+)?\s*(SA|CH|AM|PM)?Z?)?$/i;

const WITH_OFFSET = /[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i;

const two = (text: string): string => text.padStart(2, '0');

/** Reads a day as text (dd/MM/yyyy before all, yyyy-MM-dd, with or without a time) or as the number a spreadsheet made of it. */
export function readWallClock(cell: Cell, date1904: boolean): Reading<WallClock> {
  if (cell.kind === 'number') return fromSerial(cell.number, date1904);
  const read = readText(cell);
  if (!read.ok) return read;
  // A moment with an offset is that moment; shown as the Vietnamese wall clock has it.
  const exact = WITH_OFFSET.test(read.value) ? parseMoment(read.value) : null;
  if (exact?.ok) {
    const local = toLocalIso(exact.at);
    return value({ date: local.slice(0, 10), time: local.slice(11, 19) });
  }
  const match = DATE.exec(read.value.replace(/^'/, '').replace(/^ngày /i, ''));
  if (!match) return failed('date-malformed');
  const [, y1, m1, d1, d2, m2, y2, hour, minute, second, half] = match;
  const date = `${y1 ?? y2}-${two(m1 ?? m2 ?? '')}-${two(d1 ?? d2 ?? '')}`;
  if (!isCalendarDate(date))
    return failed(Number(m2) > 12 && Number(d2) <= 12 ? 'date-month-first' : 'date-not-in-calendar');
  if (hour === undefined) return value({ date, time: null });
  const afternoon = /^(CH|PM)$/i.test(half ?? '');
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0);
  if (hours > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return failed('date-not-in-calendar');
  return value({ date, time: `${two(String(hours))}:${minute ?? '00'}:${second ?? '00'}` });
}

/** A birth date: a day, or a year alone. */
export function readBirthDate(cell: Cell, date1904: boolean): Reading {
  const year = cell.kind === 'number' ? cell.number : cell.kind === 'text' ? Number(cell.text.trim()) : NaN;
  if (Number.isInteger(year) && year >= 1900 && year <= 2100) return value(String(year));
  const read = readWallClock(cell, date1904);
  return read.ok ? value(read.value.date) : read;
}
