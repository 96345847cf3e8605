import { type Clock, type Database, NO_FACILITY, uuidV7 } from '@luutru/platform';
import { nextDue } from './domain/schedule';
import { type StoredSubscription, SUBSCRIPTION_COLUMNS } from './subscription.record';

const AT_ONCE = 50;

/** Puts a line down for each due time and moves the subscription on to the next, in one transaction: there is one line for each. */
export class ReportPlanner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns how many reports became due. Any number of workers may run it at once. */
  async run(): Promise<number> {
    let planned = 0;
    for (let some = await this.some(); some > 0; some = await this.some()) planned += some;
    return planned;
  }

  private some(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const due = await tx.query<StoredSubscription[]>(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM report_subscription s WHERE s.state = 'active' AND s.next_due <= $1
         ORDER BY s.next_due LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
        [now],
      );
      for (const one of due) {
        const dueAt = one.nextDue ?? now;
        await tx.query(
          `INSERT INTO report_delivery (subscription_id, kind, due_at, delivery_id, available_at)
           VALUES ($1, 'report', $2, $3, $4) ON CONFLICT DO NOTHING`,
          [one.subscriptionId, dueAt, uuidV7(now), now],
        );
        await tx.query('UPDATE report_subscription SET next_due = $2 WHERE subscription_id = $1', [
          one.subscriptionId,
          nextDue(one, dueAt),
        ]);
      }
      return due.length;
    });
  }
}
