import { addDays, holidayTimeOf, sameHolidayBefore } from '@luutru/calendar';
import { mad, median } from './robust';

/** One figure a day of one area; undefined where nothing is known. */
export type Series = (day: string) => number | undefined;

/** A day with its value, as it went into the reckoning. */
export interface UsedDay {
  readonly day: string;
  readonly value: number;
}

/** How the band was reckoned, with every number: whoever follows {@link recompute} comes to the same band. */
export interface Basis {
  /** `weekdays`: the same weekday of the weeks before; `holiday`: the same day of the holiday a year before. */
  readonly method: 'weekdays' | 'holiday';
  readonly holiday: string | null;
  /** The days that the middle and the spread are of. */
  readonly days: readonly UsedDay[];
  readonly middle: number;
  /** 1.4826 x the median distance from the middle, before the factor; null where there is one day only. */
  readonly spread: number | null;
  /** By how much these days rose or fell a year before; with the days that say so. 1 and none where there are too few. */
  readonly factor: number;
  readonly factorFrom: { readonly around: readonly UsedDay[]; readonly before: readonly UsedDay[] };
  readonly expected: number;
  /** What the band is wide: `times` this on both sides. */
  readonly unit: number;
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
  times: 4.5,
  /** The least that the unit is, beside the root of what is expected: no series is steadier than that. */
  steadiest: 0.08,
  /** Of a holiday there is one day to compare with, and its weekday is another. */
  holidaySpread: 0.2,
  /** Where neither what is expected nor what came reaches it, nothing is said. */
  volume: 30,
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
  const { factor, factorFrom } = factorOf(series, day);
  const values = days.map(({ value }) => value);
  const [middle, spread] = [median(values), mad(values)];
  return bandOf({ method: 'weekdays', holiday: null, days, middle, spread, factor, factorFrom }, RULE.steadiest);
}

function holidayBasis(series: Series, day: string): Basis | null {
  const time = holidayTimeOf(day);
  if (!time) return null;
  const before = sameHolidayBefore(time, day);
  const value = series(before);
  const [now, then] = [ordinaryDaysBefore(series, day), ordinaryDaysBefore(series, before)];
  if (value === undefined || now.length < 28 || then.length < 28) return null;
  const [level, levelThen] = [median(now.map((one) => one.value)), median(then.map((one) => one.value))];
  const factor = levelThen < 1 ? 1 : clipped(level / levelThen);
  const days = [{ day: before, value }];
  const used = { method: 'holiday', holiday: time.holiday, days, middle: value, spread: null } as const;
  return bandOf({ ...used, factor, factorFrom: { around: now, before: then } }, RULE.holidaySpread);
}

function bandOf(used: Omit<Basis, 'expected' | 'unit' | 'times' | 'lower' | 'upper'>, share: number): Basis {
  const expected = used.middle * used.factor;
  const unit = Math.max((used.spread ?? 0) * used.factor, Math.sqrt(expected), share * expected);
  const { times } = RULE;
  return {
    ...used,
    ...{ factor: rounded(used.factor), spread: used.spread === null ? null : rounded(used.spread) },
    ...{ expected: rounded(expected), unit: rounded(unit), times },
    lower: Math.max(0, rounded(expected - times * unit)),
    upper: rounded(expected + times * unit),
  };
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

/** The ordinary days of the eight weeks before; of them the time around a holiday is judged. */
function ordinaryDaysBefore(series: Series, day: string): UsedDay[] {
  return Array.from({ length: 56 }, (_, back) => addDays(day, -1 - back)).flatMap((before) => {
    const value = series(before);
    return value === undefined || holidayTimeOf(before) ? [] : [{ day: before, value }];
  });
}

/** By how much the same weekday rose or fell a year before, from the weeks before to the week itself and those beside it. */
function factorOf(series: Series, day: string): Pick<Basis, 'factor' | 'factorFrom'> {
  const then = addDays(day, -YEAR);
  const around = [-7, 0, 7].flatMap((shift): UsedDay[] => {
    const one = addDays(then, shift);
    const value = series(one);
    return value === undefined || holidayTimeOf(one) ? [] : [{ day: one, value }];
  });
  const before = weekdaysBefore(series, addDays(then, -7));
  const none = { factor: 1, factorFrom: { around: [], before: [] } };
  if (around.length < 2 || before.length < RULE.fewest) return none;
  const [up, down] = [median(around.map(({ value }) => value)), median(before.map(({ value }) => value))];
  // Of few guests a year before nothing is learned of the season.
  if (Math.min(up, down) < RULE.volume) return none;
  return { factor: clipped(up / down), factorFrom: { around, before } };
}

const [LEAST, MOST] = RULE.factors;
const clipped = (factor: number): number => Math.min(MOST, Math.max(LEAST, factor));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
