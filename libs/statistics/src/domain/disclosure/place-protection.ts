import { Cheapest } from './cheapest';
import { Alternative, COMPLEMENTARY, type Counts, SMALL } from './counts';

/** Where rows are: the numbers of their leaves of area and kind. */
export interface Grid {
  readonly areaOf: readonly number[];
  readonly kindOf: readonly number[];
  readonly kinds: number;
  /** By area * kinds + kind; undefined where there is no facility. */
  readonly rowAt: readonly (number | undefined)[];
  /** Rows of the same kind, then those of the same area, of each row. */
  readonly besideOf: readonly (readonly number[])[];
  /** Rows by the set they are in, those with most people first. */
  readonly rowsOf: readonly (readonly number[])[];
}

/** So many people of one row could be of another: `from, to` once, or twice so that sums of areas and kinds stay. */
export interface Shift {
  readonly size: number;
  readonly ways: readonly (readonly [from: number, to: number])[];
}

/** Rows tried as the one that would hold more. */
const TRIED = 2;

export const reasonOf = (total: number, threshold: number): number =>
  total > 0 && total < threshold ? SMALL : COMPLEMENTARY;

/** Which number a hidden cell must be able to reach: a small one the threshold, any other one more than it holds. */
export const goalOf = (total: number, threshold: number): number =>
  total > 0 && total < threshold ? threshold : total + 1;

/**
 * Hides what is small by area and kind, with what else must be hidden for it. For each small cell it finds shifts of people
 * between rows that raise it to the threshold and hides all cells that these shifts change. Null when that cannot be done
 * because all are fewer than the threshold. The shifts are given back, because breakdowns must hide them too.
 */
export function protectPlaces(
  counts: Counts,
  grid: Grid,
  threshold: number,
  cells: readonly number[],
): ReadonlyMap<number, readonly Shift[]> | null {
  for (const cell of cells) counts.hide(cell, reasonOf(counts.total(cell), threshold));
  const shiftsOf = new Map<number, readonly Shift[]>();
  for (const cell of cells) {
    const alternative = new Alternative(counts);
    const shifts: Shift[] = [];
    let needed = goalOf(counts.total(cell), threshold) - counts.total(cell);
    while (needed > 0) {
      const best = bestShift(counts, alternative, grid, cell, needed);
      if (!best) return null;
      shifts.push(best);
      alternative.apply(changesOf(best));
      needed -= best.size;
    }
    counts.hideChanged(alternative.changes());
    shiftsOf.set(cell, shifts);
  }
  return shiftsOf;
}

const changesOf = ({ size, ways }: Shift): number[] => ways.flatMap(([from, to]) => [to, size, from, -size]);

function bestShift(
  counts: Counts,
  alternative: Alternative,
  grid: Grid,
  cell: number,
  needed: number,
): Shift | undefined {
  const { areaOf, kindOf, kinds, rowAt } = grid;
  const inside = grid.rowsOf[cell] ?? [];
  const isInside = new Set(inside);
  const tried = inside.slice(0, TRIED);
  const best = new Cheapest<Shift>();
  const offer = (available: number, ways: Shift['ways']): void => {
    const size = Math.min(needed, available);
    if (size <= 0 || best.isFree) return;
    const shift = { size, ways };
    best.offer(shift, size, counts.costOf(changesOf(shift)));
  };
  for (const to of tried) {
    const [area, kind] = [areaOf[to] ?? 0, kindOf[to] ?? 0];
    const near = (grid.besideOf[to] ?? []).filter((from) => !isInside.has(from) && alternative.amount(from) > 0);
    const partners = near.length > 0 ? near : areaOf.flatMap((_, from) => (isInside.has(from) ? [] : from));
    for (const from of partners) {
      const available = alternative.amount(from);
      offer(available, [[from, to]]);
      if (kindOf[from] !== kind) continue;
      for (let other = 0; other < kinds; other += 1) {
        const [beside, across] = [rowAt[area * kinds + other], rowAt[(areaOf[from] ?? 0) * kinds + other]];
        if (beside === undefined || across === undefined || beside === to || isInside.has(beside)) continue;
        offer(Math.min(available, alternative.amount(beside)), [
          [from, to],
          [beside, across],
        ]);
      }
    }
  }
  return best.found?.move;
}
