import { addDays, atLocalTime, localDate } from '@luutru/calendar';

export const CADENCES = ['daily', 'weekly', 'monthly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** When a report is due, by the clock in Vietnam. */
export interface Schedule {
  readonly cadence: Cadence;
  readonly hour: number;
  /** The day of the week from Monday (1) to Sunday (7), or of the month (1 to 28); says nothing of a daily one. */
  readonly onDay: number;
}

/** The first due time after a moment. */
export function nextDue({ cadence, hour, onDay }: Schedule, after: Date): Date {
  const time = `${String(hour).padStart(2, '0')}:00`;
  for (let day = localDate(after); ; day = addDays(day, 1)) {
    const due = atLocalTime(day, time);
    if (due > after && isOn(cadence, onDay, day)) return due;
  }
}

function isOn(cadence: Cadence, onDay: number, day: string): boolean {
  if (cadence === 'daily') return true;
  if (cadence === 'monthly') return Number(day.slice(8, 10)) === onDay;
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1 === onDay;
}
