import { Injectable } from '@nestjs/common';
import { type Caller, type Permission, type Reach, reachOf } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import { AppError, Database, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { type BandRule, type Figures, judgeFigures, type JudgedFigure } from './domain/bands';
import type { IndicatorId } from './domain/indicators';
import type { Silence } from './domain/silence';
import { byRank, perFacility } from './domain/standing';

/** A facility and what its figures say; nothing here leads to a person. */
export interface FacilityStanding {
  readonly facilityId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly wardId: string;
  readonly status: string;
  readonly points: number;
  readonly outside: readonly IndicatorId[];
  readonly silence: Silence;
  readonly figures: readonly JudgedFigure[];
  /** Up to when changes are in it. */
  readonly reckonedAt: Date;
}

/** A week of a facility, from a Monday on, by day of arrival. */
export interface FacilityWeek {
  readonly monday: string;
  readonly declared: number;
  readonly stays: number;
  readonly late: number;
  readonly corrected: number;
  readonly mismatched: number;
  readonly notFound: number;
  readonly noPapers: number;
  readonly overdue: number;
}

export interface WardStanding {
  readonly wardId: string;
  /** Facilities that may work. */
  readonly facilities: number;
  readonly silent: number;
  /** With any indicator outside its band. */
  readonly outside: number;
  readonly points: number;
  readonly pointsPerFacility: number;
}

export interface StandingFilter {
  readonly wardId?: string;
  readonly kind?: string;
  readonly indicator?: IndicatorId;
  readonly cursor?: string;
  readonly limit: number;
}

type Row = Omit<FacilityStanding, 'figures'> & { readonly figures: Figures; readonly reckonedOn: string };

const SELECT = `
  SELECT s.facility_id AS "facilityId", f.code, f.name, f.kind, f.ward_id AS "wardId", f.status, s.points, s.outside,
         s.silence, s.figures, s.reckoned_on::text AS "reckonedOn", s.reckoned_at AS "reckonedAt"
  FROM compliance_standing s JOIN facility f USING (facility_id)`;
const WEEKS = 12;

/** How facilities declare, for the police of their area and for themselves. Row-level security is what keeps areas apart. */
@Injectable()
export class ComplianceReadModel {
  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
  ) {}

  /** Facilities that are not closed, the most points first, then by id. Throws `cursor-invalid`. */
  async facilities(
    caller: Caller,
    filter: StandingFilter,
  ): Promise<{ facilities: readonly FacilityStanding[]; next: string | null }> {
    const after = filter.cursor === undefined ? null : readCursor(filter.cursor);
    const rows = await this.database.transaction(areasOf(caller, 'compliance.read'), (tx) =>
      tx.query<Row[]>(
        `${SELECT} WHERE f.status <> 'closed' AND ($1::text IS NULL OR f.ward_id = $1) AND ($2::text IS NULL OR f.kind = $2)
           AND ($3::text IS NULL OR $3 = ANY(s.outside))
           AND ($4::smallint IS NULL OR s.points < $4 OR (s.points = $4 AND s.facility_id > $5::uuid))
         ORDER BY s.points DESC, s.facility_id LIMIT $6`,
        [
          filter.wardId ?? null,
          filter.kind ?? null,
          filter.indicator ?? null,
          after?.points ?? null,
          after?.facilityId ?? null,
          filter.limit + 1,
        ],
      ),
    );
    const shown = rows.slice(0, filter.limit);
    const last = shown.at(-1);
    return {
      facilities: shown.map((row) => this.view(row)),
      next: rows.length > filter.limit && last ? writeCursor(last) : null,
    };
  }

  /** One facility of the area with its last twelve weeks. Throws `not-found`. */
  async facility(caller: Caller, facilityId: string): Promise<{ standing: FacilityStanding; weeks: FacilityWeek[] }> {
    return this.one(areasOf(caller, 'compliance.read'), facilityId);
  }

  /** The same of one's own facility, which the caller has been found to reach. Throws `not-found` before it was reckoned. */
  async own(facilityId: string): Promise<{ standing: FacilityStanding; weeks: FacilityWeek[] }> {
    return this.one({ facilityIds: [facilityId], areas: [] }, facilityId);
  }

  /** The wards of the caller's area in their order (domain/standing.ts). */
  async wards(caller: Caller): Promise<readonly WardStanding[]> {
    const rows = await this.database.transaction(areasOf(caller, 'compliance.read'), (tx) =>
      tx.query<Omit<WardStanding, 'pointsPerFacility'>[]>(
        `SELECT f.ward_id AS "wardId", (count(*) FILTER (WHERE f.status = 'active'))::integer AS facilities,
                (count(*) FILTER (WHERE 'silence' = ANY(s.outside)))::integer AS silent,
                (count(*) FILTER (WHERE s.points > 0))::integer AS outside,
                coalesce(sum(s.points) FILTER (WHERE f.status = 'active'), 0)::integer AS points
         FROM compliance_standing s JOIN facility f USING (facility_id) WHERE f.status <> 'closed' GROUP BY f.ward_id`,
      ),
    );
    const wards = rows.map((row) => ({ ...row, pointsPerFacility: Math.round(perFacility(row) * 100) / 100 }));
    return wards.sort(byRank);
  }

  private one(reach: Reach, facilityId: string): Promise<{ standing: FacilityStanding; weeks: FacilityWeek[] }> {
    return this.database.transaction(reach, async (tx) => {
      const [row] = await tx.query<Row[]>(`${SELECT} WHERE s.facility_id = $1`, [facilityId]);
      if (!row) throw new AppError('not-found', 'not-found');
      return { standing: this.view(row), weeks: await weeksOf(tx, facilityId, row.reckonedOn) };
    });
  }

  private view({ figures, reckonedOn, ...row }: Row): FacilityStanding {
    const rule: BandRule = this.reference.ruleBook.get('compliance.bands', reckonedOn);
    return { ...row, figures: judgeFigures(figures, rule) };
  }
}

