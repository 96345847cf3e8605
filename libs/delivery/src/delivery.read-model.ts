import { Inject, Injectable } from '@nestjs/common';
import { AccessScope, CLOCK, type Clock, Database, type SqlValue, type Statement } from '@luutru/platform';
import type { BreakerState } from './domain/circuit-breaker';

/** Reads outboxes of all facilities; for administrators and for the worker's own metrics, never for a facility. */
export const DELIVERY_ADMIN: AccessScope = { facilityIds: [], deliveryAdmin: true };

/** How one topic is doing. Counts are of events. */
export interface TopicStatus {
  readonly topic: string;
  readonly pending: number;
  /** Pending ones that may be sent now; the others are being sent or wait for a later attempt. */
  readonly due: number;
  readonly oldestPendingAt: Date | null;
  readonly dead: number;
  readonly finishedLastMinute: number;
  readonly finishedLastFiveMinutes: number;
  readonly blockedStays: number;
  readonly paused: Pause | null;
}

export interface Pause {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

export interface WorkerStatus {
  readonly workerId: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** Not heard of for {@link GONE_AFTER_MS}. */
  readonly gone: boolean;
  readonly breaker: BreakerState;
  readonly retryAt: Date | null;
  readonly inFlight: number;
}

/** Stays of a facility whose later events wait behind a dead one. */
export interface BlockedFacility {
  readonly facilityId: string;
  readonly code: string;
  readonly topic: string;
  readonly stays: number;
}

export interface DeliveryStatus {
  readonly at: Date;
  readonly topics: readonly TopicStatus[];
  readonly workers: readonly WorkerStatus[];
  /** The {@link BLOCKED_SHOWN} facilities with the most. */
  readonly blocked: readonly BlockedFacility[];
}

/** An event set aside. Ids and codes only. */
export interface DeadLetter {
  readonly topic: string;
  readonly outboxId: string;
  readonly facilityId: string;
  readonly facilityCode: string;
  readonly stayId: string;
  readonly sequence: number;
  readonly event: string;
  readonly code: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly since: Date;
  /** Later events of the stay that wait behind it. */
  readonly blocking: number;
}

export interface DeadLetterQuery {
  readonly topic: string;
  readonly facilityId?: string | undefined;
  readonly code?: string | undefined;
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

export const GONE_AFTER_MS = 30_000;
export const BLOCKED_SHOWN = 50;

const MINUTE_MS = 60_000;

/** Each reads an index of pending, dead or newly finished rows, never the rows that were finished before. */
const PENDING = `SELECT topic, count(*)::int AS pending, (count(*) FILTER (WHERE available_at <= $1))::int AS due
  FROM outbox WHERE state = 'pending' GROUP BY topic`;
const OLDEST = `SELECT topic, (SELECT created_at FROM outbox o WHERE o.topic = t.topic AND state = 'pending'
                               ORDER BY created_at LIMIT 1) AS "oldestPendingAt" FROM unnest($1::text[]) AS t (topic)`;
const DEAD = `SELECT topic, count(*)::int AS dead FROM outbox WHERE state = 'dead' GROUP BY topic`;
const FINISHED = `SELECT topic, count(*)::int AS "finishedLastFiveMinutes",
    (count(*) FILTER (WHERE finished_at > $1))::int AS "finishedLastMinute"
  FROM outbox WHERE state = 'done' AND finished_at > $2 GROUP BY topic`;
const BLOCKED = `SELECT d.topic, d.facility_id AS "facilityId", f.code, count(DISTINCT d.stay_id)::int AS stays
  FROM outbox d JOIN facility f ON f.facility_id = d.facility_id
  WHERE d.state = 'dead' AND EXISTS (
    SELECT FROM outbox l WHERE l.facility_id = d.facility_id AND l.stay_id = d.stay_id AND l.topic = d.topic
      AND l.sequence > d.sequence AND l.state = 'pending')
  GROUP BY d.topic, d.facility_id, f.code ORDER BY stays DESC, f.code`;
const PAUSED = `SELECT topic, changed_at AS at, changed_by AS by, reason FROM delivery_switch WHERE paused`;
const WORKERS = `SELECT worker_id AS "workerId", started_at AS "startedAt", seen_at AS "seenAt", seen_at < $1 AS gone,
    breaker, retry_at AS "retryAt", in_flight AS "inFlight" FROM delivery_worker ORDER BY started_at, worker_id`;

const DEAD_LETTERS = `SELECT d.topic, d.outbox_id AS "outboxId", d.facility_id AS "facilityId", f.code AS "facilityCode",
    d.stay_id AS "stayId", d.sequence, d.event_type AS event, coalesce(d.last_error, 'unknown') AS code,
    d.failed_attempts AS attempts, d.created_at AS "createdAt", d.finished_at AS since,
    (extract(epoch FROM d.finished_at) * 1000000)::bigint || '.' || d.facility_id || '.' || d.outbox_id AS cursor,
    (SELECT count(*)::int FROM outbox l WHERE l.facility_id = d.facility_id AND l.stay_id = d.stay_id
       AND l.topic = d.topic AND l.sequence > d.sequence AND l.state = 'pending') AS blocking
  FROM outbox d JOIN facility f ON f.facility_id = d.facility_id
  WHERE d.topic = $1 AND d.state = 'dead' AND ($2::uuid IS NULL OR d.facility_id = $2) AND ($3::text IS NULL OR d.last_error = $3)
    AND ($4::bigint IS NULL OR (d.finished_at, d.facility_id, d.outbox_id)
         > ('epoch'::timestamptz + $4 * interval '1 microsecond', $5::uuid, $6::uuid))
  ORDER BY d.finished_at, d.facility_id, d.outbox_id LIMIT $7`;

/** What waits, what was set aside and who delivers. Ids, codes and counts only. */
@Injectable()
export class DeliveryReadModel {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param topics those told of although nothing of them waits */
  async status(topics: readonly string[]): Promise<DeliveryStatus> {
    const at = this.clock.now();
    const ago = (ms: number): Date => new Date(at.getTime() - ms);
    const results = await this.database.run(
      DELIVERY_ADMIN,
      statement('delivery_pending', PENDING, at),
      statement('delivery_oldest', OLDEST, topics),
      statement('delivery_dead', DEAD),
      statement('delivery_finished', FINISHED, ago(MINUTE_MS), ago(5 * MINUTE_MS)),
      statement('delivery_blocked', BLOCKED),
      statement('delivery_paused', PAUSED),
      statement('delivery_workers', WORKERS, ago(GONE_AFTER_MS)),
    );
    const [pending, oldest, dead, finished, blocked, paused, workers] = results.map(({ rows }) => rows as unknown[]);
    const blockedFacilities = blocked as BlockedFacility[];
    const of = <T extends object>(rows: unknown[] | undefined, topic: string): Partial<T> =>
      ((rows ?? []) as (T & { topic: string })[]).find((row) => row.topic === topic) ?? {};
    return {
      at,
      topics: topics.map((topic) => {
        const pause = of<Pause>(paused, topic);
        return {
          ...NOTHING,
          ...of<TopicStatus>(pending, topic),
          ...of<TopicStatus>(oldest, topic),
          ...of<TopicStatus>(dead, topic),
          ...of<TopicStatus>(finished, topic),
          topic,
          blockedStays: blockedFacilities.reduce((sum, { topic: its, stays }) => sum + (its === topic ? stays : 0), 0),
          paused: isPause(pause) ? { at: pause.at, by: pause.by, reason: pause.reason } : null,
        };
      }),
      workers: workers as WorkerStatus[],
      blocked: blockedFacilities.slice(0, BLOCKED_SHOWN),
    };
  }

