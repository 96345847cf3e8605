import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppError, CLOCK, type Clock, Database, KeyRing, type Logger, LOGGER } from '@luutru/platform';
import { SafeSender, type SenderOptions, WebhookCourier } from '@luutru/webhook';

export const WEBHOOK_OPTIONS = Symbol('WEBHOOK_OPTIONS');
const IDLE_MS = 500;

/** Carries webhooks while the worker runs. */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly courier: WebhookCourier;
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    database: Database,
    keyRing: KeyRing,
    @Inject(WEBHOOK_OPTIONS) options: SenderOptions,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.courier = new WebhookCourier(database, keyRing, new SafeSender(options), clock, Math.random);
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
      const sent = await this.courier.run().catch((error: unknown) => {
        if (error instanceof AppError) this.logger.warn({ code: error.code }, 'webhooks postponed');
        else this.logger.error({ err: error }, 'webhooks failed');
        return 0;
      });
      if (sent === 0) await pause(IDLE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
