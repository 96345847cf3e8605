import type { Base, Counts } from './bases';
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
