import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { type Clock, type Database, NO_FACILITY } from '@luutru/platform';
import { appendHistory } from './alert-history';
import { WORKER } from './alert-raising';
import { DESKS } from './domain/desk';

const BATCH = 500;
const TOP = DESKS.length - 1;

const EXPIRED = `state = 'active' AND valid_until < $1`;

/** What time alone does to lists and alerts; may be run by several workers at once. */
export class WatchKeeping {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ expired: number; escalated: number }> {
    return { expired: await this.expire(), escalated: await this.escalate() };
  }

  /** Takes entries out whose time is over. They have counted for nothing since the day began; this makes it a version. */
  private async expire(): Promise<number> {
    const now = this.clock.now();
    const day = localDate(now);
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [look] = await tx.query<{ any: boolean }[]>(
        `SELECT EXISTS (SELECT FROM watch_list_entry WHERE ${EXPIRED}) AS any`,
        [day],
      );
      if (!look?.any) return 0;
      const [[clock]] = await tx.query<[{ revision: string }[], number]>(
        'UPDATE watch_list_clock SET revision = revision + 1 RETURNING revision',
      );
      const [expired] = await tx.query<{ count: number }[]>(
        `WITH expired AS (
           UPDATE watch_list_entry SET state = 'expired', version = version + 1, revision = $2
           WHERE entry_id IN (SELECT entry_id FROM watch_list_entry WHERE ${EXPIRED} ORDER BY entry_id LIMIT ${BATCH})
           RETURNING entry_id, version, unit_id, content_sealed, valid_until
         ), kept AS (
           INSERT INTO watch_list_entry_version (entry_id, version, unit_id, action, content_sealed, valid_until, at)
           SELECT entry_id, version, unit_id, 'expire', content_sealed, valid_until, $3 FROM expired)
         SELECT count(*)::integer AS count FROM expired`,
        [day, clock?.revision, now],
      );
      const count = expired?.count ?? 0;
      await appendAudit(tx, {
        at: now,
        facilityId: PLATFORM_FACILITY,
        actor: WORKER,
        action: 'watch-list.expire',
        subjectKind: 'watch-list',
        subjectId: null,
        requestId: null,
        rowCount: count,
      });
      return count;
    });
  }

  /** Raises alerts that nobody has taken in time to the next desk, and gives that desk as much time again. */
  private async escalate(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [raised] = await tx.query<[{ facilityId: string; alertId: string }[], number]>(
        `UPDATE watch_alert a
         SET desk = least(a.desk + 1, ${TOP}), escalated_at = coalesce(a.escalated_at, $1),
             due_at = CASE WHEN a.desk < ${TOP} THEN $1::timestamptz + l.acknowledge_minutes * interval '1 minute' END
         FROM (SELECT facility_id, alert_id FROM watch_alert
               WHERE state IN ('open', 'handed-over') AND due_at <= $1 ORDER BY facility_id, alert_id
               LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) late, watch_list l
         WHERE a.facility_id = late.facility_id AND a.alert_id = late.alert_id AND l.list_id = a.list_id
         RETURNING a.facility_id AS "facilityId", a.alert_id AS "alertId"`,
        [now],
      );
      for (const { facilityId, alertId } of raised) {
        await appendAudit(tx, {
          at: now,
          facilityId,
          actor: WORKER,
          action: 'alert.escalate',
          subjectKind: 'alert',
          subjectId: alertId,
          requestId: null,
        });
      }
      await appendHistory(
        tx,
        raised.map((alert) => ({ ...alert, action: 'escalate', at: now, actor: WORKER })),
      );
      return raised.length;
    });
  }
}
