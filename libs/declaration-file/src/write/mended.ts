import type { Form } from '../forms/form';
import type { Header } from '../read/header';
import type { Recognised } from '../read/recognise';
import type { RowTexts } from '../read/row-texts';
import { line } from './export';

/** A row that goes in again, under its number in the file it came from. */
export interface MendedRow {
  readonly row: number;
  readonly texts: RowTexts;
}

/** Mended rows as a file of the form: UTF-8 CSV whose first column says which row of the first file each is. */
export function writeMended(form: Form, rows: readonly MendedRow[]): string {
  const columns = columnsOf(form);
  const header = line(['DÒNG', ...columns.map((column) => column.header.vi)]);
  return (
    header + rows.map(({ row, texts }) => line([String(row), ...columns.map(({ key }) => texts[key] ?? '')])).join('')
  );
}

/** What {@link writeMended} wrote. It is never told from its content: nobody sends such a file. */
export function mendedFile(form: Form): Recognised {
  const columns = columnsOf(form);
  const header: Header = {
    form,
    columns: new Map(columns.map((column, at) => [at + 1, column])),
    unknown: [],
    missing: [],
    width: columns.length + 1,
  };
  const table = { kind: 'csv', dialect: { delimiter: ',' }, encoding: 'utf-8', rowColumn: 0 } as const;
  return { format: 'csv', form, sheet: null, headerRow: 0, warnings: [], header, table };
}

const columnsOf = ({ columns }: Form) => columns.filter(({ pointer }) => pointer !== null);
