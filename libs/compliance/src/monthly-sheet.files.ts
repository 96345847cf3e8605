import type { Readable } from 'node:stream';
import type { Content, DocumentDefinition } from 'pdfmake';
import { toLocalIso } from '@luutru/calendar';
import { type CellOut, STYLE, writeWorkbook } from '@luutru/declaration-file';
import { renderPdf } from '@luutru/receipt';
import { SHEET_COLUMNS, type SheetFigures } from './domain/sheet-columns';
import type { MonthlySheet } from './monthly-sheet.read-model';

type Language = 'vi' | 'en';

const WORDS = {
  vi: {
    title: 'BẢNG SỐ LIỆU CHẤP HÀNH KHAI BÁO LƯU TRÚ',
    month: 'Tháng',
    area: 'Địa bàn',
    whole: 'Toàn bộ địa bàn quản lý',
    until: 'Số liệu đến hết ngày',
    made: 'Lập lúc',
    ward: 'Phường, xã, đặc khu',
    facility: 'Cơ sở',
    total: 'Tổng cộng',
    foot: 'Tính theo ngày đến; số liệu có thể thay đổi khi cơ sở khai bổ sung, điều chỉnh hoặc hủy.',
  },
  en: {
    title: 'FIGURES OF DECLARING STAYS',
    month: 'Month',
    area: 'Area',
    whole: 'All of the jurisdiction',
    until: 'Figures up to and including',
    made: 'Made at',
    ward: 'Ward',
    facility: 'Facility',
    total: 'Total',
    foot: 'By day of arrival; figures change when facilities declare late, correct or cancel.',
  },
} as const;

const monthOf = ({ month }: MonthlySheet): string => month.split('-').reverse().join('/');
const dayOf = (day: string): string => day.split('-').reverse().join('/');
const headOf = ({ wardId }: MonthlySheet, language: Language): string =>
  wardId === null ? WORDS[language].ward : WORDS[language].facility;

/** What stands above the figures. */
function lead(sheet: MonthlySheet, language: Language): readonly [string, string][] {
  const words = WORDS[language];
  return [
    [words.month, monthOf(sheet)],
    [words.area, sheet.wardName ?? words.whole],
    [words.until, dayOf(sheet.until)],
    [words.made, toLocalIso(sheet.made)],
  ];
}

const LEAD_ROWS = 7;

/** The sheet as a workbook, its figures as numbers that can be added up. */
export function monthlyWorkbook(sheet: MonthlySheet, language: Language): Readable {
  const words = WORDS[language];
  const figures = (name: string, line: SheetFigures): CellOut[] => [
    { text: name },
    ...SHEET_COLUMNS.map(({ id }) => ({ text: String(line[id]), number: true })),
  ];
  const header = [headOf(sheet, language), ...SHEET_COLUMNS.map((column) => column[language])];
  return writeWorkbook([
    {
      name: `${words.month} ${sheet.month}`,
      widths: [36, ...SHEET_COLUMNS.map(() => 13)],
      frozenRows: LEAD_ROWS,
      rows: [
        [{ text: words.title, style: STYLE.title }],
        ...lead(sheet, language).map((pair) => pair.map((text) => ({ text }))),
        [],
        header.map((text) => ({ text, style: STYLE.header })),
        ...sheet.lines.map((line) => figures(line.name, line)),
        figures(words.total, sheet.total),
        [],
        [{ text: words.foot }],
      ],
    },
  ]);
}

/** The sheet to print: A4 across, the same bytes for the same figures and time. */
export function monthlyPdf(sheet: MonthlySheet, language: Language): Promise<Buffer> {
  const words = WORDS[language];
  const row = (name: string, line: SheetFigures, bold = false): Content[] => [
    { text: name, bold },
    ...SHEET_COLUMNS.map(({ id }): Content => ({ text: String(line[id]), alignment: 'right', bold })),
  ];
  const header = [headOf(sheet, language), ...SHEET_COLUMNS.map((column) => column[language])];
  const definition: DocumentDefinition = {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [20, 28, 20, 28],
    info: { title: `${words.title} ${sheet.month}`, creationDate: sheet.made },
    defaultStyle: { font: 'Roboto', fontSize: 7, lineHeight: 1.1 },
    content: [
      { text: words.title, fontSize: 14, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
      ...lead(sheet, language).map(([label, value]): Content => ({ text: `${label}: ${value}`, fontSize: 9 })),
      {
        layout: 'lightHorizontalLines',
        margin: [0, 10, 0, 8],
        table: {
          headerRows: 1,
          widths: ['*', ...SHEET_COLUMNS.map(() => 36)],
          body: [
            header.map((text): Content => ({ text, bold: true, fontSize: 6.5 })),
            ...sheet.lines.map((line) => row(line.name.normalize('NFC'), line)),
            row(words.total, sheet.total, true),
          ],
        },
      },
      { text: words.foot, fontSize: 8 },
    ],
  };
  return renderPdf(definition);
}
