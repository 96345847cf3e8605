import { isClosed, monthsOf, periodOf, periodsBetween } from './periods';

describe('periods', () => {
  it.each([
    ['2026-11-23', 'month', '2026-11', '2026-11-01', '2026-11-30'],
    ['2024-02-29', 'month', '2024-02', '2024-02-01', '2024-02-29'],
    ['2026-11-23', 'quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-03-31', 'quarter', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-11-23', 'year', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s is in the %s %s', (day, unit, name, from, to) => {
    expect(periodOf(day, unit)).toEqual({ unit, name, from, to });
  });

  it('consist of months', () => {
    expect(monthsOf(periodOf('2026-11-23', 'quarter')).map(({ name }) => name)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
    expect(monthsOf(periodOf('2026-11-23', 'year'))).toHaveLength(12);
  });

  it('are given only from a first day to a last', () => {
    const names = periodsBetween('2026-07-01', '2026-12-31', 'quarter')?.map(({ name }) => name);
    expect(names).toEqual(['2026-Q3', '2026-Q4']);
    expect(periodsBetween('2026-07-02', '2026-12-31', 'quarter')).toBeNull();
    expect(periodsBetween('2026-07-01', '2026-12-30', 'month')).toBeNull();
    expect(periodsBetween('2026-12-01', '2026-11-30', 'month')).toBeNull();
  });

  it('are closed when the last declarations have had their days', () => {
    const november = periodOf('2026-11-23', 'month');
    expect(isClosed(november, '2026-12-05', 5)).toBe(false);
    expect(isClosed(november, '2026-12-06', 5)).toBe(true);
  });
});
