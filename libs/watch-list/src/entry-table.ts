import type { Readable } from 'node:stream';
import {
  type Cell,
  type CellOut,
  columnLetter,
  fold,
  readNumberText,
  readText,
  readWallClock,
  STYLE,
  type TableRow,
  writeWorkbook,
} from '@luutru/declaration-file';
import type { Issue, LocalizedText } from '@luutru/platform';
import type { EntryInput } from './domain/entry-content';

type Field = keyof EntryInput | 'aliases' | 'validUntil';

interface Column {
  readonly field: Field;
  readonly header: LocalizedText;
  readonly aliases: readonly string[];
  readonly example: string;
  readonly hint: LocalizedText;
}

/** The columns of a list of entries; several values of one cell stand apart by semicolons. */
const COLUMNS: readonly Column[] = [
  {
    field: 'reference',
    header: { vi: 'Mã hồ sơ', en: 'Reference' },
    aliases: ['số hồ sơ', 'mã số', 'case number', 'so qd', 'số quyết định'],
    example: 'TN-2026-0001',
    hint: { vi: 'Nhận ra mục đã có khi nhập lại', en: 'Tells entries that are there already' },
  },
  {
    field: 'names',
    header: { vi: 'Họ tên', en: 'Full name' },
    aliases: ['họ và tên', 'name', 'fullname'],
    example: 'Nguyễn Văn Mẫu',
    hint: { vi: 'Bắt buộc', en: 'Required' },
  },
  {
    field: 'aliases',
    header: { vi: 'Tên khác', en: 'Aliases' },
    aliases: ['bí danh', 'alias', 'tên gọi khác'],
    example: 'Mẫu Sẹo; Văn Mẫu',
    hint: { vi: 'Nhiều tên cách nhau bằng dấu chấm phẩy', en: 'Several, separated by semicolons' },
  },
  {
    field: 'birthDates',
    header: { vi: 'Ngày sinh', en: 'Birth date' },
    aliases: ['ngày tháng năm sinh', 'năm sinh', 'dob', 'date of birth'],
    example: '08/1990',
    hint: { vi: 'dd/MM/yyyy, MM/yyyy hoặc yyyy', en: 'dd/MM/yyyy, MM/yyyy or yyyy' },
  },
  {
    field: 'sex',
    header: { vi: 'Giới tính', en: 'Sex' },
    aliases: ['gender'],
    example: 'Nam',
    hint: { vi: 'Nam, Nữ, M hoặc F', en: 'Nam, Nữ, M or F' },
  },
  {
    field: 'nationality',
    header: { vi: 'Quốc tịch', en: 'Nationality' },
    aliases: ['mã quốc tịch'],
    example: 'VNM',
    hint: { vi: 'Mã ISO ba chữ; Đức là D', en: 'ISO code of three letters; Germany is D' },
  },
  {
    field: 'documentNumbers',
    header: { vi: 'Số giấy tờ', en: 'Document numbers' },
    aliases: ['số cccd', 'số định danh', 'số hộ chiếu', 'passport', 'document number', 'so cmnd'],
    example: '049090000001; C1234567',
    hint: { vi: 'Đủ các chữ số, cách nhau bằng dấu chấm phẩy', en: 'All digits, separated by semicolons' },
  },
  {
    field: 'validUntil',
    header: { vi: 'Hiệu lực đến', en: 'Valid until' },
    aliases: ['ngày hết hiệu lực', 'hết hạn'],
    example: '31/12/2027',
    hint: { vi: 'Bỏ trống: đến khi rút', en: 'Empty: until withdrawn' },
  },
  {
    field: 'photoRef',
    header: { vi: 'Mã ảnh', en: 'Photo reference' },
    aliases: ['ảnh', 'photo'],
    example: 'HS-0001/anh-1',
    hint: { vi: 'Nơi lưu ảnh, không gửi ảnh', en: 'Where the photo is kept, not the photo' },
  },
  {
    field: 'note',
    header: { vi: 'Ghi chú', en: 'Note' },
    aliases: ['nội dung', 'đặc điểm'],
    example: '',
    hint: { vi: 'Văn bản', en: 'Text' },
  },
];

const NAMES = COLUMNS.map((column) => ({
  column,
  names: new Set([column.header.vi, column.header.en, column.field, ...column.aliases].map(fold)),
}));

export type EntryHeader = ReadonlyMap<number, Column>;

/** A header row names the people and at least one thing more. */
export function readEntryHeader(cells: ReadonlyMap<number, Cell>): EntryHeader | null {
  const found = new Map<number, Column>();
  for (const [place, cell] of cells) {
    if (cell.kind !== 'text') continue;
    const name = fold(cell.text.replace(/\([^)]*\)|\*/g, ''));
    const match = NAMES.find(({ column, names }) => names.has(name) && ![...found.values()].includes(column));
    if (match) found.set(place, match.column);
  }
  const fields = [...found.values()].map(({ field }) => field);
  return fields.includes('names') && fields.length > 1 ? found : null;
}

