import { appendAudit } from '@luutru/audit';
import { type Clock, type Database, NO_FACILITY } from '@luutru/platform';

const MARK_SQL = `
  UPDATE stay s SET state = 'overdue'
  FROM (SELECT facility_id, arrived_on, stay_id FROM stay WHERE state = 'in_house' AND expected_departure_at < $1
        ORDER BY expected_departure_at LIMIT 1000 FOR UPDATE SKIP LOCKED) due
  WHERE s.facility_id = due.facility_id AND s.arrived_on = due.arrived_on AND s.stay_id = due.stay_id
  RETURNING s.facility_id AS "facilityId", s.stay_id AS "stayId", s.expected_departure_at AS "expectedDepartureAt"`;

/** A stay that nobody checked out by its expected departure. */
export interface OverdueStay {
  readonly facilityId: string;
  readonly stayId: string;
  readonly expectedDepartureAt: Date;
}

/**
 * Marks stays whose expected departure has passed. Time, not a person, does this, and the population database need not hear
 * of it: it is no version of its own and makes no event. An action that is under way wins.
 */
export class OverdueMarking {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the stays it marked, at most a thousand at a time; may be run by several workers at once. */
  async run(): Promise<readonly OverdueStay[]> {
    const now = this.clock.now();
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [marked] = await tx.query<[OverdueStay[], number]>(MARK_SQL, [now]);
      const counts = new Map<string, number>();
      for (const { facilityId } of marked) counts.set(facilityId, (counts.get(facilityId) ?? 0) + 1);
      for (const [facilityId, rowCount] of counts) {
        await appendAudit(tx, {
          at: now,
          facilityId,
          actor: { kind: 'system', id: 'worker' },
          action: 'stay.mark-overdue',
          subjectKind: 'stay',
          subjectId: null,
          requestId: null,
          rowCount,
        });
      }
      return marked;
    });
  }
}
