import fc from 'fast-check';
import { parseMoment } from '@luutru/calendar';
import { dueAt } from './deadline';
import { context } from './testing/sample';

const { rules } = context();
const at = (text: string): Date => {
  const moment = parseMoment(text);
  if (!moment.ok) throw new Error(text);
  return moment.at;
};

describe('dueAt', () => {
  it.each([
    ['2026-11-23T00:00', '2026-11-23T23:00'],
    ['2026-11-23T01:30', '2026-11-23T23:00'],
    ['2026-11-23T14:00', '2026-11-23T23:00'],
    ['2026-11-23T22:59', '2026-11-23T23:00'],
    ['2026-11-23T23:00', '2026-11-24T08:00'],
    ['2026-11-23T23:59', '2026-11-24T08:00'],
    ['2026-11-30T23:30', '2026-12-01T08:00'],
    ['2026-12-31T23:30', '2027-01-01T08:00'],
    ['2028-02-28T23:30', '2028-02-29T08:00'],
  ])('a resident arriving at %s is due at %s', (arrival, due) => {
    expect(dueAt(at(arrival), { foreigner: false, remoteArea: false }, rules)).toEqual(at(due));
    expect(dueAt(at(arrival), { foreigner: false, remoteArea: true }, rules)).toEqual(at(due));
  });

  it.each([
    [false, '2026-11-24T02:30'],
    [true, '2026-11-24T14:30'],
  ])('a foreigner has 12 hours, 24 in a remote area (%s)', (remoteArea, due) => {
    expect(dueAt(at('2026-11-23T14:30'), { foreigner: true, remoteArea }, rules)).toEqual(at(due));
  });

  it('lies after the arrival and within a day of it', () => {
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.boolean(), fc.boolean(), (arrival, foreigner, remoteArea) => {
        const wait = dueAt(arrival, { foreigner, remoteArea }, rules).getTime() - arrival.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(24 * 3_600_000);
      }),
    );
  });
});
