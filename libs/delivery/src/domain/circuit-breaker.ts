export interface BreakerPolicy {
  /** Failures in a row that open the breaker. */
  readonly failureThreshold: number;
  /** How long it stays open before one attempt may try. */
  readonly openMs: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/**
 * Keeps a process from hammering an upstream that is down. While it is open nothing is claimed and no event loses an
 * attempt; after a pause a single attempt tries, and its result closes or reopens the breaker.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;
  private probing = false;

  constructor(private readonly policy: BreakerPolicy) {}

  state(now: Date): BreakerState {
    if (this.openUntil === 0) return 'closed';
    return now.getTime() < this.openUntil ? 'open' : 'half-open';
  }

  /** How many attempts may start now, out of those wanted. */
  allowance(now: Date, wanted: number): number {
    const state = this.state(now);
    if (state === 'closed') return wanted;
    return state === 'half-open' && !this.probing ? Math.min(1, wanted) : 0;
  }

  /** Asks to start one attempt; when it answers true, one of {@link succeeded}, {@link failed} and {@link abandoned} must follow. */
  tryStart(now: Date): boolean {
    if (this.allowance(now, 1) === 0) return false;
    if (this.state(now) === 'half-open') this.probing = true;
    return true;
  }

  succeeded(): void {
    this.failures = 0;
    this.openUntil = 0;
    this.probing = false;
  }

  /** @param pauseMs a pause the upstream itself asked for (429, Retry-After); opens the breaker at once */
  failed(now: Date, pauseMs?: number): void {
    this.failures += 1;
    const wasProbe = this.probing;
    this.probing = false;
    if (pauseMs !== undefined) this.openFor(now, pauseMs);
    else if (wasProbe || this.failures >= this.policy.failureThreshold) this.openFor(now, this.policy.openMs);
  }

  /** The attempt ended without a word from the upstream. */
  abandoned(): void {
    this.probing = false;
  }

  /** When the next attempt may start. */
  retryAt(now: Date): Date {
    return new Date(Math.max(this.openUntil, now.getTime()));
  }

  private openFor(now: Date, ms: number): void {
    this.openUntil = Math.max(this.openUntil, now.getTime() + ms);
  }
}
