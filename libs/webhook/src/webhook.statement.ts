import { type Statement, type Transaction, uuidV7 } from '@luutru/platform';
import type { WebhookEvent } from './domain/event-types';

/** Something that happened at a facility, told without a word of a person. */
export interface WebhookNews {
  readonly facilityId: string;
  readonly type: WebhookEvent;
  readonly subjectId: string | null;
  readonly occurredAt: Date;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The statement that notes what happened for every endpoint that wants to be told, to be run in the transaction in which it
 * happened. A facility without such an endpoint is noted nothing.
 */
export function webhookStatement(news: WebhookNews): Statement {
  return {
    name: 'webhook_note',
    text: `WITH wanted AS (
             SELECT endpoint_id FROM webhook_endpoint WHERE facility_id = $1 AND state = 'active' AND $3 = ANY(event_types)
           ), event AS (
             INSERT INTO webhook_event (facility_id, event_id, event_type, subject_id, occurred_at, data)
             SELECT $1, $2, $3, $4, $5, $6::jsonb WHERE EXISTS (SELECT FROM wanted) RETURNING event_id
           )
           INSERT INTO webhook_delivery (facility_id, event_id, endpoint_id, available_at)
           SELECT $1, e.event_id, w.endpoint_id, $5 FROM event e CROSS JOIN wanted w`,
    values: [
      news.facilityId,
      uuidV7(news.occurredAt),
      news.type,
      news.subjectId,
      news.occurredAt,
      JSON.stringify(news.data),
    ],
  };
}

/** Notes what happened within a transaction. */
export async function noteNews(tx: Transaction, news: WebhookNews): Promise<void> {
  const { text, values } = webhookStatement(news);
  await tx.query(text, [...values]);
}
