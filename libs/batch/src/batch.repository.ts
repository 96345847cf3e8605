import { Injectable } from '@nestjs/common';
import { AppError, Database, type SafeParams, type Transaction } from '@luutru/platform';
import { noteNews } from '@luutru/webhook';
import { type BatchRecord, type BatchRowRecord, SELECT_BATCH } from './batch.record';
import type { BatchState } from './domain/batch-life';

/** A batch that this process works on, until another one takes it over. */
export interface BatchLease {
  readonly facilityId: string;
  readonly batchId: string;
  readonly leaseNumber: number;
}

/** Another process took the batch over; whatever was under way is rolled back. */
export class LeaseLost extends Error {}

/** How long a batch is ours without a sign of life. */
const LEASE_MS = 30_000;

/** What a step of the work adds to the counts. */
export interface Progress {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly warned: number;
}

/** Every write of the work on a batch, each fenced by the lease. */
@Injectable()
export class BatchRepository {
  constructor(private readonly database: Database) {}

  async lease(now: Date): Promise<BatchLease | null> {
    const [result] = await this.database.run<BatchLease>(
      { facilityIds: [] },
      {
        name: 'batch_lease',
        text: 'SELECT facility_id AS "facilityId", batch_id AS "batchId", lease_number AS "leaseNumber" FROM lease_batch($1, $2)',
        values: [now, new Date(now.getTime() + LEASE_MS)],
      },
    );
    return result?.rows[0] ?? null;
  }

  /**
   * Counts that a process begins, before it can die of what it reads; rows that get on set the count back. Returns how many
   * began in a row without getting on.
   */
  async begin(lease: BatchLease): Promise<number> {
    return this.within(lease, async (tx) => {
      const [rows] = await tx.query<[{ failures: number }[], number]>(
        `UPDATE batch SET failures = failures + 1 WHERE facility_id = $1 AND batch_id = $2 AND lease_number = $3
         RETURNING failures`,
        [lease.facilityId, lease.batchId, lease.leaseNumber],
      );
      return rows[0]?.failures ?? 0;
    });
  }

  async get({ facilityId, batchId }: BatchLease): Promise<BatchRecord> {
    const [result] = await this.database.run<BatchRecord & { createdAt: Date }>(
      { facilityIds: [facilityId] },
      {
        name: 'batch_get',
        text: `${SELECT_BATCH} WHERE facility_id = $1 AND batch_id = $2`,
        values: [facilityId, batchId],
      },
    );
    const batch = result?.rows[0];
    if (!batch) throw new AppError('not-found', 'not-found');
    return batch;
  }

  /** Says that this process is alive; tells whether somebody asked to cancel. Throws {@link LeaseLost}. */
  async renew(lease: BatchLease, now: Date): Promise<{ cancelAsked: boolean }> {
    return this.within(lease, (tx) => this.renewIn(tx, lease, now));
  }

  /** Work within one transaction that counts only while the lease is ours. */
  async within<T>(lease: BatchLease, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction({ facilityIds: [lease.facilityId] }, work);
  }

  async renewIn(tx: Transaction, lease: BatchLease, now: Date): Promise<{ cancelAsked: boolean }> {
    const [rows] = await tx.query<[{ cancelAsked: boolean }[], number]>(
      `UPDATE batch SET lease_until = $4 WHERE facility_id = $1 AND batch_id = $2 AND lease_number = $3
       RETURNING cancel_asked AS "cancelAsked"`,
      [lease.facilityId, lease.batchId, lease.leaseNumber, new Date(now.getTime() + LEASE_MS)],
    );
    const [row] = rows;
    if (!row) throw new LeaseLost();
    return row;
  }

  async enter(
    lease: BatchLease,
    state: BatchState,
    file?: { format: string; form: string | null; sheet: string | null; warnings: readonly object[] },
  ): Promise<void> {
    await this.within(lease, async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE batch SET state = $4, format = coalesce($5, format), form = coalesce($6, form), sheet = coalesce($7, sheet),
                file_warnings = coalesce($8::jsonb, file_warnings)
         WHERE facility_id = $1 AND batch_id = $2 AND lease_number = $3`,
        [
          lease.facilityId,
          lease.batchId,
          lease.leaseNumber,
          state,
          file?.format ?? null,
          file?.form ?? null,
          file?.sheet ?? null,
          file ? JSON.stringify(file.warnings) : null,
        ],
      );
      if (count === 0) throw new LeaseLost();
    });
  }

  async recordRows(
    tx: Transaction,
    { facilityId, batchId }: BatchLease,
    rows: readonly BatchRowRecord[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO batch_row (facility_id, batch_id, place, row_number, outcome, repeated, stay_id, findings)
       SELECT $1, $2, * FROM unnest($3::integer[], $4::integer[], $5::text[], $6::boolean[], $7::uuid[], $8::jsonb[])`,
      [
        facilityId,
        batchId,
        rows.map((row) => row.place),
        rows.map((row) => row.row),
        rows.map((row) => row.outcome),
        rows.map((row) => row.repeated),
        rows.map((row) => row.stayId),
        rows.map((row) => (row.findings.length > 0 ? JSON.stringify(row.findings) : null)),
      ],
    );
  }

