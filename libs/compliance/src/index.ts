export { ComplianceModule } from './compliance.module';
/** For the worker: figures and silences, kept up with the stays. */
export { ComplianceReckoning, type Reckoning } from './compliance-reckoning';
export {
  ComplianceReadModel,
  type FacilityStanding,
  type FacilityWeek,
  type StandingFilter,
  type WardStanding,
} from './compliance.read-model';
export { ComplianceNoteReadModel, type NoteView, type ShownFine } from './compliance-note.read-model';
export { ComplianceNoteService, type NoteOrder } from './compliance-note.service';
export type { NoteAction, NoteInput } from './domain/note';
export { type MonthlySheet, MonthlySheetReadModel, type SheetLine } from './monthly-sheet.read-model';
export { monthlyPdf, monthlyWorkbook } from './monthly-sheet.files';
export { SHEET_COLUMNS, type SheetColumn, type SheetFigures } from './domain/sheet-columns';
/** The table of what is counted of a facility, vi and en. */
export { INDICATOR_IDS, type IndicatorDefinition, type IndicatorId, INDICATORS } from './domain/indicators';
export type { BandRule, JudgedFigure } from './domain/bands';
export { type Silence, SILENCE_STATES, type SilenceRule, type SilenceState } from './domain/silence';
/** Judgements in a sentence, vi and en. */
export { explainFigure, explainSilence } from './domain/explain';
export { complianceErrors, complianceIssues } from './compliance.catalogue';
