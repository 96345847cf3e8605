import type { Readable } from 'node:stream';
import { localDate } from '@luutru/calendar';
import { type CellOut, STYLE, writeWorkbook } from '@luutru/declaration-file';
import { figuresOf, type Form015n, FORM_015N_COLUMNS, FORM_015N_TITLE, linesOf, SIGNATURES } from './form-015n';
import { footnotesOf, printed, type PrintedFigure } from './hidden-figures';

/** Name, code and the figures: columns A to I. */
const LAST = 'I';
const COLUMNS = FORM_015N_COLUMNS.length + 2;
/** Where the table begins: its names, its units and the numbers of its columns stand in three rows. */
const HEAD_ROW = 8;

/**
 * The yearly form of tourist accommodation as a workbook, laid out as the official one. Figures are numbers that can be added up; a
 * hidden one is a sign with a footnote.
 */
export function form015nWorkbook(form: Form015n): Readable {
  const lines = linesOf(form);
  const last = HEAD_ROW + 2 + lines.length;
  const notes = footnotesOf(figuresOf(form)).map(({ vi }) => [{ text: vi }]);
  const signRow = last + 2 + notes.length + 1;
  return writeWorkbook([
    {
      name: 'Biểu 015.N',
      widths: [44, 8, ...FORM_015N_COLUMNS.map(() => 15)],
      merges: [
        'A4:I4',
        'A5:I5',
        'F1:I1',
        'F2:I2',
        'A6:I6',
        `G${signRow - 1}:${LAST}${signRow - 1}`,
        ...[signRow, signRow + 1].flatMap((row) => [`B${row}:E${row}`, `G${row}:${LAST}${row}`]),
      ],
      rows: [
        ...head(form),
        [],
        headed(['', 'Mã số', ...FORM_015N_COLUMNS.map(({ name }) => name)]),
        headed(['Đơn vị tính', '', ...FORM_015N_COLUMNS.map(({ unit }) => unit)]),
        headed(['A', 'B', ...FORM_015N_COLUMNS.map((_, at) => String(at + 1))]),
        ...lines.map(([{ name, code, level }, figures]) => [
          { text: '   '.repeat(level) + name, style: level === 0 ? STYLE.boxBold : STYLE.box },
          { text: code, style: STYLE.boxCentre },
          ...FORM_015N_COLUMNS.map(({ id }) => figureCell(figures[id])),
        ]),
        [],
        ...notes,
        ...signatures(form),
      ],
    },
  ]);
}

function head(form: Form015n): (CellOut | null)[][] {
  const right = (left: string, text: string, style: number = STYLE.text): (CellOut | null)[] => [
    { text: left, style },
    ...Array.from({ length: 4 }, () => null),
    { text },
  ];
  return [
    right('Biểu số: 015.N', `Đơn vị báo cáo: ${form.reportingUnit}`, STYLE.title),
    right(form.regulation, `Đơn vị nhận báo cáo: ${form.receivingUnit}`),
    [{ text: `Ngày nhận báo cáo: ${form.due}` }],
    [{ text: FORM_015N_TITLE, style: STYLE.centreTitle }],
    [{ text: `Năm ${form.year}`, style: STYLE.centre }],
    [{ text: '(Số liệu tính từ thông báo lưu trú; khách lưu trú qua đêm)', style: STYLE.centre }],
  ];
}

const headed = (texts: readonly string[]): CellOut[] => texts.map((text) => ({ text, style: STYLE.boxHeader }));

const figureCell = (figure: PrintedFigure): CellOut =>
  typeof figure === 'number'
    ? { text: String(figure), number: true, style: STYLE.boxNumber }
    : { text: printed(figure, 'vi'), style: STYLE.boxCentre };

/** The block at the foot: place and day, who signs, and how. */
function signatures({ place, made }: Form015n): (CellOut | null)[][] {
  const { year, month, day } = dateParts(made);
  const row = (...cells: readonly [string, string, string]): (CellOut | null)[] => {
    const found: (CellOut | null)[] = Array.from({ length: COLUMNS }, () => null);
    [0, 1, 6].forEach((column, at) => (found[column] = { text: cells[at] ?? '', style: STYLE.centre }));
    return found;
  };
  return [
    row('', '', `${place}, ngày ${day} tháng ${month} năm ${year}`),
    row(...SIGNATURES),
    row('(Ký, họ tên)', '(Ký, họ tên)', '(Ký, đóng dấu, họ tên)'),
  ];
}

function dateParts(moment: Date): { year: string; month: string; day: string } {
  const [year = '', month = '', day = ''] = localDate(moment).split('-');
  return { year, month, day };
}
