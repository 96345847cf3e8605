import { addDays, daysBetween } from '@luutru/calendar';

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** Days from `from` up to, not including, `until`. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export const COMPARISONS = ['year', 'previous'] as const;
/** With the same days of the year before, or with as many days (months, where they are whole ones) right before. */
export type Comparison = (typeof COMPARISONS)[number];

export const daysIn = ({ from, until }: Period): number => Math.max(0, daysBetween(from, until));

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;
export const isMonthStart = (day: string): boolean => day.endsWith('-01');

/** A day so many months on; the last of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const wanted = addDays(first, Number(day.slice(8, 10)) - 1);
  return monthOf(wanted) === first ? wanted : addDays(nextMonth(first), -1);
}

export const nextMonth = (first: string): string => monthOf(addDays(first, 31));

/** The calendar's day, week (from Monday), month, quarter or year that a day lies in. */
export function startOf(day: string, grain: Grain): string {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'month':
      return monthOf(day);
    case 'quarter':
      return addMonths(monthOf(day), -((Number(day.slice(5, 7)) - 1) % 3));
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

const MONTHS: Readonly<Record<Grain, number>> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };
const DAYS: Readonly<Record<Grain, number>> = { day: 1, week: 7, month: 0, quarter: 0, year: 0 };

/** So many of the grain on, or back. */
export const step = (start: string, grain: Grain, times: number): string =>
  addDays(addMonths(start, MONTHS[grain] * times), DAYS[grain] * times);

/** A period cut at the borders of the calendar; as it is without a grain. The first and the last may be shorter than the grain. */
export function cut(period: Period, grain: Grain | null): readonly Period[] {
  if (period.from >= period.until) return [];
  if (grain === null) return [period];
  const parts: Period[] = [];
  for (let from = period.from; from < period.until;) {
    const next = step(startOf(from, grain), grain, 1);
    const until = next < period.until ? next : period.until;
    parts.push({ from, until });
    from = until;
  }
  return parts;
}

/**
 * The period that one is compared with, of both no more than has passed of the first: a month that runs is held against as many
 * days of the other.
 */
export function comparable(
  period: Period,
  with_: Comparison,
  today: string,
  nightsUntil: string,
): { readonly period: Period; readonly nightsUntil: string } {
  const full = compared(period, with_);
  const passed = (until: string): string => {
    if (period.until <= until) return full.until;
    const end = addDays(full.from, daysIn({ from: period.from, until }));
    return end < full.until ? end : full.until;
  };
  return {
    period: { from: full.from, until: passed(addDays(today, 1)) },
    nightsUntil: passed(nightsUntil),
  };
}

/** The period that a period is compared with, in full. */
export function compared(period: Period, with_: Comparison): Period {
  if (with_ === 'year') return { from: addMonths(period.from, -12), until: dayAfterShift(period.until, -12) };
  const months = monthsOf(period);
  if (months !== null) return { from: addMonths(period.from, -months), until: period.from };
  return { from: addDays(period.from, -daysIn(period)), until: period.from };
}

/** The end is moved by its last day, so that a February keeps its end. */
const dayAfterShift = (until: string, months: number): string =>
  isMonthStart(until) ? addMonths(until, months) : addDays(addMonths(addDays(until, -1), months), 1);

function monthsOf({ from, until }: Period): number | null {
  if (!isMonthStart(from) || !isMonthStart(until)) return null;
  const index = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(until) - index(from);
}
