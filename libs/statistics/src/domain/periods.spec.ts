import fc from 'fast-check';
import { addDays } from '@luutru/calendar';
import { addMonths, comparable, cut, daysIn, GRAINS, startOf, step } from './periods';

const days = fc.integer({ min: 0, max: 4_000 }).map((day) => addDays('2019-12-20', day));
const periods = fc
  .tuple(days, fc.integer({ min: 1, max: 900 }))
  .map(([from, length]) => ({ from, until: addDays(from, length) }));

describe('periods', () => {
  it('are cut without gap or overlap, at the borders of the calendar', () => {
    fc.assert(
      fc.property(periods, fc.constantFrom(...GRAINS), (period, grain) => {
        const parts = cut(period, grain);
        expect([parts[0]?.from, parts.at(-1)?.until]).toEqual([period.from, period.until]);
        parts
          .slice(1)
          .forEach((part, at) => expect([part.from, startOf(part.from, grain)]).toEqual([parts[at]?.until, part.from]));
        expect(parts.reduce((sum, part) => sum + daysIn(part), 0)).toBe(daysIn(period));
      }),
    );
    expect(cut({ from: '2026-01-01', until: '2026-01-01' }, 'day')).toEqual([]);
    expect(cut({ from: '2026-01-05', until: '2027-01-05' }, null)).toHaveLength(1);
  });

  it.each([
    ['2026-11-25', 'day', '2026-11-25'],
    ['2026-11-25', 'week', '2026-11-23'],
    ['2026-11-22', 'week', '2026-11-16'],
    ['2026-11-25', 'month', '2026-11-01'],
    ['2026-11-25', 'quarter', '2026-10-01'],
    ['2026-03-31', 'quarter', '2026-01-01'],
    ['2026-11-25', 'year', '2026-01-01'],
  ] as const)('%s lies in the %s of %s', (day, grain, start) => expect(startOf(day, grain)).toBe(start));

  it('go on by whole grains, to the end of shorter months', () => {
    expect(step('2026-01-01', 'quarter', -1)).toBe('2025-10-01');
    expect(step('2026-11-23', 'week', 2)).toBe('2026-12-07');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  describe('are compared', () => {
    const today = '2026-11-23';
    const like = (from: string, until: string, kind: 'year' | 'previous') =>
      comparable({ from, until }, kind, today, today);

    it('with the same days of the year before, a leap day with the end of February', () => {
      expect(like('2026-01-01', '2026-04-01', 'year').period).toEqual({ from: '2025-01-01', until: '2025-04-01' });
      expect(like('2024-02-01', '2024-03-01', 'year').period).toEqual({ from: '2023-02-01', until: '2023-03-01' });
    });

    it('with as many months or days right before', () => {
      expect(like('2026-09-01', '2026-11-01', 'previous').period).toEqual({ from: '2026-07-01', until: '2026-09-01' });
      expect(like('2026-11-09', '2026-11-16', 'previous').period).toEqual({ from: '2026-11-02', until: '2026-11-09' });
    });

    it('with no more days than have passed', () => {
      expect(like('2026-11-01', '2026-12-01', 'previous')).toEqual({
        period: { from: '2026-10-01', until: '2026-10-24' },
        nightsUntil: '2026-10-23',
      });
    });
  });
});
