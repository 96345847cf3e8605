import fc from 'fast-check';
import { type Axis, type CellName } from './family';
import { protectFigures } from './protect';
import { shownRows, sumOfPeriods } from './shown-rows';
import { type Answer, Attacker, type Sum } from './testing/attacker';
import { Polytope } from './testing/polytope';
import { amountOf, answersOf, type World, worldOf } from './testing/world';

const THRESHOLD = 5;

const axis = (...leaves: string[]): Axis => new Map(leaves.map((leaf) => [leaf, [leaf]]));

/** Mostly nobody, some few, sometimes many: as stays are. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 30 }) },
);

interface Shape {
  readonly areas: Axis;
  readonly kinds: Axis;
  readonly values: readonly Axis[];
}

const PLAIN: Shape = {
  areas: axis('hoi-an', 'tam-ky', 'nui-thanh'),
  kinds: axis('khach-san', 'nha-nghi'),
  values: [axis('VNM', 'KOR', 'FRA')],
};
const TWO_BREAKDOWNS: Shape = { ...PLAIN, values: [axis('VNM', 'KOR'), axis('female', 'male')] };
const GROUPS: Shape = {
  areas: axis('hoi-an', 'tam-ky', 'nui-thanh'),
  kinds: new Map([
    ['5-stars', ['5-stars', 'hotels']],
    ['4-stars', ['4-stars', 'hotels']],
    ['homestay', ['homestay']],
  ]),
  values: [
    new Map([
      ['VNM', ['VNM']],
      ['KOR', ['KOR', 'foreign']],
      ['FRA', ['FRA', 'foreign']],
    ]),
  ],
};
const crossed = (...leaves: readonly string[]): Axis =>
  new Map(
    leaves.map((leaf) => {
      const [nationality = '', kind = '', department = ''] = leaf.split('|');
      return [leaf, [nationality, kind, department, `${kind}-of-${department}`]];
    }),
  );
/** Values that are told by each of their parts and by two of them. */
const CROSSED: Shape = {
  areas: axis('hoi-an', 'tam-ky'),
  kinds: axis('hospital'),
  values: [
    crossed('VNM|patient|NOI', 'VNM|relative|NOI', 'VNM|patient|NGOAI', 'VNM|relative|NGOAI', 'KOR|patient|NOI'),
  ],
};
/** Wards cut anew: part of former B is in 1, part in 2, so that neither map is finer than the other. */
const TWO_MAPS: Shape = {
  areas: new Map([
    ['1/A', ['ward:1', 'former:A']],
    ['1/B', ['ward:1', 'former:B']],
    ['2/B', ['ward:2', 'former:B']],
    ['2/C', ['ward:2', 'former:C']],
  ]),
  kinds: axis('khach-san', 'nha-nghi'),
  values: [axis('VNM', 'KOR')],
};

/** People spread at random; the second breakdown spreads those of the first anew. A place may have no facility. */
function worlds({ areas, kinds, values }: Shape): fc.Arbitrary<World> {
  const all = [...areas.keys()].flatMap((area) => [...kinds.keys()].map((kind) => [area, kind] as const));
  return fc
    .record({
      there: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: all.length, maxLength: all.length }),
      counts: fc.array(fc.array(count, { minLength: values[0]!.size, maxLength: values[0]!.size }), {
        minLength: all.length,
        maxLength: all.length,
      }),
      shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: all.length, maxLength: all.length }),
    })
    .map(({ there, counts, shares }) => {
      const places = all.filter((_, at) => there[at] !== 0);
      const kept = counts.filter((_, at) => there[at] !== 0);
      const second = kept.map((row, at) => {
        const persons = row.reduce((sum, one) => sum + one, 0);
        const first = Math.round(persons * (shares[at] ?? 0));
        return [first, persons - first];
      });
      return worldOf(THRESHOLD, areas, kinds, places, {
        nationality: { values: values[0]!, counts: kept },
        ...(values[1] ? { sex: { values: values[1], counts: second } } : {}),
      });
    });
}

