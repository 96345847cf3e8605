import { lazy, type ReactNode, Suspense } from 'react';
import type { LongRowsProps, Rows, Spot } from './spot';

/** From here on only what is near the window is rendered. */
const MANY = 150;

interface NearRowsProps<Row> extends Rows {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The element of a row; its spot is absent in a short list. */
  readonly row: (row: Row, index: number, spot?: Spot) => ReactNode;
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
