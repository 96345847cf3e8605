export { SearchModule, type SearchModuleOptions } from './search.module';
/** Searching for people: within the area, for a stated purpose and case, counted and audited. */
export {
  MAX_PAGES,
  OPENED_ROWS,
  PAGE_PERSONS,
  PoliceSearchService,
  type SearchAnswer,
  type SearchedStay,
  type SearchRequest,
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
