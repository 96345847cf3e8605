import { Injectable } from '@nestjs/common';
import { Database, NO_FACILITY, type Statement } from '@luutru/platform';
import type { DeliverStayEvent } from './outbox.jobs';

/** The lease of a claimed row, and what to do with it. All updates are fenced by the claim number. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  /**
   * Leases up to `limit` events that are due, oldest first, and never an event whose stay has an earlier unfinished one.
   * A lease that is neither finished nor released runs out and the event becomes claimable again.
   */
  async claim(topic: string, now: Date, leaseMs: number, limit: number): Promise<DeliverStayEvent[]> {
    const [result] = await this.database.run<DeliverStayEvent>(NO_FACILITY, {
      name: 'outbox_claim',
      text: `WITH due AS MATERIALIZED (
               SELECT facility_id, outbox_id FROM outbox c
               WHERE topic = $1 AND state = 'pending' AND available_at <= $2
                 AND NOT EXISTS (
                   SELECT FROM outbox e
                   WHERE e.facility_id = c.facility_id AND e.stay_id = c.stay_id AND e.topic = c.topic
                     AND e.sequence < c.sequence AND e.state <> 'done')
               ORDER BY available_at LIMIT $4 FOR UPDATE SKIP LOCKED
             )
             UPDATE outbox o SET available_at = $3, claim_number = o.claim_number + 1
             FROM due WHERE o.facility_id = due.facility_id AND o.outbox_id = due.outbox_id
             RETURNING o.facility_id AS "facilityId", o.outbox_id AS "outboxId", o.claim_number AS "claimNumber"`,
      values: [topic, now, new Date(now.getTime() + leaseMs), limit],
    });
    return result?.rows ?? [];
  }

  /** Gives leased events back without counting an attempt, to be claimed again from `at` on. */
  async release(jobs: readonly DeliverStayEvent[], at: Date): Promise<void> {
    if (jobs.length === 0) return;
    await this.database.run(NO_FACILITY, {
      name: 'outbox_release',
      text: `UPDATE outbox o SET available_at = $4
             FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS j (facility_id, outbox_id, claim_number)
             WHERE o.facility_id = j.facility_id AND o.outbox_id = j.outbox_id AND o.claim_number = j.claim_number
               AND o.state = 'pending'`,
      values: [jobs.map((j) => j.facilityId), jobs.map((j) => j.outboxId), jobs.map((j) => j.claimNumber), at],
    });
  }

  /** Puts a failed event back for a later attempt. */
  async retryLater(
    job: DeliverStayEvent,
    retry: { at: Date; counts: boolean; outcomeUnknown: boolean; code: string },
  ): Promise<void> {
    await this.database.run(NO_FACILITY, {
      name: 'outbox_retry',
      text: `UPDATE outbox SET available_at = $4, failed_attempts = failed_attempts + $5,
                    outcome_unknown = outcome_unknown OR $6, last_error = $7
             WHERE facility_id = $1 AND outbox_id = $2 AND claim_number = $3 AND state = 'pending'`,
      values: [
        job.facilityId,
        job.outboxId,
        job.claimNumber,
        retry.at,
        retry.counts ? 1 : 0,
        retry.outcomeUnknown,
        retry.code,
      ],
    });
  }

  /** Marks an event delivered, or set aside with a reason; to be run in the transaction of what follows from it. */
  finishStatement(job: DeliverStayEvent, end: { state: 'done' | 'dead'; at: Date; error: string | null }): Statement {
    return {
      name: 'outbox_finish',
      text: `UPDATE outbox SET state = $3, finished_at = $4, last_error = $5
             WHERE facility_id = $1 AND outbox_id = $2 AND state = 'pending'`,
      values: [job.facilityId, job.outboxId, end.state, end.at, end.error],
    };
  }

  /** Deletes finished events older than `before`, a limited number at a time. Returns how many went. */
  async purgeDone(before: Date, limit: number): Promise<number> {
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'outbox_purge',
      text: `DELETE FROM outbox WHERE (facility_id, outbox_id) IN (
               SELECT facility_id, outbox_id FROM outbox WHERE state = 'done' AND finished_at < $1 LIMIT $2)`,
      values: [before, limit],
    });
    return result?.rowCount ?? 0;
  }
}
