import { AppError, type Issue } from '@luutru/platform';
import type { Form } from '../forms/form';
import { FORMS } from '../forms/forms';
import { dateStyles } from '../xlsx/date-styles';
import { loadSharedStrings, openWorkbook, type SheetEntry, type Workbook } from '../xlsx/workbook';
import { type MergedCells, mergedCells, type SheetRow, sheetRows } from '../xlsx/sheet-rows';
import type { SharedStrings } from '../xlsx/shared-strings';
import { csvRows, type Dialect, findDialect } from './csv-rows';
import type { FileSource } from './file-source';
import { type Header, readHeader } from './header';
import { decoderOf, type TextEncoding } from './text-encoding';

export const FILE_FORMATS = [
  'portal-xlsx',
  'foreigners-xlsx',
  'tenants-xlsx',
  'hospital-xlsx',
  'manifest-xlsx',
  'csv',
  'foreigners-xml',
  'json-lines',
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What a file turned out to be. */
export interface Recognised {
  readonly format: FileFormat;
  /** Null for JSON lines, whose fields are those of the API. */
  readonly form: Form | null;
  readonly sheet: string | null;
  /** Row of the header, as the user counts; 0 where there is none. */
  readonly headerRow: number;
  readonly warnings: readonly Issue[];
  readonly header: Header | null;
  readonly table:
    | { readonly kind: 'sheet'; readonly part: string; readonly date1904: boolean }
    | {
        readonly kind: 'csv';
        readonly dialect: Dialect;
        readonly encoding: TextEncoding;
        /** The column that says which row it is, in a file of mended rows. */
        readonly rowColumn?: number;
      }
    | { readonly kind: 'xml' | 'json-lines'; readonly encoding: TextEncoding };
}

const HEADER_WITHIN = 20;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells what a file is by looking into it; its name only serves to warn.
 * @throws AppError for what cannot be read: `file-empty`, `file-unknown`, `file-password`, `file-old-xls`, `file-html`,
 *   `file-not-a-workbook`, `file-damaged`, `file-zip-bomb`, `file-header-not-found`, `file-columns-missing`, ...
 */
export async function recognise(source: FileSource, name: string | undefined): Promise<Recognised> {
  if (source.size === 0) throw new AppError('file-empty', 'invalid');
  const start = await source.read(0, 8_192);
  if (start.subarray(0, 8).equals(OLE)) throw await oleError(source);
  if (start.subarray(0, 2).toString('latin1') === 'PK') return recogniseWorkbook(source, name);
  const encoding = decoderOf(start);
  if (!encoding) throw new AppError('file-unknown', 'invalid');
  const text = encoding.decode(start).trimStart();
  if (text === '' && source.size <= start.length) throw new AppError('file-empty', 'invalid');
  if (text.startsWith('<')) return recogniseXml(text, encoding.name, name);
  if (text.startsWith('{'))
    return whole(
      'json-lines',
      { kind: 'json-lines', encoding: encoding.name },
      wrongExtension(name, ['jsonl', 'ndjson', 'json']),
    );
  if (text.startsWith('[')) throw new AppError('file-json-array', 'invalid');
  return recogniseCsv(source, encoding.name, name);
}

const whole = (format: FileFormat, table: Recognised['table'], warnings: readonly Issue[]): Recognised => ({
  format,
  form: null,
  sheet: null,
  headerRow: 0,
  warnings,
  header: null,
  table,
});

export async function oleError(source: FileSource): Promise<AppError> {
  // The directory of such a file names its streams; a workbook with a password has one of that name.
  const head = await source.read(0, Math.min(source.size, 4 * 1024 * 1024));
  return new AppError(head.includes(ENCRYPTED) ? 'file-password' : 'file-old-xls', 'invalid');
}

/** Programs that call a page or an XML of theirs `.xls`; Excel opens both, so that nobody notices. */
const PAGE = /^<(?:!doctype\s+html|html|head|body|table|style|meta)[\s>]/i;
const OLD_EXCEL_XML = /urn:schemas-microsoft-com:office:spreadsheet/;

/** The text from its first element or document type on. Step by step: one pattern for all would try each comment in all ways. */
function withoutProlog(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const [begin, end] = PROLOG.find(([opening]) => rest.startsWith(opening)) ?? [];
    if (begin === undefined || end === undefined) return rest;
    const at = rest.indexOf(end, begin.length);
    if (at < 0) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
}

const PROLOG = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** A page of a browser, whatever it is called. */
export const isPage = (text: string): boolean => PAGE.test(withoutProlog(text));

function recogniseXml(text: string, encoding: TextEncoding, name: string | undefined): Recognised {
  if (isPage(text)) throw new AppError('file-html', 'invalid');
  if (OLD_EXCEL_XML.test(text)) throw new AppError('file-old-xls', 'invalid');
  if (/<!DOCTYPE/i.test(text)) throw new AppError('file-xml-doctype', 'invalid');
  if (!/<(?:\w+:)?KHAI_BAO_TAM_TRU[\s>]/.test(text)) throw new AppError('file-unknown', 'invalid');
  const found = whole('foreigners-xml', { kind: 'xml', encoding }, wrongExtension(name, ['xml']));
  return { ...found, form: FORMS.foreigners };
}

async function recogniseCsv(source: FileSource, encoding: TextEncoding, name: string | undefined): Promise<Recognised> {
  const dialect = await findDialect(source, encoding);
  const rows = csvRows(source, encoding, dialect);
  const { found, nearest } = await findHeader(rows);
  if (!found) throw headerError(nearest);
  return {
    format: 'csv',
    form: found.header.form,
    sheet: null,
    headerRow: found.row,
    warnings: [...unknownColumns(found.header), ...wrongExtension(name, ['csv', 'txt', 'tsv'])],
    header: found.header,
    table: { kind: 'csv', dialect, encoding },
  };
}

async function recogniseWorkbook(source: FileSource, name: string | undefined): Promise<Recognised> {
  const workbook = await openWorkbook(source);
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  if (visible.length === 0) throw new AppError('file-sheets-hidden', 'invalid');
  const strings = await loadSharedStrings(workbook);
  try {
    let nearest: Header | null = null;
    for (const sheet of [...visible].sort(byName)) {
      const search = await findHeader(sheetRows(workbook.archive, sheet.part, strings));
      if (search.found) return found(workbook, sheet, search.found, name);
      nearest ??= search.nearest;
    }
    throw headerError(nearest);
  } finally {
    await strings.close();
  }
}

/** Sheets of the forms' own names first, then in the order of the workbook. */
const SHEETS = new Set(Object.values(FORMS).map(({ sheet }) => sheet));
const byName = (a: SheetEntry, b: SheetEntry): number => Number(SHEETS.has(b.name)) - Number(SHEETS.has(a.name));

function found(
  workbook: Workbook,
  sheet: SheetEntry,
  { row, header }: { row: number; header: Header },
  name: string | undefined,
): Recognised {
  const hidden = workbook.sheets.filter((other) => other.hidden && SHEETS.has(other.name));
  return {
    format: `${header.form.id}-xlsx`,
    form: header.form,
    sheet: sheet.name,
    headerRow: row,
    warnings: [
      ...unknownColumns(header),
      ...(workbook.hasMacros ? [{ code: 'file-macros-ignored', pointer: '' }] : []),
      ...hidden.map(() => ({ code: 'file-hidden-sheet-ignored', pointer: '' })),
      ...wrongExtension(name, workbook.hasMacros ? ['xlsm', 'xlsx'] : ['xlsx']),
    ],
    header,
    table: { kind: 'sheet', part: sheet.part, date1904: workbook.date1904 },
  };
}

async function findHeader(
  rows: AsyncIterable<SheetRow>,
): Promise<{ found: { row: number; header: Header } | null; nearest: Header | null }> {
  let nearest: Header | null = null;
  let seen = 0;
  for await (const { number, cells } of rows) {
    const header = readHeader(cells);
    if (header?.missing.length === 0) return { found: { row: number, header }, nearest };
    nearest ??= header;
    if ((seen += 1) >= HEADER_WITHIN) break;
  }
  return { found: null, nearest };
}

function headerError(nearest: Header | null): AppError {
  if (!nearest) return new AppError('file-header-not-found', 'invalid', { rows: HEADER_WITHIN });
  const columns = nearest.missing.map(({ header }) => header.vi).join(', ');
  return new AppError('file-columns-missing', 'invalid', { columns });
}

const unknownColumns = ({ unknown }: Header): Issue[] =>
  unknown.length === 0
    ? []
    : [{ code: 'file-columns-unknown', pointer: '', params: { columns: unknown.slice(0, 10).join(', ') } }];

function wrongExtension(name: string | undefined, right: readonly string[]): Issue[] {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toLowerCase();
  if (extension === undefined || right.includes(extension)) return [];
  return [{ code: 'file-extension-wrong', pointer: '', params: { extension, right: right[0] ?? '' } }];
}

/** The strings and the merged ranges that reading the rows of a workbook needs. */
export async function openSheet(
  source: FileSource,
  part: string,
): Promise<{
  workbook: Workbook;
  strings: SharedStrings;
  merges: readonly MergedCells[];
  dated: ReadonlySet<number>;
}> {
  const workbook = await openWorkbook(source);
  const [strings, merges] = [await loadSharedStrings(workbook), await mergedCells(workbook.archive, part)];
  return { workbook, strings, merges, dated: await dateStyles(workbook) };
}
