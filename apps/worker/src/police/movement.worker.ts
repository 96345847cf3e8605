import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppError, CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { MovementWatch } from '@luutru/police';

const IDLE_MS = 2_000;

/** Looks for contradictions in the movements of people while the worker runs. */
@Injectable()
export class MovementWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly watch: MovementWatch;
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    database: Database,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.watch = new MovementWatch(database, clock);
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const more = await this.watchSafely();
      if (!more) await pause(IDLE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async watchSafely(): Promise<boolean> {
    try {
      const { found, lapsed, more } = await this.watch.run();
      if (found + lapsed > 0) this.logger.info({ found, lapsed }, 'movements');
      return more;
    } catch (error) {
      if (error instanceof AppError) this.logger.warn({ code: error.code }, 'movements postponed');
      else this.logger.error({ err: error }, 'movements failed');
      return false;
    }
  }
}
