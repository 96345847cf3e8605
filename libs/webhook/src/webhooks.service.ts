import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import type { WebhookEvent } from './domain/event-types';
import { SECRET_PREFIX } from './domain/signature';
import { SafeSender } from './safe-sender';

export const ENDPOINT_SEAL = {
  table: 'webhook_endpoint',
  secret: 'secret_sealed',
  previous: 'previous_sealed',
} as const;
const PREVIOUS_MS = 24 * 3_600_000;
const MAX_ENDPOINTS = 10;

export interface EndpointView {
  readonly endpointId: string;
  readonly facilityId: string;
  readonly url: string;
  readonly eventTypes: readonly WebhookEvent[];
  readonly state: 'active' | 'disabled';
  readonly disabledBecause: string | null;
  readonly createdAt: Date;
}

export interface DeliveryView {
  readonly eventId: string;
  readonly eventType: string;
  readonly subjectId: string | null;
  readonly occurredAt: Date;
  readonly state: 'pending' | 'done' | 'dead';
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly lastMs: number | null;
  readonly attemptedAt: Date | null;
}

const SELECT_ENDPOINT = `
  SELECT endpoint_id AS "endpointId", facility_id AS "facilityId", url, event_types AS "eventTypes", state,
         disabled_because AS "disabledBecause", created_at AS "createdAt" FROM webhook_endpoint`;

