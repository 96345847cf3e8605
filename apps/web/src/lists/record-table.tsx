import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isLong, NearRows } from './near-rows';
import classes from './record-table.module.css';

/** A column; without a header it holds the buttons of the row. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
}

interface RecordTableProps<Row> {
  /** What the table holds, for those who hear it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}

/** Rows as a table on a desk and as cards on a phone: one piece of markup, whose roles stay when it is laid out as cards. */
export function RecordTable<Row>({ caption, rows, columns, rowKey }: RecordTableProps<Row>) {
  const { t } = useTranslation('common');
  const body = useRef<HTMLTableSectionElement>(null);
  const long = isLong(rows.length);
  return (
    <div className={classes.frame} role="group" aria-label={caption} tabIndex={0}>
      <table
        className={classes.table}
        role="table"
        aria-label={caption}
        aria-rowcount={long ? rows.length + 1 : undefined}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={long ? 1 : undefined}>
            {columns.map(({ key, header }) => (
              <th key={key} role="columnheader" scope="col">
                {header === '' ? <VisuallyHidden>{t('lists.actions')}</VisuallyHidden> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          <NearRows
            rows={rows}
            keyOf={rowKey}
            list={body}
            columns={columns.length}
            row={(row, index, spot) => (
              <tr key={rowKey(row)} role="row" aria-rowindex={spot && index + 2} {...spot}>
                {columns.map(({ key, header, cell }) => (
                  <td key={key} role="cell" data-label={header}>
                    <div>{cell(row)}</div>
                  </td>
                ))}
              </tr>
            )}
          />
        </tbody>
      </table>
    </div>
  );
}
