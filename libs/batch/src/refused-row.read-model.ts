import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import type { RowTexts } from '@luutru/declaration-file';
import { AppError, CLOCK, type Clock, Database, type Transaction } from '@luutru/platform';
import type { RowFinding } from './batch.record';
import type { BatchId } from './batch-file';
import { BATCH_STATES, isOver } from './domain/batch-life';
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

/** A batch that ended without a word of a row (cancelled, given up) lets go of it. */
const REFUSED_ROWS = `
  SELECT * FROM (
    SELECT r.place, r.row_number AS row, coalesce(m.mended_by, r.batch_id) AS "batchId",
           CASE WHEN m.mended_by IS NULL OR n.outcome = 'rejected' THEN 'faulty'
                WHEN n.outcome IS NOT NULL THEN 'recorded'
                WHEN b.state = ANY ($3) THEN 'faulty' ELSE 'sent' END AS state,
           coalesce(CASE WHEN n.outcome = 'rejected' THEN n.findings END, r.findings, '[]') AS findings,
           c.cells_sealed AS sealed
    FROM batch_row r
    LEFT JOIN batch_mend m ON m.facility_id = r.facility_id AND m.batch_id = r.batch_id AND m.row_number = r.row_number
    LEFT JOIN batch b ON b.facility_id = m.facility_id AND b.batch_id = m.mended_by
    LEFT JOIN batch_row n
      ON n.facility_id = m.facility_id AND n.batch_id = m.mended_by AND n.row_number = m.row_number
    LEFT JOIN LATERAL (
      SELECT cells_sealed FROM batch_row_cells c
      WHERE c.facility_id = r.facility_id AND c.batch_id = coalesce(m.mended_by, r.batch_id)
        AND c.row_number = r.row_number LIMIT 1) c ON true
    WHERE r.facility_id = $1 AND r.batch_id = $2 AND r.outcome = 'rejected'`;
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
   * @throws `batch-file-gone` once the cells are deleted with the file
   */
  async faulty(
    { principal, requestId }: Caller,
    of: BatchId,
    { after = -1, limit }: { readonly after?: number; readonly limit: number },
  ): Promise<{ rows: MendableRow[]; next: number | null }> {
    const { facilityId, batchId } = of;
    const found = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const rows = await tx.query<StoredRow[]>(FAULTY, [facilityId, batchId, OVER, after, limit + 1]);
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

const FAULTY = `${REFUSED_ROWS} AND r.place > $4) w WHERE state = 'faulty' ORDER BY place LIMIT $5`;
const BY_NUMBER = `${REFUSED_ROWS} AND r.row_number = ANY ($4)) w ORDER BY place`;
