import { Cheapest, cheapestOf } from './cheapest';
import type { Alternative, Changes, Counts } from './counts';
import type { LeafParts } from './leaf-parts';
import type { Grid } from './place-protection';

/** How many rows of a cell, and how many values to change with, are looked at closely. */
const ROWS = 2;
const VALUES = 8;
/** How many values to make a rectangle with. */
const SIDES = 4;
/** Hiding parts counts half: the sum over them, such as a department, is asked for first. */
const PARTS_COST = 0.5;

interface Step {
  readonly move: Changes;
  readonly size: number;
}

/** Four values in two parts of which each goes with each: `value` is to `side` what `corner` is to `opposite`. */
interface Rectangle {
  readonly value: number;
  readonly side: number;
  readonly corner: number;
  readonly opposite: number;
}

const stepOf = ({ found }: Cheapest<() => Changes>): Step | null => found && { move: found.move(), size: found.size };

/** Looks for people who could change places so that one cell would hold more of them. */
export class ExchangeSearch {
  private readonly isInRows: Set<number>;
  private readonly isInValues: Set<number>;
  private readonly rows: readonly number[];
  private readonly values: readonly number[];

  constructor(
    private readonly counts: Counts,
    private readonly grid: Grid,
    private readonly parts: LeafParts,
    private readonly alternative: Alternative,
    place: number,
    values: readonly number[],
  ) {
    // Of a group, the values that most others have.
    this.values = values.length > 1 ? [...values].sort((a, b) => this.column(b) - this.column(a) || a - b) : values;
    this.rows = grid.rowsOf[place] ?? [];
    this.isInRows = new Set(this.rows);
    this.isInValues = new Set(values);
  }

  /** How many the cell holds in the alternative. */
  held(): number {
    return this.rows.reduce(
      (sum, row) => sum + this.values.reduce((part, value) => part + this.amount(row, value), 0),
      0,
    );
  }

  best(needed: number): Step | null {
    const best = new Cheapest<() => Changes>();
    for (const [row, others] of this.sources()) {
      for (const value of this.values.slice(0, ROWS)) {
        const partners = this.partners(row, value);
        for (const other of others) {
          const given = Math.min(needed, this.amount(row, other));
          const alone = this.counts.costOfExchange(row, null, value, other);
          best.offer(() => this.exchange(row, value, other, given), given, alone);
          for (const partner of partners) {
            const size = Math.min(given, this.amount(partner, value));
            const cost = this.counts.costOfExchange(row, partner, value, other);
            best.offer(() => this.exchangeWith(row, partner, value, other, size), size, cost);
            if (best.isFree) return stepOf(best);
          }
        }
      }
    }
    this.offerRectangles(best, needed);
    return stepOf(best);
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

  /** In one row, or the other way round in a second as well, so that sums of areas and kinds stay too. */
  private offerRectangles(best: Cheapest<() => Changes>, needed: number): void {
    const offer = (size: number, move: Changes): void =>
      best.offer(() => move, size, PARTS_COST * this.counts.costOf(move));
    for (const row of this.rows.slice(0, ROWS)) {
      for (const one of this.rectangles(row)) {
        const size = Math.min(needed, this.amount(row, one.side), this.amount(row, one.corner));
        offer(size, this.turned(row, one, size));
        const held = (other: number): number =>
          Math.min(size, this.amount(other, one.value), this.amount(other, one.opposite));
        const partners = this.beside(row).filter((other) => held(other) > 0);
        for (const partner of partners.slice(0, ROWS)) {
          const both = held(partner);
          offer(both, [...this.turned(row, one, both), ...this.turned(partner, one, -both)]);
        }
      }
    }
  }

  /** Of people in a row, such with a value of the cell. */
  private *rectangles(row: number): Iterable<Rectangle> {
    const isThere = (value: number): boolean => !this.isInValues.has(value) && this.amount(row, value) > 0;
    const costOf = (one: number, other: number): number => this.counts.costOfExchange(row, null, one, other);
    for (const value of this.values.slice(0, ROWS)) {
      const sides = this.parts.beside(value).filter(isThere);
      for (const side of cheapestOf(sides, SIDES, (one) => costOf(value, one))) {
        const corners = this.parts
          .corners(value, side)
          .filter(([corner, opposite]) => isThere(corner) && !this.isInValues.has(opposite));
        for (const [corner, opposite] of cheapestOf(corners, VALUES, (pair) => costOf(...pair)))
          yield { value, side, corner, opposite };
      }
    }
  }

  /** People of `side` would be of `value`, and as many of `corner` of `opposite`. */
  private turned(row: number, { value, side, corner, opposite }: Rectangle, size: number): number[] {
    return [...this.exchange(row, value, side, size), ...this.exchange(row, opposite, corner, size)];
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

  private exchangeWith(row: number, partner: number, value: number, other: number, size: number): number[] {
    return [...this.exchange(row, value, other, size), ...this.exchange(partner, other, value, size)];
  }

  /** Rows of the cell with people of other values, and those values, cheap ones first. */
  private sources(): [number, readonly number[]][] {
    const found: [number, readonly number[]][] = [];
    const [value = 0] = this.values;
    for (const row of this.rows) {
      const others: number[] = [];
      for (let other = 0; other < this.counts.columns; other += 1) {
        if (!this.isInValues.has(other) && this.amount(row, other) > 0) others.push(other);
      }
      if (others.length === 0) continue;
      // Judged with some row to change places with, in which most is cancelled: alone, every exchange changes large sums.
      const opposite = this.beside(row)[0] ?? null;
      const costOf = (other: number): number => this.counts.costOfExchange(row, opposite, value, other);
      found.push([row, cheapestOf(others, VALUES, costOf)]);
      if (found.length === ROWS) break;
    }
    return found;
  }

  /** Rows outside the cell with people of its value: of the same kind or area, or any where there is none. */
  private partners(row: number, value: number): number[] {
    const near = this.beside(row).filter((one) => this.amount(one, value) > 0);
    if (near.length > 0) return near;
    return this.grid.areaOf.flatMap((_, one) => (!this.isInRows.has(one) && this.amount(one, value) > 0 ? one : []));
  }

  /** Rows of the same kind or area that are not in the cell. */
  private beside(row: number): number[] {
    return (this.grid.besideOf[row] ?? []).filter((one) => !this.isInRows.has(one));
  }
}
