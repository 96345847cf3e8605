import type { FormColumn } from '../forms/form';
import type { Cell } from '../xlsx/sheet-rows';
import { readWallClock } from './cell-value';
import type { Header } from './header';

/** What the cells of a row say, as a person would type it, by the key of the column. */
export type RowTexts = Readonly<Record<string, string>>;

/** Characters of a cell that are kept to be mended; no field of a declaration is as long. */
export const LONGEST_TEXT = 1_000;

/** The texts of the cells under the columns of a form. Empty cells are left out. */
export function textsOf(cells: ReadonlyMap<number, Cell>, { columns }: Header, date1904: boolean): RowTexts {
  const texts: Record<string, string> = {};
  for (const [place, cell] of cells) {
    const column = columns.get(place);
    if (!column || column.pointer === null) continue;
    const text = textOf(cell, column, date1904);
    if (text.trim() !== '') texts[column.key] = text.length > LONGEST_TEXT ? cut(text) : text;
  }
  return texts;
}

/** A copy: a slice would keep all of a long text in memory. */
const cut = (text: string): string => Buffer.from(text.slice(0, LONGEST_TEXT)).toString();

function textOf(cell: Cell, { type }: FormColumn, date1904: boolean): string {
  if (cell.kind === 'formula-without-value') return '';
  if (cell.kind !== 'number') return cell.text;
  const isDay = cell.dated ?? (type === 'moment' || (type === 'date' && cell.number > 2_100));
  const read = isDay ? readWallClock(cell, date1904) : null;
  if (!read?.ok) return cell.text;
  const { date, time } = read.value;
  const day = date.split('-').reverse().join('/');
  return time === null ? day : `${day} ${time}`;
}

/** The one of these columns that a pointer into a declaration belongs to; null for what belongs to none. */
export function columnAt(columns: readonly FormColumn[], pointer: string): FormColumn | null {
  let found: FormColumn | null = null;
  for (const column of columns) {
    const own = column.pointer;
    if (own === null) continue;
    if (own === pointer) return column;
    // A fault of a whole, such as `/person`, is shown at the first column of it; one below a column, at the column.
    if (pointer.startsWith(`${own}/`) || (!found && pointer !== '' && own.startsWith(`${pointer}/`))) found = column;
  }
  return found;
}
