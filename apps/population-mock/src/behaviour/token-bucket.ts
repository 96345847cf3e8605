/** Lets `perSecond` calls a second through, after a pause up to one second's worth (at least one) at once. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    nowMs: number,
  ) {
    this.tokens = this.capacity;
    this.filledAt = nowMs;
  }

  /** Takes one token: 0 when there was one, otherwise the milliseconds until there will be. */
  take(nowMs: number): number {
    const elapsed = Math.max(0, nowMs - this.filledAt);
    this.tokens = Math.min(this.capacity, this.tokens + (elapsed / 1000) * this.perSecond);
    this.filledAt = nowMs;
    if (this.tokens < 1) return Math.ceil(((1 - this.tokens) / this.perSecond) * 1000);
    this.tokens -= 1;
    return 0;
  }

  private get capacity(): number {
    return Math.max(1, this.perSecond);
  }
}
