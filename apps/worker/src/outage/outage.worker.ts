import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OutageKeeping } from '@luutru/outage';
import { AppError, CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';

const INTERVAL_MS = 30_000;

/** Finds outages and applies them while the worker runs. */
@Injectable()
export class OutageWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private running = Promise.resolve();

  private readonly keeping: OutageKeeping;

  constructor(
    database: Database,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.keeping = new OutageKeeping(database, clock);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.runSafely());
    }, INTERVAL_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async runSafely(): Promise<void> {
    try {
      const { observed, judged } = await this.keeping.run();
      if (observed + judged > 0) this.logger.info({ observed, judged }, 'outages');
    } catch (error) {
      if (error instanceof AppError) this.logger.warn({ code: error.code }, 'outages postponed');
      else this.logger.error({ err: error }, 'outages failed');
    }
  }
}
