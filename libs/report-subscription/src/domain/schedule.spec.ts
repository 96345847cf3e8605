import fc from 'fast-check';
import { localDate, localTimeOfDay, toLocalIso } from '@luutru/calendar';
import { CADENCES, nextDue } from './schedule';

const at = (text: string): Date => new Date(`${text}+07:00`);

describe('when a report is due', () => {
  it.each([
    ['daily', 1, '2026-11-23T06:59:59', '2026-11-23T07:00:00+07:00'],
    ['daily', 1, '2026-11-23T07:00:00', '2026-11-24T07:00:00+07:00'],
    ['weekly', 1, '2026-11-23T07:00:00', '2026-11-30T07:00:00+07:00'],
    ['weekly', 7, '2026-11-23T07:00:00', '2026-11-29T07:00:00+07:00'],
    ['monthly', 28, '2027-02-01T00:00:00', '2027-02-28T07:00:00+07:00'],
    ['monthly', 1, '2026-12-01T07:00:00', '2027-01-01T07:00:00+07:00'],
  ] as const)('%s on %d, after %s', (cadence, onDay, after, wanted) => {
    expect(toLocalIso(nextDue({ cadence, onDay, hour: 7 }, at(after)))).toBe(wanted);
  });

  it('is the first moment after, at the hour in Vietnam, whatever the schedule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CADENCES),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1e10 }),
        (cadence, hour, onDay, seconds) => {
          const after = new Date(1.7e12 + seconds * 10);
          const due = nextDue({ cadence, hour, onDay }, after);
          expect(due > after).toBe(true);
          expect(Number(localTimeOfDay(due).slice(0, 2))).toBe(hour);
          expect(localTimeOfDay(due).slice(3)).toBe('00');
          const days = { daily: 1, weekly: 7, monthly: 31 }[cadence];
          expect(due.getTime() - after.getTime()).toBeLessThanOrEqual(days * 86_400_000);
          // Nothing is left out between one due time and the next.
          expect(nextDue({ cadence, hour, onDay }, new Date(due.getTime() - 1))).toEqual(due);
          expect(localDate(due) >= localDate(after)).toBe(true);
        },
      ),
    );
  });
});
