import { Inject, Injectable } from '@nestjs/common';
import { AppError, CLOCK, type Clock, type Histogram, type Logger, LOGGER, Metrics } from '@luutru/platform';
import {
  PopulationClient,
  PopulationRejected,
  PopulationUnavailable,
  type StayEvent,
  type VerificationOutcome,
} from '@luutru/population';
import { type Deliverable, DeliverableRepository } from './deliverable.repository';
import { DELIVERY_OPTIONS, type DeliveryOptions } from './delivery.options';
import { CircuitBreaker } from './domain/circuit-breaker';
import { afterFailure, type DeliveryFailure } from './domain/failure';
import type { DeliverStayEvent } from './outbox.jobs';
import { OutboxRepository } from './outbox.repository';

/** `released`: the breaker was open; `superseded`: another claim has it; `failed`: a fault of ours. */
type DeliveryOutcome = 'delivered' | 'unverified' | 'postponed' | 'dead' | 'released' | 'superseded' | 'failed';

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Carries one stay event to the population database and records what became of it. Safe to run twice for one event. */
@Injectable()
export class DeliveryService {
  private running = 0;
  private readonly seconds: Histogram;

  constructor(
    private readonly deliverables: DeliverableRepository,
    private readonly outbox: OutboxRepository,
    private readonly population: PopulationClient,
    private readonly breaker: CircuitBreaker,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.seconds = metrics.histogram(
      'luutru_delivery_seconds',
      'How long the delivery of an event took, by how it ended',
      ['outcome'],
      SECONDS,
    );
  }

  /** Events in delivery in this process. */
  get inFlight(): number {
    return this.running;
  }

  async deliver(job: DeliverStayEvent): Promise<void> {
    this.running += 1;
    const started = performance.now();
    let outcome: DeliveryOutcome = 'failed';
    try {
      outcome = await this.deliverOnce(job);
    } finally {
      this.running -= 1;
      this.seconds.observe((performance.now() - started) / 1_000, { outcome });
    }
  }

  private async deliverOnce(job: DeliverStayEvent): Promise<DeliveryOutcome> {
    const now = this.clock.now();
    const breakerWasClosed = this.breaker.state(now) === 'closed';
    if (!this.breaker.tryStart(now)) {
      await this.outbox.release([job], this.breaker.retryAt(now));
      return 'released';
    }
    let settled = false;
    try {
      const deliverable = await this.deliverables.lease(job, new Date(now.getTime() + this.options.leaseMs));
      if (!deliverable) return 'superseded';
      settled = true;
      return await this.attempt(deliverable, breakerWasClosed);
    } finally {
      // A probe that never reached the receiver says nothing about it; let the next one try.
      if (!settled) this.breaker.abandoned();
    }
  }

  private async attempt(deliverable: Deliverable, breakerWasClosed: boolean): Promise<DeliveryOutcome> {
    const { event, row } = deliverable;
    const [recorded, verified] = await Promise.allSettled([this.record(deliverable), this.verify(event)]);
    const failed = [recorded, verified].find((outcome) => outcome.status === 'rejected');
    const now = this.clock.now();
    if (!failed) {
      this.breaker.succeeded();
      const verification = (verified as PromiseFulfilledResult<VerificationOutcome | null>).value;
      await this.deliverables.finish(deliverable, verification, now);
      return 'delivered';
    }
    if (
      recorded.status === 'fulfilled' &&
      verified.status === 'rejected' &&
      verified.reason instanceof PopulationRejected
    ) {
      // The event is there; only the question who it is about was refused, and asking again would not help.
      this.breaker.succeeded();
      await this.deliverables.finishUnverified(deliverable, verified.reason.remoteCode, now);
      return 'unverified';
    }
    const failure = toFailure(failed.reason);
    if (failure.permanent) this.breaker.succeeded();
    else this.breaker.failed(now, failure.pauseMs);
    if (recorded.status === 'fulfilled' && row.deliveredSequence < row.sequence) {
      await this.deliverables.markDelivered(deliverable, now);
    }
    return this.postpone(deliverable, failure, breakerWasClosed, now);
  }

  private async postpone(
    deliverable: Deliverable,
    failure: DeliveryFailure,
    breakerWasClosed: boolean,
    now: Date,
  ): Promise<DeliveryOutcome> {
    const state = {
      failedAttempts: deliverable.row.failedAttempts,
      now,
      random: this.options.random(),
      breakerWasClosed,
    };
    const disposition = afterFailure(failure, state, this.options.retry);
    const { outboxId } = deliverable.job;
    if (disposition.kind === 'dead') {
      this.logger.error({ outboxId, code: disposition.code }, 'stay event set aside');
      await this.deliverables.bury(deliverable, disposition.code, now);
      return 'dead';
    }
    this.logger.debug({ outboxId, code: disposition.code, at: disposition.at }, 'stay event postponed');
    await this.outbox.retryLater(deliverable.job, { ...disposition, outcomeUnknown: failure.outcomeUnknown });
    return 'postponed';
  }

  private async record({ event, row, job }: Deliverable): Promise<void> {
    if (row.deliveredSequence >= row.sequence) return;
    // After a silence, or when an earlier claim died, the event may be there already: look before sending it again.
    const maybeThere = row.outcomeUnknown || job.claimNumber > 1;
    if (maybeThere && (await this.population.findStayEvent(event.eventId))) return;
    await this.population.recordStayEvent(event);
  }

  /** Checks the identity where the event brings a new one. Without a number there is nobody to look up. */
  private async verify({ type, person }: StayEvent): Promise<VerificationOutcome | null> {
    if (type !== 'arrival' && type !== 'change') return null;
    if (person.documentNumber === null) return { result: 'not_found' };
    return this.population.verifyIdentity(person);
  }
}

/** Anything else than the receiver's own words is a fault of ours and goes up: the lease runs out and it is tried again. */
function toFailure(error: unknown): DeliveryFailure {
  if (error instanceof PopulationRejected) {
    return { permanent: true, code: error.remoteCode, outcomeUnknown: false, countsAgainstEvent: true };
  }
  if (error instanceof PopulationUnavailable) {
    const { reason, outcomeUnknown, countsAgainstEvent, retryAfterMs } = error;
    return { permanent: false, code: reason, outcomeUnknown, countsAgainstEvent, pauseMs: retryAfterMs };
  }
  if (error instanceof AppError)
    return { permanent: false, code: error.code, outcomeUnknown: true, countsAgainstEvent: true };
  throw error;
}
