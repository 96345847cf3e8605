import { csvLine } from '@luutru/declaration-file';
import type { AccommodationClass } from './domain/accommodation-class';
import { CLASSES } from './domain/accommodation-class';
import type { FormLine, FormMeasure } from './domain/form-015n';
import {
  type Form015n,
  type FORM_015N_CLASSES,
  FORM_015N_COLUMNS,
  FORM_015N_TITLE,
  type Form015nClass,
  type Form015nFigures,
  linesOf,
} from './form-015n';
import type { Language } from './figure-names';
import { footnotesOf, printed, printedFigure, type PrintedFigure } from './hidden-figures';
import type { Reporter } from './reporter';
import type { StatisticsReport } from './statistics-report.pdf';
import type { FormFigures } from './figures';

const LINES: Readonly<Record<AccommodationClass, Form015nClass>> = {
  '5*': 'stars-5',
  '4*': 'stars-4',
  '3*': 'stars-3',
  '2*': 'stars-2',
  '1*': 'stars-1',
  'khach-san': 'no-stars',
  'nha-nghi': 'guest-house',
  homestay: 'homestay',
};

/** The form of a year as it is handed in, of the lines that were counted. */
export function form015nOf({ year, lines }: FormFigures, reporter: Reporter, made: Date): Form015n {
  const entries = lines.map(
    (line) => [line.class === null ? 'total' : LINES[line.class], figuresOfLine(line)] as const,
  );
  return {
    year,
    reportingUnit: [reporter.office, reporter.area].filter((text) => text !== '').join(' - '),
    receivingUnit: `Thống kê ${reporter.area}`.trim(),
    regulation: 'Ban hành kèm theo chế độ báo cáo thống kê hiện hành',
    due: 'Theo chế độ báo cáo thống kê hiện hành',
    place: reporter.area,
    made,
    classes: Object.fromEntries(entries),
  };
}

function figuresOfLine({ facilities, values, hidden }: FormLine): Form015nFigures {
  const figure = (measure: FormMeasure): PrintedFigure => printedFigure(values[measure], hidden[measure]);
  return {
    facilities: facilities ?? 'unknown',
    rooms: figure('rooms'),
    beds: figure('beds'),
    guests: figure('overnight'),
    international: figure('international-overnight'),
    roomDays: figure('room-nights-used'),
    bedDays: figure('bed-nights-used'),
  };
}

const COLUMNS_EN: Readonly<Record<(typeof FORM_015N_COLUMNS)[number]['id'], string>> = {
  facilities: 'Facilities',
  rooms: 'Rooms',
  beds: 'Beds',
  guests: 'Overnight guests',
  international: 'Of them international',
  roomDays: 'Room-days used',
  bedDays: 'Bed-days used',
};

const columnName = ({ id, name }: (typeof FORM_015N_COLUMNS)[number], language: Language): string =>
  language === 'vi' ? name : COLUMNS_EN[id];

function lineName({ id, name }: (typeof FORM_015N_CLASSES)[number], language: Language): string {
  if (language === 'vi') return name;
  if (id === 'total') return 'All';
  const own = Object.entries(LINES).find(([, line]) => line === id)?.[0] as AccommodationClass | undefined;
  return own ? CLASSES[own].en : 'Other tourist accommodation';
}

/** The form as lines of CSV with its codes. */
export function form015nCsv(form: Form015n, language: Language, mayHide: boolean): string {
  const words = { vi: ['Hạng', 'Mã số', 'Ghi chú'], en: ['Class', 'Code', 'Note'] }[language];
  const head = [
    ...words.slice(0, 2),
    ...FORM_015N_COLUMNS.map((column) => columnName(column, language)),
    ...(mayHide ? words.slice(2) : []),
  ];
  const rows = linesOf(form).map(([line, figures]) => {
    const all = FORM_015N_COLUMNS.map(({ id }) => figures[id]);
    return [
      lineName(line, language),
      line.code,
      ...all.map((figure) => (typeof figure === 'number' ? String(figure) : printed(figure, language))),
      ...(mayHide
        ? [
            footnotesOf(all)
              .map((note) => note[language])
              .join(' '),
          ]
        : []),
    ];
  });
  return `\uFEFF${[head, ...rows].map((cells) => csvLine(cells)).join('')}`;
}

/** The form to print. */
export function form015nReport(form: Form015n): StatisticsReport {
  return {
    title: { vi: FORM_015N_TITLE, en: 'CAPACITY AND RESULTS OF TOURIST ACCOMMODATION (015.N)' },
    unit: form.reportingUnit,
    area: form.place,
    period: String(form.year),
    made: form.made,
    tables: [
      {
        title: { vi: 'Biểu số: 015.N', en: 'Form 015.N' },
        head: { vi: 'Hạng', en: 'Class' },
        columns: FORM_015N_COLUMNS.map((column) => ({ vi: column.name, en: columnName(column, 'en') })),
        rows: linesOf(form).map(([line, figures]) => ({
          name: `${line.code} ${line.name}`,
          figures: FORM_015N_COLUMNS.map(({ id }) => figures[id]),
          isTotal: line.level === 0,
        })),
      },
    ],
    notes: [
      {
        vi: 'Số liệu tính từ thông báo lưu trú; khách lưu trú qua đêm.',
        en: 'Figures are made of the declarations of stays; guests who stay overnight.',
      },
    ],
  };
}
