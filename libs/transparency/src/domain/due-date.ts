import { addDays } from '@luutru/calendar';

/** Law 91/2025/QH15 on personal data with NĐ 356/2025: an answer within ten working days. */
export const ANSWER_WORKING_DAYS = 10;

/** The day so many working days after a day; Saturdays and Sundays do not count. */
export function addWorkingDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}
