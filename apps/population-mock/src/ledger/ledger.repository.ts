import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { RequestKey } from '../http/operation';
import type { StayEventRecord } from './stay-event-record';

/** How an event stands in the ledger. */
export interface Recorded {
  readonly position: string;
  readonly recordedAt: Date;
  readonly contentHash: string;
  readonly receivedCount: number;
}

export interface LedgerRow extends Recorded {
  readonly eventId: string;
  readonly facilityId: string;
  readonly stayId: string;
  readonly sequence: number;
  readonly type: string;
  readonly conflictCount: number;
  readonly content: string | null;
}

/** An event as its sender may ask for it again. */
export interface HeldEvent {
  readonly eventId: string;
  readonly position: string;
  readonly recordedAt: Date;
  readonly content: string;
}

export interface LedgerTotals {
  readonly events: number;
  readonly receipts: number;
  readonly conflicts: number;
}

const USE_REQUEST = `
  used AS (INSERT INTO population.request (client_id, request_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1)`;

/** One statement is one round trip and one flush: request id and event are committed together or not at all. */
const RECORD = `
  WITH ${USE_REQUEST}
  INSERT INTO population.event AS held
    (event_id, facility_id, stay_id, sequence, type, content_hash, content, recorded_at, client_id)
  SELECT $3, $4, $5, $6::integer, $7, $8, $9, $10::timestamptz, $1 FROM used
  ON CONFLICT (event_id) DO UPDATE SET
    received_count = held.received_count + (held.content_hash = excluded.content_hash)::integer,
    conflict_count = held.conflict_count + (held.content_hash <> excluded.content_hash)::integer
  RETURNING position, recorded_at AS "recordedAt", content_hash AS "contentHash", received_count AS "receivedCount"`;

const FIND = `
  WITH ${USE_REQUEST}
  SELECT e.position, e.recorded_at AS "recordedAt", e.content_hash AS "contentHash", e.received_count AS "receivedCount"
  FROM used LEFT JOIN population.event e ON e.event_id = $3`;

const HELD = 'e.event_id AS "eventId", e.position, e.recorded_at AS "recordedAt", e.content';

/** A request id that is new answers at least one row, perhaps of nulls. */
const RECEIVED = `
  WITH ${USE_REQUEST}
  SELECT e.* FROM used LEFT JOIN LATERAL (
    SELECT ${HELD} FROM population.event e
    WHERE e.client_id = $1 AND e.recorded_at >= $3 AND e.recorded_at < $4 AND (e.recorded_at, e.position) > ($5, $6::bigint)
    ORDER BY e.recorded_at, e.position LIMIT $7
  ) e ON true ORDER BY e."recordedAt", e.position`;

const LOOK_UP = `
  WITH ${USE_REQUEST}
  SELECT ${HELD} FROM used LEFT JOIN population.event e ON e.client_id = $1 AND e.event_id = ANY ($3)`;

const PAGE = `
  SELECT position, event_id AS "eventId", facility_id AS "facilityId", stay_id AS "stayId", sequence, type,
         content_hash AS "contentHash", received_count AS "receivedCount", conflict_count AS "conflictCount",
         recorded_at AS "recordedAt", CASE WHEN $4::boolean THEN content END AS content
  FROM population.event WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3`;

@Injectable()
export class LedgerRepository {
  constructor(private readonly database: Database) {}

  /** Null when the request id was used before. A `receivedCount` above 1 or another hash tells what was there already. */
  async record(
    request: RequestKey,
    { event, content, contentHash }: StayEventRecord,
    now: Date,
  ): Promise<Recorded | null> {
    const { eventId, facilityId, stayId, sequence, type } = event;
    const { rows } = await this.database.query<Recorded>({
      name: 'ledger_record',
      text: RECORD,
      values: [
        request.clientId,
        request.requestId,
        eventId,
        facilityId,
        stayId,
        sequence,
        type,
        contentHash,
        content,
        now,
      ],
    });
    return rows[0] ?? null;
  }

  async find(request: RequestKey, eventId: string): Promise<Recorded | 'none' | 'replayed'> {
    const { rows } = await this.database.query<Recorded | { position: null }>({
      name: 'ledger_find',
      text: FIND,
      values: [request.clientId, request.requestId, eventId],
    });
    const [row] = rows;
    if (!row) return 'replayed';
    return row.position === null ? 'none' : row;
  }

  /** What a client sent in a period, in the order it was recorded in; `after` is the last one of the page before. */
  async received(
    request: RequestKey,
    period: { from: Date; to: Date; after: { recordedAt: Date; position: string } | null; limit: number },
  ): Promise<HeldEvent[] | 'replayed'> {
    const after = period.after ?? { recordedAt: new Date(0), position: '0' };
    const { rows } = await this.database.query<HeldEvent | { eventId: null }>({
      name: 'ledger_received',
      text: RECEIVED,
      values: [
        request.clientId,
        request.requestId,
        period.from,
        period.to,
        after.recordedAt,
        after.position,
        period.limit,
      ],
    });
    return rows.length === 0 ? 'replayed' : rows.filter(isHeld);
  }

  /** Those of the events that this client sent. */
  async lookUp(request: RequestKey, eventIds: readonly string[]): Promise<HeldEvent[] | 'replayed'> {
    const { rows } = await this.database.query<HeldEvent | { eventId: null }>({
      name: 'ledger_look_up',
      text: LOOK_UP,
      values: [request.clientId, request.requestId, [...eventIds]],
    });
    return rows.length === 0 ? 'replayed' : rows.filter(isHeld);
  }

  /**
   * The entries after a position, in order. Positions are handed out before their events commit, so that a reader who follows the
   * ledger could step over one in flight: the lock waits for those to end, and nothing is skipped.
   */
  async page(after: number, limit: number, withContent: boolean): Promise<LedgerRow[]> {
    const results = await this.database.transaction(
      'LOCK TABLE population.event IN SHARE MODE; SELECT max(position) AS top FROM population.event',
    );
    const top = (results[1]?.rows[0] as { top: string | null } | undefined)?.top;
    const { rows } = await this.database.query<LedgerRow>({
      name: 'ledger_page',
      text: PAGE,
      values: [after, top ?? 0, limit, withContent],
    });
    return rows;
  }

  async totals(): Promise<LedgerTotals> {
    const { rows } = await this.database.query<Record<keyof LedgerTotals, string>>({
      text: `SELECT count(*) AS events, coalesce(sum(received_count), 0) AS receipts, coalesce(sum(conflict_count), 0) AS conflicts
             FROM population.event`,
    });
    const [row] = rows;
    return { events: Number(row?.events), receipts: Number(row?.receipts), conflicts: Number(row?.conflicts) };
  }

  /** Positions go on counting: a receipt number is never given twice. */
  async clear(): Promise<void> {
    await this.database.query({ text: 'TRUNCATE population.event' });
  }
}

const isHeld = (row: HeldEvent | { eventId: null }): row is HeldEvent => row.eventId !== null;
