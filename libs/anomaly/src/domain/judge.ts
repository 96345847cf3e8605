import { addDays, holidayTimeOf, sameHolidayBefore } from '@luutru/calendar';
import { median } from './median';

/** One figure a day of one area; undefined where nothing is known. */
export type Series = (day: string) => number | undefined;

/** A day with its value, as it went into the reckoning. */
export interface UsedDay {
  readonly day: string;
  readonly value: number;
}

/** How the band was reckoned, with every number: whoever does the same sums comes to the same band (docs/anomalies.md). */
export interface Basis {
  /** `weekdays`: the same weekday of the weeks before; `holiday`: the same day of the holiday a year before. */
  readonly method: 'weekdays' | 'holiday';
  readonly holiday: string | null;
  /** The days that the middle is of. */
  readonly days: readonly UsedDay[];
  readonly middle: number;
  /** By how much the days rose or fell a year before: `around` by `before`, see {@link ratioOf}. 1 where there are too few. */
  readonly factor: number;
  readonly around: readonly UsedDay[];
  readonly before: readonly UsedDay[];
  readonly expected: number;
  /** 1.4826 x the middle of how far the days of eight weeks lay from the middle of their weekday, as a share of it. */
  readonly scatter: number;
  readonly scatterOf: readonly UsedDay[];
  /** The greatest of: scatter x expected, the root of expected (in holidays of twice that), and a least share of expected. */
  readonly unit: number;
  /** The band lies so many units to both sides of what is expected. */
  readonly times: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Judgement {
  readonly value: number;
  readonly basis: Basis;
  /** Null: within the band, or too few to say. */
  readonly direction: 'jump' | 'drop' | null;
}

/** The numbers of the rule, in one place: docs/anomalies.md explains them, and what they let pass was measured with them. */
export const RULE = {
  /** Weekdays looked back at, and from how many on they say something. */
  weeks: 8,
  fewest: 6,
  /** Weeks in which these are looked for; those in holidays are left out. */
  within: 14,
  times: 5,
  /** The least that the unit is, as a share of what is expected: no area is steadier than that. */
  steadiest: 0.05,
  /** Of a holiday there is one day to compare with, and its weekday is another. */
  holidaySpread: 0.15,
  /** Where neither what is expected nor what came reaches it, nothing is said. */
  volume: 30,
  /** Days to both sides of the same day a year before: three weeks, so that each weekday is in it alike. */
  around: 10,
  factors: [0.5, 2],
} as const;

const YEAR = 364;

/** Holds a day against what its area is used to; null where there is too little to compare with. */
export function judge(series: Series, day: string): Judgement | null {
  const value = series(day);
  if (value === undefined) return null;
  const basis = holidayTimeOf(day) ? holidayBasis(series, day) : weekdayBasis(series, day);
  if (!basis) return null;
  const few = Math.max(value, basis.expected) < RULE.volume;
  const direction = few ? null : value > basis.upper ? 'jump' : value < basis.lower ? 'drop' : null;
  return { value, basis, direction };
}

function weekdayBasis(series: Series, day: string): Basis | null {
  const days = weekdaysBefore(series, day);
  if (days.length < RULE.fewest) return null;
  const middle = median(days.map(({ value }) => value));
  const used = { method: 'weekdays', holiday: null, days, middle, ...factorOf(series, day) } as const;
  return bandOf(used, ordinaryDaysBefore(series, day), RULE.steadiest);
}

function holidayBasis(series: Series, day: string): Basis | null {
  const time = holidayTimeOf(day);
  if (!time) return null;
  const yearBefore = sameHolidayBefore(time, day);
  const value = series(yearBefore);
  const scatterOf = ordinaryDaysBefore(series, day);
  // Each by its own weekday: the holiday of a Wednesday says little of that of a Saturday.
  const [around, before] = [weekdaysBefore(series, day), weekdaysBefore(series, yearBefore)];
  if (value === undefined || around.length < RULE.fewest || before.length < RULE.fewest) return null;
  const [up, down] = [around, before].map((days) => median(days.map((one) => one.value)));
  const factor = up === undefined || down === undefined || down < 1 ? 1 : clipped(up / down);
  const days = [{ day: yearBefore, value }];
  const used = { method: 'holiday', holiday: time.holiday, days, middle: value, factor, around, before } as const;
  return bandOf(used, scatterOf, RULE.holidaySpread);
}

type Used = Pick<Basis, 'method' | 'holiday' | 'days' | 'middle' | 'factor' | 'around' | 'before'>;

function bandOf(used: Used, scatterOf: readonly UsedDay[], least: number): Basis {
  const expected = rounded(used.middle * used.factor);
  const scatter = rounded(scatterAmong(scatterOf));
  // What came is by chance, and so is the one day that it is held against.
  const chance = Math.sqrt((used.method === 'holiday' ? 2 : 1) * expected);
  const unit = rounded(Math.max(scatter * expected, chance, least * expected));
  const { times } = RULE;
  const [lower, upper] = [Math.max(0, rounded(expected - times * unit)), rounded(expected + times * unit)];
  return { ...used, expected, scatter, scatterOf, unit, times, lower, upper };
}

/** How far days lie from the middle of their weekday, as a share of it; all weekdays together, so that a week more or less says little. */
function scatterAmong(days: readonly UsedDay[]): number {
  const shares = WEEKDAYS.flatMap((weekday) => {
    const own = ofWeekday(days, weekday);
    const middle = median(own);
    return middle < 1 ? [] : own.map((value) => Math.abs(value - middle) / middle);
  });
  return 1.4826 * median(shares);
}

/** The last ordinary days of the same weekday. */
function weekdaysBefore(series: Series, day: string): UsedDay[] {
  const found: UsedDay[] = [];
  for (let week = 1; week <= RULE.within && found.length < RULE.weeks; week += 1) {
    const before = addDays(day, -7 * week);
    const value = series(before);
    if (value !== undefined && !holidayTimeOf(before)) found.push({ day: before, value });
  }
  return found;
}

/** The ordinary days of the eight weeks before. */
const ordinaryDaysBefore = (series: Series, day: string): UsedDay[] => daysFrom(series, addDays(day, -56), 56);

/** So many days from one on, without those in holidays. */
function daysFrom(series: Series, first: string, count: number): UsedDay[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at)).flatMap((day) => {
    const value = series(day);
    return value === undefined || holidayTimeOf(day) ? [] : [{ day, value }];
  });
}

