import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  CircuitBreaker,
  DELIVER_STAY_EVENT,
  DELIVERY_OPTIONS,
  type DeliveryOptions,
  type DeliverStayEvent,
  jobIdOf,
  OutboxRepository,
  POPULATION_TOPIC,
} from '@luutru/delivery';
import { AppError, CLOCK, type Clock, JobQueue, type Logger, LOGGER } from '@luutru/platform';

/** Jobs waiting per delivery slot: enough to keep every slot busy, few enough that leases do not run out in the queue. */
const WAITING_PER_SLOT = 2;
const FAILURE_PAUSE_MS = 500;
/** While the queue is full the next look comes soon: handlers empty it faster than an idle outbox is looked at. */
const FULL_PAUSE_MS = 10;

/**
 * Moves events from the outbox to the queue. An event is leased, never marked: until its delivery is committed it belongs
 * to PostgreSQL, so that a lost job, a lost queue or a lost process costs one lease time and nothing else (ADR 0003).
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly queue: JobQueue<DeliverStayEvent>,
    private readonly breaker: CircuitBreaker,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
  }

  private async run(): Promise<void> {
    /** There was something to claim, and the queue has been full since. */
    let busy = false;
    while (!this.stopping) {
      let pauseMs = this.options.pollMs;
      try {
        const { wanted, claimed } = await this.dispatch();
        // A claim may give less than there is: facilities share it.
        if (claimed > 0) pauseMs = 0;
        else if (wanted === 0 && busy) pauseMs = Math.min(pauseMs, FULL_PAUSE_MS);
        busy = claimed > 0 || (wanted === 0 && busy);
      } catch (error) {
        // Whatever it is, the events are safe in PostgreSQL and the relay must go on.
        if (error instanceof AppError) this.logger.warn({ code: error.code }, 'outbox relay pauses');
        else this.logger.error({ err: error }, 'outbox relay failed and goes on');
        pauseMs = FAILURE_PAUSE_MS;
      }
      if (pauseMs > 0) await this.pause(pauseMs);
    }
  }

  /** Leases as many due events as the handlers can soon take, and hands them to the queue. */
  async dispatch(): Promise<{ wanted: number; claimed: number }> {
    const now = this.clock.now();
    const room = this.breaker.allowance(now, this.options.concurrency * WAITING_PER_SLOT);
    if (room === 0) return { wanted: 0, claimed: 0 };
    const wanted = Math.max(0, room - (await this.queue.waiting()));
    if (wanted === 0) return { wanted: 0, claimed: 0 };
    const jobs = await this.outbox.claim(POPULATION_TOPIC, now, this.options.leaseMs, wanted);
    if (jobs.length === 0) return { wanted, claimed: 0 };
    try {
      await this.queue.addAll(jobs.map((job) => ({ id: jobIdOf(job), name: DELIVER_STAY_EVENT, payload: job })));
    } catch (error) {
      // Should the queue have taken them all the same, the next claim fences those jobs off.
      await this.outbox.release(jobs, this.clock.now());
      throw error;
    }
    return { wanted, claimed: jobs.length };
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
