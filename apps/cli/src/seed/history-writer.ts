import { localDate, toLocalIso } from '@luutru/calendar';
import type { BulkDeclarationService, BulkDraft, DeclarationInput } from '@luutru/declaration';
import type { PatientService } from '@luutru/patient';
import { type Database, uuidV7 } from '@luutru/platform';
import type { TripService } from '@luutru/trip';
import { explain } from './past-player';
import type { Random } from './random';
import { type PastEvent, staysOfAdmission, staysOfTrip } from './stays';

export interface HistoryServices {
  readonly database: Database;
  /** Of a process that queues events for nobody: what is long over was told to everybody by the system before. */
  readonly bulk: BulkDeclarationService;
  readonly trips: TripService;
  readonly patients: PatientService;
}

interface Row {
  readonly input: DeclarationInput;
  readonly declaredAt: Date;
  readonly departedAt: Date;
}

const ROWS_AT_ONCE = 250;
const FACILITIES_AT_ONCE = 3;
const SEEDER = { kind: 'api-key', id: 'seed' } as const;

/** $1 facility, $2 days of arrival, $3 stays, $4 when each left. As a check-out leaves them. */
const CHECK_OUT = `
  WITH gone AS MATERIALIZED (
    SELECT s.*, u.left_at FROM unnest($2::date[], $3::uuid[], $4::timestamptz[]) AS u(arrived_on, stay_id, left_at)
    JOIN stay s ON s.facility_id = $1 AND s.arrived_on = u.arrived_on AND s.stay_id = u.stay_id
  ), kept AS (
    INSERT INTO stay_history (facility_id, arrived_on, stay_id, version, action, acted_at, actor_kind, actor_id, channel, changed,
                              content, personal_sealed)
    SELECT facility_id, arrived_on, stay_id, version, 'check-out', left_at, 'api-key', 'seed', channel, '{/departedAt}',
           to_jsonb(g) - 'left_at' - 'personal_sealed' - 'external_ref_index' || '{"delivery_status": "delivered"}', personal_sealed
    FROM gone g
  )
  UPDATE stay s SET version = g.version + 1, departed_at = g.left_at, last_action = 'check-out', last_acted_at = g.left_at,
    state = CASE WHEN (g.left_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < (g.expected_departure_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
            THEN 'left_early' ELSE 'departed' END,
    delivery_status = 'delivered'
  FROM gone g WHERE s.facility_id = $1 AND s.arrived_on = g.arrived_on AND s.stay_id = g.stay_id`;

/** Writes what is long over: the rules of declaring hold it as they stood, but nobody is told of it any more. */
export class HistoryWriter {
  private serial = 0;

  constructor(
    private readonly services: HistoryServices,
    private readonly showTime: (at: Date | null) => void,
    private readonly random: Random,
  ) {}

  /** @param events in the order of time; returns the number of stays written */
  async write(events: readonly PastEvent[]): Promise<number> {
    const facilities = new Map<string, Row[]>();
    try {
      for (const event of events) {
        this.showTime(event.at);
        const inputs = await this.inputsOf(event).catch(explain);
        const { facilityId } = event.facility;
        const rows = facilities.get(facilityId) ?? [];
        rows.push(...inputs.map((input) => ({ input, declaredAt: event.at, departedAt: event.endsAt })));
        facilities.set(facilityId, rows);
      }
    } finally {
      this.showTime(null);
    }
    const left = [...facilities];
    const writers = Array.from({ length: FACILITIES_AT_ONCE }, async () => {
      for (let next = left.pop(); next; next = left.pop()) await this.facility(...next);
    });
    await Promise.all(writers);
    return [...facilities.values()].reduce((sum, rows) => sum + rows.length, 0);
  }

  private async inputsOf(event: PastEvent): Promise<readonly DeclarationInput[]> {
    if (event.what === 'stay') return [event.input];
    const command = { ...this.command(event), shapeIssues: [] };
    if (event.what === 'trip') {
      const input = { plate: event.plate, routeCode: event.routeCode, departsAt: toLocalIso(event.departsAt) };
      const { answer } = await this.services.trips.create({ ...command, input, body: input });
      return staysOfTrip(event, answer, this.random);
    }
    const { recordNumber, department, room } = event;
    const input = { recordNumber, department, room };
    const { answer } = await this.services.patients.admit({ ...command, input, body: input });
    return staysOfAdmission(event, answer.patientId, this.random);
  }

  private async facility(facilityId: string, rows: readonly Row[]): Promise<void> {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await this.chunk(facilityId, rows.slice(at, at + ROWS_AT_ONCE));
    }
    const { database } = this.services;
    await database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      await tx.query(
        `UPDATE patient p SET version = version + 1, discharged_at = left_at
         FROM (SELECT patient_id, max(departed_at) AS left_at FROM stay WHERE facility_id = $1 GROUP BY 1) AS s
         WHERE p.facility_id = $1 AND p.patient_id = s.patient_id`,
        [facilityId],
      );
      await tx.query(
        `UPDATE trip t SET version = version + 2, state = 'arrived', departed_at = departs_at, arrived_at = left_at
         FROM (SELECT trip_id, max(departed_at) AS left_at FROM stay WHERE facility_id = $1 GROUP BY 1) AS s
         WHERE t.facility_id = $1 AND t.trip_id = s.trip_id`,
        [facilityId],
      );
    });
  }

  private async chunk(facilityId: string, rows: readonly Row[]): Promise<void> {
    const { bulk, database } = this.services;
    const checked = await bulk.check(
      facilityId,
      rows.map(({ input, declaredAt }) => ({ input, declaredAt, issues: [] })),
    );
    const drafts = rows.map(({ input, declaredAt, departedAt }, at): BulkDraft => {
      const check = checked[at];
      if (!check?.ok) throw new Error(`Seeding: ${JSON.stringify(check?.faults)}`);
      return { draft: check.draft, key: `history-${(this.serial += 1)}`, body: input, declaredAt, departedAt };
    });
    await database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const order = { facilityId, channel: 'file', actor: SEEDER, requestId: uuidV7(new Date()) } as const;
      const outcomes = await bulk.storeIn(tx, order, drafts);
      const stayIds = outcomes.map((outcome) => {
        if (outcome.kind !== 'stored') throw new Error(`Seeding: ${outcome.kind}`);
        return outcome.stayId;
      });
      const arrivals = drafts.map(({ draft }) => localDate(draft.arrivedAt));
      await tx.query(CHECK_OUT, [facilityId, arrivals, stayIds, drafts.map(({ departedAt }) => departedAt)]);
    });
  }

  private command({ at, facility: { facilityId } }: PastEvent) {
    const principal = { ...SEEDER, grants: [], ownIndexes: [] };
    return {
      caller: { principal, requestId: uuidV7(at) },
      facilityId,
      key: { header: `history-${(this.serial += 1)}` },
    };
  }
}
