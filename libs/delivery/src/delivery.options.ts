import type { BreakerPolicy } from './domain/circuit-breaker';
import type { RetryPolicy } from './domain/retry-policy';

/** Timings of delivery; all configurable (docs/operations.md). */
export interface DeliveryOptions {
  readonly leaseMs: number;
  readonly pollMs: number;
  /** Events in delivery at once in this process. */
  readonly concurrency: number;
  readonly retry: RetryPolicy;
  readonly breaker: BreakerPolicy;
  /** In [0, 1); injected so that tests are repeatable. */
  readonly random: () => number;
}

/** Injection token of the {@link DeliveryOptions}. */
export const DELIVERY_OPTIONS = Symbol('DeliveryOptions');
