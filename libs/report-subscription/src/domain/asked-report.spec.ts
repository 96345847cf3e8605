import { periodBefore, REPORT_PERIODS } from './asked-report';

describe('the period of a report', () => {
  it.each([
    ['yesterday', '2026-11-23', '2026-11-22', '2026-11-23'],
    ['last-7-days', '2026-11-23', '2026-11-16', '2026-11-23'],
    ['last-week', '2026-11-23', '2026-11-16', '2026-11-23'],
    ['last-week', '2026-11-29', '2026-11-16', '2026-11-23'],
    ['month-to-date', '2026-11-23', '2026-11-01', '2026-11-23'],
    ['month-to-date', '2026-12-01', '2026-11-01', '2026-12-01'],
    ['last-month', '2026-01-05', '2025-12-01', '2026-01-01'],
    ['year-to-date', '2027-01-01', '2026-01-01', '2027-01-01'],
  ] as const)('%s on %s', (period, today, from, until) => {
    expect(periodBefore(period, today)).toEqual({ from, until });
  });

  it('never has a day that is not over', () => {
    for (const period of REPORT_PERIODS) {
      const { from, until } = periodBefore(period, '2026-11-23');
      expect(from < until && until <= '2026-11-23').toBe(true);
    }
  });
});
