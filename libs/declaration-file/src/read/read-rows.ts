import type { Choices } from '../forms/form';
import { type Cell, type MergedCells, type SheetRow, sheetRows } from '../xlsx/sheet-rows';
import { buildRow, type FileRow, locate } from './build-row';
import { CodeReader } from './code-value';
import { numberedRows } from './numbered-rows';
import type { FileSource } from './file-source';
import { foreignersXmlRows, XML_HEADER } from './foreigners-xml';
import { type Header, isBesideData } from './header';
import { jsonLines } from './json-lines';
import { openSheet, type Recognised } from './recognise';

/** The rows of a file that hold data, one after the other; memory does not grow with their number. */
export async function* readRows(source: FileSource, file: Recognised, choices: Choices): AsyncGenerator<FileRow> {
  const codes = new CodeReader(choices);
  const { table, header, headerRow } = file;
  if (table.kind === 'json-lines') yield* jsonLines(source, table.encoding);
  else if (table.kind === 'xml') yield* built(foreignersXmlRows(source, table.encoding), XML_HEADER, 0, codes, false);
  else if (table.kind === 'csv' && header) {
    const isMended = table.rowColumn !== undefined;
    yield* built(numberedRows(source, table), header, headerRow, codes, false, isMended);
  } else if (table.kind === 'sheet' && header) {
    const { workbook, strings, merges, dated } = await openSheet(source, table.part);
    try {
      const rows = unmerged(sheetRows(workbook.archive, table.part, strings, dated), merges, header, headerRow);
      yield* built(rows, header, headerRow, codes, table.date1904);
    } finally {
      await strings.close();
    }
  }
}

async function* built(
  rows: AsyncIterable<SheetRow>,
  header: Header,
  headerRow: number,
  codes: CodeReader,
  date1904: boolean,
  dataBegan = false,
): AsyncGenerator<FileRow> {
  for await (const { number, cells } of rows) {
    if (number <= headerRow) continue;
    const used = new Map([...cells].filter(([place]) => header.columns.has(place)));
    if (!dataBegan && isBesideData(used)) continue;
    // A row that holds nothing but its number is no row.
    if (![...used.keys()].some((place) => header.columns.get(place)?.pointer !== null)) continue;
    dataBegan = true;
    yield buildRow(number, used, header, codes, date1904);
  }
}

/**
 * A merged range shows the value of its first cell in all of its rows, so that is what they say. Of ranges that lie over each
 * other, which only crafted files have, one per column counts: memory and time stay those of the columns.
 */
async function* unmerged(
  rows: AsyncIterable<SheetRow>,
  merges: readonly MergedCells[],
  { columns }: Header,
  headerRow: number,
): AsyncGenerator<SheetRow> {
  // What is merged over the header and the row below it is the header's.
  const waiting = merges
    .filter((merge) => merge.lastRow > merge.firstRow && merge.firstRow > headerRow && columns.has(merge.firstColumn))
    .sort((a, b) => a.firstRow - b.firstRow);
  if (waiting.length === 0) {
    yield* rows;
    return;
  }
  const open = new Map<number, { readonly lastRow: number; readonly value: Cell }>();
  let next = 0;
  for await (const { number, cells } of rows) {
    for (; (waiting[next]?.firstRow ?? Infinity) <= number; next += 1) {
      const { firstRow, firstColumn, lastRow } = waiting[next] as MergedCells;
      const value = firstRow === number ? cells.get(firstColumn) : undefined;
      if (value) open.set(firstColumn, { lastRow, value });
    }
    const filled = new Map(cells);
    for (const [column, { lastRow, value }] of open) {
      if (lastRow < number) open.delete(column);
      else if (!filled.has(column)) filled.set(column, value);
    }
    yield { number, cells: filled };
  }
}

/** The column that a pointer of a row's issue came from; null where the file has no columns. */
export function columnOf(file: Recognised, pointer: string): { letter: string; header: string } | null {
  return file.header ? locate(file.header, pointer) : null;
}
