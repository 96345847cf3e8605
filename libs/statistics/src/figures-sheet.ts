import { csvLine } from '@luutru/declaration-file';
import type { LocalizedText } from '@luutru/platform';
import { type Dimension, DIMENSIONS } from './domain/dimensions';
import { type Measure, MEASURES } from './domain/measures';
import type { Language } from './figure-names';
import type { FigureRowView, FiguresView } from './figures.view';
import { footnotesOf, printed, printedFigure, type PrintedFigure } from './hidden-figures';

/** Figures as a table to be written into a file: texts at the left, figures at the right. */
export interface FigureSheet {
  /** Names of the columns of texts and of figures. */
  readonly names: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly { readonly texts: readonly string[]; readonly figures: readonly PrintedFigure[] }[];
  /** What the signs among the figures mean. */
  readonly notes: readonly LocalizedText[];
}

const WORDS = {
  vi: { from: 'Từ ngày', to: 'Đến ngày', compared: 'so sánh', average: 'trung bình trượt', note: 'Ghi chú' },
  en: { from: 'From', to: 'To', compared: 'compared', average: 'moving average', note: 'Note' },
} as const;

/** The table of an answer, with names instead of codes. */
export function sheetOf({ measures, by, rows, names }: FiguresView, language: Language): FigureSheet {
  const words = WORDS[language];
  const titles = measures.map((measure) => MEASURES[measure as Measure][language]);
  const parts: Part[] = [
    { of: ({ values, hidden }) => [values, hidden] },
    ...(rows.some((row) => row.compared) ? [{ of: comparedOf, name: words.compared }] : []),
    ...(rows.some((row) => row.movingAverage) ? [{ of: averageOf, name: words.average }] : []),
  ];
  const figuresOf = (row: FigureRowView): PrintedFigure[] =>
    parts.flatMap(({ of }) => {
      const [values, hidden] = of(row);
      return measures.map((measure) => printedFigure(values?.[measure], hidden?.[measure]));
    });
  const lines = rows.map((row) => ({
    texts: [row.from, row.to, ...by.map((dimension) => nameOf(names, dimension, row.keys[dimension]))],
    figures: figuresOf(row),
  }));
  return {
    names: [words.from, words.to, ...by.map((dimension) => DIMENSIONS[dimension as Dimension][language])],
    columns: parts.flatMap(({ name }) => titles.map((title) => (name === undefined ? title : `${title} (${name})`))),
    rows: lines,
    notes: footnotesOf(lines.flatMap(({ figures }) => figures)),
  };
}

interface Part {
  readonly of: (row: FigureRowView) => readonly [FigureRowView['compared'], FigureRowView['hidden'] | undefined];
  readonly name?: string;
}

const comparedOf: Part['of'] = ({ compared, comparedHidden }) => [compared, comparedHidden];
const averageOf: Part['of'] = ({ movingAverage, movingAverageHidden }) => [movingAverage, movingAverageHidden];

const nameOf = (names: FiguresView['names'], dimension: string, value: string | null | undefined): string =>
  value == null ? '' : (names[dimension]?.[value] ?? value);

/**
 * One row a line, with a mark that makes spreadsheets read it as UTF-8. Where figures may be hidden the last column says of
 * each row what its signs mean; it is there also when nothing is, so that the columns of a question are always the same.
 */
export function csvOf({ names, columns, rows }: FigureSheet, language: Language, mayHide: boolean): string {
  const note = mayHide ? [WORDS[language].note] : [];
  const lines = rows.map(({ texts, figures }) => [
    ...texts,
    ...figures.map((figure) => (typeof figure === 'number' ? String(figure) : printed(figure, language))),
    ...(mayHide
      ? [
          footnotesOf(figures)
            .map((one) => one[language])
            .join(' '),
        ]
      : []),
  ]);
  return `\uFEFF${[[...names, ...columns, ...note], ...lines].map((cells) => csvLine(cells)).join('')}`;
}
