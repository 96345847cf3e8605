import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OverdueMarking } from '@luutru/declaration';
import { AppError, CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';

const INTERVAL_MS = 30_000;

/** Marks overdue stays while the worker runs. */
@Injectable()
export class OverdueWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly marking: OverdueMarking;
  private timer?: NodeJS.Timeout;
  private running = Promise.resolve();

  constructor(
    database: Database,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.marking = new OverdueMarking(database, clock);
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
      const marked = await this.marking.run();
      if (marked.length > 0) this.logger.info({ stays: marked.length }, 'stays marked overdue');
    } catch (error) {
      if (error instanceof AppError) this.logger.warn({ code: error.code }, 'marking overdue stays postponed');
      else this.logger.error({ err: error }, 'marking overdue stays failed');
    }
  }
}