interface Leak {
  readonly cell: CellName;
  readonly how: string;
}

/** Slack for what is computed with fractions. */
const TINY = 1e-4;

/** What an attacker finds out, where anybody can be, of what is hidden, from everything that is shown. */
function leaksOf(world: World, isShown: (cell: CellName) => boolean): Leak[] {
  const answers = answersOf(world, isShown);
  const attacker = new Attacker(world.truth.length, answers);
  const polytope = new Polytope(world.truth.length, answers);
  return world.cells
    .filter(({ cell, sum }) => sum.length > 0 && !isShown(cell))
    .flatMap(({ cell, sum }): Leak[] => {
      if (attacker.computes(sum)) return [{ cell, how: 'computed' }];
      const [low, high] = attacker.bounds(sum);
      if (low === high) return [{ cell, how: `bounded to ${low}` }];
      const [least, most] = polytope.range(sum);
      if (Math.ceil(least - TINY) >= Math.floor(most + TINY)) return [{ cell, how: `must be ${least}` }];
      const isBelow = isFew(amountOf(world, sum)) && Math.floor(most + TINY) < THRESHOLD;
      return isBelow ? [{ cell, how: `below ${THRESHOLD}` }] : [];
    });
}

/** The same question asked of whole numbers by trying them out. */
function canBeOther(attacker: Attacker, world: World, sum: Sum): boolean {
  const amount = amountOf(world, sum);
  if (isFew(amount)) return attacker.canBe(sum, THRESHOLD, Infinity, world.truth);
  return attacker.canBe(sum, amount + 1, Infinity, world.truth) || attacker.canBe(sum, 0, amount - 1, world.truth);
}

const isFew = (amount: number): boolean => amount > 0 && amount < THRESHOLD;

const isSmall = (world: World, cell: CellName): boolean => {
  const found = world.cells.find((one) => JSON.stringify(one.cell) === JSON.stringify(cell));
  return isFew(found ? amountOf(world, found.sum) : 0);
};

