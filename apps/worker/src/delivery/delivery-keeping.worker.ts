import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DeliveryKeeping, DeliveryMetrics } from '@luutru/delivery';
import { AppError, type Logger, LOGGER } from '@luutru/platform';

const INTERVAL_MS = 5_000;

/** Runs {@link DeliveryKeeping} while the worker runs, and lets {@link DeliveryMetrics} be read. */
@Injectable()
export class DeliveryKeepingWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private running = Promise.resolve();

  constructor(
    private readonly keeping: DeliveryKeeping,
    private readonly metrics: DeliveryMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.register();
    const run = (): void => {
      this.running = this.running.then(() => this.safely(() => this.keeping.run()));
    };
    run();
    this.timer = setInterval(run, INTERVAL_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await this.safely(() => this.keeping.leave());
  }

  private async safely(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof AppError) this.logger.warn({ code: error.code }, 'worker did not report');
      else this.logger.error({ err: error }, 'worker failed to report');
    }
  }
}
