/** Reports made at fixed times and sent to those who want them (ADR 0033). */
export { ReportSubscriptionModule } from './report-subscription.module';
export {
  type ReportDelivery,
  type SubscriptionView,
  SubscriptionsService,
  type WantedSubscription,
} from './subscriptions.service';
export { UnsubscribeService } from './unsubscribe.service';
export {
  type AskedReport,
  type Channel,
  PAUSE_REASONS,
  type PauseReason,
  type SentFormat,
} from './subscription.record';
export { domainsOf, isPlainAddress } from './domain/target';
export { REPORT_PERIODS, type ReportPeriod } from './domain/asked-report';
export { CADENCES, type Cadence } from './domain/schedule';
/** The worker's part: lines for what is due, and what is made and sent of them. */
export { ReportPlanner } from './report-planner';
export { ReportCourier, type ReportTools } from './report-courier';
export { type MailOptions, type MailSender, mailSender } from './mail-sender';
export { reportSubscriptionErrors, reportSubscriptionIssues } from './report-subscription.catalogue';
