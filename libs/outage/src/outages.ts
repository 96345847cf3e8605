import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { parseMoment } from '@luutru/calendar';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  type Issue,
  type LocalizedText,
  NO_FACILITY,
  uuidV7,
} from '@luutru/platform';
import type { OutageWindow } from './domain/extend-deadline';

/** An outage as everybody may see it. */
export interface OutageView extends OutageWindow {
  readonly source: 'observed' | 'declared';
  readonly reason: LocalizedText;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
}

export interface NewOutage {
  /** ISO 8601, without an offset Vietnamese time. */
  readonly from?: string;
  readonly until?: string;
  readonly reason?: { readonly vi?: string; readonly en?: string };
  readonly wardIds?: readonly string[];
}

const CACHE_MS = 10_000;
const DAY_MS = 86_400_000;
/** Outages older than any deadline that could still fall into them are not asked for with each declaration. */
const KNOWN_DAYS = 75;
const LONGEST_HOURS = 72;
const AHEAD_DAYS = 30;
const SHOWN_DAYS = 90;

const SELECT = `
  SELECT outage_id AS "outageId", started_at AS "startedAt", ended_at AS "endedAt", ward_ids AS "wardIds", source,
         jsonb_build_object('vi', reason_vi, 'en', reason_en) AS reason, recorded_at AS "recordedAt",
         withdrawn_at AS "withdrawnAt" FROM outage`;

/** Outages on record. Those of the last weeks are kept for seconds, because every declaration asks for them. */
@Injectable()
export class Outages {
  private known: { readonly outages: readonly OutageView[]; readonly until: number } | null = null;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that may move a deadline; none that were withdrawn. */
  async recent(): Promise<readonly OutageView[]> {
    const now = this.clock.now().getTime();
    if (this.known && this.known.until > now) return this.known.outages;
    const all = await this.since(new Date(now - KNOWN_DAYS * DAY_MS));
    const outages = all.filter(({ withdrawnAt }) => withdrawnAt === null);
    this.known = { outages, until: now + CACHE_MS };
    return outages;
  }

  /** Newest first, withdrawn ones too. */
  async list(): Promise<readonly OutageView[]> {
    return this.since(new Date(this.clock.now().getTime() - SHOWN_DAYS * DAY_MS));
  }

  async find(outageId: string): Promise<OutageView | null> {
    const [result] = await this.database.run<OutageView & { outageId: string }>(NO_FACILITY, {
      name: 'outage_find',
      text: `${SELECT} WHERE outage_id = $1`,
      values: [outageId],
    });
    return result?.rows[0] ?? null;
  }

  /** Records an outage that an administrator knows of. Throws `validation-failed`. */
  async declare(caller: Caller, given: NewOutage): Promise<string> {
    const now = this.clock.now();
    const issues: Issue[] = [];
    const from = moment(given.from, '/from', issues);
    const until = moment(given.until, '/until', issues);
    for (const language of ['vi', 'en'] as const) {
      if (!given.reason?.[language]?.trim()) issues.push({ code: 'field-required', pointer: `/reason/${language}` });
    }
    if (from && until) {
      if (until <= from) issues.push({ code: 'outage-ends-first', pointer: '/until' });
      else if (until.getTime() - from.getTime() > LONGEST_HOURS * 3_600_000) {
        issues.push({ code: 'outage-too-long', pointer: '/until', params: { hours: LONGEST_HOURS } });
      }
      if (from.getTime() > now.getTime() + AHEAD_DAYS * DAY_MS) {
        issues.push({ code: 'outage-too-far-ahead', pointer: '/from', params: { days: AHEAD_DAYS } });
      }
    }
    if (issues.length > 0 || !from || !until) throw new AppError('validation-failed', 'invalid', {}, issues);
    const outageId = uuidV7(now);
    const { kind, id } = caller.principal;
    await this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      await tx.query(
        `INSERT INTO outage (outage_id, started_at, ended_at, source, reason_vi, reason_en, ward_ids, declared_by, recorded_at)
         VALUES ($1, $2, $3, 'declared', $4, $5, $6, $7, $8)`,
        [
          outageId,
          from,
          until,
          given.reason?.vi?.trim(),
          given.reason?.en?.trim(),
          given.wardIds && given.wardIds.length > 0 ? given.wardIds : null,
          `${kind}:${id}`,
          now,
        ],
      );
      await appendAudit(tx, this.entry(caller, 'outage.declare', outageId));
    });
    this.known = null;
    return outageId;
  }

  /** Takes an outage back for declarations to come; stays that had the benefit keep it. Throws `not-found`. */
  async withdraw(caller: Caller, outageId: string): Promise<void> {
    await this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        'UPDATE outage SET withdrawn_at = coalesce(withdrawn_at, $2) WHERE outage_id = $1',
        [outageId, this.clock.now()],
      );
      if (count === 0) throw new AppError('not-found', 'not-found');
      await appendAudit(tx, this.entry(caller, 'outage.withdraw', outageId));
    });
    this.known = null;
  }

  /** Says that the system can be used now; what is missing from these notes was an outage. */
  async beat(): Promise<void> {
    const minute = new Date(Math.floor(this.clock.now().getTime() / 60_000) * 60_000);
    await this.database.run(NO_FACILITY, {
      name: 'readiness_beat',
      text: 'INSERT INTO readiness_beat (minute) VALUES ($1) ON CONFLICT DO NOTHING',
      values: [minute],
    });
  }

  private entry({ principal, requestId }: Caller, action: string, subjectId: string) {
    const actor = { kind: principal.kind, id: principal.id };
    return {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor,
      action,
      subjectKind: 'outage',
      subjectId,
      requestId,
    };
  }

  private async since(day: Date): Promise<readonly OutageView[]> {
    const [result] = await this.database.run<OutageView & { outageId: string }>(NO_FACILITY, {
      name: 'outages_since',
      text: `${SELECT} WHERE ended_at > $1 ORDER BY started_at DESC LIMIT 500`,
      values: [day],
    });
    return result?.rows ?? [];
  }
}

function moment(text: string | undefined, pointer: string, issues: Issue[]): Date | null {
  const read = text === undefined ? null : parseMoment(text);
  if (read?.ok) return read.at;
  issues.push({ code: read ? `moment-${read.reason}` : 'field-required', pointer });
  return null;
}
