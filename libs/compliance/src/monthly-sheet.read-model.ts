import { Inject, Injectable } from '@nestjs/common';
import { type Caller, type Reach } from '@luutru/access';
import { addDays, localDate } from '@luutru/calendar';
import { AppError, CLOCK, type Clock, Database } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { areasOf } from './compliance.read-model';
import { SHEET_COLUMNS, type SheetColumn, type SheetFigures } from './domain/sheet-columns';

/** One line of the sheet: a ward, or a facility when the sheet is of one ward. */
export interface SheetLine extends SheetFigures {
  readonly id: string;
  readonly name: string;
}

/** The figures of a month, by day of arrival. */
export interface MonthlySheet {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly wardId: string | null;
  readonly wardName: string | null;
  /** The last day that is in it. */
  readonly until: string;
  readonly made: Date;
  readonly lines: readonly SheetLine[];
  readonly total: SheetFigures;
}

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** $1 first day, $2 first day of the next month, $3 ward or null; a line for each facility that may be seen. */
const LINES_SQL = `
  WITH seen AS (
    SELECT f.facility_id, f.ward_id, f.name, f.status FROM compliance_standing s JOIN facility f USING (facility_id)
    WHERE $3::text IS NULL OR f.ward_id = $3
  ), days AS (
    SELECT facility_id, sum(declared) AS declared, sum(stays) AS stays, sum(late) AS late, sum(corrected) AS corrected,
           sum(checked) AS checked, sum(mismatched) AS mismatched, sum(not_found) AS not_found,
           sum(no_papers) AS no_papers, sum(overdue) AS overdue
    FROM compliance_day WHERE arrived_on >= $1::date AND arrived_on < $2::date GROUP BY 1
  ), full_days AS (
    SELECT facility_id, sum(rooms_over) AS rooms_over, sum(trips_over) AS trips_over
    FROM compliance_capacity WHERE day >= $1::date AND day < $2::date GROUP BY 1
  ), silences AS (
    SELECT facility_id, count(*) AS silences FROM facility_silence WHERE since >= $1::date AND since < $2::date GROUP BY 1
  ), visits AS (
    SELECT facility_id, count(*) AS visits, sum(not_declared) AS not_declared FROM (
      SELECT DISTINCT ON (facility_id, visit_id) * FROM compliance_note ORDER BY facility_id, visit_id, version DESC
    ) n WHERE NOT withdrawn AND visited_on >= $1::date AND visited_on < $2::date GROUP BY 1
  )
  SELECT facility_id AS id, ward_id AS "wardId", name, (status <> 'closed')::integer AS facilities,
         ${SHEET_COLUMNS.filter(({ sql }) => sql !== null)
           .map(({ id, sql }) => `coalesce(${sql}, 0)::integer AS "${id}"`)
           .join(', ')}
  FROM seen LEFT JOIN days USING (facility_id) LEFT JOIN full_days USING (facility_id)
  LEFT JOIN silences USING (facility_id) LEFT JOIN visits USING (facility_id)
  ORDER BY name, facility_id`;

type Row = SheetLine & { readonly wardId: string };

/** The figures of a month for a ward or for all of the caller's area. */
@Injectable()
export class MonthlySheetReadModel {
  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `validation-failed` for what is no month or one that has not begun, `not-found` for a ward outside the area. */
  async of(caller: Caller, month: string, wardId: string | null): Promise<MonthlySheet> {
    const made = this.clock.now();
    const today = localDate(made);
    if (!MONTH.test(month) || `${month}-01` > today) {
      throw new AppError('validation-failed', 'invalid', {}, [{ code: 'month-malformed', pointer: '/month' }]);
    }
    const first = `${month}-01`;
    const next = `${addDays(`${month}-28`, 5).slice(0, 7)}-01`;
    const reach = areasOf(caller, 'compliance.read');
    if (wardId !== null && !coversWard(reach, wardId)) throw new AppError('not-found', 'not-found');
    const rows = await this.database.transaction(reach, (tx) => tx.query<Row[]>(LINES_SQL, [first, next, wardId]));
    const lines = wardId === null ? this.byWard(rows) : rows.map(({ wardId: _, ...line }) => line);
    const lastDay = addDays(next, -1);
    return {
      month,
      wardId,
      wardName: wardId && this.nameOf(wardId),
      until: today < lastDay ? today : lastDay,
      made,
      lines,
      total: sumOf(rows),
    };
  }

  private byWard(rows: readonly Row[]): SheetLine[] {
    const wards = new Map<string, Row[]>();
    for (const row of rows) wards.set(row.wardId, [...(wards.get(row.wardId) ?? []), row]);
    return [...wards]
      .map(([id, own]) => ({ id, name: this.nameOf(id), ...sumOf(own) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1));
  }

  private nameOf(wardId: string): string {
    return this.reference.adminUnits.find(wardId)?.name ?? wardId;
  }
}

/** A ward lies in the area when the whole of it does; the officer of a former commune sees lines, but no sheet of a ward. */
const coversWard = ({ areas }: Reach, wardId: string): boolean => areas.some(({ wardIds }) => wardIds.includes(wardId));

function sumOf(rows: readonly SheetFigures[]): SheetFigures {
  const sum = (id: SheetColumn): number => rows.reduce((total, row) => total + row[id], 0);
  return Object.fromEntries(SHEET_COLUMNS.map(({ id }) => [id, sum(id)])) as unknown as SheetFigures;
}
