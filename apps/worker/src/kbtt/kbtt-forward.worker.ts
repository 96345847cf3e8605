import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  CircuitBreaker,
  DeliverableRepository,
  DELIVERY_OPTIONS,
  type DeliveryOptions,
  OutboxRepository,
} from '@luutru/delivery';
import { KbttForwarder, PortalClient, type PortalClientOptions } from '@luutru/kbtt-forwarding';
import { AppError, CLOCK, type Clock, Database, KeyRing, type Logger, LOGGER } from '@luutru/platform';

export const PORTAL_OPTIONS = Symbol('PORTAL_OPTIONS');
export type PortalOptions = Omit<PortalClientOptions, 'now'>;

const IDLE_MS = 500;

/** Forwards stays to the national portal while the worker runs; absent unless a portal is configured. */
@Injectable()
export class KbttForwardWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly forwarder: KbttForwarder;
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    database: Database,
    keyRing: KeyRing,
    outbox: OutboxRepository,
    deliverables: DeliverableRepository,
    @Inject(PORTAL_OPTIONS) portal: PortalOptions,
    @Inject(DELIVERY_OPTIONS) options: DeliveryOptions,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.forwarder = new KbttForwarder({
      database,
      keyRing,
      outbox,
      deliverables,
      portal: new PortalClient({ ...portal, now: () => clock.now() }),
      breaker: new CircuitBreaker(options.breaker),
      options,
      clock,
      logger,
    });
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
      const told = await this.forwarder.run().catch((error: unknown) => {
        if (error instanceof AppError) this.logger.warn({ code: error.code }, 'forwarding postponed');
        else this.logger.error({ err: error }, 'forwarding failed');
        return 0;
      });
      if (told === 0) await pause(IDLE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
