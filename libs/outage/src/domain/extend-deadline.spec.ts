import fc from 'fast-check';
import { extendDeadline, type OutageWindow } from './extend-deadline';

const HOUR = 3_600_000;
const GRACE = 2 * HOUR;
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23) + hour * HOUR);
const outage = (from: number, to: number, wardIds: string[] | null = null): OutageWindow => ({
  outageId: `${from}-${to}`,
  startedAt: at(from),
  endedAt: at(to),
  wardIds,
});

describe('extendDeadline', () => {
  it.each([
    ['before the outage', 10, [outage(12, 14)], 10, null],
    ['within it', 13, [outage(12, 14)], 16, '12-14'],
    ['as it begins', 12, [outage(12, 14)], 16, '12-14'],
    ['within the grace after it', 15, [outage(12, 14)], 16, '12-14'],
    ['after the grace', 16, [outage(12, 14)], 16, null],
    ['in one that follows in the grace of another', 13, [outage(15, 20), outage(12, 14)], 22, '15-20'],
    ['in another ward', 13, [outage(12, 14, ['w2'])], 13, null],
    ['in its own ward', 13, [outage(12, 14, ['w2', 'w1'])], 16, '12-14'],
  ])('a deadline %s', (_name, due, outages, expected, by) => {
    expect(extendDeadline(at(due), 'w1', outages, GRACE)).toEqual({ dueAt: at(expected), outageId: by });
  });

  const windows = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, long]) => outage(from, from + long)),
    { maxLength: 8 },
  );

  it('never moves earlier, moves once for all, and not later for a later start with fewer outages', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 0, max: 120 }), (outages, due) => {
        const once = extendDeadline(at(due), 'w1', outages, GRACE).dueAt;
        expect(once.getTime()).toBeGreaterThanOrEqual(at(due).getTime());
        expect(extendDeadline(once, 'w1', outages, GRACE).dueAt).toEqual(once);
        const fewer = extendDeadline(at(due), 'w1', outages.slice(1), GRACE).dueAt;
        expect(fewer.getTime()).toBeLessThanOrEqual(once.getTime());
      }),
    );
  });
});
