import { Readable } from 'node:stream';
import type { Choices, Form, FormColumn } from '../forms/form';
import { PORTAL_EXTRA } from '../forms/portal';
import { codeCell, type Language } from './template';
import { type CellOut, STYLE, writeWorkbook } from './workbook-writer';

/** A stay as a form shows it: the value of each column by its key. Moments and days as ISO texts of the Vietnamese clock. */
export type ExportRow = Readonly<Record<string, string | number | null | undefined>>;

export interface ExportOptions {
  readonly form: Form;
  readonly format: 'xlsx' | 'csv';
  readonly choices: Choices;
  readonly language: Language;
  /** Columns beside the form's: key and header. */
  readonly extra?: readonly { readonly key: string; readonly header: string }[];
}

const BOM = '\uFEFF';
const CRLF = '\r\n';
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Writes stays in a form, as a stream. */
export function writeStays(rows: AsyncIterable<ExportRow>, options: ExportOptions): Readable {
  return options.format === 'csv' ? Readable.from(csv(rows, options)) : xlsx(rows, options);
}

const columnsOf = ({ id, columns }: Form): readonly FormColumn[] =>
  columns.filter(({ key }) => id !== 'portal' || !PORTAL_EXTRA.has(key));

function xlsx(rows: AsyncIterable<ExportRow>, options: ExportOptions): Readable {
  const { form, language, extra = [] } = options;
  const columns = columnsOf(form);
  async function* all(): AsyncGenerator<readonly CellOut[]> {
    yield [{ text: form.name[language], style: STYLE.title }];
    const headers = [...columns.map((column) => headerOf(column, language)), ...extra.map(({ header }) => header)];
    yield headers.map((text) => ({ text, style: STYLE.header }));
    let number = 0;
    for await (const row of rows) yield cellsOf(row, (number += 1), columns, options).map((text) => ({ text }));
  }
  return writeWorkbook([
    { name: form.sheet, widths: [...columns, ...extra].map(() => 20), frozenRows: 2, rows: all() },
  ]);
}

async function* csv(rows: AsyncIterable<ExportRow>, options: ExportOptions): AsyncGenerator<string> {
  const { form, language, extra = [] } = options;
  const columns = columnsOf(form);
  yield BOM + line([...columns.map((column) => headerOf(column, language)), ...extra.map(({ header }) => header)]);
  let number = 0;
  for await (const row of rows) yield line(cellsOf(row, (number += 1), columns, options));
}

const headerOf = ({ header, required }: FormColumn, language: Language): string =>
  `${header[language]}${required ? ' *' : ''}`;

function cellsOf(row: ExportRow, number: number, columns: readonly FormColumn[], options: ExportOptions): string[] {
  const { choices, language, extra = [] } = options;
  const cells = columns.map((column) => {
    if (column.pointer === null) return String(number);
    const value = row[column.key];
    if (value === null || value === undefined || value === '') return '';
    if (column.choices) return codeCell(choices, column.choices, String(value), language);
    if (column.type === 'date' || column.type === 'moment') return localDay(String(value));
    return String(value);
  });
  return [...cells, ...extra.map(({ key }) => String(row[key] ?? ''))];
}

/** `2026-11-23T21:50:00+07:00` as `23/11/2026 21:50:00`, `1990-08-15` as `15/08/1990`, a year as it is. */
function localDay(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(iso) ?? [];
  if (!year) return iso;
  return `${day}/${month}/${year}${time ? ` ${time}` : ''}`;
}

/** RFC 4180; what would be a formula is written with an apostrophe before it, which reading takes away again. */
export function line(cells: readonly string[], delimiter = ','): string {
  const written = cells.map((cell) => {
    const safe = FORMULA.test(cell) ? `'${cell}` : cell;
    return /["\r\n,;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return written.join(delimiter) + CRLF;
}
