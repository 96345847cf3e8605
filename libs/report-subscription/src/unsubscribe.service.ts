import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, KeyRing } from '@luutru/platform';
import { stopSubscription } from './stop-subscription';
import { type StoredSubscription, SUBSCRIPTION_COLUMNS, SUBSCRIPTION_SEAL } from './subscription.record';
import { isSigned, subscriptionOf } from './unsubscribe-link';

/** Ends subscriptions for whoever holds a link of one of their mails. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends a subscription by the link of one of its mails. Throws `not-found` for a link that is not ours. */
  async unsubscribe(token: string, requestId: string): Promise<void> {
    const id = subscriptionOf(token);
    if (id === null) throw new AppError('not-found', 'not-found');
    await this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      await tx.query(`SELECT set_config('app.subscription_id', $1, true)`, [id]);
      const [found] = await tx.query<StoredSubscription[]>(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM report_subscription s WHERE s.subscription_id = $1 AND s.state <> 'removed' FOR UPDATE`,
        [id],
      );
      const secret =
        found && (await this.keyRing.open(SUBSCRIPTION_SEAL.table, SUBSCRIPTION_SEAL.secret, id, found.secret));
      if (!found || secret === undefined || !isSigned(token, id, secret)) throw new AppError('not-found', 'not-found');
      if (found.pausedBecause === 'unsubscribed') return;
      await stopSubscription(tx, id, 'paused', 'unsubscribed', this.clock.now());
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId: PLATFORM_FACILITY,
        actor: { kind: 'system', id: 'unsubscribe-link' },
        action: 'subscription.unsubscribe',
        subjectKind: 'subscription',
        subjectId: id,
        requestId,
      });
    });
  }
}
