/** The node that every leaf of an axis is in. */
export const ALL = '*';

/**
 * An axis of the tables: its leaves, and for each the nodes figures are shown for (a ward and its former ward, a kind and its
 * sector), `ALL` aside. Nodes may overlap without one holding the other, as the wards of two administrative maps do: then the
 * leaves are the pieces into which they cut each other. A leaf of several parts has them divided by `|` in its name.
 */
export type Axis = ReadonlyMap<string, readonly string[]>;

/** People by leaf of area and kind. A place where there is a facility and nobody came is given with 0; one without is left out. */
export interface PlaceCount {
  readonly area: string;
  readonly kind: string;
  readonly persons: number;
}

export interface ValueCount extends PlaceCount {
  readonly value: string;
}

/** One dimension that figures are broken down by. Everybody counted is in one leaf; who is left out is in `UNKNOWN`. */
export interface Breakdown {
  readonly values: Axis;
  readonly counts: Iterable<ValueCount>;
}

/** Where those are counted of whom a breakdown says nothing. */
export const UNKNOWN = '-';

/**
 * All that can be asked of one scope and one period: the figures by area and kind, and the breakdowns by area or by kind,
 * never by both (docs/adr/0031-hiding-small-numbers.md).
 */
export interface PeriodFigures {
  /** Fewer persons than this are not shown; at least 2. */
  readonly threshold: number;
  readonly areas: Axis;
  readonly kinds: Axis;
  readonly places: Iterable<PlaceCount>;
  readonly breakdowns: ReadonlyMap<string, Breakdown>;
  /** Cells that must not be shown whatever they hold, such as those an earlier edition hid. */
  readonly alsoHide?: Iterable<CellName>;
}

/** A cell of a table: nodes of area and kind, and of one breakdown. What is left out is the sum over it. */
export interface CellName {
  readonly area?: string;
  readonly kind?: string;
  readonly breakdown?: string;
  readonly value?: string;
}

/** `not-offered`: no table of the family has such a cell. */
export type HiddenReason = 'small' | 'complementary' | 'not-offered';

/** Whether a table of the family has the cell: a breakdown goes with an area or with a kind. */
export const isOffered = ({ area = ALL, kind = ALL, value = ALL }: CellName): boolean =>
  value === ALL || area === ALL || kind === ALL;
