import { addDays } from '@luutru/calendar';
import fc from 'fast-check';
import { coverByDay, type Cover, coverOf, type Piece } from './cover';
import { daysIn, monthOf } from './periods';

const days = fc.integer({ min: 0, max: 4_000 }).map((day) => addDays('2019-12-20', day));
const periods = fc
  .tuple(days, fc.integer({ min: 0, max: 400 }))
  .map(([from, length]) => ({ from, until: addDays(from, length) }));

describe('what makes up a period', () => {
  const pieces = (found: readonly Piece[]) =>
    found.map(({ of, from, until, sign }) => `${sign < 0 ? '-' : '+'}${of} ${from}..${until}`);
  const cover = (from: string, until: string, headRead = false, dekads = false) => {
    const { within, withoutHead } = coverOf({ from, until }, headRead, dekads);
    return [...pieces(within), ...(withoutHead ? ['-head'] : [])];
  };

  it('is whole months, with the days that are fewer: those beside or those left out', () => {
    expect(cover('2026-01-01', '2026-03-01')).toEqual(['+month 2026-01-01..2026-03-01']);
    expect(cover('2026-01-25', '2026-04-02')).toEqual([
      '+month 2026-02-01..2026-04-01',
      '+day 2026-01-25..2026-02-01',
      '+day 2026-04-01..2026-04-02',
    ]);
    expect(cover('2026-01-10', '2026-03-25')).toEqual([
      '+month 2026-01-01..2026-04-01',
      '-day 2026-03-25..2026-04-01',
      '-head',
    ]);
    expect(cover('2026-01-03', '2026-01-30')).toEqual([
      '+month 2026-01-01..2026-02-01',
      '-day 2026-01-30..2026-02-01',
      '-head',
    ]);
    expect(cover('2026-01-10', '2026-01-12')).toEqual(['+day 2026-01-10..2026-01-12']);
    expect(cover('2026-01-03', '2026-01-03')).toEqual([]);
  });

  it('leaves out days that are read anyway', () => {
    expect(cover('2026-01-25', '2026-04-02', true)[0]).toBe('+month 2026-01-01..2026-04-01');
    expect(cover('2026-01-25', '2026-01-26', true)).toEqual(['+day 2026-01-25..2026-01-26']);
  });

  it('is made of dekads too, the last of which is what is left of the month', () => {
    expect(cover('2026-01-10', '2026-03-10', true, true)).toEqual([
      '+month 2026-01-01..2026-03-01',
      '+dekad 2026-03-01..2026-03-11',
      '-day 2026-03-10..2026-03-11',
      '-head',
    ]);
    expect(pieces(coverOf({ from: '2026-01-10', until: '2026-03-10' }, true, true).head)).toEqual([
      '+dekad 2026-01-01..2026-01-11',
      '-day 2026-01-10..2026-01-11',
    ]);
    expect(cover('2026-02-27', '2026-03-01', false, true)).toEqual(['+day 2026-02-27..2026-03-01']);
  });

  /** How often each day is counted. */
  function counted({ within, head, withoutHead }: Cover): Map<string, number> {
    const times = new Map<string, number>();
    const count = (found: readonly Piece[], by: 1 | -1) => {
      for (const { from, until, sign } of found)
        for (let day = from; day < until; day = addDays(day, 1)) times.set(day, (times.get(day) ?? 0) + by * sign);
    };
    count(within, 1);
    if (withoutHead) count(head, -1);
    return times;
  }
  const read = (found: readonly Piece[]): number =>
    found.reduce((sum, piece) => sum + (piece.of === 'day' ? daysIn(piece) : 0), 0);

  it('counts each day of it once and no other, with few days read', () => {
    fc.assert(
      fc.property(periods, fc.boolean(), fc.boolean(), (period, headRead, dekads) => {
        const found = coverOf(period, headRead, dekads);
        const times = [...counted(found)].filter(([, sum]) => sum !== 0);
        expect(times.every(([day, sum]) => sum === 1 && day >= period.from && day < period.until)).toBe(true);
        expect(times.length).toBe(daysIn(period));
        const head = headRead || found.withoutHead ? read(found.head) : 0;
        const most = dekads ? 5 : 15;
        expect(read(found.within) + head).toBeLessThanOrEqual(2 * most + (headRead ? (dekads ? 5 : 31) : 0));
        expect(found.within.every(({ of, from }) => of !== 'month' || from === monthOf(from))).toBe(true);
        expect(found.within.every(({ of, from }) => of !== 'dekad' || /-(01|11|21)$/.test(from))).toBe(true);
      }),
    );
  });

  it('is its days where it is cut into days or weeks', () => {
    const { within, head, withoutHead } = coverByDay({ from: '2026-01-10', until: '2026-03-10' });
    expect([pieces(within), pieces(head), withoutHead]).toEqual([
      ['+day 2026-01-10..2026-03-10'],
      ['+day 2026-01-01..2026-01-10'],
      false,
    ]);
  });
});
