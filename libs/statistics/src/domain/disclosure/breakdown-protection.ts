import { Cheapest } from './cheapest';
import { Alternative, type Changes, type Counts } from './counts';
import { ExchangeSearch } from './exchange-search';
import type { LeafParts } from './leaf-parts';
import { goalOf, type Grid, reasonOf, type Shift } from './place-protection';

interface Asked {
  readonly counts: Counts;
  readonly grid: Grid;
  /** Of the columns. */
  readonly parts: LeafParts;
  readonly threshold: number;
  /** Small cells, the wider first. */
  readonly cells: readonly number[];
  /** What `protectPlaces` found for each cell it had to hide. */
  readonly shifts: ReadonlyMap<number, readonly Shift[]>;
}

/**
 * Hides what is small in a breakdown, with what else must be hidden for it, and never a sum by area and kind. First
 * the shifts between rows that keep those sums secret are repeated here with people of some value, or this breakdown would
 * betray them; then for each small cell people of its value and of others change places between two rows, or in one.
 */
export function protectBreakdown({ counts, grid, parts, threshold, cells, shifts }: Asked): void {
  for (const cell of cells) counts.hide(cell, reasonOf(counts.total(cell), threshold));
  const lifted = new Map<number, Changes>();
  for (const [place, list] of shifts) {
    const changes = lift(counts, list);
    counts.hideChanged(changes);
    lifted.set(place, changes);
  }
  const members = membersOf(counts);
  for (const cell of cells) {
    const place = Math.floor(cell / counts.width);
    const alternative = new Alternative(counts);
    alternative.apply(lifted.get(place) ?? []);
    const search = new ExchangeSearch(counts, grid, parts, alternative, place, members[cell % counts.width] ?? []);
    let needed = goalOf(counts.total(cell), threshold) - search.held();
    while (needed > 0) {
      const step = search.best(needed) ?? search.away(needed);
      if (!step) break;
      alternative.apply(step.move);
      needed -= step.size;
    }
    counts.hideChanged(alternative.changes());
  }
}

/** The same shifts with people of some value; of one value in all rows where that can be, so that less changes. */
function lift(counts: Counts, shifts: readonly Shift[]): Changes {
  const alternative = new Alternative(counts);
  const { columns } = counts;
  const amount = (row: number, value: number): number => alternative.amount(row * columns + value);
  const move = (from: number, to: number, value: number, size: number): number[] => [
    to * columns + value,
    size,
    from * columns + value,
    -size,
  ];
  for (const { size, ways } of shifts) {
    const best = new Cheapest<Changes>();
    for (let value = 0; value < columns; value += 1) {
      if (ways.some(([from]) => amount(from, value) < size)) continue;
      const changes = ways.flatMap(([from, to]) => move(from, to, value, size));
      best.offer(changes, size, counts.costOf(changes));
    }
    if (best.found) {
      alternative.apply(best.found.move);
      continue;
    }
    for (const [from, to] of ways) {
      let left = size;
      for (let value = 0; value < columns && left > 0; value += 1) {
        const taken = Math.min(left, amount(from, value));
        if (taken > 0) alternative.apply(move(from, to, value, taken));
        left -= taken;
      }
    }
  }
  return alternative.changes();
}

/** The columns in each set of columns. */
function membersOf({ columnSets, width }: Counts): number[][] {
  const members = Array.from({ length: width }, (): number[] => []);
  columnSets.forEach((sets, column) => sets.forEach((set) => members[set]?.push(column)));
  return members;
}
