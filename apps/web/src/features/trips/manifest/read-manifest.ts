import { parsePersonalNumber } from '@luutru/identity-document';
import { type PersonFields, typedPerson } from '../../check-in/person/person-draft';
import { type PassengerDraft, passengerDraft, type SeatField } from './passenger';

type Stop = { readonly code: string; readonly name: string };
type Column = SeatField | 'fullName' | 'documentNumber' | 'birthDate' | 'sex' | 'phone' | 'serial';
type Cells = Partial<Record<Column, string>>;

/** Column names as they stand in lists of operators, folded. */
const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ['serial', /^(stt|tt|so thu tu|no)$/],
  ['seat', /ghe|giuong|cho ngoi|seat/],
  ['fullName', /ho ten|ho va ten|hanh khach|^ten|name/],
  ['phone', /dien thoai|sdt|^dt$|phone/],
  ['birthDate', /ngay sinh|nam sinh|birth/],
  ['sex', /gioi tinh|^phai$|sex|gender/],
  ['from', /diem len|diem don|boarding/],
  ['to', /diem xuong|diem tra|alighting/],
  ['documentNumber', /giay to|cccd|cmnd|can cuoc|ho chieu|passport|document/],
];

/** Letters and digits, four digits at least: no name, and longer than any seat. */
const PASSPORT = /^(?=(?:\D*\d){4})(?=.*[A-Z])[A-Z0-9]{6,10}$/i;

/**
 * Passengers from lines copied out of a table or a chat: columns by tab, semicolon or bar. With a line of column names they are
 * taken by name, without one each is recognised by what stands in it. Nothing is left out: what cannot be read is an empty
 * field to be filled in.
 */
export function readManifest(text: string, stops: readonly Stop[]): PassengerDraft[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const columns = columnsOf(lines[0] ?? []);
  const rows = columns
    ? lines.slice(1).map((cells) => named(cells, columns))
    : lines.map((cells) => guessed(cells, stops));
  return rows.map((cells) => passengerOf(cells, stops));
}

/** Names are in no need of semicolons; commas separate only where nothing else does. */
function cellsOf(line: string): string[] {
  const separator = [/\t/, /\s*;\s*/, /\s*\|\s*/, /\s*,\s*/, /\s+-\s+/].find((one) => one.test(line.trim()));
  // A trailing or leading tab is an empty cell that counts where columns have names.
  return (separator ? line.split(separator) : [line]).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function columnsOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => HEADERS.find(([, name]) => name.test(fold(cell)))?.[0] ?? null);
  const found = new Set(columns.filter(Boolean));
  return found.has('fullName') && found.size >= 2 && !cells.some((cell) => /\d{4,}/.test(cell)) ? columns : null;
}

const named = (cells: readonly string[], columns: readonly (Column | null)[]): Cells =>
  Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])));

function guessed(cells: readonly string[], stops: readonly Stop[]): Cells {
  const found: Cells = {};
  for (const cell of cells) {
    const column = kindOf(cell, found, stops);
    if (column === null) continue;
    // A running number before a seat looks like a seat.
    if (column === 'seat' && found.seat !== undefined) {
      if (/^\d+$/.test(found.seat)) found.seat = cell;
      continue;
    }
    found[column] ??= cell;
  }
  return found;
}

function kindOf(cell: string, found: Cells, stops: readonly Stop[]): Column | null {
  const bare = cell.replace(/[\s.]/g, '');
  if (bare === '') return null;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(cell) || /^(19|20)\d{2}$/.test(bare)) return 'birthDate';
  if (/^(nam|nu|m|f)$/.test(fold(cell))) return 'sex';
  if (/^(\+84|0)\d{9}$/.test(bare)) return 'phone';
  if (/^\d{9,12}$/.test(bare) || PASSPORT.test(cell)) return 'documentNumber';
  if (/^[A-Z]{0,2}\d{1,3}[A-Z]?$/i.test(bare)) return 'seat';
  if (stopCode(cell, stops) !== '') return found.from === undefined ? 'from' : 'to';
  return /\p{L}/u.test(cell) ? 'fullName' : null;
}

function passengerOf(cells: Cells, stops: readonly Stop[]): PassengerDraft {
  const number = documentNumber(cells.documentNumber ?? '');
  const told = /^\d{12}$/.test(number) ? parsePersonalNumber(number) : null;
  const fields: Partial<PersonFields> = {
    fullName: cells.fullName ?? '',
    birthDate: cells.birthDate ?? '',
    sex: sexOf(cells.sex ?? '') || (told?.sex ?? ''),
    documentType: documentType(number),
    documentNumber: number,
    phone: (cells.phone ?? '').replace(/[\s.]/g, ''),
  };
  const from = stopCode(cells.from ?? '', stops);
  const to = stopCode(cells.to ?? '', stops);
  return passengerDraft(stops, typedPerson(fields), {
    seat: (cells.seat ?? '').replace(/\s/g, '').toUpperCase(),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
  });
}

/** Tables take a number for a number and drop the zero that half of all personal numbers begin with. */
function documentNumber(text: string): string {
  const bare = text
    .replace(/^'/, '')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  return /^\d{11}$/.test(bare) ? `0${bare}` : bare;
}

/** Codes of the table `document-type`: identity card, old identity card, passport. */
function documentType(number: string): string {
  if (/^\d{9}$/.test(number)) return '2';
  return /^[A-Z]/.test(number) ? '4' : '1';
}

function sexOf(text: string): '' | 'M' | 'F' {
  const word = fold(text);
  if (/^(nam|m|male)$/.test(word)) return 'M';
  return /^(nu|f|female)$/.test(word) ? 'F' : '';
}

/** A stop by its code or name; empty when the trip has no such stop. */
function stopCode(text: string, stops: readonly Stop[]): string {
  const wanted = fold(text);
  if (wanted === '') return '';
  return stops.find(({ code, name }) => fold(code) === wanted || fold(name) === wanted)?.code ?? '';
}

const fold = (text: string): string =>
  text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s+/g, ' ');
