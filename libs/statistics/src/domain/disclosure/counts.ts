/** What may be seen of a cell. */
export const SHOWN = 0;
export const SMALL = 1;
export const COMPLEMENTARY = 2;

/** What is said of the whole scope is asked for first: to hide it costs so many times as much as another cell of its size. */
const OF_WHOLE = 16;

/** Changes of counts: leaf, amount, leaf, amount … */
export type Changes = readonly number[];

/**
 * Counts of leaves (row x column), the cells of tables that are their sums, and which of these cells are hidden. A cell is
 * a set of rows with a set of columns: `cell = set of rows * width + set of columns`. The first set of rows has all of them.
 */
export class Counts {
  readonly columns: number;
  readonly totals: Float64Array;
  readonly reasons: Uint8Array;
  /** What it costs to hide a cell, 0 when it is hidden: few cells and small ones are cheap. */
  private readonly prices: Float64Array;
  private readonly net: Float64Array;
  private readonly stamps: Int32Array;
  private readonly touched: number[] = [];
  private readonly columnDifferences: (readonly number[] | undefined)[] = [];
  private stamp = 0;

  constructor(
    readonly amounts: Float64Array,
    readonly rowSets: readonly (readonly number[])[],
    readonly columnSets: readonly (readonly number[])[],
    cells: number,
    readonly width: number,
  ) {
    this.columns = columnSets.length;
    this.totals = new Float64Array(cells);
    this.reasons = new Uint8Array(cells);
    this.net = new Float64Array(cells);
    this.stamps = new Int32Array(cells);
    const all: number[] = [];
    amounts.forEach((amount, leaf) => amount !== 0 && all.push(leaf, amount));
    this.addUp(all);
    for (const cell of this.touched) this.totals[cell] = this.net[cell] ?? 0;
    this.prices = this.totals.map((total, cell) => (cell < width ? OF_WHOLE : 1) * (1 + Math.sqrt(total)));
  }

  amount(leaf: number): number {
    return this.amounts[leaf] ?? 0;
  }

  total(cell: number): number {
    return this.totals[cell] ?? 0;
  }

  hide(cell: number, reason: number): void {
    if (this.reasons[cell] !== SHOWN) return;
    this.reasons[cell] = reason;
    this.prices[cell] = 0;
  }

  /** What would have to be hidden for the changes to go unseen. */
  costOf(changes: Changes): number {
    let cost = 0;
    this.addUp(changes);
    for (const cell of this.touched) if (this.net[cell] !== 0) cost += this.prices[cell] ?? 0;
    return cost;
  }

  /** The same for people of two columns who change places between two rows; without a second row, for a change in one. */
  costOfExchange(row: number, partner: number | null, column: number, other: number): number {
    const columns = this.differenceOf(column, other);
    const sets = this.rowSets[row] ?? [];
    const partnerSets = partner === null ? [] : (this.rowSets[partner] ?? []);
    let cost = 0;
    for (const set of sets) if (!partnerSets.includes(set)) cost += this.priceOf(set, columns);
    for (const set of partnerSets) if (!sets.includes(set)) cost += this.priceOf(set, columns);
    return cost;
  }

  /** Hides all that the changes change. */
  hideChanged(changes: Changes): void {
    this.addUp(changes);
    for (const cell of this.touched) if (this.net[cell] !== 0) this.hide(cell, COMPLEMENTARY);
  }

  private priceOf(rows: number, columns: readonly number[]): number {
    let price = 0;
    for (const set of columns) price += this.prices[rows * this.width + set] ?? 0;
    return price;
  }

  /** The sets that have one of the columns and not the other. */
  private differenceOf(one: number, other: number): readonly number[] {
    const [first, second] = [this.columnSets[one] ?? [], this.columnSets[other] ?? []];
    return (this.columnDifferences[one * this.columns + other] ??= [
      ...first.filter((set) => !second.includes(set)),
      ...second.filter((set) => !first.includes(set)),
    ]);
  }

  /** Leaves the changes of cells in `net`, for the cells in `touched`. */
  private addUp(changes: Changes): void {
    this.stamp += 1;
    this.touched.length = 0;
    for (let at = 0; at < changes.length; at += 2) {
      const leaf = changes[at] ?? 0;
      const by = changes[at + 1] ?? 0;
      const columnSets = this.columnSets[leaf % this.columns] ?? [];
      for (const rows of this.rowSets[Math.floor(leaf / this.columns)] ?? []) {
        for (const columns of columnSets) {
          const cell = rows * this.width + columns;
          if (this.stamps[cell] !== this.stamp) {
            this.stamps[cell] = this.stamp;
            this.net[cell] = 0;
            this.touched.push(cell);
          }
          this.net[cell] = (this.net[cell] ?? 0) + by;
        }
      }
    }
  }
}

/**
 * Other counts that could be the true ones: what was counted, with changes. When all cells that they change are hidden, nobody
 * who sees the others can tell them from what was counted, whatever is computed from them.
 */
export class Alternative {
  private readonly changed = new Map<number, number>();

  constructor(private readonly counts: Counts) {}

  amount(leaf: number): number {
    return this.counts.amount(leaf) + (this.changed.get(leaf) ?? 0);
  }

  apply(changes: Changes): void {
    for (let at = 0; at < changes.length; at += 2) {
      const leaf = changes[at] ?? 0;
      this.changed.set(leaf, (this.changed.get(leaf) ?? 0) + (changes[at + 1] ?? 0));
    }
  }

  changes(): number[] {
    return [...this.changed].filter(([, by]) => by !== 0).flat();
  }
}
