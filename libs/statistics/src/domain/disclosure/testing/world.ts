import { ALL, type Axis, type CellName, type PeriodFigures, UNKNOWN } from '../family';
import type { Answer, Sum } from './attacker';

/** A world of counts as tests make it up. */
export interface World {
  readonly figures: PeriodFigures;
  /** Every count there is, by the number of its unknown. */
  readonly truth: readonly number[];
  /** Every cell of the family, with the unknowns it sums up. */
  readonly cells: readonly { readonly cell: CellName; readonly sum: Sum }[];
  /** That all breakdowns break down the same people, which is known without being asked. */
  readonly known: readonly Answer[];
}

const isIn = (axis: Axis, leaf: string, node: string): boolean => node === ALL || (axis.get(leaf) ?? []).includes(node);

const nodesOf = (axis: Axis): string[] => [ALL, ...new Set([...axis.values()].flat())];

/** `counts[breakdown][place][value]`: every breakdown of a place adds up to the same number. */
export function worldOf(
  threshold: number,
  areas: Axis,
  kinds: Axis,
  places: readonly (readonly [area: string, kind: string])[],
  breakdowns: Readonly<Record<string, { readonly values: Axis; readonly counts: readonly (readonly number[])[] }>>,
): World {
  const truth: number[] = [];
  const unknowns: { place: readonly [string, string]; breakdown: string; value: string; at: number }[] = [];
  for (const [breakdown, { values, counts }] of Object.entries(breakdowns)) {
    places.forEach((place, row) => {
      [...values.keys(), UNKNOWN].forEach((value, column) => {
        unknowns.push({ place, breakdown, value, at: truth.length });
        truth.push(counts[row]?.[column] ?? 0);
      });
    });
  }
  const names = Object.keys(breakdowns);
  const sumOf = (area: string, kind: string, breakdown: string, value: string): Sum =>
    unknowns
      .filter(
        (one) =>
          one.breakdown === breakdown &&
          isIn(areas, one.place[0], area) &&
          isIn(kinds, one.place[1], kind) &&
          (value === ALL ||
            (one.value === UNKNOWN ? value === UNKNOWN : isIn(breakdowns[breakdown]!.values, one.value, value))),
      )
      .map(({ at }) => at);
  const cells: { cell: CellName; sum: Sum }[] = [];
  for (const area of nodesOf(areas)) {
    for (const kind of nodesOf(kinds)) {
      cells.push({ cell: { area, kind }, sum: sumOf(area, kind, names[0]!, ALL) });
      if (area !== ALL && kind !== ALL) continue;
      for (const breakdown of names) {
        for (const value of [...nodesOf(breakdowns[breakdown]!.values).slice(1), UNKNOWN]) {
          cells.push({ cell: { area, kind, breakdown, value }, sum: sumOf(area, kind, breakdown, value) });
        }
      }
    }
  }
  const rowSum = (row: number, breakdown: string): Sum =>
    unknowns.filter((one) => one.place === places[row] && one.breakdown === breakdown).map(({ at }) => at);
  const amount = (sum: Sum): number => sum.reduce((all, at) => all + (truth[at] ?? 0), 0);
  return {
    truth,
    cells,
    known: places.flatMap((_, row) =>
      names.slice(1).map((name) => ({
        sum: [...rowSum(row, names[0]!), ...rowSum(row, name).map((at) => ~at)],
        value: 0,
      })),
    ),
    figures: {
      threshold,
      areas,
      kinds,
      places: places.map(([area, kind], row) => ({ area, kind, persons: amount(rowSum(row, names[0]!)) })),
      breakdowns: new Map(
        names.map((name) => [
          name,
          {
            values: breakdowns[name]!.values,
            counts: unknowns
              .filter(({ breakdown, value }) => breakdown === name && value !== UNKNOWN)
              .map(({ place: [area, kind], value, at }) => ({ area, kind, value, persons: truth[at] ?? 0 })),
          },
        ]),
      ),
    },
  };
}

export const amountOf = (world: World, sum: Sum): number => sum.reduce((all, at) => all + (world.truth[at] ?? 0), 0);

/** What a caller can get, every shown cell, and what everybody knows. */
export const answersOf = (world: World, isShown: (cell: CellName) => boolean): Answer[] => [
  ...world.known,
  ...world.cells.filter(({ cell }) => isShown(cell)).map(({ sum }) => ({ sum, value: amountOf(world, sum) })),
];
