import { addDays, atLocalTime, localDate, localTimeOfDay } from '@luutru/calendar';
import type { DeclarationRules } from './declaration-context';

const HOUR_MS = 3_600_000;

/**
 * When the stay must have been declared. Residents: 23:00 of the arrival day, 08:00 of the next day for arrivals from
 * 23:00 on; an arrival at 01:30 is due at 23:00 of that same day. Foreigners: a number of hours after arrival.
 * @see legal rules `stay.deadline` and `stay.deadline.foreigner`, taken as in force on the arrival day
 */
export function dueAt(
  arrivedAt: Date,
  who: { foreigner: boolean; remoteArea: boolean },
  rules: DeclarationRules,
): Date {
  const day = localDate(arrivedAt);
  if (who.foreigner) {
    const { hours, remoteHours } = rules.foreignerDeadline(day);
    return new Date(arrivedAt.getTime() + (who.remoteArea ? remoteHours : hours) * HOUR_MS);
  }
  const { cutoff, nextDayDue } = rules.deadline(day);
  return localTimeOfDay(arrivedAt) < cutoff ? atLocalTime(day, cutoff) : atLocalTime(addDays(day, 1), nextDayDue);
}