/** What a row of a file says of an entry. Pointers of issues are fields, `column` is where to look. */
export interface EntryTableRow {
  readonly row: number;
  readonly entry: EntryInput;
  readonly validUntil: string | null;
  readonly issues: readonly Issue[];
}

/** Reads a row; null for one that holds nothing, and for the example below the header of the template. */
export function readEntryRow({ number, cells, date1904 }: TableRow, header: EntryHeader): EntryTableRow | null {
  const issues: Issue[] = [];
  const texts = new Map<Field, string[]>();
  for (const [place, { field }] of header) {
    const cell = cells.get(place);
    if (!cell) continue;
    const read = readCell(cell, field, date1904);
    if (read.ok) texts.set(field, read.values);
    else issues.push({ code: read.code, pointer: pointerOf(field), params: { column: columnLetter(place) } });
  }
  const [reference] = texts.get('reference') ?? [];
  if (texts.size === 0 || reference === COLUMNS[0]?.example) return null;
  const one = (field: Field): string | null => texts.get(field)?.[0] ?? null;
  const sex = sexOf(one('sex'));
  if (sex === undefined) issues.push({ code: 'watch-sex-unknown', pointer: '/sex' });
  const entry: EntryInput = {
    names: [...(texts.get('names') ?? []), ...(texts.get('aliases') ?? [])],
    documentNumbers: texts.get('documentNumbers') ?? [],
    birthDates: texts.get('birthDates') ?? [],
    sex: sex ?? null,
    nationality: one('nationality')?.split(' - ')[0]?.toUpperCase() ?? null,
    note: one('note'),
    photoRef: one('photoRef'),
    reference: reference ?? null,
  };
  return { row: number, entry, validUntil: one('validUntil'), issues };
}

/** Where faults of a checked entry are: aliases are names of the entry, but stand in a column of their own. */
export const columnOfPointer = (header: EntryHeader, pointer: string): string | null => {
  const [, field = ''] = pointer.split('/');
  const [place] = [...header].find(([, column]) => column.field === field) ?? [];
  return place === undefined ? null : columnLetter(place);
};

const pointerOf = (field: Field): string => `/${field === 'aliases' ? 'names' : field}`;
const SEVERAL: ReadonlySet<Field> = new Set<Field>(['names', 'aliases', 'documentNumbers', 'birthDates']);

function readCell(
  cell: Cell,
  field: Field,
  date1904: boolean,
): { ok: true; values: string[] } | { ok: false; code: string } {
  if (field === 'validUntil' || (field === 'birthDates' && cell.kind === 'number' && cell.number > 9_999)) {
    const read = readWallClock(cell, date1904);
    return read.ok ? { ok: true, values: [read.value.date] } : read;
  }
  const read = field === 'documentNumbers' ? readNumberText(cell) : readText(cell);
  if (!read.ok) return read;
  const parts = SEVERAL.has(field) ? read.value.split(/[;\n]/) : [read.value];
  const values = parts.map((part) => part.trim()).filter((part) => part !== '');
  return { ok: true, values: field === 'birthDates' ? values.map(partialDate) : values };
}

/** `15/08/1990`, `08/1990` and `1990` in the form of entries; anything else stays, to be reported as it is. */
function partialDate(text: string): string {
  const [, day, month, year] = /^(?:(\d{1,2})[/.-])?(?:(\d{1,2})[/.-])(\d{4})$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return text;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}

/** Undefined for what is no sex. */
function sexOf(text: string | null): 'M' | 'F' | null | undefined {
  if (text === null) return null;
  const folded = fold(text).split(' ')[0];
  if (['m', 'nam', 'male'].includes(folded ?? '')) return 'M';
  return ['f', 'nu', 'female'].includes(folded ?? '') ? 'F' : undefined;
}

/** An empty workbook to fill in. */
export function writeEntryTemplate(language: keyof LocalizedText): Readable {
  const vi = language === 'vi';
  const header = COLUMNS.map(({ header: text, field }): CellOut => {
    const required = field === 'names';
    return { text: `${text[language]}${required ? ' *' : ''}`, style: required ? STYLE.required : STYLE.header };
  });
  return writeWorkbook([
    {
      name: vi ? 'DANH_SACH' : 'LIST',
      widths: COLUMNS.map(() => 24),
      frozenRows: 2,
      rows: [
        [{ text: vi ? 'Danh sách theo dõi' : 'Watch-list', style: STYLE.title }],
        header,
        COLUMNS.map(({ example }): CellOut => ({ text: example, style: STYLE.example })),
      ],
    },
    {
      name: vi ? 'HUONG_DAN' : 'INSTRUCTIONS',
      widths: [24, 60],
      rows: COLUMNS.map(({ header: text, hint }): CellOut[] => [{ text: text[language] }, { text: hint[language] }]),
    },
  ]);
}
