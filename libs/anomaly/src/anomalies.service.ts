import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { addDays, daysBetween, localDate } from '@luutru/calendar';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { seesExact, StatisticsReadModel } from '@luutru/statistics';
import { type Basis, judge } from './domain/judge';
import type { AnomalyMeasure } from './domain/measures';

export interface AnomalyQuery {
  readonly from: string;
  readonly to: string;
  /** A ward or province; all of the caller's area unless given. */
  readonly area?: string;
  readonly measure?: AnomalyMeasure;
  /** Withdrawn ones too. */
  readonly withdrawn: boolean;
  /** The last note of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface AnomalyRemark {
  readonly at: Date;
  readonly text: string;
}

export interface Anomaly {
  /** Null where it was reckoned for this answer from rounded days. */
  readonly noteId: string | null;
  /** Null: all that the caller's figures are of. */
  readonly area: { readonly level: 'ward' | 'province'; readonly id: string } | null;
  readonly measure: AnomalyMeasure;
  readonly day: string;
  readonly direction: 'jump' | 'drop';
  readonly value: number;
  readonly basis: Basis;
  readonly foundAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnValue: number | null;
  readonly withdrawnWhy: 'within-band' | 'other-numbers' | null;
  readonly remarks: readonly AnomalyRemark[];
}

export interface AnomalyPage {
  readonly anomalies: readonly Anomaly[];
  readonly next: string | null;
  /** Numbers are rounded down to multiples of it; null: exact. */
  readonly roundedTo: number | null;
}

type Row = Omit<Anomaly, 'area' | 'remarks' | 'noteId'> & {
  readonly noteId: string;
  readonly level: 'ward' | 'province';
  readonly areaId: string;
};

const SELECT = `
  SELECT anomaly_id AS "noteId", area_level AS level, area_id AS "areaId", measure, day::text AS day, direction, value, basis,
         found_at AS "foundAt", withdrawn_at AS "withdrawnAt", withdrawn_value AS "withdrawnValue", withdrawn_why AS "withdrawnWhy"
  FROM anomaly_note`;
const MAX_DAYS = 92;
/** Whoever sees rounded days has them judged while they wait. */
const MAX_ROUNDED_DAYS = 31;
const BASIS_DAYS = 480;
/** As many parts as one question may have. */
const PART_DAYS = 390;

