import type { Transaction } from '@luutru/platform';
import type { PauseReason } from './subscription.record';

/** Nothing is made any more, and what is waiting is not sent. */
export async function stopSubscription(
  tx: Transaction,
  id: string,
  state: 'paused' | 'removed',
  because: PauseReason | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE report_subscription SET state = $2, paused_because = $3, next_due = NULL, version = version + 1
     WHERE subscription_id = $1`,
    [id, state, because],
  );
  await tx.query(
    `UPDATE report_delivery SET state = 'cancelled', finished_at = $2 WHERE subscription_id = $1 AND state = 'pending'`,
    [id, now],
  );
}
