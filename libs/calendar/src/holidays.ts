import { lunarNewYear } from './lunar-new-year';
import { addDays, daysBetween, type LocalDate } from './vietnam-time';

/** Times of the year in which people travel otherwise than in other weeks. */
export const HOLIDAYS = {
  'tet-duong-lich': {
    vi: 'Tết Dương lịch',
    en: 'New Year',
    before: 1,
    after: 1,
    on: (year: number) => `${year}-01-01`,
  },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year', before: 9, after: 12, on: lunarNewYear },
  'giai-phong': {
    vi: '30/4 và 1/5',
    en: 'Reunification and Labour Day',
    before: 3,
    after: 4,
    on: (year: number) => `${year}-04-30`,
  },
  'quoc-khanh': {
    vi: 'Quốc khánh 2/9',
    en: 'National Day',
    before: 3,
    after: 2,
    on: (year: number) => `${year}-09-02`,
  },
} as const;
export type Holiday = keyof typeof HOLIDAYS;

/** A day in the time around a holiday; `offset` counts from the holiday itself. */
export interface HolidayTime {
  readonly holiday: Holiday;
  readonly offset: number;
}

const NAMES = Object.keys(HOLIDAYS) as readonly Holiday[];
const known = new Map<string, LocalDate>();

/** The day of the holiday in a year. */
export function holidayOn(holiday: Holiday, year: number): LocalDate {
  const key = `${holiday}:${year}`;
  const day = known.get(key) ?? HOLIDAYS[holiday].on(year);
  known.set(key, day);
  return day;
}

const times = new Map<string, HolidayTime | null>();
/** Decades of days: whoever judges a day asks for hundreds of others. */
const KEPT = 20_000;

/** The holiday in whose time a day lies; the nearest of several; null for an ordinary day. */
export function holidayTimeOf(day: LocalDate): HolidayTime | null {
  const kept = times.get(day);
  if (kept !== undefined) return kept;
  if (times.size >= KEPT) times.clear();
  const time = reckonTime(day);
  times.set(day, time);
  return time;
}

function reckonTime(day: LocalDate): HolidayTime | null {
  const year = Number(day.slice(0, 4));
  const found = [year, year + 1].flatMap((of) =>
    NAMES.flatMap((holiday): HolidayTime[] => {
      const offset = daysBetween(holidayOn(holiday, of), day);
      const { before, after } = HOLIDAYS[holiday];
      return offset >= -before && offset <= after ? [{ holiday, offset }] : [];
    }),
  );
  return found.sort((a, b) => Math.abs(a.offset) - Math.abs(b.offset))[0] ?? null;
}

/** The day of the same holiday the year before. */
export const sameHolidayBefore = ({ holiday, offset }: HolidayTime, day: LocalDate): LocalDate =>
  addDays(holidayOn(holiday, Number(addDays(day, -offset).slice(0, 4)) - 1), offset);
