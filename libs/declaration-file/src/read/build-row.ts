import type { DeclarationInput } from '@luutru/declaration';
import type { Issue } from '@luutru/platform';
import type { FormColumn, RowLinks } from '../forms/form';
import { columnLetter, type Cell } from '../xlsx/sheet-rows';
import { readBirthDate, readNumberText, type Reading, readText, readWallClock, type WallClock } from './cell-value';
import type { CodeReader } from './code-value';
import type { Header } from './header';
import { restoreDocumentNumber, restorePhone } from './restore-zeros';
import { columnAt, type RowTexts, textsOf } from './row-texts';

/** A row of a file. */
export interface FileRow {
  /** As the user counts: the row of the sheet, the line of the file, the element. */
  readonly row: number;
  readonly input: DeclarationInput;
  readonly links: RowLinks;
  /** Faults of reading; the fields concerned are left out of `input`. Pointers lead into the input, or to `/links/...`. */
  readonly issues: readonly Issue[];
  /** What was mended on the way. */
  readonly warnings: readonly Issue[];
  /** What its cells say, to be mended; empty where the file has no columns. */
  readonly texts: RowTexts;
}

/** A day without a time means when rooms usually change hands. */
const USUAL_ARRIVAL = '14:00:00';
const USUAL_DEPARTURE = '12:00:00';
const END_OF_DAY = '23:59:00';
const FOREIGNER_PASSPORT = 4;
const TOURISM = 1;
const NUMERIC: ReadonlySet<string> = new Set(['/reason', '/person/document/type', '/person/residence/kind']);
const MAX_TEXT = 500;
const PROVINCE = '/person/residence/provinceCode';
const ADDRESS = '/person/residence/address';

type Value = string | number;

/** Reads the cells of a row under a header. */
export function buildRow(
  row: number,
  cells: ReadonlyMap<number, Cell>,
  header: Header,
  codes: CodeReader,
  date1904: boolean,
): FileRow {
  const values = new Map<string, Value>();
  const clocks = new Map<string, WallClock>();
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const places: string[] = [];
  for (const [place, column] of provinceFirst(header)) {
    const cell = cells.get(place);
    const { pointer } = column;
    if (!cell || pointer === null) continue;
    if (column.type === 'moment') {
      const read = readWallClock(cell, date1904);
      if (read.ok) clocks.set(pointer, read.value);
      else issues.push({ code: read.code, pointer });
      continue;
    }
    const read = readCell(cell, column, codes, date1904, values.get(PROVINCE)?.toString());
    if (!read.ok && read.code === 'cell-code-unknown' && isPlace(column) && 'text' in cell) {
      // Units from before the merger are in no table of today; the address resolver knows them.
      places.unshift(cell.text.replace(/^\d+\s*-\s*/, '').trim());
      warnings.push({ code: 'old-unit-moved-to-address', pointer });
    } else if (!read.ok)
      issues.push({ code: read.code, pointer, ...(column.choices && { params: { table: column.choices } }) });
    else if (read.value.length > MAX_TEXT) issues.push({ code: 'text-too-long', pointer, params: { max: MAX_TEXT } });
    else if (read.value !== '') values.set(pointer, NUMERIC.has(pointer) ? Number(read.value) : read.value);
  }
  if (places.length > 0) values.set(ADDRESS, [values.get(ADDRESS), ...places].filter(Boolean).join(', '));
  fillIn(header, values);
  for (const [pointer, text] of momentsOf(clocks)) values.set(pointer, text);
  restoreZeros(values, warnings);
  return { row, ...nest(values), issues, warnings, texts: textsOf(cells, header, date1904) };
}

/** A ward is read within its province, which may stand in a later column. */
const provinceFirst = ({ columns }: Header): (readonly [number, FormColumn])[] =>
  [...columns].sort(([, a], [, b]) => Number(b.pointer === PROVINCE) - Number(a.pointer === PROVINCE));

const isPlace = ({ choices }: FormColumn): boolean => choices === 'province' || choices === 'ward';

function readCell(
  cell: Cell,
  column: FormColumn,
  codes: CodeReader,
  date1904: boolean,
  within: string | undefined,
): Reading {
  if (column.type === 'date') return readBirthDate(cell, date1904);
  if (column.type === 'number-text') return readNumberText(cell);
  const read = readText(cell);
  if (!read.ok || column.type !== 'code' || column.choices === undefined || read.value === '') return read;
  const code = codes.read(column.choices, read.value, within);
  return code === null ? { ok: false, code: 'cell-code-unknown' } : { ok: true, value: code };
}

/** What a form implies: the foreigners' form is about passports, and its travellers are tourists unless they say otherwise. */
function fillIn({ form }: Header, values: Map<string, Value>): void {
  if (form.id !== 'foreigners') return;
  values.set('/person/document/type', FOREIGNER_PASSPORT);
  if (!values.has('/reason')) values.set('/reason', TOURISM);
  const birthDate = values.get('/person/birthDate');
  const precision = values.get('/links/birthDatePrecision');
  if (precision === 'Y' && typeof birthDate === 'string') values.set('/person/birthDate', birthDate.slice(0, 4));
  values.delete('/links/birthDatePrecision');
}

function* momentsOf(clocks: ReadonlyMap<string, WallClock>): Generator<[string, string]> {
  const arrival = clocks.get('/arrivedAt');
  for (const [pointer, { date, time }] of clocks) {
    const leaves = pointer !== '/arrivedAt' && pointer !== '/links/admittedAt';
    const sameDay = leaves && arrival?.date === date;
    const usual = leaves ? (sameDay ? END_OF_DAY : USUAL_DEPARTURE) : USUAL_ARRIVAL;
    yield [pointer, `${date}T${time ?? usual}`];
  }
}

function restoreZeros(values: Map<string, Value>, warnings: Issue[]): void {
  const text = (pointer: string): string | undefined => values.get(pointer)?.toString();
  const number = text('/person/document/number');
  const type = values.get('/person/document/type');
  const about = { type: Number(type), birthDate: text('/person/birthDate'), sex: text('/person/sex') };
  const restored = number !== undefined && type !== undefined ? restoreDocumentNumber(number, about) : null;
  if (restored !== null) {
    values.set('/person/document/number', restored);
    warnings.push({ code: 'leading-zeros-restored', pointer: '/person/document/number' });
  }
  const phone = text('/person/phone');
  const dialled = phone !== undefined ? restorePhone(phone) : null;
  if (dialled !== null) {
    values.set('/person/phone', dialled);
    warnings.push({ code: 'leading-zeros-restored', pointer: '/person/phone' });
  }
}

/** Puts values where their pointers say. */
function nest(values: ReadonlyMap<string, Value>): { input: DeclarationInput; links: RowLinks } {
  const root: Record<string, unknown> = {};
  for (const [pointer, value] of values) {
    const parts = pointer.slice(1).split('/');
    const last = parts.pop() ?? '';
    let target = root;
    for (const part of parts) target = (target[part] ??= {}) as Record<string, unknown>;
    target[last] = value;
  }
  const { links = {}, ...input } = root;
  return { input: input, links: links as RowLinks };
}

/** The column that a pointer into a declaration came from. */
export function locate(header: Header, pointer: string): { letter: string; header: string } | null {
  const column = columnAt([...header.columns.values()], pointer);
  const [place] = [...header.columns].find(([, own]) => own === column) ?? [];
  return column && place !== undefined ? { letter: columnLetter(place), header: column.header.vi } : null;
}
