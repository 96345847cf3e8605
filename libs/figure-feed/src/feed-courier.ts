import { type Clock, type Database, type KeyRing, NO_FACILITY } from '@luutru/platform';
import {
  DISABLED_AFTER_MS,
  LONGEST_PAUSE_MS,
  nextAttempt,
  type SafeSender,
  type Sent,
  signedHeaders,
} from '@luutru/webhook';
import type { FeedChange } from './domain/subject';
import { FEED_SEAL } from './feed-endpoints.service';
import { presentChange } from './feed-publisher';

const LEASE_MS = 60_000;
const ENDPOINTS_AT_ONCE = 10;
/** Sent in one lease: with ten seconds for each at worst it does not run out before the next look at it. */
const CHANGES_AT_ONCE = 20;

interface Due {
  readonly unitId: string;
  readonly endpointId: string;
  readonly claimNumber: number;
  readonly attempts: number;
  readonly sentNumber: number;
  readonly url: string;
  readonly secret: Buffer;
  readonly previous: Buffer | null;
  readonly failingSince: Date | null;
}

/**
 * Pushes changes to the endpoints of operations centres, one after the other in the order of their numbers: the next leaves when
 * the one before arrived. An endpoint is leased as a whole; a lease that runs out is taken by another worker, which sends again
 * what may have arrived, under the same id.
 */
export class FeedCourier {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly sender: SafeSender,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** Sends what is due. Returns how many changes arrived. */
  async run(): Promise<number> {
    const due = await this.claim();
    const arrived = await Promise.all(due.map((one) => this.serve(one)));
    return arrived.reduce((sum, count) => sum + count, 0);
  }

  /** Endpoints of units whose key is in force: what was told to one whose key ended would be told to nobody's. */
  private async claim(): Promise<readonly Due[]> {
    const now = this.clock.now();
    const [result] = await this.database.run<Due & { unitId: string }>(NO_FACILITY, {
      name: 'feed_claim',
      text: `WITH due AS MATERIALIZED (
               SELECT e.unit_id, e.endpoint_id FROM feed_endpoint e JOIN feed f USING (unit_id)
               WHERE e.state = 'active' AND e.available_at <= $1 AND f.last_number > e.sent_number
                 AND EXISTS (SELECT FROM api_key k WHERE k.feed_unit_id = e.unit_id AND k.revoked_at IS NULL
                             AND (k.expires_at IS NULL OR k.expires_at > $1))
               ORDER BY e.available_at LIMIT ${ENDPOINTS_AT_ONCE} FOR UPDATE OF e SKIP LOCKED
             )
             UPDATE feed_endpoint e SET available_at = $2, claim_number = e.claim_number + 1 FROM due d
             WHERE e.unit_id = d.unit_id AND e.endpoint_id = d.endpoint_id
             RETURNING e.unit_id AS "unitId", e.endpoint_id AS "endpointId", e.claim_number AS "claimNumber", e.attempts,
                       e.sent_number::float8 AS "sentNumber", e.url, e.secret_sealed AS secret,
                       CASE WHEN e.previous_until > $1 THEN e.previous_sealed END AS previous,
                       e.failing_since AS "failingSince"`,
      values: [now, new Date(now.getTime() + LEASE_MS)],
    });
    return result?.rows ?? [];
  }

  private async serve(due: Due): Promise<number> {
    const secrets = [await this.keyRing.open(FEED_SEAL.table, FEED_SEAL.secret, due.endpointId, due.secret)];
    if (due.previous) {
      secrets.push(await this.keyRing.open(FEED_SEAL.table, FEED_SEAL.previous, due.endpointId, due.previous));
    }
    let arrived = 0;
    const changes = await this.waiting(due);
    for (const [index, change] of changes.entries()) {
      const body = JSON.stringify({ type: 'figures.changed', unitId: due.unitId, data: presentChange(change) });
      const headers = signedHeaders(secrets, { id: change.changeId, at: this.clock.now(), body });
      const sent = await this.sender.post(due.url, headers, body);
      const done = sent.status !== null && sent.status >= 200 && sent.status < 300;
      const held = done
        ? await this.arrived(due, change.number, index === changes.length - 1, sent)
        : await this.failed(due, sent);
      if (!done) break;
      arrived += 1;
      // Somebody else has the endpoint by now.
      if (!held) break;
    }
    return arrived;
  }

  private async waiting({ unitId, sentNumber }: Due): Promise<readonly FeedChange[]> {
    const [result] = await this.database.run<FeedChange & { subject: string }>(NO_FACILITY, {
      name: 'feed_waiting',
      text: `SELECT number::float8 AS number, change_id AS "changeId", at, subject_kind AS kind, subject, content
             FROM feed_change WHERE unit_id = $1 AND number > $2 ORDER BY number LIMIT ${CHANGES_AT_ONCE}`,
      values: [unitId, sentNumber],
    });
    return result?.rows ?? [];
  }

  /** False when the lease has been lost. */
  private async arrived(due: Due, number: number, last: boolean, sent: Sent): Promise<boolean> {
    const now = this.clock.now();
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'feed_arrived',
      text: `UPDATE feed_endpoint SET sent_number = greatest(sent_number, $4), attempts = 0, failing_since = NULL,
                    available_at = $5, last_status = $6, last_error = NULL, attempted_at = $7
             WHERE unit_id = $1 AND endpoint_id = $2 AND claim_number = $3`,
      values: [
        due.unitId,
        due.endpointId,
        due.claimNumber,
        number,
        last ? now : new Date(now.getTime() + LEASE_MS),
        sent.status,
        now,
      ],
    });
    return result?.rowCount === 1;
  }

  private async failed(due: Due, sent: Sent): Promise<boolean> {
    const now = this.clock.now();
    const attempts = due.attempts + 1;
    const retryAt = nextAttempt(attempts, now, this.random()) ?? new Date(now.getTime() + LONGEST_PAUSE_MS);
    const failedLong = due.failingSince && now.getTime() - due.failingSince.getTime() > DISABLED_AFTER_MS;
    const disabled = sent.status === 410 ? 'gone' : failedLong ? 'failing' : null;
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'feed_failed',
      text: `UPDATE feed_endpoint SET attempts = $4, available_at = $5, last_status = $6, last_error = $7, attempted_at = $8,
                    failing_since = coalesce(failing_since, $8), disabled_because = coalesce($9, disabled_because),
                    state = CASE WHEN $9::text IS NOT NULL AND state = 'active' THEN 'disabled' ELSE state END
             WHERE unit_id = $1 AND endpoint_id = $2 AND claim_number = $3`,
      values: [
        due.unitId,
        due.endpointId,
        due.claimNumber,
        attempts,
        retryAt,
        sent.status,
        sent.error ?? 'status',
        now,
        disabled,
      ],
    });
    return result?.rowCount === 1;
  }
}
