import { type Actor, appendAudit } from '@luutru/audit';
import { type Database, type KeyRing, NO_FACILITY, type Transaction } from '@luutru/platform';
import { digestOfStayEvent } from '@luutru/population';
import { type EventKey, eventIdOf, type OurEvent } from './domain/difference';
import { eventsTold, openPersonal } from './events-told';
import { POPULATION_TOPIC } from './outbox.jobs';
import { type DeliverableRow, toStayEvent } from './stay-event';

/** A finished event of ours, and where to go on after it. */
export interface FinishedEvent extends EventKey {
  readonly outboxId: string;
  readonly finishedAt: Date;
  /** The same to the microsecond. */
  readonly finishedMoment: string;
}

type ToldRow = DeliverableRow & { readonly state: OurEvent['state']; readonly personalSealed: Buffer };

const KEYS = `unnest($1::uuid[], $2::uuid[], $3::integer[]) AS key (facility_id, stay_id, sequence)`;

const HELD_BY_US = eventsTold(`
    SELECT o.* FROM ${KEYS}
    JOIN outbox o ON o.facility_id = key.facility_id AND o.stay_id = key.stay_id AND o.sequence = key.sequence
      AND o.topic = '${POPULATION_TOPIC}'`);

/** Finished events leave the outbox after two weeks; their stays go on saying that they were delivered. */
const PURGED = `SELECT key.facility_id AS "facilityId", key.stay_id AS "stayId", key.sequence FROM ${KEYS}
  JOIN name_index n ON n.facility_id = key.facility_id AND n.stay_id = key.stay_id AND n.kind = 1
  JOIN stay s ON s.facility_id = n.facility_id AND s.arrived_on = n.arrived_on AND s.stay_id = n.stay_id
  WHERE s.delivered_sequence >= key.sequence`;

const FINISHED = `SELECT facility_id AS "facilityId", stay_id AS "stayId", sequence, outbox_id AS "outboxId",
    finished_at AS "finishedAt", finished_at::text AS "finishedMoment" FROM outbox
  WHERE state = 'done' AND topic = '${POPULATION_TOPIC}' AND finished_at >= $1::timestamptz AND finished_at < $2
    AND ($3::uuid IS NULL OR (finished_at, facility_id, outbox_id) > ($1::timestamptz, $3, $4::uuid))
  ORDER BY finished_at, facility_id, outbox_id LIMIT $5`;

const OF_STAY = `facility_id = $1 AND stay_id = $2 AND arrived_on = (
  SELECT arrived_on FROM name_index WHERE facility_id = $1 AND stay_id = $2 AND kind = 1)`;
const LOCK_STAY = `SELECT FROM stay WHERE ${OF_STAY} FOR UPDATE`;

/** From the missing event on: later ones are asked for again in order, which ends with the right status and costs no repeat. */
const SEND_AGAIN = `WITH back AS (
    UPDATE outbox SET state = 'pending', failed_attempts = 0, available_at = $4, finished_at = NULL, last_error = NULL,
           outcome_unknown = true
    WHERE facility_id = $1 AND stay_id = $2 AND topic = '${POPULATION_TOPIC}' AND sequence >= $3 AND state = 'done' RETURNING 1
  ) SELECT count(*)::int AS n FROM back`;
const UNDELIVERED = `UPDATE stay SET delivered_sequence = least(delivered_sequence, $3 - 1),
    delivery_status = CASE WHEN delivery_status = 'failed' AND failure_code IS NOT NULL AND EXISTS (
      SELECT FROM outbox WHERE facility_id = $1 AND stay_id = $2 AND topic = '${POPULATION_TOPIC}' AND state = 'dead')
      THEN 'failed' ELSE 'pending' END
  WHERE ${OF_STAY}`;

/** The look-up before the next attempt finds it there: it is not sent again, the identity is checked, and it is finished. */
const SETTLE = `WITH back AS (
    UPDATE outbox SET state = 'pending', outcome_unknown = true,
           available_at = CASE state WHEN 'dead' THEN $4 ELSE available_at END,
           failed_attempts = CASE state WHEN 'dead' THEN 0 ELSE failed_attempts END,
           finished_at = NULL, last_error = CASE state WHEN 'dead' THEN NULL ELSE last_error END
    WHERE facility_id = $1 AND stay_id = $2 AND topic = '${POPULATION_TOPIC}' AND sequence = $3 AND state IN ('dead', 'pending')
    RETURNING 1
  ) SELECT count(*)::int AS n FROM back`;
