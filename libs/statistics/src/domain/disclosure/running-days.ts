/**
 * A day's number of persons as it is given out, while the day runs and for ever after: rounded down to a multiple of the
 * threshold, so that somebody who reads it every minute sees no single person come. Only for all of a scope, never by area,
 * kind or anything else.
 */
export const roundedDay = (persons: number, threshold: number): number => Math.floor(persons / threshold) * threshold;

/**
 * Whether the exact sum of days may be given beside the days rounded down: the parts cut off must be able to be
 * anything from 0 to threshold - 1 on every single day.
 */
export function mayStandBesideDays(total: number, days: readonly number[], threshold: number): boolean {
  const cutOff = total - days.reduce((sum, persons) => sum + roundedDay(persons, threshold), 0);
  const most = threshold - 1;
  return cutOff >= most && cutOff <= most * (days.length - 1);
}
