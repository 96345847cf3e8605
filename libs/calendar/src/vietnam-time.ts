/**
 * Vietnam keeps UTC+7 the whole year and has had no summer time since 1975, so a day of the law
 * (zone Asia/Ho_Chi_Minh) is a fixed shift away from UTC.
 */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** A calendar day `YYYY-MM-DD`. */
export type LocalDate = string;

/** The day it is in Vietnam at that moment. */
export function localDate(at: Date): LocalDate {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The time of day in Vietnam, `HH:mm`. */
export function localTimeOfDay(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(11, 16);
}

/** The moment a Vietnamese wall clock shows `time` (`HH:mm`) on `date`. */
export function atLocalTime(date: LocalDate, time: string): Date {
  return new Date(Date.parse(`${date}T${time}:00Z`) - OFFSET_MS);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** ISO 8601 with the Vietnamese offset, as answers show moments: `2026-11-23T22:55:00+07:00`. */
export function toLocalIso(at: Date): string {
  const iso = new Date(at.getTime() + OFFSET_MS).toISOString();
  return `${iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23)}+07:00`;
}

const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)$/i;

export type MomentResult = { ok: true; at: Date } | { ok: false; reason: 'malformed' | 'not-in-calendar' };

/**
 * Reads a moment as people and software send it: ISO 8601 with `T` or a space, seconds optional; without an offset it
 * is Vietnamese time. Days and hours that do not exist (31/02, 24:30) are refused, never rolled over.
 */
export function parseMoment(text: string): MomentResult {
  const match = MOMENT.exec(text.trim());
  if (!match) return { ok: false, reason: 'malformed' };
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone] = match;
  const date = `${year}-${month}-${day}`;
  if (!isCalendarDate(date)) return { ok: false, reason: 'not-in-calendar' };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { ok: false, reason: 'not-in-calendar' };
  const wall = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  const offset = offsetMs(zone);
  if (offset === null) return { ok: false, reason: 'not-in-calendar' };
  return { ok: true, at: new Date(wall - offset) };
}

/** True for a `YYYY-MM-DD` that the calendar has. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date < '0001') return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

function offsetMs(zone: string | undefined): number | null {
  if (zone === undefined) return OFFSET_MS;
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
