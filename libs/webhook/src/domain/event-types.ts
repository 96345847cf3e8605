/** What facilities can be told of. */
export const WEBHOOK_EVENTS = [
  'stay.verified',
  'stay.mismatch',
  'stay.not_found',
  'stay.delivered',
  'stay.failed',
  'stay.corrected',
  'stay.extended',
  'stay.departed',
  'stay.cancelled',
  'stay.overdue',
  'batch.finished',
  'webhook.test',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
