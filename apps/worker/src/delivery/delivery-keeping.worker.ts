import { Inject, Injectable } from '@nestjs/common';
import { DeliveryKeeping, DeliveryMetrics } from '@luutru/delivery';
import { type Logger, LOGGER } from '@luutru/platform';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 5_000;

/** Runs {@link DeliveryKeeping} while the worker runs, and lets {@link DeliveryMetrics} be read. */
@Injectable()
export class DeliveryKeepingWorker extends RepeatedWork {
  constructor(
    private readonly keeping: DeliveryKeeping,
    private readonly metrics: DeliveryMetrics,
    @Inject(LOGGER) logger: Logger,
  ) {
    super('delivery-keeping', INTERVAL_MS, logger);
  }

  override onApplicationBootstrap(): void {
    this.metrics.register();
    this.next();
    super.onApplicationBootstrap();
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    await this.safely(() => this.keeping.leave());
  }

  protected work(): Promise<void> {
    return this.keeping.run();
  }
}
