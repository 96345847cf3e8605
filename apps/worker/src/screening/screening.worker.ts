import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppError, CLOCK, type Clock, Database, KeyRing, type Logger, LOGGER } from '@luutru/platform';
import { ReScreening, StayScreening, WatchedPeople, WatchKeeping, WatchSeals } from '@luutru/watch-list';

export const SCREENING_OPTIONS = Symbol('SCREENING_OPTIONS');

export interface ScreeningOptions {
  /** Milliseconds between looks at an idle outbox: part of the time that an alert takes. */
  readonly pollMs: number;
  /** How far back people who have left meanwhile are held against a change of the lists. */
  readonly rescreenDays: number;
}

/** Leaves the database and this process to whoever declares; a step takes about as long. */
const BETWEEN_STEPS_MS = 50;
const IDLE_RESCREEN_MS = 1_000;
const KEEPING_MS = 5_000;
const AFTER_FAILURE_MS = 500;

/** Screens declarations, and again when lists change, while the worker runs; independent of any receiver of stays. */
@Injectable()
export class ScreeningWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly screening: StayScreening;
  private readonly again: ReScreening;
  private readonly keeping: WatchKeeping;
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    database: Database,
    keyRing: KeyRing,
    @Inject(SCREENING_OPTIONS) private readonly options: ScreeningOptions,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const seals = new WatchSeals(keyRing);
    const parts = { database, keyRing, seals, clock, logger };
    this.screening = new StayScreening({ ...parts, people: new WatchedPeople(seals, logger) });
    this.again = new ReScreening(parts, { days: options.rescreenDays });
    this.keeping = new WatchKeeping(database, clock);
  }

  onApplicationBootstrap(): void {
    this.running = Promise.all([
      this.loop('screening', async () => ((await this.screening.run()) > 0 ? 0 : this.options.pollMs)),
      this.loop('re-screening', async () => ((await this.again.run()) ? BETWEEN_STEPS_MS : IDLE_RESCREEN_MS)),
      this.loop('watch keeping', async () => {
        const { expired, escalated } = await this.keeping.run();
        if (expired + escalated > 0) this.logger.info({ expired, escalated }, 'watch keeping');
        return KEEPING_MS;
      }),
    ]);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Does the work over and over; it says how long to wait before the next time. */
  private async loop(name: string, work: () => Promise<number>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const waitMs = await work().catch((error: unknown) => {
        if (error instanceof AppError) this.logger.warn({ code: error.code }, `${name} postponed`);
        else this.logger.error({ err: error }, `${name} failed`);
        return AFTER_FAILURE_MS;
      });
      if (waitMs > 0) await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
