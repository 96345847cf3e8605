import { Cheapest, cheapestOf } from './cheapest';
import type { Alternative, Changes, Counts } from './counts';
import type { Grid } from './place-protection';

/** How many rows and values are looked at closely as partners of a cell. */
const ROWS = 2;
const VALUES = 6;
const PARTNERS = 10;

interface Step {
  readonly move: Changes;
  readonly size: number;
}

/** Looks for people who could change places so that one cell would hold more of them. */
export class ExchangeSearch {
  private readonly isInRows: Set<number>;
  private readonly isInValues: Set<number>;
  private readonly rows: readonly number[];
  private readonly values: readonly number[];
  private readonly outside: readonly number[];

  constructor(
    private readonly counts: Counts,
    private readonly grid: Grid,
    private readonly alternative: Alternative,
    place: number,
    values: readonly number[],
  ) {
    // Of a group, the values that most others have.
    this.values = values.length > 1 ? [...values].sort((a, b) => this.column(b) - this.column(a) || a - b) : values;
    this.rows = grid.rowsOf[place] ?? [];
    this.isInRows = new Set(this.rows);
    this.isInValues = new Set(values);
    this.outside = grid.areaOf.map((_, row) => row).filter((row) => !this.isInRows.has(row));
  }

  /** How many the cell holds in the alternative. */
  held(): number {
    return this.rows.reduce(
      (sum, row) => sum + this.values.reduce((part, value) => part + this.amount(row, value), 0),
      0,
    );
  }

  best(needed: number): Step | null {
    const best = new Cheapest<Changes>();
    const offer = (available: number, changes: (size: number) => Changes): void => {
      const size = Math.min(needed, available);
      if (size <= 0 || best.isFree) return;
      const move = changes(size);
      best.offer(move, size, this.counts.costOf(move));
    };
    for (const [row, others] of this.sources()) {
      for (const value of this.values.slice(0, ROWS)) {
        for (const other of others) {
          const given = this.amount(row, other);
          offer(given, (size) => this.exchange(row, value, other, size));
          for (const partner of this.partners(row, value, other)) {
            offer(Math.min(given, this.amount(partner, value)), (size) => [
              ...this.exchange(row, value, other, size),
              ...this.exchange(partner, other, value, size),
            ]);
          }
        }
      }
    }
    return best.found;
  }

  /** For a cell that holds all there are of its rows and has to hide for another reason than its size: others in their place. */
  away(needed: number): Step | null {
    const other = this.counts.columnSets.findIndex((_, value) => !this.isInValues.has(value));
    for (const row of this.rows) {
      const value = this.values.find((one) => this.amount(row, one) > 0);
      if (value !== undefined && other >= 0) {
        return { move: this.exchange(row, other, value, 1), size: needed };
      }
    }
    return null;
  }

  private column(value: number): number {
    return this.grid.areaOf.reduce((sum, _, row) => sum + this.amount(row, value), 0);
  }

  private amount(row: number, value: number): number {
    return this.alternative.amount(row * this.counts.columns + value);
  }

  /** In one row, people of `other` would be of `value`. */
  private exchange(row: number, value: number, other: number, size: number): number[] {
    const start = row * this.counts.columns;
    return [start + value, size, start + other, -size];
  }

  /** Rows of the cell with people of other values, and those values, cheap ones first. */
  private sources(): [number, number[]][] {
    const found: [number, number[]][] = [];
    for (const row of this.rows) {
      const others: number[] = [];
      for (let value = 0; value < this.counts.columns; value += 1) {
        if (!this.isInValues.has(value) && this.amount(row, value) > 0) others.push(value);
      }
      if (others.length > 0) found.push([row, others]);
      if (found.length === ROWS) break;
    }
    const [value = 0] = this.values;
    return found.map(([row, others]) => {
      // Judged with some row to change places with, in which most is cancelled: alone, every exchange changes large sums.
      const opposite = this.outside.find((one) => this.grid.kindOf[one] === this.grid.kindOf[row]) ?? row;
      const costOf = (other: number): number =>
        this.counts.costOf([...this.exchange(row, value, other, 1), ...this.exchange(opposite, other, value, 1)]);
      return [row, cheapestOf(others, VALUES, costOf)];
    });
  }

  /** Rows outside the cell with people of its value. */
  private partners(row: number, value: number, other: number): number[] {
    const { columns } = this.counts;
    const having = this.outside.filter((one) => this.amount(one, value) > 0);
    return cheapestOf(having, PARTNERS, (one) =>
      this.counts.costOf([row * columns + value, 1, one * columns + value, -1, row * columns + other, -1]),
    );
  }
}
