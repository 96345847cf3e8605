import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Gauge, Metrics } from '@luutru/platform';
import { DeliveryReadModel, type DeliveryStatus } from './delivery.read-model';
import { DeliveryService } from './delivery.service';
import { CircuitBreaker } from './domain/circuit-breaker';
import { DELIVERY_TOPICS } from './topics';

/** However often they are read, the database is asked no more often than this. */
const KEPT_MS = 5_000;
const STATES = ['closed', 'half-open', 'open'] as const;

/** The delivery as gauges. */
@Injectable()
export class DeliveryMetrics {
  private readonly gauges: Readonly<Record<string, Gauge>>;
  private asked = -Infinity;

  constructor(
    private readonly readModel: DeliveryReadModel,
    private readonly delivery: DeliveryService,
    private readonly breaker: CircuitBreaker,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const topic = (name: string, help: string): Gauge => metrics.gauge(`luutru_delivery_${name}`, help, ['topic']);
    this.gauges = {
      pending: topic('pending_events', 'Events not delivered yet'),
      due: topic('due_events', 'Events that may be sent now'),
      oldest: topic('oldest_pending_seconds', 'Age of the oldest event not delivered yet'),
      dead: topic('dead_events', 'Events set aside'),
      blocked: topic('blocked_stays', 'Stays with events that wait behind a dead one'),
      minute: topic('finished_last_minute', 'Events finished in the last minute'),
      five: topic('finished_last_five_minutes', 'Events finished in the last five minutes'),
      paused: topic('paused', '1 while the topic is paused'),
    };
  }

  /** To be called once, when the process starts. */
  register(): void {
    const { metrics } = this;
    const breaker = metrics.gauge('luutru_delivery_breaker', 'State of the breaker of this process', ['state']);
    const inFlight = metrics.gauge('luutru_delivery_in_flight', 'Events in delivery in this process');
    const workers = metrics.gauge('luutru_delivery_workers', 'Workers, of all processes', ['state']);
    const facilities = metrics.gauge(
      'luutru_delivery_facility_blocked_stays',
      'Blocked stays of the facilities with the most',
      ['topic', 'facility'],
    );
    const failures = metrics.counter('luutru_delivery_status_failures_total', 'Times the status could not be read');
    failures.inc({}, 0);
    metrics.onCollect(async () => {
      const state = this.breaker.state(this.clock.now());
      for (const each of STATES) breaker.set(each === state ? 1 : 0, { state: each });
      inFlight.set(this.delivery.inFlight);
      if (this.clock.now().getTime() - this.asked < KEPT_MS) return;
      this.asked = this.clock.now().getTime();
      // Old counts would look like good news: what cannot be read is not shown.
      [...Object.values(this.gauges), workers, facilities].forEach((gauge) => gauge.clear());
      try {
        const status = await this.readModel.status(DELIVERY_TOPICS);
        this.show(status);
        workers.set(status.workers.filter(({ gone }) => !gone).length, { state: 'alive' });
        workers.set(status.workers.filter(({ gone }) => gone).length, { state: 'gone' });
        for (const { topic, code, stays } of status.blocked) facilities.set(stays, { topic, facility: code });
      } catch {
        failures.inc();
      }
    });
  }

  private show({ topics, at }: DeliveryStatus): void {
    for (const status of topics) {
      const { oldestPendingAt } = status;
      const values: Readonly<Record<string, number>> = {
        pending: status.pending,
        due: status.due,
        oldest: oldestPendingAt ? Math.max(0, (at.getTime() - oldestPendingAt.getTime()) / 1_000) : 0,
        dead: status.dead,
        blocked: status.blockedStays,
        minute: status.finishedLastMinute,
        five: status.finishedLastFiveMinutes,
        paused: status.paused ? 1 : 0,
      };
      for (const [name, value] of Object.entries(values)) this.gauges[name]?.set(value, { topic: status.topic });
    }
  }
}