  /** Events set aside, the longest first. `next` is null on the last page. */
  async deadLetters(query: DeadLetterQuery): Promise<{ letters: readonly DeadLetter[]; next: string | null }> {
    const [micros = null, facilityId = null, outboxId = null] = query.after?.split('.') ?? [];
    const [found] = await this.database.run<DeadLetter & { cursor: string }>(
      DELIVERY_ADMIN,
      statement(
        'delivery_dead_letters',
        DEAD_LETTERS,
        query.topic,
        query.facilityId ?? null,
        query.code ?? null,
        micros,
        facilityId,
        outboxId,
        query.limit + 1,
      ),
    );
    const rows = found?.rows ?? [];
    const page = rows.slice(0, query.limit);
    return {
      letters: page.map(({ cursor: _cursor, ...letter }) => letter),
      next: rows.length > query.limit ? (page.at(-1)?.cursor ?? null) : null,
    };
  }
}

/** The form of a {@link DeadLetterQuery.after}. */
export const DEAD_LETTER_CURSOR = /^\d{1,17}(\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}$/;

const NOTHING = {
  pending: 0,
  due: 0,
  oldestPendingAt: null,
  dead: 0,
  finishedLastMinute: 0,
  finishedLastFiveMinutes: 0,
};

const isPause = (found: Partial<Pause>): found is Pause => found.at !== undefined;

const statement = (name: string, text: string, ...values: SqlValue[]): Statement => ({ name, text, values });
