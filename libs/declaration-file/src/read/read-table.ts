import { AppError } from '@luutru/platform';
import { dateStyles } from '../xlsx/date-styles';
import { type Cell, type SheetRow, sheetRows } from '../xlsx/sheet-rows';
import { loadSharedStrings, openWorkbook, type Workbook } from '../xlsx/workbook';
import { csvRows, type Dialect, DELIMITERS } from './csv-rows';
import type { FileSource } from './file-source';
import { isPage, oleError } from './recognise';
import { decoderOf, type TextEncoding } from './text-encoding';

/** A row of a table below its header. */
export interface TableRow {
  /** As the user counts, from 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, Cell>;
  /** Days are counted from 1904. */
  readonly date1904: boolean;
}

/** A table whose columns somebody else knows: `header` is what they made of its header row. */
export interface Table<H> {
  readonly header: H;
  readonly sheet: string | null;
  rows(): AsyncGenerator<TableRow>;
}

const HEADER_WITHIN = 20;

/**
 * Finds a table in a workbook or a CSV file: the first visible sheet, or the delimiter, with a row that `readHeader` takes.
 * For lists that are no declarations; those are recognised by their forms (recognise.ts).
 * @throws AppError as `recognise` does: `file-empty`, `file-unknown`, `file-password`, `file-header-not-found`, ...
 */
export async function findTable<H>(
  source: FileSource,
  readHeader: (cells: ReadonlyMap<number, Cell>) => H | null,
): Promise<Table<H>> {
  if (source.size === 0) throw new AppError('file-empty', 'invalid');
  const start = await source.read(0, 8_192);
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0') throw await oleError(source);
  if (start.subarray(0, 2).toString('latin1') === 'PK') return inWorkbook(source, readHeader);
  const encoding = decoderOf(start);
  if (!encoding) throw new AppError('file-unknown', 'invalid');
  const text = encoding.decode(start).trimStart();
  if (text === '' && source.size <= start.length) throw new AppError('file-empty', 'invalid');
  if (isPage(text)) throw new AppError('file-html', 'invalid');
  if (text.startsWith('<') || text.startsWith('{') || text.startsWith('['))
    throw new AppError('file-unknown', 'invalid');
  return inCsv(source, encoding.name, readHeader);
}

async function inWorkbook<H>(
  source: FileSource,
  readHeader: (cells: ReadonlyMap<number, Cell>) => H | null,
): Promise<Table<H>> {
  const workbook = await openWorkbook(source);
  const { archive, sheets, date1904 } = workbook;
  const visible = sheets.filter(({ hidden }) => !hidden);
  if (visible.length === 0) throw new AppError('file-sheets-hidden', 'invalid');
  for (const { name, part } of visible) {
    const strings = await loadSharedStrings(workbook);
    try {
      const found = await findHeader(sheetRows(archive, part, strings), readHeader);
      if (!found) continue;
      return { header: found.header, sheet: name, rows: () => below(rowsOf(workbook, part), found.number, date1904) };
    } finally {
      await strings.close();
    }
  }
  throw new AppError('file-header-not-found', 'invalid', { rows: HEADER_WITHIN });
}

async function* rowsOf(workbook: Workbook, part: string): AsyncGenerator<SheetRow> {
  const strings = await loadSharedStrings(workbook);
  try {
    yield* sheetRows(workbook.archive, part, strings, await dateStyles(workbook));
  } finally {
    await strings.close();
  }
}

async function inCsv<H>(
  source: FileSource,
  encoding: TextEncoding,
  readHeader: (cells: ReadonlyMap<number, Cell>) => H | null,
): Promise<Table<H>> {
  for (const delimiter of DELIMITERS) {
    const dialect: Dialect = { delimiter };
    const found = await findHeader(csvRows(source, encoding, dialect), readHeader);
    if (!found) continue;
    return {
      header: found.header,
      sheet: null,
      rows: () => below(csvRows(source, encoding, dialect), found.number, false),
    };
  }
  throw new AppError('file-header-not-found', 'invalid', { rows: HEADER_WITHIN });
}

async function findHeader<H>(
  rows: AsyncIterable<SheetRow>,
  readHeader: (cells: ReadonlyMap<number, Cell>) => H | null,
): Promise<{ header: H; number: number } | null> {
  let seen = 0;
  for await (const { number, cells } of rows) {
    const header = readHeader(cells);
    if (header !== null) return { header, number };
    if ((seen += 1) >= HEADER_WITHIN) break;
  }
  return null;
}

async function* below(rows: AsyncIterable<SheetRow>, header: number, date1904: boolean): AsyncGenerator<TableRow> {
  for await (const { number, cells } of rows) {
    if (number > header) yield { number, cells, date1904 };
  }
}
