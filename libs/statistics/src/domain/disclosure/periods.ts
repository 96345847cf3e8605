import { addDays } from '@luutru/calendar';

/**
 * The periods that figures are given for. No weeks: they cut across months, and what a week and two months have
 * in common would be a difference somebody can make.
 */
export const PERIOD_UNITS = ['month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** The first and the last day, and the name: `2026-11`, `2026-Q4`, `2026`. */
export interface Period {
  readonly unit: PeriodUnit;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The period that a day is in. */
export function periodOf(day: string, unit: PeriodUnit): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = month - ((month - 1) % MONTHS[unit]);
  return periodFrom(year, first, unit);
}

/** The months of a period, in order. */
export function monthsOf({ from, unit }: Period): Period[] {
  const [year = 0, first = 1] = from.split('-').map(Number);
  return Array.from({ length: MONTHS[unit] }, (_, at) => periodFrom(year, first + at, 'month'));
}

/**
 * The periods from one day to another. Null when the days are not the first and the last of such periods: sums over other days
 * would differ from those of months by single days.
 */
export function periodsBetween(from: string, to: string, unit: PeriodUnit): Period[] | null {
  if (from > to || periodOf(from, unit).from !== from || periodOf(to, unit).to !== to) return null;
  const found: Period[] = [];
  for (let day = from; day <= to;) {
    const period = periodOf(day, unit);
    found.push(period);
    day = addDays(period.to, 1);
  }
  return found;
}

/** Figures are given out when declarations for the period have had so many days after its end to come in. */
export const isClosed = ({ to }: Period, today: string, graceDays: number): boolean => addDays(to, graceDays) < today;

function periodFrom(year: number, month: number, unit: PeriodUnit): Period {
  const start = (monthNumber: number): string => {
    const date = new Date(Date.UTC(year, monthNumber - 1, 1));
    return date.toISOString().slice(0, 10);
  };
  const names: Readonly<Record<PeriodUnit, string>> = {
    month: start(month).slice(0, 7),
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    year: String(year),
  };
  return { unit, name: names[unit], from: start(month), to: addDays(start(month + MONTHS[unit]), -1) };
}