describe('an attacker who adds up, subtracts and bounds everything shown', () => {
  it.each([
    ['a breakdown by area and by kind', PLAIN],
    ['two breakdowns of the same people', TWO_BREAKDOWNS],
    ['groups of kinds and of values', GROUPS],
    ['two administrative maps that cut across each other', TWO_MAPS],
    ['values that are told by two of their parts together', CROSSED],
  ])('finds no hidden number in %s', (_, shape) => {
    fc.assert(
      fc.property(worlds(shape), (world) => {
        const hidden = protectFigures(world.figures);
        expect(leaksOf(world, (cell) => hidden.isShown(cell))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('computes none in larger tables', () => {
    const letters = (count: number, prefix: string): Axis =>
      axis(...Array.from({ length: count }, (_, at) => `${prefix}${at}`));
    const larger = { areas: letters(8, 'ward-'), kinds: letters(3, 'kind-'), values: [letters(12, 'value-')] };
    fc.assert(
      fc.property(worlds(larger), (world) => {
        const hidden = protectFigures(world.figures);
        const attacker = new Attacker(
          world.truth.length,
          answersOf(world, (cell) => hidden.isShown(cell)),
        );
        const known = world.cells.filter(({ cell, sum }) => {
          if (sum.length === 0 || hidden.isShown(cell)) return false;
          const [low, high] = attacker.bounds(sum);
          return low === high || attacker.computes(sum);
        });
        expect(known.map(({ cell }) => cell)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('finds none by trying out whole numbers either', () => {
    const tiny: Shape = {
      areas: axis('hoi-an', 'tam-ky'),
      kinds: axis('khach-san', 'nha-nghi'),
      values: [axis('VNM', 'KOR')],
    };
    fc.assert(
      fc.property(worlds(tiny), (world) => {
        const hidden = protectFigures(world.figures);
        const attacker = new Attacker(
          world.truth.length,
          answersOf(world, (cell) => hidden.isShown(cell)),
        );
        for (const { cell, sum } of world.cells) {
          if (sum.length > 0 && !hidden.isShown(cell))
            expect({ cell, isFree: canBeOther(attacker, world, sum) }).toEqual({ cell, isFree: true });
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['one map', PLAIN],
    ['two maps', TWO_MAPS],
    ['parts of values', CROSSED],
  ])('finds many when only small numbers are hidden: %s', (_, shape) => {
    const found = fc
      .sample(worlds(shape), { numRuns: 40, seed: 7 })
      .filter((world) => leaksOf(world, (cell) => !isSmall(world, cell)).length > 0);
    expect(found.length).toBeGreaterThan(20);
  });

  it('would gain by subtracting one map from the other, were each protected by itself', () => {
    const { areas, kinds, values } = TWO_MAPS;
    const places = [...areas.keys()].map((area) => [area, 'khach-san'] as const);
    // Ward 1 is former A and 2 persons of former B: 20 - 18.
    const world = worldOf(THRESHOLD, areas, kinds, places, {
      nationality: {
        values: values[0]!,
        counts: [
          [18, 0],
          [2, 0],
          [30, 0],
          [20, 0],
        ],
      },
    });
    const one = (area: string): Axis =>
      new Map([...areas].map(([leaf, nodes]) => [leaf, nodes.filter((node) => node.startsWith(area))]));
    const [present, former] = ['ward', 'former'].map((map) => protectFigures({ ...world.figures, areas: one(map) }));
    const apart = (cell: CellName): boolean => present!.isShown(cell) && former!.isShown(cell);
    const piece = world.truth.map((_, at) => at).slice(3, 6);
    expect(new Attacker(world.truth.length, answersOf(world, apart)).bounds(piece)).toEqual([2, 2]);
  });

  it('finds nothing across the months, quarters and years of a place', () => {
    fc.assert(
      fc.property(fc.tuple(worlds(PLAIN), worlds(PLAIN), worlds(PLAIN)), (months) => {
        const hidden = months.map((month) => protectFigures(month.figures));
        const starts = [0, months[0].truth.length, months[0].truth.length + months[1].truth.length];
        const moved = (sum: Sum, at: number): Sum =>
          sum.map((one) => (one < 0 ? ~(~one + starts[at]!) : one + starts[at]!));
        const answers = months.flatMap((month, at) =>
          answersOf(month, (cell) => hidden[at]!.isShown(cell)).map(({ sum, value }) => ({
            sum: moved(sum, at),
            value,
          })),
        );
        // A quarter is the sum of its months where all three are shown, and so adds nothing; it is asked for all the same.
        const quarters = months[0].cells.flatMap(({ cell }): Answer[] => {
          const same = months.map((month) =>
            month.cells.find((one) => JSON.stringify(one.cell) === JSON.stringify(cell)),
          );
          const rows = months.map((month, at) => {
            const figures = { persons: hidden[at]!.personsIn(cell) };
            return [...shownRows([{ cell, figures }], hidden[at]!)][0]!;
          });
          const value = sumOfPeriods(rows).figures.persons;
          return value === null ? [] : [{ sum: same.flatMap((one, at) => moved(one?.sum ?? [], at)), value }];
        });
        answers.push(...quarters);
        const attacker = new Attacker(
          months.reduce((sum, { truth }) => sum + truth.length, 0),
          answers,
        );
        for (const [at, month] of months.entries()) {
          for (const { cell, sum } of month.cells) {
            if (sum.length === 0 || hidden[at]!.isShown(cell)) continue;
            expect(attacker.computes(moved(sum, at))).toBe(false);
            const [low, high] = attacker.bounds(moved(sum, at));
            expect(low).toBeLessThan(high);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
