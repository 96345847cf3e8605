import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { type Clock, type Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import type { ReportFile } from '@luutru/statistics';
import { type PauseReason, type StoredSubscription, SUBSCRIPTION_COLUMNS } from './subscription.record';

/** A line whose time has come, with the subscription that it is of. */
export interface DueDelivery extends StoredSubscription {
  readonly deliveryId: string;
  readonly kind: 'report' | 'confirm';
  readonly dueAt: Date;
  readonly attempts: number;
  readonly claimNumber: number;
  readonly file: Buffer | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly rights: string | null;
}

const LEASE_MS = 120_000;
/** How often what is not there yet is asked for, and for how long. */
const ASK_AGAIN_MS = 3 * 3_600_000;
const WAIT_MS = 45 * 86_400_000;
/** So many reports in a row that were given up stop the subscription. */
const DEAD_IN_A_ROW = 3;

const MINE = `delivery_id = $1 AND claim_number = $2 AND state = 'pending'`;

/** The lines of what is due, and how each ends; the end of a line and what it means for the subscription commit together. */
export class ReportDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The next line, leased; null when none is due. One at a time, so that a lease is never spent on waiting for another. */
  async claim(): Promise<DueDelivery | null> {
    const now = this.clock.now();
    const [result] = await this.database.run<DueDelivery & { deliveryId: string }>(NO_FACILITY, {
      name: 'report_claim',
      text: `WITH due AS MATERIALIZED (
               SELECT delivery_id FROM report_delivery WHERE state = 'pending' AND available_at <= $1
               ORDER BY available_at LIMIT 1 FOR UPDATE SKIP LOCKED
             ), claimed AS (
               UPDATE report_delivery d SET available_at = $2, claim_number = claim_number + 1 FROM due
               WHERE d.delivery_id = due.delivery_id
               RETURNING d.*
             )
             SELECT ${SUBSCRIPTION_COLUMNS}, d.delivery_id AS "deliveryId", d.kind, d.due_at AS "dueAt", d.attempts,
                    d.claim_number AS "claimNumber", d.file_sealed AS file, d.file_name AS "fileName",
                    d.media_type AS "mediaType", d.rights
             FROM claimed d JOIN report_subscription s USING (subscription_id)`,
      values: [now, new Date(now.getTime() + LEASE_MS)],
    });
    return result?.rows[0] ?? null;
  }

  /** Right before something leaves: whether the line is still ours. */
  async hold(due: DueDelivery): Promise<boolean> {
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'report_hold',
      text: `UPDATE report_delivery SET available_at = $3 WHERE ${MINE}`,
      values: [due.deliveryId, due.claimNumber, new Date(this.clock.now().getTime() + LEASE_MS)],
    });
    return result?.rowCount === 1;
  }

  /** Keeps what was made until it is sent. */
  async made(due: DueDelivery, file: ReportFile, sealed: Buffer, rights: string): Promise<void> {
    await this.database.run(NO_FACILITY, {
      name: 'report_made',
      text: `UPDATE report_delivery SET file_sealed = $3, file_name = $4, media_type = $5, rights = $6, made_at = $7
             WHERE ${MINE}`,
      values: [due.deliveryId, due.claimNumber, sealed, file.fileName, file.mediaType, rights, this.clock.now()],
    });
  }

  async sent(due: DueDelivery): Promise<void> {
    await this.end(due, 'sent', null, async (tx) => {
      await this.audit(tx, due, due.kind === 'confirm' ? 'subscription.send-code' : 'subscription.send', {
        channel: due.channel,
        dueAt: due.dueAt.toISOString(),
      });
    });
  }

  /** Nothing was made: the subscription stops, and says why. */
  async refuse(due: DueDelivery, because: PauseReason): Promise<void> {
    await this.end(due, 'refused', because, (tx) => this.pause(tx, due, because));
  }

  /** What it asks for is not there yet; that counts as no attempt. After a month and a half it is given up. */
  async postpone(due: DueDelivery, reason: string): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - due.dueAt.getTime() > WAIT_MS) {
      await this.failed(due, { reason, forGood: false }, null);
      return;
    }
    await this.database.run(NO_FACILITY, {
      name: 'report_postpone',
      text: `UPDATE report_delivery SET reason = $3, available_at = $4 WHERE ${MINE}`,
      values: [due.deliveryId, due.claimNumber, reason, new Date(now.getTime() + ASK_AGAIN_MS)],
    });
  }

  /** Tried again, or given up; the reason is shown to the person. */
  async failed(
    due: DueDelivery,
    { reason, forGood }: { readonly reason: string; readonly forGood: boolean },
    retryAt: Date | null,
  ): Promise<void> {
    if (retryAt) {
      await this.database.run(NO_FACILITY, {
        name: 'report_retry',
        text: `UPDATE report_delivery SET attempts = attempts + 1, reason = $3, available_at = $4, attempted_at = $5 WHERE ${MINE}`,
        values: [due.deliveryId, due.claimNumber, reason, retryAt, this.clock.now()],
      });
      return;
    }
    await this.end(due, 'dead', reason, async (tx) => {
      if (forGood || (await this.deadInARow(tx, due)) >= DEAD_IN_A_ROW) await this.pause(tx, due, 'undeliverable');
    });
  }

  private async end(
    due: DueDelivery,
    state: 'sent' | 'dead' | 'refused',
    reason: string | null,
    also: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      const [, ended] = await tx.query<[unknown, number]>(
        `UPDATE report_delivery SET state = $3, reason = $4, attempts = attempts + 1, attempted_at = $5, finished_at = $5,
                file_sealed = NULL WHERE ${MINE}`,
        [due.deliveryId, due.claimNumber, state, reason, this.clock.now()],
      );
      if (ended === 1) await also(tx);
    });
  }

  private async pause(tx: Transaction, due: DueDelivery, because: PauseReason): Promise<void> {
    const [, stopped] = await tx.query<[unknown, number]>(
      `UPDATE report_subscription SET state = 'paused', paused_because = $2, next_due = NULL
       WHERE subscription_id = $1 AND state IN ('active', 'unconfirmed')`,
      [due.subscriptionId, because],
    );
    if (stopped === 0) return;
    await tx.query(
      `UPDATE report_delivery SET state = 'cancelled', finished_at = $2 WHERE subscription_id = $1 AND state = 'pending'`,
      [due.subscriptionId, this.clock.now()],
    );
    await this.audit(tx, due, 'subscription.stop', { because });
  }

  private async deadInARow(tx: Transaction, { subscriptionId }: DueDelivery): Promise<number> {
    const states = await tx.query<{ state: string }[]>(
      `SELECT state FROM report_delivery WHERE subscription_id = $1 AND kind = 'report' AND finished_at IS NOT NULL
       ORDER BY due_at DESC LIMIT ${DEAD_IN_A_ROW}`,
      [subscriptionId],
    );
    return states.filter(({ state }) => state === 'dead').length;
  }

  private audit(
    tx: Transaction,
    due: DueDelivery,
    action: string,
    detail: Readonly<Record<string, string>>,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: 'system', id: 'report-courier' },
      action,
      subjectKind: 'subscription',
      subjectId: due.subscriptionId,
      requestId: null,
      detail: { ...detail, delivery: due.deliveryId },
    });
  }
}
