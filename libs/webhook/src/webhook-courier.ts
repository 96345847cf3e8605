import { toLocalIso } from '@luutru/calendar';
import { type Clock, type Database, type KeyRing, NO_FACILITY } from '@luutru/platform';
import { DISABLED_AFTER_MS, nextAttempt } from './domain/back-off';
import { signedHeaders } from './domain/signature';
import type { SafeSender, Sent } from './safe-sender';
import { ENDPOINT_SEAL } from './webhooks.service';

const LEASE_MS = 30_000;
const AT_ONCE = 20;
/** No endpoint, slow or gone, takes more than its share of those that are sent at once. */
const PER_ENDPOINT = 4;

interface Due {
  readonly facilityId: string;
  readonly eventId: string;
  readonly endpointId: string;
  readonly claimNumber: number;
  readonly attempts: number;
  readonly url: string;
  readonly secret: Buffer;
  readonly previous: Buffer | null;
  readonly failingSince: Date | null;
  readonly type: string;
  readonly subjectId: string | null;
  readonly occurredAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Carries messages to endpoints. The table is the queue: what is claimed is leased, and a lease that runs out is claimed again. */
export class WebhookCourier {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly sender: SafeSender,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** Sends what is due. Returns how many were sent; any number of workers may run it at once. */
  async run(): Promise<number> {
    const due = await this.claim();
    await Promise.all(due.map((one) => this.send(one)));
    return due.length;
  }

  private async claim(): Promise<Due[]> {
    const now = this.clock.now();
    const [result] = await this.database.run<Due & { facilityId: string }>(NO_FACILITY, {
      name: 'webhook_claim',
      text: `WITH due AS MATERIALIZED (
               SELECT facility_id, event_id, endpoint_id FROM (
                 SELECT facility_id, event_id, endpoint_id, available_at,
                        row_number() OVER (PARTITION BY facility_id, endpoint_id ORDER BY available_at) AS place
                 FROM webhook_delivery WHERE state = 'pending' AND available_at <= $1 ORDER BY available_at LIMIT 1000) waiting
               WHERE place <= ${PER_ENDPOINT} ORDER BY available_at LIMIT ${AT_ONCE}
             ), locked AS (
               SELECT d.facility_id, d.event_id, d.endpoint_id FROM webhook_delivery d JOIN due USING (facility_id, event_id, endpoint_id)
               WHERE d.state = 'pending' AND d.available_at <= $1 FOR UPDATE OF d SKIP LOCKED
             ), claimed AS (
               UPDATE webhook_delivery d SET available_at = $2, claim_number = d.claim_number + 1 FROM locked l
               WHERE d.facility_id = l.facility_id AND d.event_id = l.event_id AND d.endpoint_id = l.endpoint_id
               RETURNING d.facility_id, d.event_id, d.endpoint_id, d.claim_number, d.attempts
             )
             SELECT c.facility_id AS "facilityId", c.event_id AS "eventId", c.endpoint_id AS "endpointId",
                    c.claim_number AS "claimNumber", c.attempts, p.url, p.secret_sealed AS secret,
                    CASE WHEN p.previous_until > $1 THEN p.previous_sealed END AS previous,
                    p.failing_since AS "failingSince", e.event_type AS type, e.subject_id AS "subjectId",
                    e.occurred_at AS "occurredAt", e.data
             FROM claimed c JOIN webhook_endpoint p USING (facility_id, endpoint_id) JOIN webhook_event e USING (facility_id, event_id)`,
      values: [now, new Date(now.getTime() + LEASE_MS)],
    });
    return result?.rows ?? [];
  }

  private async send(due: Due): Promise<void> {
    const { table, secret, previous } = ENDPOINT_SEAL;
    const secrets = [await this.keyRing.open(table, secret, due.endpointId, due.secret)];
    if (due.previous) secrets.push(await this.keyRing.open(table, previous, due.endpointId, due.previous));
    const body = JSON.stringify({
      type: due.type,
      timestamp: toLocalIso(due.occurredAt),
      data: { facilityId: due.facilityId, ...(due.subjectId && { id: due.subjectId }), ...due.data },
    });
    const headers = signedHeaders(secrets, { id: due.eventId, at: this.clock.now(), body });
    await this.record(due, await this.sender.post(due.url, headers, body));
  }

  private async record(due: Due, sent: Sent): Promise<void> {
    const now = this.clock.now();
    const done = sent.status !== null && sent.status >= 200 && sent.status < 300;
    const attempts = due.attempts + 1;
    const gone = sent.status === 410;
    const retryAt = done || gone ? null : nextAttempt(attempts, now, this.random());
    const state = done ? 'done' : retryAt ? 'pending' : 'dead';
    const failedLong = due.failingSince && now.getTime() - due.failingSince.getTime() > DISABLED_AFTER_MS;
    const disabled = gone ? 'gone' : !done && failedLong ? 'failing' : null;
    await this.database.run(
      NO_FACILITY,
      {
        name: 'webhook_record',
        text: `UPDATE webhook_delivery SET state = $5, attempts = $6, available_at = $7, last_status = $8, last_error = $9,
                      last_ms = $10, attempted_at = $11, finished_at = CASE WHEN $5 = 'pending' THEN NULL ELSE $11::timestamptz END
               WHERE facility_id = $1 AND event_id = $2 AND endpoint_id = $3 AND claim_number = $4 AND state = 'pending'`,
        values: [
          due.facilityId,
          due.eventId,
          due.endpointId,
          due.claimNumber,
          state,
          attempts,
          retryAt ?? now,
          sent.status,
          done ? null : (sent.error ?? 'status'),
          sent.ms,
          now,
        ],
      },
      {
        name: 'webhook_endpoint_health',
        text: `UPDATE webhook_endpoint SET failing_since = CASE WHEN $3 THEN NULL ELSE coalesce(failing_since, $4) END,
                      state = CASE WHEN $5::text IS NOT NULL AND state = 'active' THEN 'disabled' ELSE state END,
                      disabled_because = coalesce($5, disabled_because)
               WHERE facility_id = $1 AND endpoint_id = $2 AND (($3 AND failing_since IS NOT NULL) OR NOT $3)`,
        values: [due.facilityId, due.endpointId, done, now, disabled],
      },
    );
  }
}
