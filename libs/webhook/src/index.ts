/** Telling facilities' own software what happened. */
export { WebhookModule } from './webhook.module';
export { type DeliveryView, type EndpointView, WebhooksService } from './webhooks.service';
/** The worker's part: sends what is due. */
export { WebhookCourier } from './webhook-courier';
export { SafeSender, type SenderOptions, type Sent } from './safe-sender';
/** For other messages that are pushed in the same way: how they are signed, and when they are tried again. */
export { SECRET_PREFIX, signedHeaders } from './domain/signature';
export { DISABLED_AFTER_MS, LONGEST_PAUSE_MS, nextAttempt } from './domain/back-off';
/** Notes what happened, in the transaction in which it happened. */
export { noteNews, type WebhookNews, webhookStatement } from './webhook.statement';
export { WEBHOOK_EVENTS, type WebhookEvent } from './domain/event-types';
export { webhookErrors, webhookIssues } from './webhook.catalogue';
