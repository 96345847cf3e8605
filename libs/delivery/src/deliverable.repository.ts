import { Injectable } from '@nestjs/common';
import { auditStatement } from '@luutru/audit';
import { type PersonalData, STAY_SEAL } from '@luutru/declaration';
import { Database, KeyRing, NO_FACILITY } from '@luutru/platform';
import type { StayEvent, VerificationOutcome } from '@luutru/population';
import type { DeliverStayEvent } from './outbox.jobs';
import { OutboxRepository } from './outbox.repository';
import { type DeliverableRow, toStayEvent } from './stay-event';

/** An event whose lease is ours, with what the receiver must be told. */
export interface Deliverable {
  readonly job: DeliverStayEvent;
  readonly row: DeliverableRow;
  readonly event: StayEvent;
}

const LEASE_AND_LOAD = `
  WITH leased AS (
    UPDATE outbox SET available_at = $4
    WHERE facility_id = $1 AND outbox_id = $2 AND claim_number = $3 AND state = 'pending'
    RETURNING facility_id, stay_id, arrived_on, sequence, event_type, failed_attempts, outcome_unknown, created_at
  )
  SELECT l.facility_id AS "facilityId", l.stay_id AS "stayId", l.arrived_on::text AS "arrivedOn", l.sequence,
         l.event_type AS "eventType", l.failed_attempts AS "failedAttempts", l.outcome_unknown AS "outcomeUnknown",
         l.created_at AS "eventAt", s.delivered_sequence AS "deliveredSequence", s.kind, s.arrived_at AS "arrivedAt",
         s.expected_departure_at AS "expectedDepartureAt", s.departed_at AS "departedAt", s.declared_at AS "declaredAt",
         s.due_at AS "dueAt", s.late, s.reason, s.document_type AS "documentType", s.nationality, s.sex,
         s.personal_sealed AS "personalSealed", f.name AS "facilityName", f.kind AS "facilityKind",
         coalesce(w.kbtt_code, '') AS "wardCode",
         jsonb_strip_nulls(jsonb_build_object(
           'room', s.room, 'bed', s.bed, 'unit', s.unit, 'employer', s.employer, 'industrialZone', s.industrial_zone_id,
           'department', s.department, 'relation', s.relation, 'patient', s.patient_id, 'seat', s.seat,
           'boardingStop', s.boarding_stop, 'alightingStop', s.alighting_stop,
           'plate', t.plate, 'route', t.route_code, 'departsAt', t.departs_at)) AS place
  FROM leased l
  JOIN stay s ON s.facility_id = l.facility_id AND s.arrived_on = l.arrived_on AND s.stay_id = l.stay_id
  JOIN facility f ON f.facility_id = l.facility_id
  JOIN admin_unit w ON w.unit_id = f.ward_id
  LEFT JOIN trip t ON t.facility_id = s.facility_id AND t.trip_id = s.trip_id`;

/** Reads what is to be delivered and writes what became of it, on the stay and on the outbox row together. */
@Injectable()
export class DeliverableRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /** Renews the lease and loads the event; null when the lease was lost or the event is finished. */
  async lease(job: DeliverStayEvent, until: Date): Promise<Deliverable | null> {
    const [result] = await this.database.run<DeliverableRow & { personalSealed: Buffer }>(NO_FACILITY, {
      name: 'deliverable_lease',
      text: LEASE_AND_LOAD,
      values: [job.facilityId, job.outboxId, job.claimNumber, until],
    });
    const found = result?.rows[0];
    if (!found) return null;
    const { personalSealed, ...row } = found;
    const text = await this.keyRing.open(STAY_SEAL.table, STAY_SEAL.column, row.stayId, personalSealed);
    return { job, row, event: toStayEvent(row, JSON.parse(text) as PersonalData) };
  }

  /** The receiver has the event, but the identity could not be checked yet. */
  async markDelivered({ row }: Deliverable, at: Date): Promise<void> {
    await this.database.run(NO_FACILITY, {
      name: 'stay_mark_delivered',
      text: `UPDATE stay SET delivered_sequence = $4, delivered_at = $5,
                    delivery_status = CASE WHEN delivery_status = 'pending' THEN 'delivered' ELSE delivery_status END
             WHERE facility_id = $1 AND arrived_on = $2 AND stay_id = $3 AND delivered_sequence < $4`,
      values: [row.facilityId, row.arrivedOn, row.stayId, row.sequence, at],
    });
  }

  /** Delivered and, where the event calls for it, verified. */
  async finish({ row, job }: Deliverable, verification: VerificationOutcome | null, at: Date): Promise<void> {
    const status = verification ? STATUS[verification.result] : 'delivered';
    const fields = verification?.result === 'mismatch' ? verification.fields : null;
    await this.end(job, row, { status, fields, failure: null, delivered: true, at, state: 'done' });
  }

  /** Delivered, but the receiver would not say whether the identity is right. */
  async finishUnverified({ row, job }: Deliverable, code: string, at: Date): Promise<void> {
    await this.end(job, row, { status: 'failed', fields: null, failure: code, delivered: true, at, state: 'done' });
  }

  /** Set aside: an operator must mend and replay it; later events of the stay wait. */
  async bury({ row, job }: Deliverable, code: string, at: Date): Promise<void> {
    await this.end(job, row, { status: 'failed', fields: null, failure: code, delivered: false, at, state: 'dead' });
  }

  private async end(
    job: DeliverStayEvent,
    row: DeliverableRow,
    end: {
      status: string;
      fields: readonly string[] | null;
      failure: string | null;
      delivered: boolean;
      at: Date;
      state: 'done' | 'dead';
    },
  ): Promise<void> {
    const { at } = end;
    await this.database.run(
      NO_FACILITY,
      {
        name: 'stay_end_delivery',
        text: `UPDATE stay SET
                 delivery_status = $5, mismatch_fields = $6, failure_code = $7,
                 delivered_sequence = CASE WHEN $8 THEN greatest(delivered_sequence, $4) ELSE delivered_sequence END,
                 delivered_at = CASE WHEN $8 AND delivered_sequence < $4 THEN $9 ELSE delivered_at END,
                 verified_at = CASE WHEN $5 IN ('verified', 'mismatch', 'not_found') THEN $9 ELSE verified_at END
               WHERE facility_id = $1 AND arrived_on = $2 AND stay_id = $3 AND delivered_sequence <= $4`,
        values: [
          row.facilityId,
          row.arrivedOn,
          row.stayId,
          row.sequence,
          end.status,
          end.fields,
          end.failure,
          end.delivered,
          at,
        ],
      },
      this.outbox.finishStatement(job, { state: end.state, at, error: end.failure }),
      auditStatement({
        at,
        facilityId: row.facilityId,
        actor: { kind: 'system', id: 'worker' },
        action: `stay.${end.status}`,
        subjectKind: 'stay',
        subjectId: row.stayId,
        requestId: null,
        detail: {
          sequence: row.sequence,
          ...(end.fields && { fields: end.fields }),
          ...(end.failure && { code: end.failure }),
        },
      }),
    );
  }
}

const STATUS = { match: 'verified', mismatch: 'mismatch', not_found: 'not_found' } as const;
