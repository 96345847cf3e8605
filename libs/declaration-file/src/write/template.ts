import type { Readable } from 'node:stream';
import type { LocalizedText } from '@luutru/platform';
import type { Choices, ChoiceTable, Form, FormColumn } from '../forms/form';
import { PORTAL_EXTRA } from '../forms/portal';
import { columnLetter } from '../xlsx/sheet-rows';
import { type CellOut, type DropDown, type SheetOut, STYLE, writeWorkbook } from './workbook-writer';

export type Language = keyof LocalizedText;

const TABLES_SHEET = 'DANH_MUC';
const HEADER_ROW = 3;
const LAST_ROW = 5_000;
/** 3,321 wards do not make a usable drop-down; they are found by their names. */
const WITHOUT_LIST: ReadonlySet<ChoiceTable> = new Set<ChoiceTable>(['ward']);

const EXAMPLES: Readonly<Record<string, string>> = {
  fullName: 'Trần Thị Bình',
  birthDate: '15/08/1990',
  documentNumber: '049190001234',
  passportNumber: 'C01X00T47',
  phone: '0905000111',
  address: 'Phường Hội An, TP. Đà Nẵng',
  arrivedAt: '23/11/2026 21:50',
  expectedDepartureAt: '25/11/2026 12:00',
  room: '203',
  unit: 'P12',
  employer: 'Công ty May Hòa Khánh',
  temporaryResidenceOn: '20/11/2026',
  recordNumber: 'BA-2026-0042',
  bed: '2',
  seat: 'A07',
  permitUntil: '31/12/2026',
};

/** An empty form to fill in: drop-downs for codes, an example, and a sheet of instructions. */
export function writeTemplate(form: Form, choices: Choices, language: Language): Readable {
  const columns = form.columns.filter(({ key }) => form.id !== 'portal' || !PORTAL_EXTRA.has(key));
  const listed = [...new Set(columns.flatMap(({ choices: table }) => (table ? [table] : [])))].filter(
    (table) => !WITHOUT_LIST.has(table) && choices.list(table).length > 0,
  );
  return writeWorkbook([
    dataSheet(form, columns, listed, choices, language),
    tablesSheet(listed, choices, language),
    instructionSheet(columns, language),
  ]);
}

function dataSheet(
  form: Form,
  columns: readonly FormColumn[],
  listed: readonly ChoiceTable[],
  choices: Choices,
  language: Language,
): SheetOut {
  const note = {
    vi: 'Nhập mỗi người một dòng, ngay dưới dòng ví dụ. Cột có dấu * là bắt buộc. Ngày ghi ngày/tháng/năm.',
    en: 'One person per row, right below the example. Columns with * are required. Dates are day/month/year.',
  };
  const dropDowns = columns.flatMap((column, at): DropDown[] => {
    const place = column.choices ? listed.indexOf(column.choices) : -1;
    if (place < 0 || !column.choices) return [];
    const last = choices.list(column.choices).length + 1;
    const letter = columnLetter(place);
    const source = `${TABLES_SHEET}!$${letter}$2:$${letter}$${last}`;
    return [{ column: at, fromRow: HEADER_ROW + 1, toRow: LAST_ROW, source }];
  });
  return {
    name: form.sheet,
    widths: columns.map(({ header }) => Math.max(14, Math.min(28, header.vi.length + 6))),
    frozenRows: HEADER_ROW,
    dropDowns,
    rows: [
      [{ text: form.name[language], style: STYLE.title }],
      [{ text: note[language] }],
      columns.map(({ header, required }): CellOut => ({
        text: `${header[language]}${required ? ' *' : ''}`,
        style: required ? STYLE.required : STYLE.header,
      })),
      columns.map((column): CellOut => ({ text: exampleOf(column, choices, language), style: STYLE.example })),
    ],
  };
}

function exampleOf(column: FormColumn, choices: Choices, language: Language): string {
  if (column.pointer === null) return language === 'vi' ? 'Ví dụ' : 'Example';
  if (column.choices === 'nationality') return codeCell(choices, 'nationality', 'VNM', language);
  const [first] = column.choices ? choices.list(column.choices) : [];
  if (column.choices && first) return column.required ? codeCell(choices, column.choices, first.code, language) : '';
  return EXAMPLES[column.key] ?? '';
}

