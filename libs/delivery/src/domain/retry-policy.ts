/** How failed attempts are spaced and when they end. */
export interface RetryPolicy {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** Attempts that count against an event before it is set aside. */
  readonly maxAttempts: number;
}

/** Exponential back-off with ±50 % jitter. `random` is in [0, 1). */
export function retryDelayMs(failedAttempts: number, policy: RetryPolicy, random: number): number {
  const base = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** Math.max(0, Math.min(failedAttempts - 1, 30)));
  return Math.round(base * (0.5 + random));
}
