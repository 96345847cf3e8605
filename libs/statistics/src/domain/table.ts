import { BASES, type Base, type Counts } from './bases';
import type { Dimension } from './dimensions';
import type { HiddenCode } from './disclosure/shown-rows';
import type { Period } from './periods';

/** Why counts are null. */
export type Hidden = Readonly<Partial<Record<Base, HiddenCode>>>;

/** One line of figures as they were counted, before anything is made of them. */
export interface TableRow {
  /** The values of the dimensions in their order; null: the facility or stay has none. */
  readonly keys: readonly (string | null)[];
  readonly period: Period;
  readonly counts: Counts;
  readonly hidden?: Hidden;
  /** Those of the period it is compared with. */
  readonly compared?: Counts;
  readonly comparedHidden?: Hidden;
  /** The mean of this and the parts of the period before it. */
  readonly smoothed?: Counts;
  readonly smoothedHidden?: Hidden;
}

/** All that one question is answered by; what is held back is held back from the whole of it. */
export interface StatisticsTable {
  readonly by: readonly Dimension[];
  readonly bases: readonly Base[];
  readonly rows: readonly TableRow[];
}

/** Holds back what may lead to a person. It sees the whole table, so that what one line hides no other gives away. */
export type Disclosure = (table: StatisticsTable) => StatisticsTable;

const SMALL = 5;

/**
 * Counts of people are rounded down to multiples of five, and those below five are not shown: two that were shown exactly would
 * give away a third that was not. So people are told of this moment; of what has happened editions tell (ADR 0031).
 */
export const coarsened: Disclosure = (table) => ({
  ...table,
  rows: table.rows.map(({ counts, compared, smoothed, ...row }) => ({
    ...row,
    counts: coarsen(counts),
    hidden: fewOf(counts),
    ...(compared && { compared: coarsen(compared), comparedHidden: fewOf(compared) }),
    ...(smoothed && { smoothed: coarsen(smoothed), smoothedHidden: fewOf(smoothed) }),
  })),
});

const fewOf = (counts: Counts): Hidden =>
  Object.fromEntries(
    Object.entries(coarsen(counts)).flatMap(([base, count]) =>
      count === null && counts[base as Base] != null ? [[base, 'too-few-persons' as const]] : [],
    ),
  );

const coarsen = (counts: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts).map(([base, count]) => [
      base,
      BASES[base as Base].people && count !== null ? coarse(count) : count,
    ]),
  );

const coarse = (count: number): number | null =>
  count > 0 && count < SMALL ? null : Math.floor(count / SMALL) * SMALL;
