import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, NO_FACILITY, type Statement } from '@luutru/platform';
import { CLAIM, type Claimed } from './claim.statement';
import type { DeliverStayEvent } from './outbox.jobs';

/** The lease of a claimed row, and what to do with it. All updates are fenced by the claim number. */
@Injectable()
export class OutboxRepository {
  /** By topic, the facility that had the last turn; each process goes round by itself. */
  private readonly turns = new Map<string, string>();

  constructor(private readonly database: Database) {}

  /**
   * Leases up to `limit` events that are due: in turn among facilities, oldest first within one, and never an event whose
   * stay has an earlier unfinished one (ADR 0022). Nothing while the topic is paused. May answer fewer than are due: ask
   * again until it answers none. A lease that is neither finished nor released runs out and the event becomes claimable again.
   */
  async claim(topic: string, now: Date, leaseMs: number, limit: number): Promise<DeliverStayEvent[]> {
    const after = this.turns.get(topic) ?? randomUUID();
    const [result] = await this.database.run<Claimed>(NO_FACILITY, {
      name: 'outbox_claim',
      text: CLAIM,
      values: [topic, now, new Date(now.getTime() + leaseMs), limit, after],
    });
    const rows = result?.rows ?? [];
    this.turns.set(topic, rows[0]?.reached ?? after);
    return rows.flatMap(({ facilityId, outboxId, claimNumber }) =>
      facilityId === null ? [] : [{ facilityId, outboxId, claimNumber }],
    );
  }

  /**
   * Moves due events that wait behind a dead one out of the way of {@link claim}, until `until`; a replay brings them back.
   * @returns how many were moved
   */
  async park(now: Date, until: Date, limit: number): Promise<number> {
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'outbox_park',
      text: `UPDATE outbox o SET available_at = $2 FROM (
               SELECT l.facility_id, l.outbox_id FROM outbox d
               JOIN outbox l ON l.facility_id = d.facility_id AND l.stay_id = d.stay_id AND l.topic = d.topic
                            AND l.sequence > d.sequence
               WHERE d.state = 'dead' AND l.state = 'pending' AND l.available_at <= $1
               LIMIT $3 FOR UPDATE OF l SKIP LOCKED
             ) blocked
             WHERE o.facility_id = blocked.facility_id AND o.outbox_id = blocked.outbox_id`,
      values: [now, until, limit],
    });
    return result?.rowCount ?? 0;
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
