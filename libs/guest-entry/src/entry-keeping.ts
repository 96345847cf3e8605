import { appendAudit } from '@luutru/audit';
import { type Clock, type Database, NO_FACILITY } from '@luutru/platform';

const EXPIRE_SQL = `
  UPDATE guest_entry e SET state = 'expired', content_sealed = NULL, ended_at = $1, ended_by = 'system'
  FROM (SELECT facility_id, entry_id FROM guest_entry WHERE state = 'waiting' AND expires_at <= $1
        ORDER BY expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED) due
  WHERE e.facility_id = due.facility_id AND e.entry_id = due.entry_id
  RETURNING e.facility_id AS "facilityId"`;

/** Destroys what guests entered and no desk confirmed in time. What is under way at a desk wins. */
export class EntryKeeping {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns how many it ended, at most a thousand at a time; may be run by several workers at once. */
  async run(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [expired] = await tx.query<[{ facilityId: string }[], number]>(EXPIRE_SQL, [now]);
      const counts = new Map<string, number>();
      for (const { facilityId } of expired) counts.set(facilityId, (counts.get(facilityId) ?? 0) + 1);
      for (const [facilityId, rowCount] of counts) {
        await appendAudit(tx, {
          at: now,
          facilityId,
          actor: { kind: 'system', id: 'worker' },
          action: 'guest-entry.expire',
          subjectKind: 'guest-entry',
          subjectId: null,
          requestId: null,
          rowCount,
        });
      }
      return expired.length;
    });
  }
}
