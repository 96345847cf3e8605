import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Database, NO_FACILITY, uuidV7 } from '@luutru/platform';
import { DeliveryService } from './delivery.service';
import { CircuitBreaker } from './domain/circuit-breaker';
import { OutboxRepository } from './outbox.repository';

/** How long workers that are gone are still shown. */
const SHOWN_GONE_MS = 3_600_000;
/** How long an event behind a dead one is not looked at. */
const PARKED_MS = 300_000;
const PARKED_AT_ONCE = 1_000;

/** What a worker does beside delivering: tells that it lives and how its breaker stands, and parks blocked events. */
@Injectable()
export class DeliveryKeeping {
  private readonly workerId: string;
  private readonly startedAt: Date;

  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxRepository,
    private readonly delivery: DeliveryService,
    private readonly breaker: CircuitBreaker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
    this.workerId = uuidV7(this.startedAt);
  }

  /** Safe to repeat and to run in several workers at once. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const state = this.breaker.state(now);
    await this.database.run(
      NO_FACILITY,
      {
        name: 'delivery_beat',
        text: `INSERT INTO delivery_worker (worker_id, started_at, seen_at, breaker, retry_at, in_flight)
               VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (worker_id) DO UPDATE SET seen_at = $3, breaker = $4, retry_at = $5, in_flight = $6`,
        values: [
          this.workerId,
          this.startedAt,
          now,
          state,
          state === 'open' ? this.breaker.retryAt(now) : null,
          this.delivery.inFlight,
        ],
      },
      {
        name: 'delivery_forget',
        text: 'DELETE FROM delivery_worker WHERE seen_at < $1',
        values: [new Date(now.getTime() - SHOWN_GONE_MS)],
      },
    );
    await this.outbox.park(now, new Date(now.getTime() + PARKED_MS), PARKED_AT_ONCE);
  }

  /** The worker ends as it should: nobody need wonder where it is. */
  async leave(): Promise<void> {
    await this.database.run(NO_FACILITY, {
      name: 'delivery_leave',
      text: 'DELETE FROM delivery_worker WHERE worker_id = $1',
      values: [this.workerId],
    });
  }
}
