import fc from 'fast-check';
import { cheapestPairing } from './cheapest-pairing';

const totalOf = (
  chosen: readonly number[],
  prices: readonly (readonly number[])[],
  leftOver: readonly number[],
): number =>
  chosen.reduce((sum, column, row) => sum + (prices[row]?.[column] ?? NaN), 0) +
  leftOver.reduce((sum, extra, column) => (chosen.includes(column) ? sum : sum + extra), 0);

function* allPairings(rows: number, columns: number, before: readonly number[] = []): Iterable<readonly number[]> {
  if (before.length === rows) yield before;
  else
    for (let column = 0; column < columns; column += 1) {
      if (!before.includes(column)) yield* allPairings(rows, columns, [...before, column]);
    }
}

describe('cheapestPairing', () => {
  it('finds none cheaper by trying all', () => {
    const sizes = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) => fc.tuple(fc.integer({ min: 0, max: columns }), fc.constant(columns)));
    const cases = sizes.chain(([rows, columns]) => {
      const line = fc.array(fc.nat(9), { minLength: columns, maxLength: columns });
      return fc.tuple(fc.array(line, { minLength: rows, maxLength: rows }), line);
    });
    fc.assert(
      fc.property(cases, ([prices, leftOver]) => {
        const chosen = cheapestPairing(
          prices.length,
          leftOver.length,
          (row, column) => prices[row]?.[column] ?? 0,
          leftOver,
        );
        const least = Math.min(
          ...[...allPairings(prices.length, leftOver.length)].map((one) => totalOf(one, prices, leftOver)),
        );
        expect(new Set(chosen).size).toBe(prices.length);
        expect(totalOf(chosen, prices, leftOver)).toBe(least);
      }),
    );
  });

  it('takes its time for the longest of names, but not forever', () => {
    const chosen = cheapestPairing(12, 12, () => 1, new Array<number>(12).fill(1));
    expect([...chosen].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at));
  });
});
