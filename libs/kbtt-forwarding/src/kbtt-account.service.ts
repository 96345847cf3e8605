import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { KBTT_TOPIC, OUTBOX_TOPICS, type OutboxTopics } from '@luutru/declaration';
import { AppError, CLOCK, type Clock, Database, KeyRing, STANDING_SCOPE, type Transaction } from '@luutru/platform';

/** Seals and opens under these names; changing them would make stored data unreadable. */
export const ACCOUNT_SEAL = { table: 'kbtt_account', column: 'password_sealed' } as const;

export interface AccountView {
  readonly username: string;
  /** `refused`: the portal does not take user and password; events wait. */
  readonly state: 'active' | 'refused';
  readonly since: Date;
  readonly refusedAt: Date | null;
  /** Events not yet told. */
  readonly waiting: number;
  /** Events the portal was not told or refused, newest first: to be done there by hand. */
  readonly untold: readonly UntoldEvent[];
}

export interface UntoldEvent {
  readonly stayId: string;
  readonly version: number;
  readonly event: string;
  readonly code: string;
  readonly at: Date;
}

const SHOWN = 200;
/** Nothing is left to do about these. */
const SETTLED = ['kbtt-there-already', 'kbtt-ends-by-itself', 'kbtt-declared-before', 'kbtt-no-account'];

/** The user of a facility at the national portal, under which its stays are forwarded. */
@Injectable()
export class KbttAccountService {
  private readonly on: boolean;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(OUTBOX_TOPICS) topics: OutboxTopics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.on = topics.includes(KBTT_TOPIC);
  }

  /** Forwards what is declared from now on, or goes on under another user. Throws `kbtt-forwarding-off`. */
  async set(
    caller: Caller,
    facilityId: string,
    given: { readonly username: string; readonly password: string },
  ): Promise<void> {
    if (!this.on) throw new AppError('kbtt-forwarding-off', 'conflict');
    const { kind, id } = caller.principal;
    const sealed = await this.keyRing.seal(
      STANDING_SCOPE,
      ACCOUNT_SEAL.table,
      ACCOUNT_SEAL.column,
      facilityId,
      given.password,
    );
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      await tx.query(
        `INSERT INTO kbtt_account (facility_id, username, password_sealed, state, created_at, created_by)
         VALUES ($1, $2, $3, 'active', $4, $5)
         ON CONFLICT (facility_id) DO UPDATE
           SET username = excluded.username, password_sealed = excluded.password_sealed, state = 'active', refused_at = NULL`,
        [facilityId, given.username, sealed, this.clock.now(), `${kind}:${id}`],
      );
      await this.audit(tx, caller, facilityId, 'kbtt-account.set');
    });
  }

  /** Throws `not-found`. */
  async view(facilityId: string): Promise<AccountView> {
    return this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const [account] = await tx.query<Omit<AccountView, 'waiting' | 'untold'>[]>(
        `SELECT username, state, created_at AS since, refused_at AS "refusedAt" FROM kbtt_account WHERE facility_id = $1`,
        [facilityId],
      );
      if (!account) throw new AppError('not-found', 'not-found');
      const [{ waiting } = { waiting: 0 }] = await tx.query<{ waiting: number }[]>(
        `SELECT count(*)::integer AS waiting FROM outbox WHERE facility_id = $1 AND topic = $2 AND state = 'pending'`,
        [facilityId, KBTT_TOPIC],
      );
      const untold = await tx.query<UntoldEvent[]>(
        `SELECT stay_id AS "stayId", sequence AS version, event_type AS event, last_error AS code, finished_at AS at
         FROM outbox WHERE facility_id = $1 AND topic = $2 AND state <> 'pending' AND last_error <> ALL ($3)
         ORDER BY finished_at DESC LIMIT ${SHOWN}`,
        [facilityId, KBTT_TOPIC, SETTLED],
      );
      return { ...account, waiting, untold };
    });
  }

  /** Nothing is forwarded any more. Throws `not-found`. */
  async remove(caller: Caller, facilityId: string): Promise<void> {
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const removed = await tx.query<unknown[]>(
        'WITH gone AS (DELETE FROM kbtt_account WHERE facility_id = $1 RETURNING 1) SELECT 1 FROM gone',
        [facilityId],
      );
      if (removed.length === 0) throw new AppError('not-found', 'not-found');
      await this.audit(tx, caller, facilityId, 'kbtt-account.remove');
    });
  }

  private async audit(tx: Transaction, { principal, requestId }: Caller, facilityId: string, action: string) {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'facility',
      subjectId: facilityId,
      requestId,
    });
  }
}
