import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Outages } from '@luutru/outage';
import { type Logger, LOGGER } from '@luutru/platform';

const INTERVAL_MS = 30_000;

/** Notes that the API can be used, while it can: what is missing from the notes was an outage. */
@Injectable()
export class ReadinessBeats implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly outages: Outages,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const beat = (): void => {
      this.outages.beat().catch(() => this.logger.warn('readiness was not noted'));
    };
    beat();
    this.timer = setInterval(beat, INTERVAL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
