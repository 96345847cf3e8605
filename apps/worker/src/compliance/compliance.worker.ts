import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ComplianceReckoning } from '@luutru/compliance';
import { AppError, CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';

const INTERVAL_MS = 60_000;

/** Keeps the figures of facilities up with their stays while the worker runs. */
@Injectable()
export class ComplianceWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly reckoning: ComplianceReckoning;
  private timer?: NodeJS.Timeout;
  private running = Promise.resolve();

  constructor(
    database: Database,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.reckoning = new ComplianceReckoning(database, clock);
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
      const done = await this.reckoning.run();
      if (done.facilities > 0) this.logger.info(done, 'compliance reckoned');
    } catch (error) {
      if (error instanceof AppError) this.logger.warn({ code: error.code }, 'reckoning of compliance postponed');
      else this.logger.error({ err: error }, 'reckoning of compliance failed');
    }
  }
}
