import { addDays } from '@luutru/calendar';
import type { PolicyFault } from './policy';

/** Days, the last one included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Longest periods of one read, in days: of single rows, and of counts by month. */
export const LONGEST = { days: 92, months: 1_100 } as const;

/** The period of a read; the last 31 days unless something else is asked for. */
export function readPeriod(
  asked: { readonly from?: string; readonly to?: string },
  today: string,
  unit: keyof typeof LONGEST,
): Period | { readonly faults: readonly PolicyFault[] } {
  const to = asked.to ?? (asked.from === undefined ? today : addDays(asked.from, 30));
  const from = asked.from ?? addDays(to, -30);
  if (from > to) return { faults: [{ code: 'authority-period-reversed', pointer: '/to' }] };
  if (addDays(from, LONGEST[unit]) <= to) {
    return { faults: [{ code: 'authority-period-too-long', pointer: '/from', params: { days: LONGEST[unit] } }] };
  }
  return unit === 'days' ? { from, to } : { from: firstOfMonth(from), to: firstOfMonth(to) };
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
