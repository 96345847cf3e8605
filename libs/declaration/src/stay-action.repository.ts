import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@luutru/audit';
import { appendAudit } from '@luutru/audit';
import { type SqlValue, type Transaction, uuidV7 } from '@luutru/platform';
import { noteNews, type WebhookEvent } from '@luutru/webhook';
import { STAY_COLUMNS } from './declare.statement';
import type { StayChange } from './domain/act';
import { EVENT_OF, type StayAction } from './domain/stay-life';
import { OUTBOX_TOPICS, type OutboxTopics, wantsTopic } from './outbox-topics';
import { occupiedUntil, StayColumns, type StayFacts } from './stay-columns';
import type { Channel, PersonalData } from './stay.record';
import { SELECT_STAY, type StayRow } from './stay.row';

/** An action that was decided, about to be stored. */
export interface DecidedAction {
  readonly action: StayAction;
  readonly actor: Actor;
  readonly requestId: string;
  readonly channel: Channel;
  readonly at: Date;
  readonly change: StayChange;
  /** Pointers of what differs. */
  readonly changed: readonly string[];
  /** A code, never a text. */
  readonly reason: string | null;
  readonly receipt: string | null;
  /** Corrections: the stay as it is to be. */
  readonly corrected?: StayFacts;
  /** Others that say something in words: the sealed part anew. */
  readonly personal?: PersonalData;
}

/** What a facility's own software is told of an action. */
const NEWS_OF: Readonly<Partial<Record<StayAction, WebhookEvent>>> = {
  correct: 'stay.corrected',
  extend: 'stay.extended',
  'check-out': 'stay.departed',
  'leave-early': 'stay.departed',
  cancel: 'stay.cancelled',
};

/** What of a stay is never changed by a correction. */
const FIXED: ReadonlySet<string> = new Set([
  'facility_id',
  'stay_id',
  'declared_at',
  'due_at',
  'late',
  'due_extended_by',
  'channel',
  'group_id',
  'external_ref_index',
]);
const CORRECTED_COLUMNS = Object.entries(STAY_COLUMNS).filter(([column]) => !FIXED.has(column));

const HISTORY_SQL = `
  INSERT INTO stay_history (facility_id, arrived_on, stay_id, version, action, acted_at, actor_kind, actor_id, channel,
                            changed, reason, content, personal_sealed)
  SELECT facility_id, arrived_on, stay_id, version, $4, $5, $6, $7, $8, $9, $10, 
         to_jsonb(s) - 'personal_sealed' - 'external_ref_index', personal_sealed
  FROM stay s WHERE facility_id = $1 AND arrived_on = $2 AND stay_id = $3`;

/**
 * What every action changes, and more: in one statement, as the end of a stay may only be before its former arrival together with the new
 * one. An event set aside blocks those after it, so that the stay stays failed; else the new event is to be delivered.
 */
const changeSql = (more: readonly string[]): string => `
  UPDATE stay SET version = version + 1, state = $4, departed_at = $5, last_action = $6, last_acted_at = $7, receipt = coalesce($8, receipt),
         delivery_status = CASE WHEN delivery_status = 'failed' AND delivered_sequence < version THEN 'failed' ELSE 'pending' END,
         ${more.join(', ')}
  WHERE facility_id = $1 AND arrived_on = $2 AND stay_id = $3`;

const CHANGE_SQL = changeSql(['expected_departure_at = $9', 'personal_sealed = coalesce($10, personal_sealed)']);
const CORRECT_SQL = changeSql(CORRECTED_COLUMNS.map(([column, type], at) => `${column} = $${at + 9}::${type}`));

/** Locks a stay and writes what an action makes of it: state, history, occupancy, indexes, event and audit together. */
@Injectable()
export class StayActionRepository {
  constructor(
    private readonly columns: StayColumns,
    @Inject(OUTBOX_TOPICS) private readonly topics: OutboxTopics,
  ) {}

  /** The stay, locked until the transaction ends, or null when there is none among these facilities. */
  async lock(tx: Transaction, facilityIds: readonly string[], stayId: string): Promise<StayRow | null> {
    const [row] = await tx.query<StayRow[]>(
      `${SELECT_STAY} JOIN name_index n ON n.facility_id = s.facility_id AND n.arrived_on = s.arrived_on AND n.stay_id = s.stay_id
       WHERE n.facility_id = ANY($1) AND n.stay_id = $2 AND n.kind = 1 FOR UPDATE OF s`,
      [facilityIds, stayId],
    );
    return row ?? null;
  }

