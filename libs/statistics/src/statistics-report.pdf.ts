import type { Content, DocumentDefinition } from 'pdfmake';
import { localDate, localTimeOfDay } from '@luutru/calendar';
import type { LocalizedText } from '@luutru/platform';
import { renderPdf } from '@luutru/receipt';
import { footnotesOf, printed, type PrintedFigure } from './hidden-figures';

type Language = 'vi' | 'en';

/** A table of a report: names at the left, figures in columns; a hidden figure is null. */
export interface ReportTable {
  readonly title: LocalizedText;
  /** What stands above the names, and what is counted. */
  readonly head: LocalizedText;
  readonly columns: readonly LocalizedText[];
  readonly rows: readonly {
    readonly name: string;
    readonly figures: readonly PrintedFigure[];
    /** A sum, printed bold. */
    readonly isTotal?: boolean;
  }[];
}

export interface StatisticsReport {
  readonly title: LocalizedText;
  /** Who reports. */
  readonly unit: string;
  readonly area: string;
  /** `11/2026`, `quý 4/2026`, `2026`: as it is to be read. */
  readonly period: string;
  readonly made: Date;
  readonly tables: readonly ReportTable[];
  /** How figures are defined and where they come from. */
  readonly notes: readonly LocalizedText[];
}

const WORDS = {
  vi: { unit: 'Đơn vị báo cáo', area: 'Địa bàn', period: 'Kỳ báo cáo', made: 'Lập lúc' },
  en: { unit: 'Reporting unit', area: 'Area', period: 'Period', made: 'Made at' },
} as const;

/** More columns than this want the sheet across. */
const UPRIGHT_COLUMNS = 5;
const FIGURE_WIDTH = 62;

/** The report to print, in one language; the same bytes for the same report. */
export function statisticsReportPdf(report: StatisticsReport, language: Language): Promise<Buffer> {
  const words = WORDS[language];
  const title = report.title[language];
  const widest = Math.max(0, ...report.tables.map(({ columns }) => columns.length));
  const lead = (['unit', 'area', 'period'] as const).map((key): Content => line(words[key], report[key]));
  const figures = report.tables.flatMap(({ rows }) => rows.flatMap((row) => row.figures));
  const definition: DocumentDefinition = {
    pageSize: 'A4',
    pageOrientation: widest > UPRIGHT_COLUMNS ? 'landscape' : undefined,
    pageMargins: [42, 42, 42, 42],
    info: { title: `${title} ${report.period}`, creationDate: report.made },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    content: [
      { text: title.normalize('NFC'), fontSize: 15, bold: true, alignment: 'center', margin: [0, 0, 0, 10] },
      ...lead,
      line(words.made, momentOf(report.made, language)),
      ...report.tables.flatMap((table) => [heading(table, language), tableOf(table, language, widest)]),
      ...[...footnotesOf(figures), ...report.notes].map((note): Content => ({
        text: note[language],
        fontSize: 8,
        margin: [0, 2, 0, 0],
      })),
    ],
  };
  return renderPdf(definition);
}

function momentOf(at: Date, language: Language): string {
  const day = localDate(at).split('-').reverse().join('/');
  return `${localTimeOfDay(at)}${language === 'vi' ? ' ngày ' : ', '}${day}`;
}

const line = (label: string, value: string): Content => ({ text: `${label}: ${value.normalize('NFC')}` });

const heading = ({ title }: ReportTable, language: Language): Content => ({
  text: title[language].normalize('NFC'),
  fontSize: 11,
  bold: true,
  margin: [0, 14, 0, 4],
});

function tableOf({ head, columns, rows }: ReportTable, language: Language, widest: number): Content {
  const figureWidth = widest > UPRIGHT_COLUMNS ? Math.min(FIGURE_WIDTH, 520 / widest) : FIGURE_WIDTH;
  return {
    layout: 'lightHorizontalLines',
    margin: [0, 0, 0, 6],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', ...columns.map(() => figureWidth)],
      body: [
        [
          { text: head[language], bold: true },
          ...columns.map((column): Content => ({ text: column[language], bold: true, alignment: 'right' })),
        ],
        ...rows.map(({ name, figures, isTotal = false }): Content[] => [
          { text: name.normalize('NFC'), bold: isTotal },
          ...figures.map((figure): Content => ({ text: printed(figure, language), alignment: 'right', bold: isTotal })),
        ]),
      ],
    },
  };
}
