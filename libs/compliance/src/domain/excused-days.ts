import { addDays, atLocalTime, localDate } from '@luutru/calendar';

/** A time in which the system could not be used: in these wards, or (null) anywhere. */
export interface Gap {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly wardIds: readonly string[] | null;
}

const HOUR_MS = 3_600_000;

/** The days of which so many hours were lost in a ward that nobody can be blamed for declaring nothing. */
export function excusedDays(gaps: readonly Gap[], wardId: string, hours: number): Set<string> {
  const lost = new Map<string, number>();
  for (const { startedAt, endedAt, wardIds } of gaps) {
    if (wardIds && !wardIds.includes(wardId)) continue;
    for (let day = localDate(startedAt); day <= localDate(endedAt); day = addDays(day, 1)) {
      const from = Math.max(startedAt.getTime(), atLocalTime(day, '00:00').getTime());
      const until = Math.min(endedAt.getTime(), atLocalTime(addDays(day, 1), '00:00').getTime());
      lost.set(day, (lost.get(day) ?? 0) + Math.max(0, until - from));
    }
  }
  return new Set([...lost].filter(([, ms]) => ms >= hours * HOUR_MS).map(([day]) => day));
}
