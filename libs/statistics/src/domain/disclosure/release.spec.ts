import fc from 'fast-check';
import { revise } from './edition';
import { protectFigures } from './protect';
import { mayStandBesideDays, roundedDay } from './running-days';
import { hiddenRow, ratio, type ShownRow, shownRows, sumOfPeriods } from './shown-rows';
import { Attacker } from './testing/attacker';
import { answersOf, worldOf } from './testing/world';

const wards = new Map(['a', 'b', 'c'].map((ward) => [ward, [ward]]));
const kinds = new Map([['ks', ['ks']]]);
const values = new Map(['VNM', 'KOR'].map((value) => [value, [value]]));
const places = [...wards.keys()].map((ward) => [ward, 'ks'] as const);
const worldWith = (counts: readonly (readonly number[])[]) =>
  worldOf(5, wards, kinds, places, { nationality: { values, counts } });

describe('rows as a caller gets them', () => {
  const figures = protectFigures(
    worldWith([
      [3, 0],
      [9, 0],
      [90, 70],
    ]).figures,
  );
  const rows = [...wards.keys()].map((area) => ({ cell: { area }, figures: { arrivals: 7, nights: 0 } }));

  it('have null for each figure of a hidden cell, and say why, not which cells are the small ones', () => {
    expect([...shownRows(rows, figures)]).toEqual([
      { cell: { area: 'a' }, figures: { arrivals: null, nights: null }, hidden: 'too-few-persons' },
      { cell: { area: 'b' }, figures: { arrivals: null, nights: null }, hidden: 'too-few-persons' },
      { cell: { area: 'c' }, figures: { arrivals: 7, nights: 0 }, hidden: null },
    ]);
  });

  it('of longer periods are sums of months, or hidden with one of them', () => {
    const shown: ShownRow<'arrivals'> = { cell: { area: 'c' }, figures: { arrivals: 7 }, hidden: null };
    expect(sumOfPeriods([shown, shown, shown]).figures).toEqual({ arrivals: 21 });
    const open = hiddenRow(shown.cell, shown.figures, 'period-open');
    expect(sumOfPeriods([shown, open])).toEqual({ ...open, figures: { arrivals: null } });
    expect(() => sumOfPeriods([])).toThrow('no months');
  });

  it('have no ratio of what is hidden, nor of nothing', () => {
    expect([ratio(6, 3), ratio(null, 3), ratio(6, null), ratio(6, 0)]).toEqual([2, null, null, null]);
  });
});

describe('days', () => {
  it('are rounded down, so that no single person is seen to come', () => {
    expect([0, 4, 5, 9, 10].map((persons) => roundedDay(persons, 5))).toEqual([0, 0, 5, 5, 10]);
  });

  it('leave every day free to be anything within its rounding, beside the exact sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 6 }), (days) => {
        const total = days.reduce((sum, one) => sum + one, 0);
        const answers = [
          { sum: days.map((_, at) => at), value: total - days.reduce((sum, one) => sum + roundedDay(one, 5), 0) },
        ];
        // The unknowns are the parts cut off and what they lack to 4.
        const parts = days.map((_, at) => ({ sum: [at, at + days.length], value: 4 }));
        const attacker = new Attacker(days.length * 2, [...answers, ...parts]);
        const isFree = days.every((_, at) => attacker.bounds([at]).join() === '0,4');
        expect(mayStandBesideDays(total, days, 5)).toBe(isFree);
      }),
    );
  });
});

describe('an edition made anew', () => {
  const counts = fc.array(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 2 }), {
    minLength: 3,
    maxLength: 3,
  });

  it('keeps the earlier one when all changed by fewer persons than the threshold', () => {
    const before = protectFigures(
      worldWith([
        [30, 20],
        [30, 20],
        [30, 20],
      ]).figures,
    );
    expect(
      revise(
        before,
        worldWith([
          [31, 20],
          [30, 20],
          [30, 20],
        ]).figures,
      ),
    ).toBeNull();
  });

  it('hides what changed by a few, stays silent about what was hidden, and still nothing can be computed', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const [earlier, later] = [worldWith(first), worldWith(second)];
        const before = protectFigures(earlier.figures);
        const after = revise(before, later.figures);
        if (!after || before.isWithheld) return;
        const attacker = new Attacker(
          later.truth.length,
          answersOf(later, (cell) => after.isShown(cell)),
        );
        for (const { cell, sum } of later.cells) {
          const change = Math.abs(after.personsIn(cell) - before.personsIn(cell));
          const isEmpty =
            after.isShown({ ...cell, breakdown: undefined }) &&
            after.personsIn({ ...cell, breakdown: undefined }) === 0;
          const mustHide = !isEmpty && (!before.isShown(cell) || (change > 0 && change < 5));
          if (mustHide) expect(after.isShown(cell)).toBe(false);
          if (!after.isShown(cell)) expect(attacker.computes(sum)).toBe(false);
          const [low, high] = attacker.bounds(sum);
          if (!after.isShown(cell)) expect(low).toBeLessThan(high);
        }
      }),
    );
  });
});