/** By how much the days rose or fell a year before, from the eight weeks before them to the three around them. */
function factorOf(series: Series, day: string): Pick<Basis, 'factor' | 'around' | 'before'> {
  const then = addDays(day, -YEAR);
  const around = daysFrom(series, addDays(then, -RULE.around), 2 * RULE.around + 1);
  const before = ordinaryDaysBefore(series, then);
  const few = around.length < RULE.around || before.length < 28;
  return few ? { factor: 1, around: [], before: [] } : { factor: ratioOf(around, before), around, before };
}

/** Weekday by weekday, and of these the middle one: a weekend that fell into a holiday does not count as a season. */
function ratioOf(around: readonly UsedDay[], before: readonly UsedDay[]): number {
  const ratios = WEEKDAYS.flatMap((weekday) => {
    const [up, down] = [around, before].map((days) => median(ofWeekday(days, weekday)));
    // Of few guests nothing is learned of the season.
    return up === undefined || down === undefined || Math.min(up, down) < RULE.volume / 3 ? [] : [up / down];
  });
  if (ratios.length < 4) return 1;
  return clipped(median(ratios));
}

const clipped = (factor: number): number => {
  const [least, most] = RULE.factors;
  return rounded(Math.min(most, Math.max(least, factor)));
};

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const ofWeekday = (days: readonly UsedDay[], weekday: number): number[] =>
  days.flatMap(({ day, value }) => (new Date(`${day}T00:00:00Z`).getUTCDay() === weekday ? [value] : []));

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
