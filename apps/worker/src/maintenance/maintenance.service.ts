import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { addDays, localDate } from '@luutru/calendar';
import { OutboxRepository } from '@luutru/delivery';
import { AppError, CLOCK, type Clock, Database, type Logger, LOGGER, NO_FACILITY } from '@luutru/platform';

const INTERVAL_MS = 3_600_000;
const MONTHS_AHEAD = 4;
const BATCH = 5_000;
/** How long delivered events are kept for questions about them. */
const OUTBOX_DAYS = 14;
/** How long a repeat under the same key gets its first answer; longer than a declaration may be late. */
const IDEMPOTENCY_DAYS = 90;

/** How long a file of declarations is kept; what became of its rows stays. */
const FILE_DAYS = 30;
/** How long messages to facilities' software are kept for questions about them. */
const NEWS_DAYS = 30;
/** How long changes of figures are kept for those who read the feed; who comes later starts anew. */
const FEED_DAYS = 400;
/** How long used nonces are kept; signatures are good for minutes. */
const NONCE_HOURS = 24;

/** How long ended and forgotten sessions are kept for questions about them. */
const SESSION_DAYS = 30;
/** DOMAIN.md section 2, level 3: local accounts that nobody uses are shut. */
const IDLE_ACCOUNT_DAYS = 45;

/** Housekeeping, at start and every hour; each step may be run any number of times and by several workers. */
@Injectable()
export class MaintenanceService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runSafely();
    this.timer = setInterval(() => void this.runSafely(), INTERVAL_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Makes partitions ahead and deletes what is no longer needed. */
  async run(): Promise<{
    partitions: number;
    outbox: number;
    idempotency: number;
    files: number;
    sessions: number;
    accounts: number;
  }> {
    const now = this.clock.now();
    const today = localDate(now);
    const [made] = await this.database.run<{ made: number }>(NO_FACILITY, {
      name: 'maintenance_partitions',
      text: 'SELECT ensure_month_partitions($1, $2) AS made',
      values: [today, MONTHS_AHEAD],
    });
    const outbox = await this.outbox.purgeDone(new Date(`${addDays(today, -OUTBOX_DAYS)}T00:00:00Z`), BATCH);
    const [forgotten] = await this.database.run(NO_FACILITY, {
      name: 'maintenance_idempotency',
      text: `DELETE FROM idempotency WHERE (facility_id, key_hash) IN (
               SELECT facility_id, key_hash FROM idempotency WHERE created_at < $1 LIMIT $2)`,
      values: [new Date(`${addDays(today, -IDEMPOTENCY_DAYS)}T00:00:00Z`), BATCH],
    });
    const files = await this.forgetFiles(new Date(`${addDays(today, -FILE_DAYS)}T00:00:00Z`));
    await this.forgetNews(new Date(`${addDays(today, -NEWS_DAYS)}T00:00:00Z`), now);
    await this.forgetChanges(new Date(`${addDays(today, -FEED_DAYS)}T00:00:00Z`));
    const sessions = await this.forgetSessions(new Date(`${addDays(today, -SESSION_DAYS)}T00:00:00Z`));
    const accounts = await this.shutIdleAccounts(new Date(`${addDays(today, -IDLE_ACCOUNT_DAYS)}T00:00:00Z`), now);
    return {
      partitions: made?.rows[0]?.made ?? 0,
      outbox,
      idempotency: forgotten?.rowCount ?? 0,
      files,
      sessions,
      accounts,
    };
  }

  /** Files whose batch is old, and batches whose file never arrived whole. Returns how many chunks went. */
  private async forgetFiles(before: Date): Promise<number> {
    const [chunks] = await this.database.run(
      NO_FACILITY,
      {
        name: 'maintenance_files',
        text: `DELETE FROM batch_chunk WHERE (facility_id, batch_id) IN (
                 SELECT facility_id, batch_id FROM batch WHERE created_at < $1
                   AND state NOT IN ('received', 'validating', 'committing'))`,
        values: [before],
      },
      {
        name: 'maintenance_cells',
        text: `DELETE FROM batch_row_cells WHERE (facility_id, batch_id) IN (
                 SELECT facility_id, batch_id FROM batch WHERE created_at < $1
                   AND state NOT IN ('received', 'validating', 'committing'))`,
        values: [before],
      },
      {
        name: 'maintenance_unreceived',
        text: `DELETE FROM batch WHERE state = 'receiving' AND created_at < $1`,
        values: [before],
      },
    );
    return chunks?.rowCount ?? 0;
  }

  /** Never one that is still to be pushed somewhere. */
  private async forgetChanges(before: Date): Promise<void> {
    await this.database.run(NO_FACILITY, {
      name: 'maintenance_feed',
      text: `DELETE FROM feed_change WHERE (unit_id, number) IN (
               SELECT c.unit_id, c.number FROM feed_change c WHERE c.at < $1 AND NOT EXISTS (
                 SELECT FROM feed_endpoint e WHERE e.unit_id = c.unit_id AND e.state = 'active' AND e.sent_number < c.number)
               LIMIT $2)`,
      values: [before, BATCH],
    });
  }

  private async forgetNews(before: Date, now: Date): Promise<void> {
    await this.database.run(
      NO_FACILITY,
      {
        name: 'maintenance_news',
        text: 'DELETE FROM webhook_event WHERE occurred_at < $1',
        values: [before],
      },
      {
        name: 'maintenance_tokens',
        text: 'DELETE FROM partner_token WHERE refresh_until < $1',
        values: [now],
      },
      {
        name: 'maintenance_nonces',
        text: 'DELETE FROM partner_nonce WHERE used_at < $1',
        values: [new Date(now.getTime() - NONCE_HOURS * 3_600_000)],
      },
    );
  }

  private async forgetSessions(before: Date): Promise<number> {
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'maintenance_sessions',
      text: 'DELETE FROM session WHERE session_id IN (SELECT session_id FROM session WHERE last_seen_at < $1 LIMIT $2)',
      values: [before, BATCH],
    });
    return result?.rowCount ?? 0;
  }

  private async shutIdleAccounts(before: Date, now: Date): Promise<number> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [shut] = await tx.query<[{ id: string }[], number]>(
        `UPDATE account SET disabled_at = $2, disabled_because = 'idle'
         WHERE username_index IS NOT NULL AND disabled_at IS NULL AND coalesce(last_signed_in_at, created_at) < $1
         RETURNING account_id AS id`,
        [before, now],
      );
      for (const { id } of shut) {
        await appendAudit(tx, {
          at: now,
          facilityId: PLATFORM_FACILITY,
          actor: { kind: 'system', id: 'maintenance' },
          action: 'account.disable',
          subjectKind: 'account',
          subjectId: id,
          requestId: null,
          detail: { because: 'idle' },
        });
      }
      return shut.length;
    });
  }

  private async runSafely(): Promise<void> {
    try {
      this.logger.info(await this.run(), 'maintenance');
    } catch (error) {
      if (error instanceof AppError) this.logger.warn({ code: error.code }, 'maintenance postponed');
      else this.logger.error({ err: error }, 'maintenance failed');
    }
  }
}
