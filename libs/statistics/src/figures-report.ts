import { addDays, localDate, localTimeOfDay } from '@luutru/calendar';
import type { FigureQuery } from './domain/figure-query';
import { MEASURES } from './domain/measures';
import type { Language } from './figure-names';
import type { FigureSheet } from './figures-sheet';
import type { SheetHead } from './figures-workbook';
import type { Reporter } from './reporter';
import type { StatisticsReport } from './statistics-report.pdf';

interface Circumstances {
  readonly query: FigureQuery;
  readonly reporter: Reporter;
  readonly made: Date;
}

const TITLE = { vi: 'BÁO CÁO THỐNG KÊ LƯU TRÚ', en: 'STATISTICS OF STAYS' } as const;
const WORDS = {
  vi: { unit: 'Đơn vị báo cáo', area: 'Địa bàn', period: 'Kỳ báo cáo', made: 'Lập lúc' },
  en: { unit: 'Reporting unit', area: 'Area', period: 'Period', made: 'Made at' },
} as const;

const dayOf = (day: string): string => day.split('-').reverse().join('/');
const periodOf = ({ period: { from, until } }: FigureQuery): string => `${dayOf(from)} - ${dayOf(addDays(until, -1))}`;

/** What stands above the table in a workbook. */
export function headOf({ query, reporter, made }: Circumstances, language: Language): SheetHead {
  const words = WORDS[language];
  return {
    title: TITLE[language],
    lines: [
      `${words.unit}: ${reporter.office}`,
      `${words.area}: ${reporter.area}`,
      `${words.period}: ${periodOf(query)}`,
      `${words.made}: ${localTimeOfDay(made)} ${dayOf(localDate(made))}`,
    ],
  };
}

/** The table as a report to print, with the definitions of its measures below. */
export function figuresReport(
  { names, columns, rows }: FigureSheet,
  { query, reporter, made }: Circumstances,
  language: Language,
): StatisticsReport {
  const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });
  const [from = '', to = '', ...others] = names;
  const head = [`${from} - ${to}`, ...others].join(' · ');
  return {
    title: TITLE,
    unit: reporter.office,
    area: reporter.area,
    period: periodOf(query),
    made,
    tables: [
      {
        title: { vi: 'Số liệu', en: 'Figures' },
        head: both(head),
        columns: columns.map(both),
        rows: rows.map(({ texts: [first = '', last = '', ...keys], figures }) => ({
          name: [`${dayOf(first)} - ${dayOf(last)}`, ...keys].join(' · '),
          figures,
        })),
      },
    ],
    notes: query.measures.map((measure) => {
      const { vi, en, definitionVi, definitionEn } = MEASURES[measure];
      return language === 'vi' ? both(`${vi}: ${definitionVi}.`) : both(`${en}: ${definitionEn}.`);
    }),
  };
}
