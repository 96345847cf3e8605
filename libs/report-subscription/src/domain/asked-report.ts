import { addDays } from '@luutru/calendar';

/** The days that a report is about, told from the day on which it is due. */
export const REPORT_PERIODS = [
  'yesterday',
  'last-7-days',
  'last-week',
  'month-to-date',
  'last-month',
  'year-to-date',
] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** First day, and the day after the last; only days that are over. Of the first day of a month or year: the one before. */
export function periodBefore(period: ReportPeriod, today: string): { readonly from: string; readonly until: string } {
  const yesterday = addDays(today, -1);
  switch (period) {
    case 'yesterday':
      return { from: yesterday, until: today };
    case 'last-7-days':
      return { from: addDays(today, -7), until: today };
    case 'last-week': {
      const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
      return { from: addDays(monday, -7), until: monday };
    }
    case 'month-to-date':
      return { from: `${yesterday.slice(0, 7)}-01`, until: today };
    case 'last-month': {
      const until = `${today.slice(0, 7)}-01`;
      return { from: `${addDays(until, -1).slice(0, 7)}-01`, until };
    }
    case 'year-to-date':
      return { from: `${yesterday.slice(0, 4)}-01-01`, until: today };
  }
}
