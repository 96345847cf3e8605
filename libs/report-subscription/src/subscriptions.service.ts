import { randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import {
  AppError,
  BlindIndex,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { StatisticsReadModel, StatisticsReports } from '@luutru/statistics';
import { SECRET_PREFIX } from '@luutru/webhook';
import { nextDue, type Schedule } from './domain/schedule';
import { ReportTargets } from './report-targets';
import { stopSubscription } from './stop-subscription';
import {
  type AskedReport,
  type Channel,
  questionAt,
  type SentFormat,
  type StoredSubscription,
  SUBSCRIPTION_COLUMNS,
  SUBSCRIPTION_SEAL,
} from './subscription.record';
import { isStillOpen } from './report-courier';

/** What somebody wants made and sent. */
export interface WantedSubscription extends Schedule {
  readonly asked: AskedReport;
  readonly format: SentFormat;
  readonly language: 'vi' | 'en';
}

export interface SubscriptionView extends Omit<
  StoredSubscription,
  'target' | 'secret' | 'confirm' | 'confirmUntil' | 'confirmTries'
> {
  /** The address or URL. */
  readonly target: string;
}

/** What became of one due time. */
export interface ReportDelivery {
  readonly deliveryId: string;
  readonly kind: 'report' | 'confirm';
  readonly dueAt: Date;
  readonly state: 'pending' | 'sent' | 'dead' | 'refused' | 'cancelled';
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly reason: string | null;
  readonly fileName: string | null;
  readonly finishedAt: Date | null;
}

const MAX_SUBSCRIPTIONS = 20;
const CONFIRM_MS = 24 * 3_600_000;
const MAX_TRIES = 5;
const TARGET_PURPOSE = 'report-target';

/** Reports that somebody has made and sent to them. What they may see is asked anew each time one is made (ADR 0033). */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    private readonly targets: ReportTargets,
    private readonly statistics: StatisticsReadModel,
    private readonly reports: StatisticsReports,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<readonly SubscriptionView[]> {
    const rows = await this.own(caller, (tx) =>
      tx.query<StoredSubscription[]>(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM report_subscription s
         WHERE s.account_id = $1 AND s.state <> 'removed' ORDER BY s.subscription_id`,
        [caller.principal.id],
      ),
    );
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /**
   * Subscribes. To an address that the person has not confirmed before a code is sent, and nothing else until they give it.
   * @returns the secret that webhooks are signed with, told once; null for mails
   * @throws `validation-failed` for a target that may not be sent to or a question that cannot be answered, `statistics-files-closed`
   */
  async create(
    caller: Caller,
    wanted: WantedSubscription,
    to: { readonly channel: Channel; readonly target: string },
  ): Promise<{ subscription: SubscriptionView; secret: string | null }> {
    const target = await this.targets.read(to.channel, to.target);
    await this.assertAnswerable(caller, wanted.asked);
    const now = this.clock.now();
    const id = uuidV7(now);
    const secret = SECRET_PREFIX + randomBytes(32).toString('base64');
    const code = String(randomInt(0, 1e8)).padStart(8, '0');
    const sealed = await Promise.all([
      this.seal(SUBSCRIPTION_SEAL.target, id, target),
      this.seal(SUBSCRIPTION_SEAL.secret, id, secret),
      this.seal(SUBSCRIPTION_SEAL.confirm, id, code),
    ]);
    const stored = await this.own(caller, async (tx) => {
      const known = await this.assertRoom(tx, caller, target);
      const confirmed = to.channel === 'webhook' || known;
      await tx.query(
        `INSERT INTO report_subscription (subscription_id, account_id, asked, format, language, cadence, hour, on_day, channel,
           target_sealed, target_index, secret_sealed, state, confirm_sealed, confirm_until, next_due, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [
          ...[id, caller.principal.id, JSON.stringify(wanted.asked), wanted.format, wanted.language],
          ...[wanted.cadence, wanted.hour, wanted.onDay, to.channel],
          ...[sealed[0], this.index.of(TARGET_PURPOSE, target).value, sealed[1]],
          ...(confirmed
            ? ['active', null, null, nextDue(wanted, now)]
            : ['unconfirmed', sealed[2], new Date(now.getTime() + CONFIRM_MS), null]),
          now,
        ],
      );
      if (!confirmed) {
        await tx.query(
          `INSERT INTO report_delivery (subscription_id, kind, due_at, delivery_id, available_at) VALUES ($1, 'confirm', $2, $3, $2)`,
          [id, now, uuidV7(now)],
        );
      }
      await this.audit(tx, caller, 'subscription.create', id, { channel: to.channel, report: wanted.asked.report });
      return this.find(tx, caller, id);
    });
    return { subscription: await this.view(stored), secret: to.channel === 'webhook' ? secret : null };
  }

  /** The code of the mail: what it went to is the person's own. Throws `subscription-code-wrong`, `not-found`. */
  async confirm(caller: Caller, id: string, code: string): Promise<SubscriptionView> {
    const now = this.clock.now();
    const confirmed = await this.own(caller, async (tx) => {
      const found = await this.find(tx, caller, id);
      if (found.state !== 'unconfirmed' || !found.confirm || found.confirmTries >= MAX_TRIES) return null;
      const wanted = await this.keyRing.open(SUBSCRIPTION_SEAL.table, SUBSCRIPTION_SEAL.confirm, id, found.confirm);
      if (wanted !== code || !found.confirmUntil || found.confirmUntil <= now) {
        await tx.query('UPDATE report_subscription SET confirm_tries = confirm_tries + 1 WHERE subscription_id = $1', [
          id,
        ]);
        return null;
      }
      await tx.query(
        `UPDATE report_subscription SET state = 'active', next_due = $2, confirm_sealed = NULL, confirm_until = NULL,
                version = version + 1 WHERE subscription_id = $1`,
        [id, nextDue(found, now)],
      );
      await this.audit(tx, caller, 'subscription.confirm', id);
      return this.find(tx, caller, id);
    });
    if (!confirmed) throw new AppError('subscription-code-wrong', 'conflict');
    return this.view(confirmed);
  }

  /** Another question, format or time; where it goes stays. Throws `not-found`, `validation-failed`. */
  async change(caller: Caller, id: string, change: Partial<WantedSubscription>): Promise<SubscriptionView> {
    if (change.asked) await this.assertAnswerable(caller, change.asked);
    const stored = await this.own(caller, async (tx) => {
      const found = { ...(await this.find(tx, caller, id)), ...change };
      await tx.query(
        `UPDATE report_subscription SET asked = $2, format = $3, language = $4, cadence = $5, hour = $6, on_day = $7,
                next_due = CASE WHEN state = 'active' THEN $8::timestamptz END, version = version + 1
         WHERE subscription_id = $1`,
        [
          ...[id, JSON.stringify(found.asked), found.format, found.language, found.cadence, found.hour, found.onDay],
          nextDue(found, this.clock.now()),
        ],
      );
      await this.audit(tx, caller, 'subscription.change', id);
      return this.find(tx, caller, id);
    });
    return this.view(stored);
  }

  /** Nothing is made until it goes on; what was due meanwhile is not made up for. */
  async pause(caller: Caller, id: string): Promise<SubscriptionView> {
    return this.turn(caller, id, 'subscription.pause', (tx) =>
      stopSubscription(tx, id, 'paused', 'person', this.clock.now()),
    );
  }

  /** Throws `subscription-unconfirmed` for an address that the person has not shown to be theirs. */
  async resume(caller: Caller, id: string): Promise<SubscriptionView> {
    return this.turn(caller, id, 'subscription.resume', async (tx, found) => {
      if (found.state === 'unconfirmed') throw new AppError('subscription-unconfirmed', 'conflict');
      await tx.query(
        `UPDATE report_subscription SET state = 'active', paused_because = NULL, next_due = $2, version = version + 1
         WHERE subscription_id = $1`,
        [id, nextDue(found, this.clock.now())],
      );
    });
  }

  async remove(caller: Caller, id: string): Promise<void> {
    await this.own(caller, async (tx) => {
      await this.find(tx, caller, id);
      await stopSubscription(tx, id, 'removed', null, this.clock.now());
      await this.audit(tx, caller, 'subscription.remove', id);
    });
  }

  /** What became of it lately, newest first. */
  async deliveries(caller: Caller, id: string, limit: number): Promise<readonly ReportDelivery[]> {
    return this.own(caller, async (tx) => {
      await this.find(tx, caller, id);
      return tx.query<ReportDelivery[]>(
        `SELECT delivery_id AS "deliveryId", kind, due_at AS "dueAt", state, attempts,
                CASE WHEN state = 'pending' THEN available_at END AS "nextAttemptAt", reason, file_name AS "fileName",
                finished_at AS "finishedAt"
         FROM report_delivery WHERE subscription_id = $1 ORDER BY due_at DESC, kind LIMIT $2`,
        [id, limit],
      );
    });
  }

  private async turn(
    caller: Caller,
    id: string,
    action: string,
    work: (tx: Transaction, found: StoredSubscription) => Promise<void>,
  ): Promise<SubscriptionView> {
    const stored = await this.own(caller, async (tx) => {
      await work(tx, await this.find(tx, caller, id));
      await this.audit(tx, caller, action, id);
      return this.find(tx, caller, id);
    });
    return this.view(stored);
  }

  /** True when the person has shown before that the target is theirs. Throws `subscriptions-too-many`. */
  private async assertRoom(tx: Transaction, caller: Caller, target: string): Promise<boolean> {
    const fingerprints = this.index.candidates(TARGET_PURPOSE, target).map(({ value }) => value);
    const [{ count, known } = { count: 0, known: false }] = await tx.query<{ count: number; known: boolean }[]>(
      `SELECT (count(*) FILTER (WHERE state <> 'removed'))::integer AS count,
              coalesce(bool_or(target_index = ANY($2) AND channel = 'mail' AND confirm_sealed IS NULL), false) AS known
       FROM report_subscription WHERE account_id = $1`,
      [caller.principal.id, fingerprints],
    );
    if (count >= MAX_SUBSCRIPTIONS)
      throw new AppError('subscriptions-too-many', 'conflict', { max: MAX_SUBSCRIPTIONS });
    return known;
  }

  /** Asks it once: what cannot be answered now would fail each morning. */
  private async assertAnswerable(caller: Caller, asked: AskedReport): Promise<void> {
    const question = questionAt(asked, this.clock.now());
    await this.reports.assertFiles(caller, question.policy);
    try {
      if (question.report === 'figures') await this.statistics.figures(caller, question.query, question.policy);
      else await this.statistics.form015n(caller, question.year, question.policy);
    } catch (error) {
      if (!isStillOpen(error)) throw error;
    }
  }

  private own<T>(caller: Caller, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      await tx.query(`SELECT set_config('app.account_id', $1, true)`, [caller.principal.id]);
      return work(tx);
    });
  }

  private async find(tx: Transaction, caller: Caller, id: string): Promise<StoredSubscription> {
    const [found] = await tx.query<StoredSubscription[]>(
      `SELECT ${SUBSCRIPTION_COLUMNS} FROM report_subscription s
       WHERE s.subscription_id = $1 AND s.account_id = $2 AND s.state <> 'removed' FOR UPDATE`,
      [id, caller.principal.id],
    );
    if (!found) throw new AppError('not-found', 'not-found');
    return found;
  }

  private async view(stored: StoredSubscription): Promise<SubscriptionView> {
    const { target, secret: _secret, confirm: _confirm, confirmUntil: _until, confirmTries: _tries, ...shown } = stored;
    const { table, target: column } = SUBSCRIPTION_SEAL;
    return { ...shown, target: await this.keyRing.open(table, column, stored.subscriptionId, target) };
  }

  private seal(column: string, id: string, text: string): Promise<Buffer> {
    return this.keyRing.seal(STANDING_SCOPE, SUBSCRIPTION_SEAL.table, column, id, text);
  }

  private audit(
    tx: Transaction,
    { principal, requestId }: Caller,
    action: string,
    id: string,
    detail?: Readonly<Record<string, string>>,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'subscription',
      subjectId: id,
      requestId,
      ...(detail && { detail }),
    });
  }
}
