export { PersonModule, type PersonModuleOptions } from './person.module';
/** All that was declared of one person, with whoever was there too. */
export {
  COMPANIONS,
  type PersonCompanion,
  type PersonQuestion,
  type PersonView,
  PersonViewService,
} from './person-view.service';
export type { PersonStay } from './person-view.read-model';
export { companionReasons } from './person-view.catalogue';
export { COMPANION_REASONS, type CompanionReason } from './domain/companion';
export { type VisitedWard, visitedWards } from './domain/visited-ward';
/** Looking beyond the jurisdiction for a while. */
export {
  type BreakGlassFile,
  type BreakGlassOptions,
  BreakGlassService,
  type BreakGlassView,
  type NewBreakGlass,
  type SupervisedBreakGlass,
} from './break-glass.service';
export type { BreakGlassUse, Verdict } from './break-glass.repository';
export { BREAK_GLASS_STATES, type BreakGlassState } from './domain/break-glass';
/** Contradictions in the movements of people. */
export {
  FINDING_STATES,
  type FindingFile,
  type FindingFilter,
  type FindingKind,
  type FindingState,
  type FindingView,
  MovementFindings,
} from './movement-findings.service';
export { FINDING_KINDS, findingKinds } from './movement-findings.catalogue';
/** The worker's part of it. */
export { MovementWatch, type Watched } from './movement-watch';
/** What the issue and problem codes of this part of the police's work say. */
export { personIssues } from './person.catalogue';
export { breakGlassErrors, breakGlassIssues } from './break-glass.catalogue';
export { findingErrors } from './movement-findings.catalogue';
export { SearchModule, type SearchModuleOptions } from './search.module';
/** Searching for people: within the area, for a stated purpose and case, counted and audited. */
export {
  MAX_PAGES,
  OPENED_ROWS,
  ownStanding,
  PAGE_PERSONS,
  PoliceSearchService,
  type SearchAnswer,
  type SearchedStay,
  type SearchRequest,
  type SearchStanding,
  SHOWN_STAYS,
} from './police-search.service';
export { PersonSearchReadModel, type SearchOrder } from './person-search.read-model';
export { type Criterion, CRITERIA, PERIOD_EVENTS, type PeriodEvent, type SearchInput } from './domain/search-criteria';
/** For the benchmark, which puts a search together by hand. */
export { readCriteria } from './domain/read-criteria';
export { SearchCursor } from './search-cursor';
export { SearchLogRepository } from './search-log.repository';
export { DEFAULT_SEARCH_LIMITS, type SearchLimits } from './domain/search-limits';
export type { FoundPerson, HitReason } from './domain/rank';
/** What supervisors see of their officers' searches. */
export {
  type SearchNotice,
  SearchSupervisionService,
  type SupervisedPage,
  type SupervisedSearch,
} from './search-supervision.service';
/** What the problem and issue codes say, and why somebody was found. */
export { explainHit, searchErrors, searchIssues } from './search.catalogue';
