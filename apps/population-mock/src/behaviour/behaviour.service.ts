import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Failure } from '../http/failure';
import { OPTIONS, type PopulationMockOptions } from '../options';
import { type Behaviour, GOOD_BEHAVIOUR, readBehaviourChange } from './behaviour';
import { seededRandom } from './random';
import { TokenBucket } from './token-bucket';

const DOWN_RETRY_AFTER_MS = 1_000;

/** Plays the slow, limited and unreliable service that the real one is. */
@Injectable()
export class BehaviourService {
  private current = GOOD_BEHAVIOUR;
  private bucket: TokenBucket | null = null;
  private readonly random: () => number;

  constructor(@Inject(OPTIONS) options: PopulationMockOptions) {
    this.random = seededRandom(options.seed);
  }

  get(): Behaviour {
    return this.current;
  }

  change(body: unknown): Behaviour {
    const change = readBehaviourChange(body);
    this.current = { ...this.current, ...change };
    if (change.rateLimitPerSecond !== undefined) {
      const limit = change.rateLimitPerSecond;
      this.bucket = limit === null ? null : new TokenBucket(limit, performance.now());
    }
    return this.current;
  }

  /** The stand-in's clock. */
  now(): Date {
    return new Date(Date.now() + this.current.clockSkewMs);
  }

  /** Before the signature is looked at: a service that is down looks at nothing. */
  refuseWhenDown(): void {
    if (this.current.down) throw new Failure(503, 'DOWN', 'the service is down', { retryAfterMs: DOWN_RETRY_AFTER_MS });
  }

  /** Between signature and work: the limit, the wait and the failures that leave nothing behind. */
  async endure(): Promise<void> {
    const waitMs = this.bucket?.take(performance.now()) ?? 0;
    if (waitMs > 0) throw new Failure(429, 'RATE_LIMITED', 'too many calls', { retryAfterMs: waitMs });
    const { latencyMs, errorRate } = this.current;
    if (latencyMs.max > 0) await wait(latencyMs.min + this.random() * (latencyMs.max - latencyMs.min));
    if (this.happens(errorRate)) throw new Failure(500, 'INTERNAL', 'injected failure');
  }

  /** After a commit: whether the answer gets lost. */
  dropsAnswer(): boolean {
    return this.happens(this.current.dropAfterCommitRate);
  }

  private happens(rate: number): boolean {
    return rate > 0 && this.random() < rate;
  }
}
