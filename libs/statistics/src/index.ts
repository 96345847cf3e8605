export { StatisticsModule } from './statistics.module';
/** For the worker: figures kept up with stays, trips and facilities. */
export { StatisticsReckoning, type StatisticsRun } from './statistics-reckoning';
/** Figures of the caller's area, by the measures and dimensions of the tables below. */
export { type Figures, type FormFigures, StatisticsReadModel } from './statistics.read-model';
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
/** The one way by which figures leave. */
export { DisclosureGate } from './disclosure-gate';
export type { FigureFilter, FigureQuery } from './domain/figure-query';
/** Counts of one question before anything is made of them, and what may hold some of them back. */
export type { Disclosure, StatisticsTable, TableRow } from './domain/table';
export { type Base, BASES, type Counts } from './domain/bases';
/** What can be asked for: definitions, units and sources, vi and en. */
export type { MeasureDefinition } from './domain/measure';
export { type Measure, MEASURE_IDS, MEASURES } from './domain/measures';
export { NOW_MEASURES, type NowMeasure } from './domain/now-measures';
export { type Dimension, DIMENSION_IDS, DIMENSIONS } from './domain/dimensions';
/** The yearly form 015.N as lines; its files are made elsewhere. */
export { FORM_MEASURES, type FormLine, type FormMeasure } from './domain/form-015n';
export { type AccommodationClass, CLASSES } from './domain/accommodation-class';
/** Why a figure is null. */
export { HIDDEN_CODES, type HiddenCode } from './domain/disclosure/shown-rows';
export { type Comparison, COMPARISONS, type Grain, GRAINS, type Period } from './domain/periods';
export { statisticsIssues } from './statistics.catalogue';
