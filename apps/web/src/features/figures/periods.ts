import { addDays } from '@luutru/calendar';

/** Days from the first to the last, both in it, as the API and the address have them. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export const PERIOD_KINDS = ['month', 'quarter', 'year', 'own'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
type Calendar = Exclude<PeriodKind, 'own'>;

const MONTHS: Readonly<Record<Calendar, number>> = { month: 1, quarter: 3, year: 12 };
/** How far back periods are offered. */
const OFFERED: Readonly<Record<Calendar, number>> = { month: 24, quarter: 8, year: 5 };

export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month so many months on. */
export function addMonths(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

export const monthEnd = (day: string): string => addDays(addMonths(day, 1), -1);

/** The last day of the last month that is whole by then. */
export const lastWhole = (lastDay: string): string =>
  monthEnd(lastDay) === lastDay ? lastDay : addDays(monthStart(lastDay), -1);

function startOf(day: string, kind: Calendar): string {
  const back = (Number(day.slice(5, 7)) - 1) % MONTHS[kind];
  return addMonths(day, -back);
}

/** The latest first; one that has not ended reaches to the last whole month in it. */
export function choicesOf(kind: Calendar, lastDay: string): readonly Days[] {
  const end = lastWhole(lastDay);
  const latest = startOf(end, kind);
  return Array.from({ length: OFFERED[kind] }, (_, back) => {
    const from = addMonths(latest, -back * MONTHS[kind]);
    const to = addDays(addMonths(from, MONTHS[kind]), -1);
    return { from, to: to < end ? to : end };
  });
}

/** What a period is of the calendar; a quarter of which one month is over is that month. */
export const kindOf = ({ from, to }: Days, lastDay: string): PeriodKind =>
  (['month', 'quarter', 'year'] as const).find((kind) =>
    choicesOf(kind, lastDay).some((one) => one.from === from && one.to === to),
  ) ?? 'own';

/** `10/2026`, `Q3/2026`, `2026`, `08–10/2026`, or its days. */
export function nameOf({ from, to }: Days): string {
  const [year, month] = [from.slice(0, 4), from.slice(5, 7)];
  if (from !== monthStart(from) || to !== monthEnd(to)) return `${dayOf(from)} – ${dayOf(to)}`;
  if (monthStart(to) === from) return `${month}/${year}`;
  if (to === addDays(addMonths(from, 12), -1) && month === '01') return year;
  if (to === addDays(addMonths(from, 3), -1) && Number(month) % 3 === 1) return `Q${(Number(month) + 2) / 3}/${year}`;
  const end = `${to.slice(5, 7)}/${to.slice(0, 4)}`;
  return year === to.slice(0, 4) ? `${month}–${end}` : `${month}/${year}–${end}`;
}

export const dayOf = (date: string): string => date.split('-').reverse().join('/');

/** Twelve months and the one a year before, up to the end of the period. */
export const monthsOfTrend = ({ to }: Days): Days => ({ from: addMonths(to, -12), to: monthEnd(to) });

/** Days that a drawing can hold. */
const MOST_DAYS = 92;

export function daysOfTrend({ from, to }: Days): Days {
  const earliest = addDays(to, 1 - MOST_DAYS);
  return { from: from < earliest ? earliest : from, to };
}
