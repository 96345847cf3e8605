import { appendAudit } from '@luutru/audit';
import { toLocalIso } from '@luutru/calendar';
import { type Clock, type Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import { noteNews } from '@luutru/webhook';

const MARK_SQL = `
  UPDATE stay s SET state = 'overdue'
  FROM (SELECT facility_id, arrived_on, stay_id FROM stay WHERE state = 'in_house' AND expected_departure_at < $1
        ORDER BY expected_departure_at LIMIT 1000 FOR UPDATE SKIP LOCKED) due
  WHERE s.facility_id = due.facility_id AND s.arrived_on = due.arrived_on AND s.stay_id = due.stay_id
  RETURNING s.facility_id AS "facilityId", s.arrived_on::text AS "arrivedOn", s.stay_id AS "stayId",
            s.expected_departure_at AS "expectedDepartureAt"`;

/** A stay that nobody checked out by its expected departure. */
export interface OverdueStay {
  readonly facilityId: string;
  readonly arrivedOn: string;
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
      for (const [facilityId, { rowCount, arrivedFrom }] of byFacility(marked)) {
        await appendAudit(tx, {
          at: now,
          facilityId,
          actor: { kind: 'system', id: 'worker' },
          action: 'stay.mark-overdue',
          subjectKind: 'stay',
          subjectId: null,
          requestId: null,
          rowCount,
          detail: { arrivedFrom },
        });
      }
      await this.tell(tx, marked, now);
      return marked;
    });
  }

  private async tell(tx: Transaction, marked: readonly OverdueStay[], now: Date): Promise<void> {
    const listening = await tx.query<{ facilityId: string }[]>(
      `SELECT DISTINCT facility_id AS "facilityId" FROM webhook_endpoint
       WHERE facility_id = ANY($1) AND state = 'active' AND 'stay.overdue' = ANY(event_types)`,
      [[...new Set(marked.map(({ facilityId }) => facilityId))]],
    );
    const facilities = new Set(listening.map(({ facilityId }) => facilityId));
    for (const { facilityId, stayId, expectedDepartureAt } of marked) {
      if (!facilities.has(facilityId)) continue;
      const data = { state: 'overdue', expectedDepartureAt: toLocalIso(expectedDepartureAt) };
      await noteNews(tx, { facilityId, type: 'stay.overdue', subjectId: stayId, occurredAt: now, data });
    }
  }
}

/** How many stays of each facility, and the earliest day of arrival among them: from there its figures have changed. */
function byFacility(marked: readonly OverdueStay[]): Map<string, { rowCount: number; arrivedFrom: string }> {
  const counts = new Map<string, { rowCount: number; arrivedFrom: string }>();
  for (const { facilityId, arrivedOn } of marked) {
    const { rowCount = 0, arrivedFrom = arrivedOn } = counts.get(facilityId) ?? {};
    counts.set(facilityId, { rowCount: rowCount + 1, arrivedFrom: arrivedOn < arrivedFrom ? arrivedOn : arrivedFrom });
  }
  return counts;
}
