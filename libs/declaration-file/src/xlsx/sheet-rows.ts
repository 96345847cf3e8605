import { AppError } from '@luutru/platform';
import type { SharedStrings } from './shared-strings';
import { xmlEvents } from './xml-events';
import type { ZipArchive } from './zip-archive';

/** What a cell holds. A formula counts by the value it had when the file was saved. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly number: number;
      /** Shown as a date. */
      readonly dated?: true;
    }
  | { readonly kind: 'boolean'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'formula-without-value' };

export interface SheetRow {
  /** As the program that made the file counts, from 1. */
  readonly number: number;
  /** By column from 0; empty cells are left out. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** What a spreadsheet can hold; what has more was made to use up memory. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** Characters of a row: of every column of a form a text as long as a cell can hold. */
const MAX_ROW_CHARACTERS = 2 * 1024 * 1024;

const NONE: ReadonlySet<number> = new Set();

interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  hasValue: boolean;
  formula: boolean;
}

/** 'B' is 1, 'AA' is 26. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? '') {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}

/** 1 is 'B', 26 is 'AA'. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The rows of a sheet that hold anything, one after the other; blank rows, styled or not, are passed over. */
export async function* sheetRows(
  archive: ZipArchive,
  part: string,
  strings: SharedStrings,
  dated: ReadonlySet<number> = NONE,
): AsyncGenerator<SheetRow> {
  const ready: { number: number; cells: RawCell[] }[] = [];
  let row: { number: number; cells: RawCell[] } = { number: 0, cells: [] };
  let cell: RawCell | null = null;
  let into: 'value' | 'inline' | null = null;
  let phonetic = 0;
  let nextColumn = 0;
  let characters = 0;
  const events = xmlEvents(archive.read(part), {
    open: (name, { r, t, s: style }) => {
      if (name === 'row') {
        row = { number: within(r === undefined ? row.number + 1 : Number(r), 1, MAX_ROWS), cells: [] };
        [nextColumn, characters] = [0, 0];
      } else if (name === 'c') {
        const column = within(r === undefined ? nextColumn : columnIndex(r), 0, MAX_COLUMNS - 1);
        within(row.cells.length, 0, MAX_COLUMNS);
        nextColumn = column + 1;
        cell = {
          column,
          type: t ?? 'n',
          style: Number(style ?? 0),
          value: '',
          inline: '',
          hasValue: false,
          formula: false,
        };
      } else if (name === 'v') into = 'value';
      else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') into = phonetic === 0 ? 'inline' : null;
    },
    text: (text) => {
      if (!cell || !into) return;
      characters = within(characters + text.length, 0, MAX_ROW_CHARACTERS);
      if (into === 'value') cell.value += text;
      else cell.inline += text;
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1;
      else if (name === 'v' || name === 't') {
        if (cell) cell.hasValue = true;
        into = null;
      } else if (name === 'c') {
        if (cell && (cell.hasValue || cell.formula)) row.cells.push(cell);
        cell = null;
      } else if (name === 'row' && row.cells.length > 0) ready.push(row);
    },
  });
  for await (const _ of events) {
    for (const { number, cells } of ready) {
      const read = await Promise.all(
        cells.map(async (raw) => [raw.column, await toCell(raw, strings, dated)] as const),
      );
      const filled = read.filter((entry): entry is readonly [number, Cell] => entry[1] !== null);
      if (filled.length > 0) yield { number, cells: new Map(filled) };
    }
    ready.length = 0;
  }
}

function within(value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new AppError('file-damaged', 'invalid');
}

async function toCell(raw: RawCell, strings: SharedStrings, dated: ReadonlySet<number>): Promise<Cell | null> {
  const { type, value } = raw;
  if (raw.formula && (!raw.hasValue || value === '') && raw.inline === '') return { kind: 'formula-without-value' };
  if (type === 's') return text((await strings.get(Number(value))) ?? '');
  if (type === 'inlineStr') return text(raw.inline);
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { kind: 'error', text: value };
  if (type === 'str' || type === 'd') return text(value);
  const number = Number(value);
  if (value.trim() === '') return null;
  if (!Number.isFinite(number)) return text(value);
  return { kind: 'number', text: value.trim(), number, ...(dated.has(raw.style) && { dated: true }) };
}

const text = (value: string): Cell | null =>
  value.trim() === '' ? null : { kind: 'text', text: value.replace(/_x([0-9A-F]{4})_/gi, unescape) };

/** Workbooks write characters that XML has not as `_x000D_`. */
const unescape = (_whole: string, code: string): string => String.fromCharCode(parseInt(code, 16));

export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
const MAX_MERGES = 20_000;
const TAIL = 200;

/**
 * The merged ranges of a sheet. They stand after the rows, so that the sheet is run through once more; without being parsed,
 * since nothing else is written like them.
 */
export async function mergedCells(archive: ZipArchive, part: string): Promise<readonly MergedCells[]> {
  const merges: MergedCells[] = [];
  let tail = '';
  for await (const bytes of archive.read(part)) {
    const chunk = tail + bytes.toString('latin1');
    let end = 0;
    for (const match of chunk.matchAll(MERGE)) {
      const [whole, from = '', top, to = '', bottom] = match;
      end = match.index + whole.length;
      if (merges.length >= MAX_MERGES) return merges;
      merges.push({
        firstRow: Number(top),
        lastRow: Number(bottom),
        firstColumn: columnIndex(from),
        lastColumn: columnIndex(to),
      });
    }
    tail = chunk.slice(Math.max(end, chunk.length - TAIL));
  }
  return merges;
}
