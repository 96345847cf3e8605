import { retryDelayMs, type RetryPolicy } from './retry-policy';

/** What went wrong at the receiver, as far as the outbox cares. */
export interface DeliveryFailure {
  /** The receiver said no for good. */
  readonly permanent: boolean;
  /** A stable code, without personal data. */
  readonly code: string;
  /** The event may have been applied although no answer came. */
  readonly outcomeUnknown: boolean;
  /** False while the receiver as a whole is away: such failures never use up an event's attempts. */
  readonly countsAgainstEvent: boolean;
  readonly pauseMs?: number;
}

export type Disposition =
  | { readonly kind: 'dead'; readonly code: string }
  | { readonly kind: 'retry'; readonly at: Date; readonly counts: boolean; readonly code: string };

/** Decides what becomes of an event after a failure. */
export function afterFailure(
  failure: DeliveryFailure,
  state: {
    readonly failedAttempts: number;
    readonly now: Date;
    readonly random: number;
    readonly breakerWasClosed: boolean;
  },
  policy: RetryPolicy,
): Disposition {
  if (failure.permanent) return { kind: 'dead', code: failure.code };
  const counts = failure.countsAgainstEvent && state.breakerWasClosed;
  const attempts = state.failedAttempts + (counts ? 1 : 0);
  if (counts && attempts >= policy.maxAttempts) return { kind: 'dead', code: failure.code };
  const delay = Math.max(failure.pauseMs ?? 0, retryDelayMs(Math.max(1, attempts), policy, state.random));
  return { kind: 'retry', at: new Date(state.now.getTime() + delay), counts, code: failure.code };
}
