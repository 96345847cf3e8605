import { Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { AppError, Database, KeyRing } from '@luutru/platform';
import { BatchFileReader } from './batch-file';
import { type BatchRecord, type BatchRowRecord, FILE_NAME_SEAL, SELECT_BATCH } from './batch.record';
import type { BatchState } from './domain/batch-life';

/** A batch as its facility sees it. */
export type BatchView = Omit<BatchRecord, 'fileNameSealed'> & {
  readonly fileName: string | null;
  /** The batches that send its refused rows again, the oldest first. */
  readonly mendedBy: readonly MendingBatch[];
};

/** How far a batch of mended rows is. */
export interface MendingBatch {
  readonly batchId: string;
  readonly state: BatchState;
  readonly accepted: number;
  readonly rejected: number;
}

type StoredView = BatchRecord & Pick<BatchView, 'mendedBy'> & { createdAt: Date };

const SELECT_VIEW = SELECT_BATCH.replace(
  'FROM batch',
  `, coalesce((SELECT jsonb_agg(jsonb_build_object('batchId', m.batch_id, 'state', m.state, 'accepted', m.accepted,
                                                   'rejected', m.rejected) ORDER BY m.batch_id)
               FROM batch m WHERE m.facility_id = batch.facility_id AND m.mends = batch.batch_id), '[]') AS "mendedBy"
   FROM batch`,
);

/** What became of a row, and of a refused one that was mended and sent again. */
export type BatchRowView = BatchRowRecord & {
  readonly mended: {
    readonly batchId: string;
    /** Null until the batch comes to the row. */
    readonly outcome: BatchRowRecord['outcome'] | null;
    readonly stayId: string | null;
  } | null;
};

export interface BatchRowFilter {
  readonly outcome?: 'accepted' | 'warned' | 'rejected';
  /** The place after which to go on. */
  readonly after?: number;
  readonly limit: number;
}

/** Reads batches and what became of their rows. Rows hold no personal data, so that these looks are not itemised. */
@Injectable()
export class BatchReadModel {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /** Throws `not-found` also for a batch out of the caller's scope. */
  async get(caller: Caller, batchId: string): Promise<BatchView> {
    const { facilityIds } = reachOf(caller.principal, 'stay.declare');
    const [result] = await this.database.run<StoredView>(
      { facilityIds },
      {
        name: 'batch_view',
        text: `${SELECT_VIEW} WHERE facility_id = ANY($1) AND batch_id = $2`,
        values: [facilityIds, batchId],
      },
    );
    const batch = result?.rows[0];
    if (!batch) throw new AppError('not-found', 'not-found');
    return this.open(batch);
  }

  /** As {@link get}; for a batch of mended rows that of the file they stood in first. */
  async origin(caller: Caller, batchId: string): Promise<BatchView> {
    const batch = await this.get(caller, batchId);
    return batch.mends === null ? batch : this.get(caller, batch.mends);
  }

  /** The batches of a facility, newest first. */
  async list(facilityId: string, filter: { before?: string; limit: number }): Promise<BatchView[]> {
    const [result] = await this.database.run<StoredView>(
      { facilityIds: [facilityId] },
      {
        name: 'batch_list',
        text: `${SELECT_VIEW} WHERE facility_id = $1 AND state <> 'receiving' AND ($2::uuid IS NULL OR batch_id < $2)
               ORDER BY batch_id DESC LIMIT $3`,
        values: [facilityId, filter.before ?? null, filter.limit],
      },
    );
    return Promise.all((result?.rows ?? []).map((batch) => this.open(batch)));
  }

  /** What became of the rows, in the order of the file. */
  async rows({ facilityId, batchId }: BatchView, filter: BatchRowFilter): Promise<BatchRowView[]> {
    const [result] = await this.database.run<BatchRowView>(
      { facilityIds: [facilityId] },
      {
        name: 'batch_rows',
        text: `SELECT r.place, r.row_number AS row, r.outcome, r.repeated, r.stay_id AS "stayId",
                      coalesce(r.findings, '[]') AS findings,
                      CASE WHEN m.mended_by IS NOT NULL THEN
                        jsonb_build_object('batchId', m.mended_by, 'outcome', n.outcome, 'stayId', n.stay_id) END AS mended
               FROM batch_row r
               LEFT JOIN batch_mend m
                 ON m.facility_id = r.facility_id AND m.batch_id = r.batch_id AND m.row_number = r.row_number
               LEFT JOIN batch_row n
                 ON n.facility_id = m.facility_id AND n.batch_id = m.mended_by AND n.row_number = m.row_number
               WHERE r.facility_id = $1 AND r.batch_id = $2 AND r.place > $3 AND ($4::text IS NULL OR r.outcome = $4)
               ORDER BY r.place LIMIT $5`,
        values: [facilityId, batchId, filter.after ?? -1, filter.outcome ?? null, filter.limit],
      },
    );
    return result?.rows ?? [];
  }

  /** All rows with something to say of them, a page at a time. */
  async *allRows(batch: BatchView): AsyncGenerator<BatchRowView> {
    let after = -1;
    for (;;) {
      const page = await this.rows(batch, { after, limit: 1_000 });
      yield* page;
      const last = page.at(-1);
      if (!last) return;
      after = last.place;
    }
  }

  /** The file as it was sent. */
  file(batch: BatchView): BatchFileReader {
    return new BatchFileReader(this.database, this.keyRing, batch, batch.fileSize);
  }

  private async open({ fileNameSealed, ...batch }: StoredView): Promise<BatchView> {
    const { table, column } = FILE_NAME_SEAL;
    const fileName = fileNameSealed && (await this.keyRing.open(table, column, batch.batchId, fileNameSealed));
    return { ...batch, fileName };
  }
}
