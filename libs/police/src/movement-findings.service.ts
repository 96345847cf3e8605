import { Inject, Injectable } from '@nestjs/common';
import { type Caller, lookReachOf, type LookReach, reachOf } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, KeyRing, STANDING_SCOPE } from '@luutru/platform';
import { lookerOf, type StatedPurpose } from '@luutru/transparency';
import type { FindingPart } from './movement-findings.repository';
import { PersonLook } from './person-look';
import { openPersonStays } from './person-stay';
import { type PersonStay, PersonViewReadModel } from './person-view.read-model';
import { readTimeCursor, writeTimeCursor } from './time-cursor';

export const FINDING_STATES = ['open', 'dismissed', 'handled', 'lapsed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
export type FindingKind = FindingPart['kind'];

/** A finding as an area sees it: its own stays, and whether there are others. Names nobody. */
export interface FindingView {
  readonly findingId: string;
  readonly kind: FindingKind;
  readonly foundAt: Date;
  readonly from: Date;
  readonly until: Date | null;
  readonly minutes: number | null;
  readonly minimumMinutes: number | null;
  readonly state: FindingState;
  /** There are stays outside the caller's area that belong to it. */
  readonly outside: boolean;
  readonly stays: readonly FindingStay[];
}

export interface FindingStay {
  readonly facilityId: string;
  readonly facilityName: string;
  readonly wardId: string;
  readonly stayId: string;
}

/** A finding opened for a purpose. */
export interface FindingFile {
  readonly finding: FindingView;
  readonly people: readonly PersonStay[];
  /** What was said when it was decided, newest first. */
  readonly notes: readonly { readonly at: Date; readonly text: string }[];
}

export interface FindingFilter {
  readonly state: FindingState;
  readonly kind?: FindingKind;
  readonly cursor?: string;
  readonly limit: number;
}

const SEAL = { table: 'movement_finding', column: 'note_sealed' } as const;
/** Stays listed with a finding, and opened with it; of a phone there may be many more. */
const STAYS = 50;

const STATE = `CASE WHEN bool_or(m.state = 'open') THEN 'open' WHEN bool_or(m.state = 'handled') THEN 'handled'
                    WHEN bool_or(m.state = 'dismissed') THEN 'dismissed' ELSE 'lapsed' END`;
const SELECT = `
  SELECT m.finding_id AS "findingId", m.kind, m.found_at AS "foundAt", min(m.from_at) AS "from", max(m.until_at) AS "until",
         max(m.minutes) AS minutes, max(m.minimum_minutes) AS "minimumMinutes", ${STATE} AS state,
         count(*) < max(m.part_count) AS outside,
         (array_agg(jsonb_build_object('facilityId', m.facility_id, 'facilityName', f.name, 'wardId', f.ward_id, 'stayId', m.stay_id)
            ORDER BY m.arrived_on DESC, m.stay_id DESC))[1:${STAYS}] AS stays
  FROM movement_finding m JOIN facility f ON f.facility_id = m.facility_id`;
const GROUP = 'GROUP BY m.finding_id, m.kind, m.found_at';

/** What was found in the movements of people, for the police of the areas where it was found. */
@Injectable()
export class MovementFindings {
  private readonly readModel = new PersonViewReadModel();

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly look: PersonLook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The findings of the caller's area, newest first. Throws `cursor-invalid`. */
  async list(caller: Caller, filter: FindingFilter): Promise<{ findings: FindingView[]; next: string | null }> {
    const after = filter.cursor === undefined ? null : readTimeCursor(filter.cursor);
    const { areas } = reachOf(caller.principal, 'person.search');
    const found = await this.database.transaction({ facilityIds: [PLATFORM_FACILITY], areas }, async (tx) => {
      const rows = await tx.query<FindingView[]>(
        `${SELECT} WHERE ($1::text IS NULL OR m.kind = $1)
           AND ($2::timestamptz IS NULL OR (m.found_at, m.finding_id) < ($2, $3::uuid))
         ${GROUP} HAVING ${STATE} = $4 ORDER BY m.found_at DESC, m.finding_id DESC LIMIT $5`,
        [filter.kind ?? null, after?.at ?? null, after?.id ?? null, filter.state, filter.limit + 1],
      );
      await this.record(tx, caller, 'finding.list', null, Math.min(rows.length, filter.limit));
      return rows;
    });
    const findings = found.slice(0, filter.limit);
    const last = findings.at(-1);
    return {
      findings,
      next: found.length > filter.limit && last ? writeTimeCursor(last.foundAt, last.findingId) : null,
    };
  }

  /**
   * Shows who a finding is about, as far as the caller reaches; they are told of the look. Throws `not-found`,
   * `validation-failed` for a look without a good purpose, `audit-seal-stale`.
   */
  async open(
    caller: Caller,
    findingId: string,
    stated: StatedPurpose,
    reach: LookReach = lookReachOf(caller.principal, 'person.search'),
  ): Promise<FindingFile> {
    const look = await this.look.admit(stated, reach.breakGlassId);
    const scope = { facilityIds: [PLATFORM_FACILITY], areas: reach.areas };
    const { finding, rows, notes } = await this.database.transaction(scope, async (tx) => {
      const [seen] = await tx.query<FindingView[]>(`${SELECT} WHERE m.finding_id = $1 ${GROUP}`, [findingId]);
      if (!seen) throw new AppError('not-found', 'not-found');
      const parts = await tx.query<{ facilityId: string; arrivedOn: string; stayId: string }[]>(
        `SELECT facility_id AS "facilityId", arrived_on::text AS "arrivedOn", stay_id AS "stayId" FROM movement_finding
         WHERE finding_id = $1 ORDER BY arrived_on DESC, stay_id DESC LIMIT ${STAYS}`,
        [findingId],
      );
      const stays = await this.readModel.several(tx, parts);
      const said = await tx.query<{ at: Date; sealed: Buffer }[]>(
        `SELECT DISTINCT decided_at AS at, note_sealed AS sealed FROM movement_finding
         WHERE finding_id = $1 AND note_sealed IS NOT NULL ORDER BY decided_at DESC`,
        [findingId],
      );
      await this.look.record(tx, caller, look, {
        action: 'finding.open',
        subject: { kind: 'finding', id: findingId },
        looker: lookerOf(caller, 'person.search'),
        stays,
        detail: { query: seen.kind },
      });
      return { finding: seen, rows: stays, notes: said };
    });
    const people = await openPersonStays(this.keyRing, rows);
    return {
      finding,
      people: [...people].sort((a, b) => b.arrivedAt.getTime() - a.arrivedAt.getTime()),
      notes: await Promise.all(
        notes.map(async ({ at, sealed }) => ({
          at,
          text: await this.keyRing.open(SEAL.table, SEAL.column, findingId, sealed),
        })),
      ),
    };
  }

  /**
   * Says what becomes of the part of a finding that lies in the caller's area; other areas decide theirs.
   * @param looked the state the officer looked at, if they say: another one means somebody was quicker
   * @throws `not-found`, `finding-state-conflict`
   */
  async decide(
    caller: Caller,
    findingId: string,
    decision: {
      readonly state: Exclude<FindingState, 'lapsed'>;
      readonly note: string;
      readonly looked?: FindingState;
    },
  ): Promise<void> {
    const now = this.clock.now();
    const { id } = caller.principal;
    const { areas } = reachOf(caller.principal, 'person.search');
    const sealed = await this.keyRing.seal(STANDING_SCOPE, SEAL.table, SEAL.column, findingId, decision.note.trim());
    await this.database.transaction({ facilityIds: [PLATFORM_FACILITY], areas }, async (tx) => {
      await tx.query('SELECT 1 FROM movement_finding WHERE finding_id = $1 ORDER BY facility_id, stay_id FOR UPDATE', [
        findingId,
      ]);
      const [seen] = await tx.query<FindingView[]>(`${SELECT} WHERE m.finding_id = $1 ${GROUP}`, [findingId]);
      if (!seen) throw new AppError('not-found', 'not-found');
      if (seen.state === 'lapsed' || (decision.looked !== undefined && decision.looked !== seen.state)) {
        throw new AppError('finding-state-conflict', 'conflict', { state: seen.state });
      }
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE movement_finding SET state = $2, decided_at = $3, decided_by = $4, note_sealed = $5
         WHERE finding_id = $1 AND state <> 'lapsed'`,
        [findingId, decision.state, now, id, sealed],
      );
      await this.record(tx, caller, `finding.${decision.state}`, findingId, count);
    });
  }

  private record(
    tx: Parameters<typeof appendAudit>[0],
    { principal, requestId }: Caller,
    action: string,
    subjectId: string | null,
    rowCount: number,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'finding',
      subjectId,
      requestId,
      rowCount,
    });
  }
}
