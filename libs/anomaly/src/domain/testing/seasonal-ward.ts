import { addDays, daysBetween, holidayTimeOf } from '@luutru/calendar';

/** A ward whose guests come with the weekdays, the seasons, the holidays and chance, and nothing else. */
export interface WardHabits {
  /** Arrivals of a usual day. */
  readonly level: number;
  /** Saturdays by how much above Tuesdays, as a share. */
  readonly weekend: number;
  /** How far summer lies above winter, as a share. */
  readonly summer: number;
  /** Growth a year, as a share. */
  readonly growth: number;
  /** How much more than by chance days differ: 0 is Poisson; 0.01 adds ten per cent of the level to its spread. */
  readonly unrest: number;
}

export const FIRST_DAY = '2024-01-01';

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Tết empties business hotels for some days and then fills the beaches; the others are long weekends. */
function holidayFactor(day: string): number {
  const time = holidayTimeOf(day);
  if (!time) return 1;
  const { holiday, offset } = time;
  if (holiday === 'tet') return offset < -3 ? 0.8 : offset < 1 ? 0.35 : offset < 7 ? 2.4 : 1.2;
  return Math.abs(offset) <= 1 ? 1.9 : 1.2;
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Arrivals day by day from {@link FIRST_DAY}. */
export function arrivalsOf(habits: WardHabits, days: number, random: () => number): Map<string, number> {
  const series = new Map<string, number>();
  for (let at = 0; at < days; at += 1) {
    const day = addDays(FIRST_DAY, at);
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const ofWeek = 1 + (habits.weekend * ([-0.3, -0.4, -0.3, 0, 0.5, 0.6, -0.1][weekday] ?? 0)) / 0.6;
    const ofYear = 1 + habits.summer * Math.sin((2 * Math.PI * (daysBetween('2024-04-10', day) % 365)) / 365);
    const mean = habits.level * ofWeek * ofYear * (1 + (habits.growth * at) / 365) * holidayFactor(day);
    const spread = Math.sqrt(mean + habits.unrest * mean * mean);
    series.set(day, Math.max(0, Math.round(mean + spread * normal(random))));
  }
  return series;
}
