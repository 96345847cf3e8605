/** What may be seen of a cell. */
export const SHOWN = 0;
export const SMALL = 1;
export const COMPLEMENTARY = 2;

/** Changes of counts: leaf, amount, leaf, amount … */
export type Changes = readonly number[];

/**
 * Counts of leaves (row x column), the cells of tables that are their sums, and which of these cells are hidden. A cell is
 * a set of rows with a set of columns: `cell = set of rows * width + set of columns`.
 */
export class Counts {
  readonly columns: number;
  readonly totals: Float64Array;
  readonly reasons: Uint8Array;
  private readonly net: Float64Array;
  private readonly stamps: Int32Array;
  private touched: number[] = [];
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
    amounts.forEach((amount, leaf) => {
      if (amount !== 0) this.spread([leaf, amount], (cell, by) => (this.totals[cell] = this.total(cell) + by));
    });
  }

  amount(leaf: number): number {
    return this.amounts[leaf] ?? 0;
  }

  total(cell: number): number {
    return this.totals[cell] ?? 0;
  }

  isShown(cell: number): boolean {
    return this.reasons[cell] === SHOWN;
  }

  hide(cell: number, reason: number): void {
    if (this.isShown(cell)) this.reasons[cell] = reason;
  }

  /** What would have to be hidden for the changes to go unseen: few cells and small ones are cheap. */
  costOf(changes: Changes): number {
    let cost = 0;
    this.addUp(changes);
    for (const cell of this.touched) {
      if (this.net[cell] !== 0 && this.reasons[cell] === SHOWN) cost += 1 + Math.sqrt(this.total(cell));
    }
    return cost;
  }

  /** Hides all that the changes change. */
  hideChanged(changes: Changes): void {
    this.addUp(changes);
    for (const cell of this.touched) if (this.net[cell] !== 0) this.hide(cell, COMPLEMENTARY);
  }

  private addUp(changes: Changes): void {
    this.stamp += 1;
    this.touched = [];
    this.spread(changes, (cell, by) => {
      if (this.stamps[cell] !== this.stamp) {
        this.stamps[cell] = this.stamp;
        this.net[cell] = 0;
        this.touched.push(cell);
      }
      this.net[cell] = (this.net[cell] ?? 0) + by;
    });
  }

  private spread(changes: Changes, visit: (cell: number, by: number) => void): void {
    for (let at = 0; at < changes.length; at += 2) {
      const leaf = changes[at] ?? 0;
      const by = changes[at + 1] ?? 0;
      const columnSets = this.columnSets[leaf % this.columns] ?? [];
      for (const rows of this.rowSets[Math.floor(leaf / this.columns)] ?? []) {
        for (const columns of columnSets) visit(rows * this.width + columns, by);
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