const BRING_FORWARD = `UPDATE outbox SET available_at = $4
  WHERE facility_id = $1 AND stay_id = $2 AND topic = '${POPULATION_TOPIC}' AND sequence > $3 AND state = 'pending'
    AND available_at > $4`;
/** Delivered as far as there is no gap before it. */
const DELIVERED = `UPDATE stay SET
    delivered_sequence = CASE WHEN whole THEN greatest(delivered_sequence, $3) ELSE delivered_sequence END,
    delivered_at = CASE WHEN whole THEN $4 ELSE delivered_at END,
    delivery_status = CASE WHEN delivery_status NOT IN ('pending', 'failed') THEN delivery_status
                           WHEN whole AND version = $3 THEN 'delivered' ELSE 'pending' END,
    failure_code = NULL
  FROM (SELECT NOT EXISTS (
    SELECT FROM outbox WHERE facility_id = $1 AND stay_id = $2 AND topic = '${POPULATION_TOPIC}' AND sequence < $3
      AND state <> 'done') AS whole) gap
  WHERE ${OF_STAY}`;

/** What we know of events, and the repair of what they and we do not agree on. As the worker: it opens sealed data. */
export class ReconciliationRepository {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /** By event id, what we have of these events. */
  async ours(keys: readonly EventKey[]): Promise<ReadonlyMap<string, OurEvent | 'purged'>> {
    const values = [keys.map((k) => k.facilityId), keys.map((k) => k.stayId), keys.map((k) => k.sequence)];
    const [told, purged] = await this.database.run<ToldRow>(
      NO_FACILITY,
      { name: 'reconcile_ours', text: HELD_BY_US, values },
      { name: 'reconcile_purged', text: PURGED, values },
    );
    const found = new Map<string, OurEvent | 'purged'>((purged?.rows ?? []).map((key) => [eventIdOf(key), 'purged']));
    for (const { personalSealed, ...row } of told?.rows ?? []) {
      const event = toStayEvent(row, await openPersonal(this.keyRing, row.stayId, personalSealed));
      found.set(eventIdOf(row), {
        state: row.state,
        knownDelivered: row.deliveredSequence >= row.sequence,
        digest: digestOfStayEvent(event),
      });
    }
    return found;
  }

  /** Events finished in a period, in the order they were. */
  async finished(from: Date, to: Date, after: FinishedEvent | null, limit: number): Promise<readonly FinishedEvent[]> {
    const [result] = await this.database.run<FinishedEvent>(NO_FACILITY, {
      name: 'reconcile_finished',
      text: FINISHED,
      values: [
        after?.finishedMoment ?? from.toISOString(),
        to,
        after?.facilityId ?? null,
        after?.outboxId ?? null,
        limit,
      ],
    });
    return result?.rows ?? [];
  }

  /** Answers false when somebody else has put it back meanwhile. */
  sendAgain(key: EventKey, actor: Actor, at: Date): Promise<boolean> {
    return this.repair(key, actor, at, 'missing-there', async (tx) => {
      const back = await count(tx, SEND_AGAIN, key, at);
      if (back > 0) await tx.query(UNDELIVERED, [key.facilityId, key.stayId, key.sequence]);
      return back > 0;
    });
  }

  /** They have it: the stay says so, and the event is finished without being sent. */
  settle(key: EventKey, recordedAt: Date, actor: Actor, at: Date): Promise<boolean> {
    return this.repair(key, actor, at, 'unfinished-here', async (tx) => {
      const back = await count(tx, SETTLE, key, at);
      if (back === 0) return false;
      await tx.query(BRING_FORWARD, [key.facilityId, key.stayId, key.sequence, at]);
      await tx.query(DELIVERED, [key.facilityId, key.stayId, key.sequence, recordedAt]);
      return true;
    });
  }

  private async repair(
    { facilityId, stayId, sequence }: EventKey,
    actor: Actor,
    at: Date,
    difference: string,
    work: (tx: Transaction) => Promise<boolean>,
  ): Promise<boolean> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      await tx.query(LOCK_STAY, [facilityId, stayId]);
      if (!(await work(tx))) return false;
      await appendAudit(tx, {
        at,
        facilityId,
        actor,
        action: 'delivery.reconcile',
        subjectKind: 'stay',
        subjectId: stayId,
        requestId: null,
        detail: { difference, sequence },
      });
      return true;
    });
  }
}

async function count(tx: Transaction, text: string, key: EventKey, at: Date): Promise<number> {
  const [row] = await tx.query<{ n: number }[]>(text, [key.facilityId, key.stayId, key.sequence, at]);
  return row?.n ?? 0;
}