  /** Stores an action on a locked stay. Fails on `occupancy_once_at_a_time` when the person is in house elsewhere in it. */
  async store(tx: Transaction, stay: StayRow, decided: DecidedAction): Promise<void> {
    const key = [stay.facilityId, stay.arrivedOn, stay.stayId];
    const { action, actor, at, change, changed } = decided;
    const kept = [action, at, actor.kind, actor.id, decided.channel, changed, decided.reason];
    await tx.query(HISTORY_SQL, [...key, ...kept]);
    const changing = [...key, change.state, change.departedAt, action, at, decided.receipt];
    if (decided.corrected) await this.correct(tx, changing, decided.corrected, at);
    else {
      const sealed = decided.personal && (await this.columns.seal(stay.arrivedOn, stay.stayId, decided.personal));
      await tx.query(CHANGE_SQL, [...changing, change.expectedDepartureAt, sealed ?? null]);
      await this.occupy(tx, stay, change);
    }
    await this.tell(tx, stay, decided);
  }

  private async correct(tx: Transaction, changing: readonly SqlValue[], stay: StayFacts, at: Date): Promise<void> {
    const columns = await this.columns.of(stay);
    const values = columns as Readonly<Record<string, SqlValue>>;
    await tx.query(CORRECT_SQL, [...changing, ...CORRECTED_COLUMNS.map(([column]) => values[column])]);
    const of = [stay.facilityId, stay.stayId];
    const { arrived_on, index_key_id, occupant_index } = columns;
    for (const table of ['name_index', 'person_index', 'occupancy']) {
      await tx.query(`DELETE FROM ${table} WHERE facility_id = $1 AND stay_id = $2`, of);
    }
    await tx.query(
      `INSERT INTO name_index (facility_id, stay_id, kind, arrived_on, index_key_id, birth_year, value)
       SELECT $1, $2, f.kind, $3, $4, $5, f.value FROM unnest($6::smallint[], $7::bytea[]) AS f(kind, value)`,
      [...of, arrived_on, index_key_id, columns.birth_year, columns.name_kinds, columns.name_values],
    );
    await tx.query(
      `INSERT INTO person_index (facility_id, stay_id, kind, arrived_on, index_key_id, value)
       SELECT $1, $2, f.kind, $3, $4, f.value FROM unnest($5::smallint[], $6::bytea[]) AS f(kind, value)`,
      [...of, arrived_on, index_key_id, columns.person_kinds, columns.person_values],
    );
    if (occupant_index) {
      await tx.query(
        `INSERT INTO occupancy (facility_id, stay_id, arrived_on, occupant_index, index_key_id, during)
         SELECT facility_id, stay_id, arrived_on, $4, $5,
                tstzrange(arrived_at, greatest(coalesce(departed_at, expected_departure_at), arrived_at + interval '1 minute'))
         FROM stay WHERE facility_id = $1 AND stay_id = $2 AND arrived_on = $3`,
        [...of, arrived_on, occupant_index, index_key_id],
      );
    } else {
      // Whoever turns out to have no papers is the police's business as from the beginning; they are told once.
      await tx.query(
        `INSERT INTO police_notice (facility_id, stay_id, kind, arrived_on, created_at) VALUES ($1, $2, 'no-papers', $3, $4)
         ON CONFLICT DO NOTHING`,
        [...of, arrived_on, at],
      );
    }
  }

  private async occupy(tx: Transaction, stay: StayRow, change: StayChange): Promise<void> {
    const of = [stay.facilityId, stay.stayId];
    if (change.state === 'cancelled') {
      await tx.query('DELETE FROM occupancy WHERE facility_id = $1 AND stay_id = $2', of);
      return;
    }
    const until = occupiedUntil(stay.arrivedAt, change.departedAt ?? change.expectedDepartureAt);
    await tx.query('UPDATE occupancy SET during = tstzrange($3, $4) WHERE facility_id = $1 AND stay_id = $2', [
      ...of,
      stay.arrivedAt,
      until,
    ]);
  }

  private async tell(tx: Transaction, stay: StayRow, { action, actor, requestId, at, ...decided }: DecidedAction) {
    const { facilityId, stayId } = stay;
    const version = stay.version + 1;
    const arrivedOn = decided.corrected?.arrivedOn ?? stay.arrivedOn;
    await tx.query(
      `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
       SELECT $1, event.outbox_id, event.topic, $2, $3, $4, $5, $6, $6 FROM unnest($7::text[], $8::uuid[]) AS event(topic, outbox_id)
       WHERE ${wantsTopic('event.topic', '$1')}`,
      [facilityId, stayId, arrivedOn, version, EVENT_OF[action], at, this.topics, this.topics.map(() => uuidV7(at))],
    );
    const type = NEWS_OF[action];
    if (type) {
      const data = { version, state: decided.change.state };
      await noteNews(tx, { facilityId, type, subjectId: stayId, occurredAt: at, data });
    }
    await appendAudit(tx, {
      at,
      facilityId,
      actor,
      action: `stay.${action}`,
      subjectKind: 'stay',
      subjectId: stayId,
      requestId,
      detail: {
        version,
        ...(decided.changed.length > 0 && { changed: decided.changed }),
        ...(decided.reason !== null && { reason: decided.reason }),
      },
    });
  }
}
