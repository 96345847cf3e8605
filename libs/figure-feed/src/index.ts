/** Figures for a province's operations centre, pulled and pushed (ADR 0033). */
export { FigureFeedModule } from './figure-feed.module';
export {
  type AreaFigures,
  FEED_AREA_MEASURES,
  FEED_DAY_MEASURES,
  FEED_MONTH_MEASURES,
  FEED_NOW,
  type FeedAnswer,
  FeedFigures,
  type FigureValues,
  type DayFigures,
  type MonthFigures,
  type SyncHealth,
} from './feed-figures';
/** Who reads for a key of an operations centre: the leaders of its unit. */
export { asLeaders } from './leaders-view';
export { type FeedPage, FeedRepository } from './feed.repository';
export { type FeedChange, SUBJECT_KINDS, type SubjectKind, type Told } from './domain/subject';
export { type FeedEndpoint, FeedEndpointsService, feedUnitOf } from './feed-endpoints.service';
/** The worker's part: tells what changed, and pushes it. */
export { digestOf, FEED_DAYS, FeedPublisher, presentChange } from './feed-publisher';
export { FeedCourier } from './feed-courier';
export { figureFeedErrors } from './figure-feed.catalogue';
