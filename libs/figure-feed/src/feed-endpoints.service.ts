import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Caller, unitsOf } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, KeyRing, STANDING_SCOPE, type Transaction, uuidV7 } from '@luutru/platform';
import { SafeSender, SECRET_PREFIX } from '@luutru/webhook';
import { FeedRepository } from './feed.repository';

export const FEED_SEAL = { table: 'feed_endpoint', secret: 'secret_sealed', previous: 'previous_sealed' } as const;
const PREVIOUS_MS = 24 * 3_600_000;
const MAX_ENDPOINTS = 3;

/** Where changes are pushed to, and how far it came. */
export interface FeedEndpoint {
  readonly endpointId: string;
  readonly url: string;
  readonly state: 'active' | 'disabled';
  readonly disabledBecause: string | null;
  /** All changes up to this number arrived. */
  readonly sentNumber: number;
  readonly waiting: number;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly attemptedAt: Date | null;
  readonly createdAt: Date;
}

const SELECT = `
  SELECT endpoint_id AS "endpointId", url, state, disabled_because AS "disabledBecause", sent_number::float8 AS "sentNumber",
         (SELECT last_number FROM feed f WHERE f.unit_id = e.unit_id)::float8 - sent_number::float8 AS waiting, attempts,
         available_at AS "nextAttemptAt", last_status AS "lastStatus", last_error AS "lastError",
         attempted_at AS "attemptedAt", created_at AS "createdAt"
  FROM feed_endpoint e`;

/** The unit whose figures the caller's key receives. */
export function feedUnitOf({ principal }: Caller): string {
  const [unitId] = unitsOf(principal, 'figures.feed');
  if (unitId === undefined) throw new AppError('permission-missing', 'forbidden', { permission: 'figures.feed' });
  return unitId;
}

/** Where an operations centre wants changes pushed to. */
@Injectable()
export class FeedEndpointsService {
  constructor(
    private readonly feed: FeedRepository,
    private readonly keyRing: KeyRing,
    private readonly sender: SafeSender,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<readonly FeedEndpoint[]> {
    const unitId = feedUnitOf(caller);
    return this.feed.inUnit(unitId, (tx) =>
      tx.query<FeedEndpoint[]>(`${SELECT} WHERE unit_id = $1 AND state <> 'removed' ORDER BY endpoint_id`, [unitId]),
    );
  }

  /**
   * Registers an endpoint, told of the changes after a cursor, or after this moment. The secret is told once.
   * @throws `validation-failed` for a URL that may not be called, `feed-endpoints-too-many`, `feed-cursor-unknown`
   */
  async register(
    caller: Caller,
    given: { readonly url: string; readonly since?: string },
  ): Promise<{ endpoint: FeedEndpoint; secret: string }> {
    const fault = await this.sender.fault(given.url);
    if (fault) throw new AppError('validation-failed', 'invalid', {}, [{ code: fault, pointer: '/url' }]);
    const unitId = feedUnitOf(caller);
    const from = await this.feed.numberOf(unitId, given.since);
    const now = this.clock.now();
    const endpointId = uuidV7(now);
    const secret = newSecret();
    const sealed = await this.seal(FEED_SEAL.secret, endpointId, secret);
    const endpoint = await this.feed.inUnit(unitId, async (tx) => {
      await tx.query('INSERT INTO feed (unit_id) VALUES ($1) ON CONFLICT DO NOTHING', [unitId]);
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
        `SELECT count(*)::integer AS count FROM feed_endpoint WHERE unit_id = $1 AND state <> 'removed'`,
        [unitId],
      );
      if (count >= MAX_ENDPOINTS) throw new AppError('feed-endpoints-too-many', 'conflict', { max: MAX_ENDPOINTS });
      await tx.query(
        `INSERT INTO feed_endpoint (unit_id, endpoint_id, url, secret_sealed, state, sent_number, available_at, created_at, created_by)
         VALUES ($1, $2, $3, $4, 'active', $5, $6, $6, $7)`,
        [unitId, endpointId, given.url, sealed, from, now, `${caller.principal.kind}:${caller.principal.id}`],
      );
      await this.audit(tx, caller, 'feed-endpoint.register', endpointId);
      return this.find(tx, unitId, endpointId);
    });
    return { endpoint, secret };
  }

  /** Nothing is pushed there any more. Throws `not-found`. */
  async remove(caller: Caller, endpointId: string): Promise<void> {
    const unitId = feedUnitOf(caller);
    await this.feed.inUnit(unitId, async (tx) => {
      await this.find(tx, unitId, endpointId);
      await tx.query(`UPDATE feed_endpoint SET state = 'removed' WHERE unit_id = $1 AND endpoint_id = $2`, [
        unitId,
        endpointId,
      ]);
      await this.audit(tx, caller, 'feed-endpoint.remove', endpointId);
    });
  }

  /** A new secret; for a day messages are signed under the old one as well. Goes on at once, where it was disabled too. */
  async rotate(caller: Caller, endpointId: string): Promise<string> {
    const unitId = feedUnitOf(caller);
    const secret = newSecret();
    const now = this.clock.now();
    await this.feed.inUnit(unitId, async (tx) => {
      await this.find(tx, unitId, endpointId);
      const [row] = await tx.query<{ sealed: Buffer }[]>(
        'SELECT secret_sealed AS sealed FROM feed_endpoint WHERE unit_id = $1 AND endpoint_id = $2',
        [unitId, endpointId],
      );
      const old = row ? await this.keyRing.open(FEED_SEAL.table, FEED_SEAL.secret, endpointId, row.sealed) : '';
      await tx.query(
        `UPDATE feed_endpoint SET secret_sealed = $3, previous_sealed = $4, previous_until = $5, state = 'active',
                disabled_because = NULL, failing_since = NULL, attempts = 0, available_at = $6
         WHERE unit_id = $1 AND endpoint_id = $2`,
        [
          unitId,
          endpointId,
          await this.seal(FEED_SEAL.secret, endpointId, secret),
          await this.seal(FEED_SEAL.previous, endpointId, old),
          new Date(now.getTime() + PREVIOUS_MS),
          now,
        ],
      );
      await this.audit(tx, caller, 'feed-endpoint.rotate', endpointId);
    });
    return secret;
  }

  private async find(tx: Transaction, unitId: string, endpointId: string): Promise<FeedEndpoint> {
    const [endpoint] = await tx.query<FeedEndpoint[]>(
      `${SELECT} WHERE unit_id = $1 AND endpoint_id = $2 AND state <> 'removed'`,
      [unitId, endpointId],
    );
    if (!endpoint) throw new AppError('not-found', 'not-found');
    return endpoint;
  }

  private audit(tx: Transaction, { principal, requestId }: Caller, action: string, id: string): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'feed-endpoint',
      subjectId: id,
      requestId,
    });
  }

  private seal(column: string, endpointId: string, secret: string): Promise<Buffer> {
    return this.keyRing.seal(STANDING_SCOPE, FEED_SEAL.table, column, endpointId, secret);
  }
}

const newSecret = (): string => SECRET_PREFIX + randomBytes(32).toString('base64');
