import type { ReactNode, RefObject } from 'react';

/** What a row of a long list needs to be measured and found again; spread on its element. */
export interface Spot {
  readonly ref?: (element: Element | null) => void;
  /** The line it is in. */
  readonly 'data-index': number;
}

/** Where rows are. */
export interface Rows {
  /** What the rows are in: a `tbody`, or a list that may be laid out as a grid. */
  readonly list: RefObject<HTMLElement | null>;
  /** Of the table; absent in a list of `li`. */
  readonly columns?: number;
}
/** A list, whatever its rows are of. */
export interface LongRowsProps extends Rows {
  readonly count: number;
  readonly keyAt: (index: number) => string;
  readonly rowAt: (index: number, spot?: Spot) => ReactNode;
}