export const areasOf = (caller: Caller, permission: Permission): Reach => ({
  facilityIds: [],
  areas: reachOf(caller.principal, permission).areas,
});

/** Every week, also one without anything. */
function weeksOf(tx: Transaction, facilityId: string, today: string): Promise<FacilityWeek[]> {
  return tx.query(
    `SELECT w.monday::date::text AS monday, ${WEEK_COLUMNS}
     FROM generate_series(date_trunc('week', $2::date::timestamp) - interval '${WEEKS - 1} weeks',
                          date_trunc('week', $2::date::timestamp), interval '1 week') AS w(monday)
     LEFT JOIN compliance_day d ON d.facility_id = $1 AND d.arrived_on >= $3::date
       AND d.arrived_on >= w.monday AND d.arrived_on < w.monday + interval '1 week'
     GROUP BY w.monday ORDER BY w.monday`,
    [facilityId, today, addDays(today, -7 * WEEKS)],
  );
}

const WEEK_COLUMNS = Object.entries({
  declared: 'declared',
  stays: 'stays',
  late: 'late',
  corrected: 'corrected',
  mismatched: 'mismatched',
  notFound: 'not_found',
  noPapers: 'no_papers',
  overdue: 'overdue',
})
  .map(([name, column]) => `coalesce(sum(d.${column}), 0)::integer AS "${name}"`)
  .join(', ');

const CURSOR = /^(\d{1,4})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const writeCursor = ({ points, facilityId }: Pick<Row, 'points' | 'facilityId'>): string =>
  Buffer.from(`${points}|${facilityId}`).toString('base64url');

function readCursor(cursor: string): { points: number; facilityId: string } {
  const [, points, facilityId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!points || !facilityId) throw new AppError('cursor-invalid', 'invalid');
  return { points: Number(points), facilityId };
}
