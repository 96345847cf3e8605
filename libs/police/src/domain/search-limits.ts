/** How much one officer may search before a supervisor is told and the next search waits. */
export interface SearchLimits {
  readonly searchesPerHour: number;
  readonly searchesPerDay: number;
  /** Stays shown, all pages together. */
  readonly rowsPerDay: number;
}

export const DEFAULT_SEARCH_LIMITS: SearchLimits = { searchesPerHour: 60, searchesPerDay: 300, rowsPerDay: 3_000 };

/** What an officer has searched in the hour and in the 24 hours before now. */
export interface SearchCounts {
  readonly hour: number;
  readonly day: number;
  readonly rows: number;
  /** The first search of the last hour, and of the last 24; null: none. */
  readonly hourBegan: Date | null;
  readonly dayBegan: Date | null;
}

export type LimitKind = 'searches-per-hour' | 'searches-per-day' | 'rows-per-day';

/** A limit that is reached: which, at how many, and when one may come again. */
export interface LimitReached {
  readonly kind: LimitKind;
  readonly count: number;
  readonly seconds: number;
}

const HOUR_MS = 3_600_000;

/** The limit that refuses another search, the longest wait first; null: go on. A page of an old search is rows only. */
export function limitReached(
  limits: SearchLimits,
  counts: SearchCounts,
  now: Date,
  isPage: boolean,
): LimitReached | null {
  const wait = (began: Date | null, ms: number): number =>
    Math.max(1, Math.ceil(((began ?? now).getTime() + ms - now.getTime()) / 1_000));
  const day = (kind: LimitKind, count: number) => ({ kind, count, seconds: wait(counts.dayBegan, 24 * HOUR_MS) });
  if (counts.rows >= limits.rowsPerDay) return day('rows-per-day', counts.rows);
  if (isPage) return null;
  if (counts.day >= limits.searchesPerDay) return day('searches-per-day', counts.day);
  if (counts.hour < limits.searchesPerHour) return null;
  return { kind: 'searches-per-hour', count: counts.hour, seconds: wait(counts.hourBegan, HOUR_MS) };
}
