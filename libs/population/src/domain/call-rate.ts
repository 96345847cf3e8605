/** Falls to this share of what got through when a call is refused. */
const FALL = 0.92;
/** Refusals of one moment are one refusal. */
const ONE_REFUSAL_MS = 250;
/** How much faster a second: the more, the longer nothing was refused. */
const RISE_PER_SECOND = 0.02;
const MAX_RISE = 0.5;
/** Above this multiple of what is really called, the rate holds nothing back any more. */
const FORGET_ABOVE = 4;
const WINDOW_MS = 1_000;
/** Calls a second that are tried at least. */
const LEAST = 0.5;

/**
 * How fast a receiver may be called that tells its limit only by refusing (429). Nothing is held back until it refuses; then
 * calls leave evenly, a little slower after each refusal and faster while there is none, so that the limit is used up
 * but rarely run into. Times are milliseconds of one clock that never goes back.
 */
export class CallRate {
  /** Null: no limit known. */
  private perSecond: number | null = null;
  private nextAt = 0;
  private pausedUntil = 0;
  private refusedAt = -Infinity;
  private changedAt = 0;
  private readonly accepted: number[] = [];

  /** Calls a second that are let through; null while no limit is known. */
  get limit(): number | null {
    return this.perSecond;
  }

  /** Takes the next place and tells in how many milliseconds it is; takes none and answers null when that is too long. */
  take(now: number, longestMs: number): number | null {
    this.rise(now);
    const at = Math.max(now, this.pausedUntil, this.perSecond === null ? 0 : this.nextAt);
    if (at - now > longestMs) return null;
    if (this.perSecond !== null) this.nextAt = at + 1_000 / this.perSecond;
    return at - now;
  }

  /** True when a place taken earlier must not be used yet, because a call was refused since. */
  isPaused(now: number): boolean {
    return now < this.pausedUntil;
  }

  /** How long a call has to wait that would come next. */
  waitMs(now: number): number {
    return Math.max(0, this.pausedUntil - now, this.perSecond === null ? 0 : this.nextAt - now);
  }

  answered(now: number): void {
    this.accepted.push(now);
    this.dropOld(now);
  }

  refused(now: number, pauseMs: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, now + pauseMs);
    if (now - this.refusedAt < ONE_REFUSAL_MS) return;
    this.refusedAt = now;
    this.changedAt = now;
    this.dropOld(now);
    // What got through in a second is a first guess only: after a pause a receiver may let a second's worth through at once.
    const seen = Math.max(1, this.accepted.length);
    const rate = this.perSecond === null || this.perSecond > 2 * seen ? seen : this.perSecond;
    this.perSecond = Math.max(LEAST, FALL * rate);
    this.nextAt = Math.max(this.nextAt, this.pausedUntil);
  }

  private rise(now: number): void {
    if (this.perSecond === null) return;
    const seconds = (now - this.changedAt) / 1_000;
    if (seconds < 0.1) return;
    const calm = (now - this.refusedAt) / 1_000;
    this.perSecond *= 1 + Math.min(MAX_RISE, RISE_PER_SECOND * calm) * Math.min(1, seconds);
    this.changedAt = now;
    this.dropOld(now);
    if (calm > 2 && this.perSecond > FORGET_ABOVE * Math.max(1, this.accepted.length)) this.perSecond = null;
  }

  private dropOld(now: number): void {
    while (this.accepted.length > 0 && (this.accepted[0] as number) <= now - WINDOW_MS) this.accepted.shift();
  }
}