/** Endpoints of facilities and what became of the messages to them. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly sender: SafeSender,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Registers an endpoint; the secret is told once. Throws `validation-failed` for a URL that may not be called. */
  async register(
    caller: Caller,
    facilityId: string,
    given: { readonly url: string; readonly eventTypes: readonly WebhookEvent[] },
  ): Promise<{ endpoint: EndpointView; secret: string }> {
    const fault = await this.sender.fault(given.url);
    if (fault) throw new AppError('validation-failed', 'invalid', {}, [{ code: fault, pointer: '/url' }]);
    const now = this.clock.now();
    const endpointId = uuidV7(now);
    const secret = newSecret();
    const sealed = await this.seal(ENDPOINT_SEAL.secret, endpointId, secret);
    const { kind, id } = caller.principal;
    return this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
        `SELECT count(*)::integer AS count FROM webhook_endpoint WHERE facility_id = $1 AND state <> 'removed'`,
        [facilityId],
      );
      if (count >= MAX_ENDPOINTS) throw new AppError('webhook-too-many', 'conflict', { max: MAX_ENDPOINTS });
      await tx.query(
        `INSERT INTO webhook_endpoint (facility_id, endpoint_id, url, event_types, secret_sealed, state, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, 'active', $6, $7)`,
        [facilityId, endpointId, given.url, given.eventTypes, sealed, now, `${kind}:${id}`],
      );
      await this.audit(tx, caller, facilityId, 'webhook.register', endpointId);
      return { endpoint: await this.find(tx, [facilityId], endpointId), secret };
    });
  }

  async list(facilityId: string): Promise<readonly EndpointView[]> {
    return this.database.transaction({ facilityIds: [facilityId] }, (tx) =>
      tx.query<EndpointView[]>(
        `${SELECT_ENDPOINT} WHERE facility_id = $1 AND state <> 'removed' ORDER BY endpoint_id`,
        [facilityId],
      ),
    );
  }

  /** Nothing is sent there any more; what became of earlier messages can still be read. Throws `not-found`. */
  async remove(caller: Caller, endpointId: string): Promise<void> {
    await this.change(caller, endpointId, 'webhook.remove', async (tx, { facilityId }) => {
      await tx.query(`UPDATE webhook_endpoint SET state = 'removed' WHERE facility_id = $1 AND endpoint_id = $2`, [
        facilityId,
        endpointId,
      ]);
      await tx.query(
        `UPDATE webhook_delivery SET state = 'dead', finished_at = $3 WHERE facility_id = $1 AND endpoint_id = $2 AND state = 'pending'`,
        [facilityId, endpointId, this.clock.now()],
      );
    });
  }

  /** A new secret; for a day messages are signed under the old one as well. Enables an endpoint that was disabled. */
  async rotate(caller: Caller, endpointId: string): Promise<{ secret: string }> {
    const secret = newSecret();
    await this.change(caller, endpointId, 'webhook.rotate', async (tx, { facilityId }) => {
      const key = [facilityId, endpointId];
      const [row] = await tx.query<{ sealed: Buffer }[]>(
        'SELECT secret_sealed AS sealed FROM webhook_endpoint WHERE facility_id = $1 AND endpoint_id = $2',
        key,
      );
      const { table, secret: column, previous } = ENDPOINT_SEAL;
      const old = row ? await this.keyRing.open(table, column, endpointId, row.sealed) : '';
      await tx.query(
        `UPDATE webhook_endpoint SET secret_sealed = $3, previous_sealed = $4, previous_until = $5, state = 'active',
                disabled_because = NULL, failing_since = NULL WHERE facility_id = $1 AND endpoint_id = $2`,
        [
          ...key,
          await this.seal(column, endpointId, secret),
          await this.seal(previous, endpointId, old),
          new Date(this.clock.now().getTime() + PREVIOUS_MS),
        ],
      );
    });
    return { secret };
  }

  /** Sends a message that says nothing, to try the endpoint out. */
  async test(caller: Caller, endpointId: string): Promise<void> {
    await this.change(caller, endpointId, 'webhook.test', async (tx, { facilityId }) => {
      const now = this.clock.now();
      const eventId = uuidV7(now);
      await tx.query(
        `INSERT INTO webhook_event (facility_id, event_id, event_type, subject_id, occurred_at, data)
         VALUES ($1, $2, 'webhook.test', NULL, $3, '{}')`,
        [facilityId, eventId, now],
      );
      await tx.query(
        'INSERT INTO webhook_delivery (facility_id, event_id, endpoint_id, available_at) VALUES ($1, $2, $3, $4)',
        [facilityId, eventId, endpointId, now],
      );
    });
  }

  /** Newest first. */
  async deliveries(
    caller: Caller,
    endpointId: string,
    filter: { readonly state?: string; readonly before?: string; readonly limit: number },
  ): Promise<readonly DeliveryView[]> {
    const { facilityIds } = reachOf(caller.principal, 'webhook.manage');
    return this.database.transaction({ facilityIds }, async (tx) => {
      const { facilityId } = await this.find(tx, facilityIds, endpointId);
      return tx.query<DeliveryView[]>(
        `SELECT d.event_id AS "eventId", e.event_type AS "eventType", e.subject_id AS "subjectId", e.occurred_at AS "occurredAt",
                d.state, d.attempts, d.last_status AS "lastStatus", d.last_error AS "lastError", d.last_ms AS "lastMs",
                d.attempted_at AS "attemptedAt"
         FROM webhook_delivery d JOIN webhook_event e USING (facility_id, event_id)
         WHERE d.facility_id = $1 AND d.endpoint_id = $2 AND ($3::text IS NULL OR d.state = $3)
           AND ($4::uuid IS NULL OR d.event_id < $4) ORDER BY d.event_id DESC LIMIT $5`,
        [facilityId, endpointId, filter.state ?? null, filter.before ?? null, filter.limit],
      );
    });
  }

  /** Sends again: one message, whatever became of it, or all that were given up. Returns how many. */
  async replay(caller: Caller, endpointId: string, eventId: string | undefined): Promise<number> {
    return this.change(caller, endpointId, 'webhook.replay', async (tx, { facilityId }) => {
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE webhook_delivery SET state = 'pending', attempts = 0, available_at = $4, finished_at = NULL
         WHERE facility_id = $1 AND endpoint_id = $2 AND CASE WHEN $3::uuid IS NULL THEN state = 'dead' ELSE event_id = $3 END`,
        [facilityId, endpointId, eventId ?? null, this.clock.now()],
      );
      if (eventId !== undefined && count === 0) throw new AppError('not-found', 'not-found');
      return count;
    });
  }

  private async change<T>(
    caller: Caller,
    endpointId: string,
    action: string,
    work: (tx: Transaction, endpoint: EndpointView) => Promise<T>,
  ): Promise<T> {
    const { facilityIds } = reachOf(caller.principal, 'webhook.manage');
    return this.database.transaction({ facilityIds }, async (tx) => {
      const endpoint = await this.find(tx, facilityIds, endpointId);
      const result = await work(tx, endpoint);
      await this.audit(tx, caller, endpoint.facilityId, action, endpointId);
      return result;
    });
  }

  private async find(tx: Transaction, facilityIds: readonly string[], endpointId: string): Promise<EndpointView> {
    const [endpoint] = await tx.query<EndpointView[]>(
      `${SELECT_ENDPOINT} WHERE facility_id = ANY($1) AND endpoint_id = $2 AND state <> 'removed'`,
      [facilityIds, endpointId],
    );
    if (!endpoint) throw new AppError('not-found', 'not-found');
    return endpoint;
  }

  private seal(column: string, endpointId: string, secret: string): Promise<Buffer> {
    return this.keyRing.seal(STANDING_SCOPE, ENDPOINT_SEAL.table, column, endpointId, secret);
  }

  private async audit(
    tx: Transaction,
    { principal, requestId }: Caller,
    facilityId: string,
    action: string,
    id: string,
  ) {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'webhook',
      subjectId: id,
      requestId,
    });
  }
}

const newSecret = (): string => SECRET_PREFIX + randomBytes(32).toString('base64');
