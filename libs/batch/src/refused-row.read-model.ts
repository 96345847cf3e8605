import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import type { RowTexts } from '@luutru/declaration-file';
import { AppError, CLOCK, type Clock, Database, type Transaction } from '@luutru/platform';
import type { RowFinding } from './batch.record';
import type { BatchId } from './batch-file';
import type { BatchView } from './batch.read-model';
import { BATCH_STATES, type BatchState, isAtRest, isOver } from './domain/batch-life';
import type { RefusedRowState } from './domain/mending';
import { RowCells } from './row-cells';

/** A row that was refused, as it stands now. */
interface RefusedRow {
  readonly place: number;
  readonly row: number;
  readonly state: RefusedRowState;
  /** The batch that carries it: that of the file, or the last one it was sent again with. */
  readonly batchId: string;
  readonly findings: readonly RowFinding[];
}

/** With its cells, as they stood when it was refused. */
export interface MendableRow extends RefusedRow {
  readonly texts: RowTexts;
}

type StoredRow = RefusedRow & { readonly sealed: Buffer | null };

/**
 * Refused rows and where they stand; a batch that ended without a word of a row (cancelled, given up) lets go of it. Each look-up
 * is one by its key for one row: as joins they would be planned from what is known of tables that were filled a moment ago.
 */
const standing = (which: string, limit = ''): string => `
  SELECT w.*, c.cells_sealed AS sealed
  FROM (
    SELECT r.place, r.row_number AS row, coalesce(m.mended_by, r.batch_id) AS "batchId", s.state,
           coalesce(CASE WHEN m.outcome = 'rejected' THEN m.findings END, r.findings, '[]') AS findings
    FROM batch_row r
    LEFT JOIN LATERAL (
      SELECT k.mended_by, b.state, n.outcome, n.findings
      FROM batch_mend k
      LEFT JOIN LATERAL (SELECT state FROM batch
        WHERE facility_id = k.facility_id AND batch_id = k.mended_by LIMIT 1) b ON true
      LEFT JOIN LATERAL (SELECT outcome, findings FROM batch_row
        WHERE facility_id = k.facility_id AND batch_id = k.mended_by AND row_number = k.row_number LIMIT 1) n ON true
      WHERE k.facility_id = r.facility_id AND k.batch_id = r.batch_id AND k.row_number = r.row_number LIMIT 1) m ON true
    CROSS JOIN LATERAL (
      SELECT CASE WHEN m.mended_by IS NULL OR m.outcome = 'rejected' THEN 'faulty'
                  WHEN m.outcome IS NOT NULL THEN 'recorded'
                  WHEN m.state = ANY ($3) THEN 'faulty' ELSE 'sent' END AS state) s
    WHERE r.facility_id = $1 AND r.batch_id = $2 AND r.outcome = 'rejected' AND ${which}
    ORDER BY r.place ${limit}) w
  LEFT JOIN LATERAL (SELECT cells_sealed FROM batch_row_cells
    WHERE facility_id = $1 AND batch_id = w."batchId" AND row_number = w.row LIMIT 1) c ON true
  ORDER BY w.place`;
const FAULTY = standing(`r.place > $4 AND s.state = 'faulty'`, 'LIMIT $5');
const BY_NUMBER = standing('r.row_number = ANY ($4)');
const STATE = 'SELECT state FROM batch WHERE facility_id = $1 AND batch_id = $2';
const OVER = BATCH_STATES.filter(isOver);

/** Reads the rows of a file that were refused, with what stood in them: looks at people, and therefore itemised. */
@Injectable()
export class RefusedRowReadModel {
  constructor(
    private readonly database: Database,
    private readonly cells: RowCells,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Rows still to be mended, in the order of the file; `next` is the place after which to go on.
   * @param of as it stood a moment ago
   * @throws `batch-not-over` while it is worked on; `batch-file-gone` once the cells are deleted with the file
   */
  async faulty(
    { principal, requestId }: Caller,
    of: BatchView,
    { after = -1, limit }: { readonly after?: number; readonly limit: number },
  ): Promise<{ rows: MendableRow[]; next: number | null }> {
    const { facilityId, batchId, state } = of;
    const found = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const rows = await tx.query<StoredRow[]>(FAULTY, [facilityId, batchId, OVER, after, limit + 1]);
      // Recording a file that was checked begins with forgetting its rows: what was found of them then is not what is left.
      const [now] = await tx.query<{ state: BatchState }[]>(STATE, [facilityId, batchId]);
      if (now?.state !== state || !isAtRest(state)) throw new AppError('batch-not-over', 'conflict');
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId,
        actor: { kind: principal.kind, id: principal.id },
        action: 'batch.read-faulty',
        subjectKind: 'batch',
        subjectId: batchId,
        requestId,
        rowCount: Math.min(rows.length, limit),
      });
      return rows;
    });
    const rows = await this.opened(found.slice(0, limit));
    return { rows, next: found.length > limit ? (rows.at(-1)?.place ?? null) : null };
  }

  /** The rows of these numbers, opened. Those that never were refused are missing. */
  async find(of: BatchId, numbers: readonly number[]): Promise<MendableRow[]> {
    const [found] = await this.database.run<StoredRow>(
      { facilityIds: [of.facilityId] },
      { name: 'batch_refused_rows', text: BY_NUMBER, values: [of.facilityId, of.batchId, OVER, numbers] },
    );
    return this.opened(found?.rows ?? []);
  }

  /** As {@link find}, within the transaction that acts upon it, without the cells. */
  async standingIn(tx: Transaction, of: BatchId, numbers: readonly number[]): Promise<RefusedRow[]> {
    return tx.query<StoredRow[]>(BY_NUMBER, [of.facilityId, of.batchId, OVER, numbers]);
  }

  /** The numbers of rows that another batch carries. */
  async carriedElsewhere({ facilityId, batchId }: BatchId): Promise<ReadonlySet<number>> {
    const [found] = await this.database.run<{ row: number }>(
      { facilityIds: [facilityId] },
      {
        name: 'batch_rows_carried',
        text: 'SELECT row_number AS row FROM batch_mend WHERE facility_id = $1 AND batch_id = $2',
        values: [facilityId, batchId],
      },
    );
    return new Set((found?.rows ?? []).map(({ row }) => row));
  }

  private async opened(rows: readonly StoredRow[]): Promise<MendableRow[]> {
    return Promise.all(
      rows.map(async ({ sealed, ...row }) => {
        if (!sealed) throw new AppError('batch-file-gone', 'conflict');
        return { ...row, texts: await this.cells.open(row.batchId, sealed) };
      }),
    );
  }
}