/** Days that are not like others of their place: notes of the worker for those who see exact figures (ADR 0034). */
@Injectable()
export class AnomaliesService {
  constructor(
    private readonly database: Database,
    private readonly statistics: StatisticsReadModel,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Newest day first. Who may not see exact figures gets what the rounded days say that they may read anyway: nothing is
   * reckoned of a number that they are not shown.
   * @throws `validation-failed` for a period that is backwards or too long
   */
  async list(caller: Caller, query: AnomalyQuery): Promise<AnomalyPage> {
    const exact = seesExact(caller);
    const days = daysBetween(query.from, query.to) + 1;
    if (days < 1) refuse('period-backwards', '/to');
    const most = exact ? MAX_DAYS : MAX_ROUNDED_DAYS;
    if (days > most) refuse('period-too-long', '/to', { days: most });
    return exact ? this.notes(caller, query) : this.ofRoundedDays(caller, query);
  }

  /** Says what somebody found out about a note. Throws `not-found` outside of the area. */
  async remark(caller: Caller, noteId: string, text: string): Promise<Anomaly> {
    if (!seesExact(caller)) throw new AppError('not-found', 'not-found');
    const now = this.clock.now();
    const remarkId = uuidV7(now);
    const sealed = await this.keyRing.seal(STANDING_SCOPE, 'anomaly_remark', 'text_sealed', remarkId, text);
    return this.inArea(caller, async (tx) => {
      const [found] = await tx.query<Row[]>(`${SELECT} WHERE anomaly_id = $1`, [noteId]);
      if (!found) throw new AppError('not-found', 'not-found');
      await tx.query(
        'INSERT INTO anomaly_remark (anomaly_id, remark_id, account_id, text_sealed, at) VALUES ($1, $2, $3, $4, $5)',
        [noteId, remarkId, caller.principal.id, sealed, now],
      );
      await appendAudit(tx, {
        at: now,
        facilityId: PLATFORM_FACILITY,
        actor: { kind: caller.principal.kind, id: caller.principal.id },
        action: 'anomaly.remark',
        subjectKind: 'anomaly',
        subjectId: noteId,
        requestId: caller.requestId,
      });
      const [anomaly] = await this.present(tx, [found]);
      if (!anomaly) throw new AppError('not-found', 'not-found');
      return anomaly;
    });
  }

  private notes(caller: Caller, query: AnomalyQuery): Promise<AnomalyPage> {
    const { from, to, area, measure, withdrawn, after, limit } = query;
    return this.inArea(caller, async (tx) => {
      const rows = await tx.query<Row[]>(
        `${SELECT} WHERE day BETWEEN $1 AND $2 AND ($3::text IS NULL OR area_id = $3) AND ($4::text IS NULL OR measure = $4)
           AND ($5 OR withdrawn_at IS NULL)
           AND ($6::uuid IS NULL OR (day, anomaly_id) < (SELECT day, anomaly_id FROM anomaly_note WHERE anomaly_id = $6))
         ORDER BY anomaly_note.day DESC, anomaly_id DESC LIMIT $7`,
        [from, to, area ?? null, measure ?? null, withdrawn, after ?? null, limit + 1],
      );
      const page = rows.slice(0, limit);
      const next = rows.length > limit ? (page.at(-1)?.noteId ?? null) : null;
      return { anomalies: await this.present(tx, page), next, roundedTo: null };
    });
  }

  private async ofRoundedDays(caller: Caller, { from, to, area, measure }: AnomalyQuery): Promise<AnomalyPage> {
    const nothing = { anomalies: [], next: null, roundedTo: null };
    if (area !== undefined || (measure !== undefined && measure !== 'arrivals')) return nothing;
    const yesterday = addDays(localDate(this.clock.now()), -1);
    const last = to < yesterday ? to : yesterday;
    const days = new Map<string, number>();
    let roundedTo: number | null = null;
    for (let begin = addDays(from, -BASIS_DAYS); begin <= last; begin = addDays(begin, PART_DAYS)) {
      const end = addDays(begin, PART_DAYS);
      const period = { from: begin, until: end <= last ? end : addDays(last, 1) };
      const whole = { by: [], grain: 'day', filter: {}, compare: null, movingAverage: null } as const;
      const figures = await this.statistics.figures(caller, { ...whole, measures: ['arrivals'], period });
      roundedTo = figures.roundedTo;
      for (const { period: part, counts } of figures.table.rows) {
        if (counts.arrivals != null) days.set(part.from, counts.arrivals);
      }
    }
    const first = [...days.keys()].sort().find((day) => (days.get(day) ?? 0) > 0);
    const series = (day: string): number | undefined =>
      first === undefined || day < first ? undefined : days.get(day);
    const anomalies: Anomaly[] = [];
    for (let day = last; day >= from; day = addDays(day, -1)) {
      const judged = judge(series, day);
      if (!judged?.direction) continue;
      const { value, basis, direction } = judged;
      anomalies.push({ ...RECKONED, measure: 'arrivals', day, direction, value, basis });
    }
    return { anomalies, next: null, roundedTo };
  }

  private async present(tx: Transaction, rows: readonly Row[]): Promise<Anomaly[]> {
    const remarks = await tx.query<{ noteId: string; remarkId: string; text: Buffer; at: Date }[]>(
      `SELECT anomaly_id AS "noteId", remark_id AS "remarkId", text_sealed AS text, at FROM anomaly_remark
       WHERE anomaly_id = ANY($1) ORDER BY at, remark_id`,
      [rows.map(({ noteId }) => noteId)],
    );
    const opened = await Promise.all(
      remarks.map(async ({ noteId, remarkId, text, at }) => ({
        noteId,
        at,
        text: await this.keyRing.open('anomaly_remark', 'text_sealed', remarkId, text),
      })),
    );
    return rows.map(({ level, areaId, ...row }) => ({
      ...row,
      area: { level, id: areaId },
      remarks: opened.filter(({ noteId }) => noteId === row.noteId).map(({ at, text }) => ({ at, text })),
    }));
  }

  private inArea<T>(caller: Caller, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { areas } = reachOf(caller.principal, 'statistics.exact');
    return this.database.transaction({ facilityIds: [PLATFORM_FACILITY], areas }, work);
  }
}

const RECKONED = {
  ...{ noteId: null, area: null, foundAt: null, withdrawnAt: null, withdrawnValue: null, withdrawnWhy: null },
  remarks: [],
} as const;

function refuse(code: string, pointer: string, params?: Record<string, number>): never {
  throw new AppError('validation-failed', 'invalid', {}, [{ code, pointer, ...(params && { params }) }]);
}
