const MINUTE = 60_000;
/** Pauses after the first, second, ... failure; together a day and a half. */
const PAUSES = [0.1, 1, 5, 15, 60, 180, 360, 720, 900].map((minutes) => minutes * MINUTE);

/** An endpoint that has failed for so long is left alone until its owner looks after it. */
export const DISABLED_AFTER_MS = 5 * 86_400_000;
/** For messages that are never given up, since those after them wait. */
export const LONGEST_PAUSE_MS = 15 * 60 * MINUTE;

/** When to try again after so many failures; null: never. `random` in [0, 1) spreads those that failed together by ±20 %. */
export function nextAttempt(failures: number, now: Date, random: number): Date | null {
  const pause = PAUSES[failures - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * (0.8 + 0.4 * random));
}
