import type { Choices } from '../forms/form';
import { type MergedCells, type SheetRow, sheetRows } from '../xlsx/sheet-rows';
import { buildRow, type FileRow, locate } from './build-row';
import { CodeReader } from './code-value';
import { csvRows } from './csv-rows';
import type { FileSource } from './file-source';
import { foreignersXmlRows, XML_HEADER } from './foreigners-xml';
import { type Header, isBesideData } from './header';
import { jsonLines } from './json-lines';
import { openSheet, type Recognised } from './recognise';

/** The rows of a file that hold data, one after the other; memory does not grow with their number. */
export async function* readRows(source: FileSource, file: Recognised, choices: Choices): AsyncGenerator<FileRow> {
  const codes = new CodeReader(choices);
  const { table, header, headerRow } = file;
  if (table.kind === 'json-lines') yield* jsonLines(source);
  else if (table.kind === 'xml') yield* built(foreignersXmlRows(source), XML_HEADER, 0, codes, false);
  else if (table.kind === 'csv' && header) {
    yield* built(csvRows(source, table.encoding, table.dialect), header, headerRow, codes, false);
  } else if (table.kind === 'sheet' && header) {
    const { workbook, strings, merges, dated } = await openSheet(source, table.part);
    try {
      const rows = unmerged(sheetRows(workbook.archive, table.part, strings, dated), merges);
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
): AsyncGenerator<FileRow> {
  let dataBegan = false;
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

/** A merged range shows the value of its first cell in all of its rows, so that is what they say. */
async function* unmerged(rows: AsyncIterable<SheetRow>, merges: readonly MergedCells[]): AsyncGenerator<SheetRow> {
  const tall = merges.filter(({ firstRow, lastRow }) => lastRow > firstRow);
  if (tall.length === 0) {
    yield* rows;
    return;
  }
  const byRow = new Map<number, MergedCells[]>();
  for (const merge of tall) {
    for (let row = merge.firstRow; row <= Math.min(merge.lastRow, merge.firstRow + 1_000); row += 1) {
      byRow.set(row, [...(byRow.get(row) ?? []), merge]);
    }
  }
  const values = new Map<MergedCells, SheetRow['cells'] extends ReadonlyMap<number, infer C> ? C : never>();
  for await (const { number, cells } of rows) {
    const filled = new Map(cells);
    for (const merge of byRow.get(number) ?? []) {
      const own = cells.get(merge.firstColumn);
      if (number === merge.firstRow && own) values.set(merge, own);
      const value = values.get(merge);
      if (value && !filled.has(merge.firstColumn)) filled.set(merge.firstColumn, value);
    }
    yield { number, cells: filled };
  }
}

/** The column that a pointer of a row's issue came from; null where the file has no columns. */
export function columnOf(file: Recognised, pointer: string): { letter: string; header: string } | null {
  return file.header ? locate(file.header, pointer) : null;
}
