import type { FigureQuery } from './domain/figure-query';
import type { FormLine } from './domain/form-015n';
import type { StatisticsTable } from './domain/table';
import type { FigureNames } from './figure-names';

/** An edition that an answer is made of. */
export interface EditionName {
  readonly month: string;
  readonly number: number;
  readonly madeAt: Date;
}

/** Answers, and how far they reach. */
export interface Figures {
  readonly query: FigureQuery;
  readonly table: StatisticsTable;
  /** What facilities and zones call values of the table. */
  readonly ownNames: FigureNames;
  /** All changes until then are counted; null before the first count has ended. */
  readonly asOf: Date | null;
  /** The last night that is over; nights are counted until then. */
  readonly lastNight: string;
  /** The caller sees no small numbers: some of what was asked may be hidden. */
  readonly mayHide: boolean;
  /** Numbers of people are rounded down to multiples of it; null: they are not. */
  readonly roundedTo: number | null;
  /** Which editions of closed months the figures are of; none where they are counted now. */
  readonly editions: readonly EditionName[];
}

/** The lines of form 015.N of a year. */
export interface FormFigures extends Pick<Figures, 'asOf' | 'lastNight' | 'mayHide'> {
  readonly year: number;
  readonly lines: readonly FormLine[];
}