  async advance(tx: Transaction, { facilityId, batchId }: BatchLease, by: Progress): Promise<void> {
    await tx.query(
      `UPDATE batch SET done_rows = done_rows + $3, accepted = accepted + $4, rejected = rejected + $5, warned = warned + $6,
              failures = 0
       WHERE facility_id = $1 AND batch_id = $2`,
      [facilityId, batchId, by.rows, by.accepted, by.rejected, by.warned],
    );
  }

  /** Forgets what the rows came to, to go through them again. */
  async restart(tx: Transaction, { facilityId, batchId }: Omit<BatchLease, 'leaseNumber'>): Promise<void> {
    await tx.query('DELETE FROM batch_row WHERE facility_id = $1 AND batch_id = $2', [facilityId, batchId]);
    await tx.query('DELETE FROM batch_row_cells WHERE facility_id = $1 AND batch_id = $2', [facilityId, batchId]);
    await this.forgetChecks(tx, { facilityId, batchId });
    await tx.query(
      `UPDATE batch SET done_rows = 0, accepted = 0, rejected = 0, warned = 0 WHERE facility_id = $1 AND batch_id = $2`,
      [facilityId, batchId],
    );
  }

  async finish(
    tx: Transaction,
    lease: BatchLease,
    end: { state: BatchState; at: Date; totalRows?: number; error?: { code: string; params?: SafeParams } },
  ): Promise<void> {
    const over = end.state !== 'validated' && end.state !== 'committing';
    const { facilityId, batchId } = lease;
    await tx.query(
      `UPDATE batch SET state = $3, finished_at = CASE WHEN $4 THEN $5::timestamptz END, total_rows = coalesce($6, total_rows),
              error_code = $7, error_params = $8::jsonb, lease_until = '-infinity'
       WHERE facility_id = $1 AND batch_id = $2`,
      [
        facilityId,
        batchId,
        end.state,
        over,
        end.at,
        end.totalRows ?? null,
        end.error?.code ?? null,
        end.error?.params ? JSON.stringify(end.error.params) : null,
      ],
    );
    await this.forgetChecks(tx, { facilityId, batchId });
    if (over) {
      const news = { facilityId, type: 'batch.finished', subjectId: batchId, occurredAt: end.at } as const;
      await noteNews(tx, { ...news, data: { state: end.state } });
    }
  }

  /** What the rows of the file took while they were only checked. */
  private async forgetChecks(tx: Transaction, { facilityId, batchId }: Omit<BatchLease, 'leaseNumber'>): Promise<void> {
    await tx.query('DELETE FROM batch_occupant WHERE facility_id = $1 AND batch_id = $2', [facilityId, batchId]);
    await tx.query('DELETE FROM batch_reference WHERE facility_id = $1 AND batch_id = $2', [facilityId, batchId]);
  }

  /** Lets another process take the batch at once. */
  async letGo(lease: BatchLease): Promise<void> {
    await this.within(lease, (tx) =>
      tx.query(
        `UPDATE batch SET lease_until = '-infinity', failures = greatest(failures - 1, 0)
         WHERE facility_id = $1 AND batch_id = $2 AND lease_number = $3`,
        [lease.facilityId, lease.batchId, lease.leaseNumber],
      ),
    );
  }

  /** Lets go of the batch until `retryAt`, after a failure that is nobody's fault in the file. */
  async retryLater(lease: BatchLease, retryAt: Date): Promise<void> {
    await this.within(lease, (tx) =>
      tx.query('UPDATE batch SET lease_until = $4 WHERE facility_id = $1 AND batch_id = $2 AND lease_number = $3', [
        lease.facilityId,
        lease.batchId,
        lease.leaseNumber,
        retryAt,
      ]),
    );
  }
}
