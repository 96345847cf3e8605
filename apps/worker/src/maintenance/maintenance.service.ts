import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
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
  async run(): Promise<{ partitions: number; outbox: number; idempotency: number }> {
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
    return { partitions: made?.rows[0]?.made ?? 0, outbox, idempotency: forgotten?.rowCount ?? 0 };
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
