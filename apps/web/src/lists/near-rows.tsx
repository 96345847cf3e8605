import { lazy, type ReactNode, type RefObject, Suspense } from 'react';

/** From here on only what is near the window is rendered. */
const MANY = 150;

/** What a row of a long list needs to be measured and found again; spread on its element. */
export interface Spot {
  readonly ref?: (element: Element | null) => void;
  /** The line it is in. */
  readonly 'data-index': number;
}

interface Rows {
  /** What the rows are in: a `tbody`, or a list that may be laid out as a grid. */
  readonly list: RefObject<HTMLElement | null>;
  /** Of the table; absent in a list of `li`. */
  readonly columns?: number;
}
interface NearRowsProps<Row> extends Rows {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The element of a row; its spot is absent in a short list. */
  readonly row: (row: Row, index: number, spot?: Spot) => ReactNode;
}
/** The same, whatever the rows are of. */
export interface LongRowsProps extends Rows {
  readonly count: number;
  readonly keyAt: (index: number) => string;
  readonly rowAt: (index: number, spot?: Spot) => ReactNode;
}

export const isLong = (count: number): boolean => count > MANY;

const allOf = ({ count, rowAt }: LongRowsProps): ReactNode[] =>
  Array.from({ length: count }, (_, index) => rowAt(index));

// Whoever cannot load it, offline say, has all rows instead.
const LongRows = lazy(() =>
  import('./long-rows').then(
    (module) => ({ default: module.LongRows }),
    () => ({ default: allOf }),
  ),
);

/** The rows of a list: all of a short one, those near the window of a long one, and all of them on paper. */
export function NearRows<Row>({ rows, keyOf, row, list, columns }: NearRowsProps<Row>) {
  if (!isLong(rows.length)) return rows.map((one, index) => row(one, index));
  return (
    <Suspense fallback={rows.slice(0, MANY).map((one, index) => row(one, index))}>
      <LongRows
        count={rows.length}
        keyAt={(index) => keyOf(rows[index] as Row)}
        rowAt={(index, spot) => row(rows[index] as Row, index, spot)}
        list={list}
        {...(columns !== undefined && { columns })}
      />
    </Suspense>
  );
}
