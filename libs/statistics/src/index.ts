export { StatisticsModule } from './statistics.module';
/** For the worker: figures kept up with stays, trips and facilities. */
export { StatisticsReckoning, type StatisticsRun } from './statistics-reckoning';
/** Figures of the caller's area, by the measures and dimensions of the tables below. */
export type { EditionName, Figures, FormFigures } from './figures';
export { StatisticsReadModel } from './statistics.read-model';
/** Who is in house at this moment. */
export { type NowFigures, NowReadModel } from './now.read-model';
/** Reports as files for a caller: what they may see, as JSON, CSV, workbook or PDF; each file is noted in the audit trail. */
export {
  REPORT_FORMATS,
  type ReportFile,
  type ReportFormat,
  type StatisticsQuestion,
  StatisticsReports,
} from './statistics-reports';
/** Answers as they leave: numbers, or null with the reason. */
export {
  type FigureRowView,
  type FiguresView,
  type FormView,
  type NowView,
  viewOfFigures,
  viewOfForm,
  viewOfNow,
} from './figures.view';
/** Figures for those who may not see small numbers, of editions. */
export { EditionReadModel } from './edition.read-model';
/** For the worker: figures of closed months as they are given out, and given out anew after late changes (ADR 0031). */
export { EditionMaking, type EditionRun } from './edition-making';
/** Whether somebody sees small numbers. */
export { seesExact } from './exact';
export type { FigureFilter, FigureQuery } from './domain/figure-query';
/** Counts of one question before anything is made of them, and what may hold some of them back. */
export type { StatisticsTable, TableRow } from './domain/table';
export { type Base, BASES, type Counts } from './domain/bases';
/** What can be asked for: definitions, units and sources, vi and en. */
export type { MeasureDefinition } from './domain/measure';
export { type Measure, MEASURE_IDS, MEASURES } from './domain/measures';
export { NOW_MEASURES, type NowMeasure } from './domain/now-measures';
export { type Dimension, DIMENSION_IDS, DIMENSIONS } from './domain/dimensions';
/** The yearly form 015.N as lines; its files are made elsewhere. */
export { FORM_MEASURES, type FormLine, type FormMeasure } from './domain/form-015n';
export { type AccommodationClass, CLASSES } from './domain/accommodation-class';
/** What is told to those who see no small numbers: by which sort of facilities their scope holds. */
export { GRACE_DAYS } from './domain/editions/closing';
export { DAY_MEASURES } from './domain/editions/edition-plan';
export { OPEN_THRESHOLD } from './domain/editions/open-shape';
export { dimensionsOf, isClosedMeasure, type Sort, SORT_IDS } from './domain/editions/release-scope';
/** What is published for everybody of closed months, from ten stays on. */
export { type OpenMonth, OpenDataReadModel, type OpenRow, type OpenSeries } from './open-data.read-model';
export { OPEN_COLUMNS } from './domain/editions/open-columns';
/** Why a figure is null. */
export { HIDDEN_CODES, type HiddenCode } from './domain/disclosure/shown-rows';
export { type Comparison, COMPARISONS, type Grain, GRAINS, type Period } from './domain/periods';
export { statisticsErrors, statisticsIssues } from './statistics.catalogue';
