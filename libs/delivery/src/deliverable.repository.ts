import { Injectable } from '@nestjs/common';
import { auditStatement } from '@luutru/audit';
import type { PersonalData } from '@luutru/declaration';
import { Database, KeyRing, NO_FACILITY } from '@luutru/platform';
import type { StayEvent, VerificationOutcome } from '@luutru/population';
import { type WebhookEvent, webhookStatement } from '@luutru/webhook';
import type { DeliverStayEvent } from './outbox.jobs';
import { eventsTold, openPersonal } from './events-told';
import { OutboxRepository } from './outbox.repository';
import { type DeliverableRow, toStayEvent } from './stay-event';

/** An event whose lease is ours, with what the receiver must be told. */
export interface Deliverable {
  readonly job: DeliverStayEvent;
  readonly row: DeliverableRow;
  readonly personal: PersonalData;
  readonly event: StayEvent;
}

const LEASE_AND_LOAD = eventsTold(`
    UPDATE outbox SET available_at = $4
    WHERE facility_id = $1 AND outbox_id = $2 AND claim_number = $3 AND state = 'pending'
    RETURNING *`);

/** The stay as it stands; a correction may have moved it to another day since the event was queued. */
const OF_STAY = `facility_id = $1 AND stay_id = $2 AND arrived_on = (
  SELECT arrived_on FROM name_index WHERE facility_id = $1 AND stay_id = $2 AND kind = 1)`;

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
    const personal = await openPersonal(this.keyRing, row.stayId, personalSealed);
    return { job, row, personal, event: toStayEvent(row, personal) };
  }

  /** The receiver has the event, but the identity could not be checked yet. */
  async markDelivered({ row }: Deliverable, at: Date): Promise<void> {
    await this.database.run(NO_FACILITY, {
      name: 'stay_mark_delivered',
      text: `UPDATE stay SET delivered_sequence = $3, delivered_at = $4,
                    delivery_status = CASE WHEN delivery_status = 'pending' AND version = $3 THEN 'delivered' ELSE delivery_status END
             WHERE ${OF_STAY} AND delivered_sequence < $3`,
      values: [row.facilityId, row.stayId, row.sequence, at],
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
                 delivery_status = CASE
                   WHEN $4 = 'failed' AND NOT $7 THEN 'failed'
                   WHEN version > $3 THEN delivery_status
                   WHEN $4 = 'delivered' THEN coalesce(identity, 'delivered')
                   ELSE $4 END,
                 identity = CASE WHEN $4 IN ('verified', 'mismatch', 'not_found') THEN $4 ELSE identity END,
                 mismatch_fields = CASE WHEN $4 IN ('verified', 'mismatch', 'not_found') THEN $5 ELSE mismatch_fields END,
                 failure_code = $6,
                 delivered_sequence = CASE WHEN $7 THEN greatest(delivered_sequence, $3) ELSE delivered_sequence END,
                 delivered_at = CASE WHEN $7 AND delivered_sequence < $3 THEN $8 ELSE delivered_at END,
                 verified_at = CASE WHEN $4 IN ('verified', 'mismatch', 'not_found') THEN $8 ELSE verified_at END
               WHERE ${OF_STAY} AND delivered_sequence <= $3`,
        values: [row.facilityId, row.stayId, row.sequence, end.status, end.fields, end.failure, end.delivered, at],
      },
      webhookStatement({
        facilityId: row.facilityId,
        type: `stay.${end.status}` as WebhookEvent,
        subjectId: row.stayId,
        occurredAt: at,
        data: { version: row.sequence, ...(end.failure && { code: end.failure }) },
      }),
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
