import type { Readable } from 'node:stream';
import { type CellOut, STYLE, writeWorkbook } from '@luutru/declaration-file';
import type { Language } from './figure-names';
import type { FigureSheet } from './figures-sheet';
import { printed, type PrintedFigure } from './hidden-figures';

/** What stands above a table in a file. */
export interface SheetHead {
  readonly title: string;
  /** Such as area, period and when it was made. */
  readonly lines: readonly string[];
}

/** A table of figures as a workbook: figures are numbers that can be added up, hidden ones signs with a footnote. */
export function figuresWorkbook(sheet: FigureSheet, head: SheetHead, language: Language): Readable {
  const { names, columns, rows, notes } = sheet;
  const boxed = (text: string, style: number): CellOut => ({ text, style });
  const lead = [[boxed(head.title, STYLE.title)], ...head.lines.map((text) => [{ text }]), []];
  return writeWorkbook([
    {
      name: language === 'vi' ? 'Số liệu' : 'Figures',
      widths: [...names.map((_, at) => (at < 2 ? 12 : 30)), ...columns.map(() => 16)],
      frozenRows: lead.length + 1,
      rows: [
        ...lead,
        [...names, ...columns].map((text) => boxed(text, STYLE.boxHeader)),
        ...rows.map(({ texts, figures }) => [
          ...texts.map((text) => boxed(text, STYLE.box)),
          ...figures.map((figure) => figureCell(figure, language)),
        ]),
        [],
        ...notes.map((note) => [{ text: note[language] }]),
      ],
    },
  ]);
}

/** Whole numbers with their thousands apart; shares keep their digits. */
function figureCell(figure: PrintedFigure, language: Language): CellOut {
  if (typeof figure !== 'number') return { text: printed(figure, language), style: STYLE.boxCentre };
  return { text: String(figure), number: true, style: Number.isInteger(figure) ? STYLE.boxNumber : STYLE.plain };
}
