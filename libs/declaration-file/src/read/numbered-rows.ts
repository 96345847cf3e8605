import type { SheetRow } from '../xlsx/sheet-rows';
import { csvRows } from './csv-rows';
import type { FileSource } from './file-source';
import type { Recognised } from './recognise';

/** The records of a CSV file; in a file of mended rows under the numbers they say they have, its header as 0. */
export async function* numberedRows(
  source: FileSource,
  { encoding, dialect, rowColumn }: Extract<Recognised['table'], { kind: 'csv' }>,
): AsyncGenerator<SheetRow> {
  for await (const row of csvRows(source, encoding, dialect)) {
    if (rowColumn === undefined) yield row;
    else {
      const cell = row.cells.get(rowColumn);
      const number = cell?.kind === 'text' ? Number(cell.text) : NaN;
      yield { number: Number.isInteger(number) ? number : 0, cells: row.cells };
    }
  }
}
