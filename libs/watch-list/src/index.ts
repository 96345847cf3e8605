/**
 * People looked for, and what happens when one of them is declared. Lists change by proposals that somebody else approves;
 * the worker holds every declaration against them; duty desks take the alerts. Facilities see nothing of any of it.
 */
export { WatchListModule } from './watch-list.module';
/** Keeping lists. */
export { type ListVersion, ListService, type ListView } from './list.service';
export { type EntryChange, EntryService, type EntryState, type EntryVersion, type EntryView } from './entry.service';
export { EntryImport, type ImportResult, MOST_BYTES, MOST_ROWS, type RowFault } from './entry-import';
export { writeEntryTemplate } from './entry-table';
export { ProposalService } from './proposal.service';
export type { ProposalDetail, ProposalState, ProposalView, ProposedEntry } from './proposal.record';
/** Alerts and duty desks. */
export { type AlertEvent, type AlertHeader, AlertReadModel } from './alert.read-model';
export { type AlertAnswer, type AlertDetail, type AlertOrder, AlertService } from './alert.service';
/** For the worker. */
export { StayScreening } from './stay-screening';
export { ReScreening } from './re-screening';
export { WatchKeeping } from './watch-keeping';
export { WatchedPeople } from './watched-people';
export { WatchSeals } from './watch-seals';
/** Tables that screens, documentation and tests read. */
export {
  ALERT_ACTIONS,
  ALERT_LIFE,
  ALERT_OUTCOMES,
  ALERT_STATES,
  type AlertAction,
  alertActionsIn,
  type AlertOutcome,
  type AlertState,
} from './domain/alert-life';
export { type Desk, deskAt, deskLevel, DESKS, FIRST_DESKS } from './domain/desk';
export type { EntryContent, EntryInput } from './domain/entry-content';
export { DEFAULT_ACKNOWLEDGE_MINUTES, type ListFacts } from './domain/list-facts';
export { LIST_KIND_CODES, LIST_KINDS, type ListKindCode } from './domain/list-kind';
export { SCORE_CLASSES, type ScoreClass, scoreClass } from './domain/score-class';
export { watchListErrors, watchListIssues } from './watch-list.catalogue';
