import { Inject, Injectable } from '@nestjs/common';
import { type Actor, appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { CLOCK, type Clock, Database } from '@luutru/platform';
import { DELIVERY_ADMIN } from './delivery.read-model';
import { POPULATION_TOPIC } from './outbox.jobs';

/** Who asks for it, and in which request. */
export interface DeliveryOrder {
  readonly actor: Actor;
  readonly requestId: string | null;
}

/** Which dead events go back; what is left out does not narrow. */
export interface ReplaySelection {
  readonly topic: string;
  readonly outboxId?: string | undefined;
  readonly stayId?: string | undefined;
  readonly facilityId?: string | undefined;
  readonly code?: string | undefined;
}

interface DeadRow {
  readonly facilityId: string;
  readonly outboxId: string;
  readonly stayId: string;
}

const BATCH = 500;

const STAY_OF = `s.facility_id = n.facility_id AND s.arrived_on = n.arrived_on AND s.stay_id = n.stay_id`;
const LOCK_STAYS = `SELECT FROM name_index n JOIN stay s ON ${STAY_OF}
  WHERE n.facility_id = $1 AND n.stay_id = ANY ($2) AND n.kind = 1 ORDER BY s.stay_id FOR UPDATE OF s`;
const PUT_BACK = `WITH back AS (
    UPDATE outbox SET state = 'pending', failed_attempts = 0, available_at = $3, finished_at = NULL, last_error = NULL
    WHERE facility_id = $1 AND outbox_id = ANY ($2) AND state = 'dead' RETURNING stay_id, sequence
  ) SELECT stay_id AS "stayId", sequence FROM back`;
/** What was parked behind them is looked at again at once. */
const BRING_FORWARD = `UPDATE outbox l SET available_at = $3
  FROM unnest($4::uuid[], $5::integer[]) AS back (stay_id, sequence)
  WHERE l.facility_id = $1 AND l.topic = $2 AND l.stay_id = back.stay_id AND l.sequence > back.sequence
    AND l.state = 'pending' AND l.available_at > $3`;
/** A stay of which another event is still dead stays failed. */
const SHOW_PENDING = `UPDATE stay s SET delivery_status = 'pending', failure_code = NULL FROM name_index n
  WHERE n.facility_id = $1 AND n.stay_id = ANY ($2) AND n.kind = 1 AND ${STAY_OF} AND s.delivery_status = 'failed'
    AND NOT EXISTS (SELECT FROM outbox d WHERE d.facility_id = s.facility_id AND d.stay_id = s.stay_id AND d.topic = $3
                    AND d.state = 'dead')`;

/** Pausing a topic and putting dead events back. Every order leaves an audit entry; repeated it changes nothing. */
@Injectable()
export class DeliveryAdmin {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** No relay claims events of the topic any more; those in delivery are finished. Answers false when it was paused. */
  pause(order: DeliveryOrder, topic: string, reason: string): Promise<boolean> {
    return this.turn(order, topic, true, reason);
  }

  /** Answers false when it was not paused. */
  resume(order: DeliveryOrder, topic: string, reason: string): Promise<boolean> {
    return this.turn(order, topic, false, reason);
  }

  /**
   * Puts dead events back, at most about `limit`, each with all its attempts; later events of their stays follow in order.
   * @returns how many events of how many stays went back; `more`: some are left
   */
  async replay(
    order: DeliveryOrder,
    selection: ReplaySelection,
    limit = Number.MAX_SAFE_INTEGER,
  ): Promise<{ events: number; stays: number; more: boolean }> {
    let events = 0;
    let stays = 0;
    for (;;) {
      const rows = await this.find(selection);
      if (rows.length === 0 || events >= limit) return { events, stays, more: rows.length > 0 };
      for (const facilityId of new Set(rows.map((row) => row.facilityId))) {
        const dead = rows.filter((row) => row.facilityId === facilityId);
        const put = await this.putBack(order, selection.topic, facilityId, dead);
        events += put.events;
        stays += put.stays;
      }
    }
  }

  private async turn(order: DeliveryOrder, topic: string, paused: boolean, reason: string): Promise<boolean> {
    const at = this.clock.now();
    const { kind, id } = order.actor;
    return this.database.transaction({ ...DELIVERY_ADMIN, facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      const changed = await tx.query<unknown[]>(
        `INSERT INTO delivery_switch AS s (topic, paused, changed_at, changed_by, reason)
         SELECT $1, $2, $3, $4, $5 WHERE $2 OR EXISTS (SELECT FROM delivery_switch WHERE topic = $1)
         ON CONFLICT (topic) DO UPDATE SET paused = $2, changed_at = $3, changed_by = $4, reason = $5
           WHERE s.paused <> $2 RETURNING 1`,
        [topic, paused, at, `${kind}:${id}`, reason],
      );
      if (changed.length === 0) return false;
      await appendAudit(tx, {
        at,
        facilityId: PLATFORM_FACILITY,
        actor: order.actor,
        action: paused ? 'delivery.pause' : 'delivery.resume',
        subjectKind: 'delivery',
        subjectId: null,
        requestId: order.requestId,
        detail: { topic, reason },
      });
      return true;
    });
  }

  private async find({ topic, outboxId, stayId, facilityId, code }: ReplaySelection): Promise<readonly DeadRow[]> {
    const [found] = await this.database.run<DeadRow>(DELIVERY_ADMIN, {
      name: 'delivery_replayable',
      text: `SELECT facility_id AS "facilityId", outbox_id AS "outboxId", stay_id AS "stayId" FROM outbox
             WHERE topic = $1 AND state = 'dead' AND ($2::uuid IS NULL OR outbox_id = $2) AND ($3::uuid IS NULL OR stay_id = $3)
               AND ($4::uuid IS NULL OR facility_id = $4) AND ($5::text IS NULL OR last_error = $5)
             ORDER BY finished_at LIMIT $6`,
      values: [topic, outboxId ?? null, stayId ?? null, facilityId ?? null, code ?? null, BATCH],
    });
    return found?.rows ?? [];
  }

  /** One facility in one transaction, because its audit entry and the status of its stays are written under its id. */
  private async putBack(
    order: DeliveryOrder,
    topic: string,
    facilityId: string,
    dead: readonly DeadRow[],
  ): Promise<{ events: number; stays: number }> {
    const at = this.clock.now();
    return this.database.transaction({ ...DELIVERY_ADMIN, facilityIds: [facilityId] }, async (tx) => {
      // First the stays, in one order, as whoever acts on a stay or ends a delivery does.
      await tx.query(LOCK_STAYS, [facilityId, dead.map((row) => row.stayId)]);
      const back = await tx.query<{ stayId: string; sequence: number }[]>(PUT_BACK, [
        facilityId,
        dead.map((row) => row.outboxId),
        at,
      ]);
      const stayIds = [...new Set(back.map(({ stayId }) => stayId))];
      if (stayIds.length === 0) return { events: 0, stays: 0 };
      await tx.query(BRING_FORWARD, [
        facilityId,
        topic,
        at,
        back.map(({ stayId }) => stayId),
        back.map(({ sequence }) => sequence),
      ]);
      if (topic === POPULATION_TOPIC) await tx.query(SHOW_PENDING, [facilityId, stayIds, topic]);
      await appendAudit(tx, {
        at,
        facilityId,
        actor: order.actor,
        action: 'delivery.replay',
        subjectKind: 'facility',
        subjectId: facilityId,
        requestId: order.requestId,
        detail: { topic, events: back.length, stays: stayIds },
      });
      return { events: back.length, stays: stayIds.length };
    });
  }
}