/** "code - label", as drop-downs and exports show codes; the bare code where it has no label. */
export function codeCell(choices: Choices, table: ChoiceTable, code: string, language: Language): string {
  const label = choices.list(table).find((choice) => choice.code === code)?.label[language];
  return label === undefined || label === code ? code : `${code} - ${label}`;
}

function tablesSheet(listed: readonly ChoiceTable[], choices: Choices, language: Language): SheetOut {
  const lists = listed.map((table) => choices.list(table));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, at) =>
    lists.map((list): CellOut | null => {
      const choice = list[at];
      return choice ? { text: `${choice.code} - ${choice.label[language]}` } : null;
    }),
  );
  return {
    name: TABLES_SHEET,
    widths: lists.map(() => 36),
    frozenRows: 1,
    rows: [listed.map((table) => ({ text: table, style: STYLE.header })), ...rows],
  };
}

const HOW_TO: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Không đổi tên các cột; được đổi thứ tự, thêm cột riêng (sẽ bỏ qua) và ẩn cột không dùng.',
    'Ô có danh sách thả xuống: chọn trong danh sách; ghi mỗi mã (ví dụ 1) hoặc mỗi tên (ví dụ Thẻ CCCD) cũng được.',
    'Số giấy tờ và số điện thoại ghi đủ cả số 0 ở đầu; các cột này đã được định dạng Văn bản.',
    'Ngày giờ: 23/11/2026 21:50. Chỉ ghi ngày thì hiểu là đến 14:00, đi 12:00.',
    'Nên kiểm tra thử (validate) trước; kết quả từng dòng tải về trong chính tệp này, ô sai được tô màu.',
  ],
  en: [
    'Keep the names of the columns; their order may change, own columns may be added (they are ignored).',
    'Cells with a drop-down: choose from it; the code alone (1) or the label alone (Thẻ CCCD) will do as well.',
    'Write document and phone numbers with their leading zeros; these columns are formatted as text.',
    'Date and time: 23/11/2026 21:50. A day alone means arrival at 14:00, departure at 12:00.',
    'Better validate first; the results come back in this very file, faulty cells are coloured.',
  ],
};

function instructionSheet(columns: readonly FormColumn[], language: Language): SheetOut {
  const vi = language === 'vi';
  const word = (required: boolean): string =>
    required ? (vi ? 'Bắt buộc' : 'Required') : vi ? 'Tùy chọn' : 'Optional';
  return {
    name: vi ? 'HUONG_DAN' : 'INSTRUCTIONS',
    widths: [34, 14, 90],
    rows: [
      [{ text: vi ? 'Hướng dẫn' : 'Instructions', style: STYLE.title }],
      ...HOW_TO[language].map((text, at): CellOut[] => [{ text: `${at + 1}. ${text}` }]),
      [],
      [vi ? 'Cột' : 'Column', vi ? 'Bắt buộc' : 'Required', vi ? 'Ghi gì' : 'What to write'].map((text) => ({
        text,
        style: STYLE.header,
      })),
      ...columns
        .filter(({ pointer }) => pointer !== null)
        .map((column): CellOut[] => [
          { text: column.header[language] },
          { text: word(column.required) },
          { text: hintOf(column, vi) },
        ]),
    ],
  };
}

function hintOf({ type, choices }: FormColumn, vi: boolean): string {
  if (choices) return vi ? `Chọn trong danh mục ${choices}` : `A choice of ${choices}`;
  if (type === 'date') return vi ? 'Ngày/tháng/năm, hoặc chỉ năm' : 'Day/month/year, or the year alone';
  if (type === 'moment') return vi ? 'Ngày/tháng/năm giờ:phút' : 'Day/month/year hour:minute';
  if (type === 'number-text') return vi ? 'Đủ các chữ số, kể cả số 0 ở đầu' : 'All digits, leading zeros too';
  return vi ? 'Văn bản' : 'Text';
}
