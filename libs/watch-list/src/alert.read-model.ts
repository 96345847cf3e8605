import { Injectable } from '@nestjs/common';
import { type Caller, type Principal } from '@luutru/access';
import { Database, type Transaction } from '@luutru/platform';
import type { AlertOutcome, AlertState } from './domain/alert-life';
import type { ListKindCode } from './domain/list-kind';
import { deskReach } from './watch-scope';

/** An alert as desks list it: which list, where and how sure, and nothing of the person. */
export interface AlertHeader {
  readonly alertId: string;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly wardId: string;
  readonly stayId: string;
  readonly listId: string;
  readonly listKind: ListKindCode;
  readonly listNameVi: string;
  readonly listNameEn: string;
  readonly score: number;
  readonly state: AlertState;
  readonly version: number;
  readonly desk: number;
  readonly raisedAt: Date;
  /** By when somebody must take it; null when somebody has, or nobody is left to raise it to. */
  readonly dueAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly outcome: AlertOutcome | null;
  readonly closedAt: Date | null;
}

/** Something that happened to an alert, in the order that desks follow. State and desk are of then, the rest of now. */
export interface AlertEvent extends AlertHeader {
  readonly position: number;
  readonly action: string;
  readonly at: Date;
}

export interface AlertFilter {
  readonly states: readonly AlertState[];
  readonly kind: ListKindCode | null;
  /** Those of lower desks too, which have not been raised to this one. */
  readonly all: boolean;
  readonly before: { readonly raisedAt: Date; readonly alertId: string } | null;
  readonly limit: number;
}

export const alertColumns = `
  a.alert_id AS "alertId", a.facility_id AS "facilityId", f.name AS "facilityName", f.ward_id AS "wardId",
  a.stay_id AS "stayId", a.list_id AS "listId", a.list_kind AS "listKind", l.name_vi AS "listNameVi",
  l.name_en AS "listNameEn", a.score::float8 AS score, a.raised_at AS "raisedAt", a.due_at AS "dueAt",
  a.escalated_at AS "escalatedAt", a.outcome`;

const HEADER = `${alertColumns}, a.state, a.version, a.desk, a.acknowledged_by AS "acknowledgedBy", a.closed_at AS "closedAt"`;

/** At a desk of level $1: what began there or has been raised to it; at the ward everything, for it stays responsible. */
const ON_DESK = '(a.desk >= $1 OR a.first_desk >= $1)';

/** Alerts for lists and streams. Row security shows a desk those of its area, and of lists that begin at its level or below. */
@Injectable()
export class AlertReadModel {
  constructor(private readonly database: Database) {}

  /** Newest first, with the position of the log from which to follow what happens next. */
  async list(caller: Caller, filter: AlertFilter): Promise<{ alerts: readonly AlertHeader[]; position: number }> {
    const { level, ...scope } = deskReach(caller.principal);
    return this.database.transaction(scope, async (tx) => {
      // Read first: what happens meanwhile is then both in the list and in the stream, never in neither.
      const position = await positionIn(tx);
      const alerts = await tx.query<AlertHeader[]>(
        `SELECT ${HEADER} FROM watch_alert a JOIN facility f ON f.facility_id = a.facility_id
         JOIN watch_list l ON l.list_id = a.list_id
         WHERE a.state = ANY($2) AND ($3::text IS NULL OR a.list_kind = $3) AND ($4 OR ${ON_DESK})
           AND ($5::timestamptz IS NULL OR (a.raised_at, a.alert_id) < ($5, $6::uuid))
         ORDER BY a.raised_at DESC, a.alert_id DESC LIMIT $7`,
        [
          level,
          [...filter.states],
          filter.kind,
          filter.all,
          filter.before?.raisedAt ?? null,
          filter.before?.alertId ?? null,
          filter.limit,
        ],
      );
      return { alerts, position };
    });
  }

  /** What happened after a position, oldest first, as far as the principal's desk goes; and the position reached. */
  async follow(
    principal: Principal,
    after: number,
    options: { readonly all: boolean; readonly limit: number },
  ): Promise<{ events: readonly AlertEvent[]; position: number }> {
    const { level, ...scope } = deskReach(principal);
    // One round trip: a busy process would let a desk wait for each.
    const [clock, found] = await this.database.run(
      scope,
      { name: 'alert_position', text: POSITION_SQL, values: [] },
      { name: 'alert_follow', text: FOLLOW_SQL, values: [level, after, options.all, options.limit] },
    );
    const { position = 0 } = (clock?.rows[0] ?? {}) as { position?: number };
    const events = ((found?.rows ?? []) as (Omit<AlertEvent, 'position'> & { position: string })[]).map((event) => ({
      ...event,
      position: Number(event.position),
    }));
    // What was committed between the two is among the events already.
    const last = events.at(-1)?.position ?? after;
    return { events, position: events.length === options.limit ? last : Math.max(position, last) };
  }

  /** The position of the newest event of all; sees no alert. For the one look-out of a process. */
  async position(): Promise<number> {
    const [result] = await this.database.run<{ position: number }>(LOOK_OUT, {
      name: 'alert_position',
      text: POSITION_SQL,
      values: [],
    });
    return result?.rows[0]?.position ?? 0;
  }
}

const FOLLOW_SQL = `
  SELECT h.position, h.action, h.at, h.state, h.desk, a.version, a.acknowledged_by AS "acknowledgedBy",
         a.closed_at AS "closedAt", ${alertColumns}
  FROM watch_alert_history h
  JOIN watch_alert a ON a.facility_id = h.facility_id AND a.alert_id = h.alert_id
  JOIN facility f ON f.facility_id = a.facility_id JOIN watch_list l ON l.list_id = a.list_id
  WHERE h.position > $2 AND ($3 OR ${ON_DESK}) ORDER BY h.position LIMIT $4`;

const POSITION_SQL = 'SELECT position::float8 AS position FROM watch_alert_clock';

/** A desk of no area: it sees the clock and no alert. */
const LOOK_OUT = {
  facilityIds: [],
  desks: [{ wardIds: [], formerWardIds: [], zoneIds: [], kinds: [], level: 0 }],
};

async function positionIn(tx: Transaction): Promise<number> {
  const [clock] = await tx.query<{ position: number }[]>(POSITION_SQL);
  return clock?.position ?? 0;
}
