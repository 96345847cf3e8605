import { Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { AppError, Database, KeyRing } from '@luutru/platform';
import { BatchFileReader } from './batch-file';
import { type BatchRecord, type BatchRowRecord, FILE_NAME_SEAL, SELECT_BATCH } from './batch.record';

/** A batch as its facility sees it. */
export type BatchView = Omit<BatchRecord, 'fileNameSealed'> & { readonly fileName: string | null };

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
    const [result] = await this.database.run<BatchRecord & { createdAt: Date }>(
      { facilityIds },
      {
        name: 'batch_view',
        text: `${SELECT_BATCH} WHERE facility_id = ANY($1) AND batch_id = $2`,
        values: [facilityIds, batchId],
      },
    );
    const batch = result?.rows[0];
    if (!batch) throw new AppError('not-found', 'not-found');
    return this.open(batch);
  }

  /** The batches of a facility, newest first. */
  async list(facilityId: string, filter: { before?: string; limit: number }): Promise<BatchView[]> {
    const [result] = await this.database.run<BatchRecord & { createdAt: Date }>(
      { facilityIds: [facilityId] },
      {
        name: 'batch_list',
        text: `${SELECT_BATCH} WHERE facility_id = $1 AND state <> 'receiving' AND ($2::uuid IS NULL OR batch_id < $2)
               ORDER BY batch_id DESC LIMIT $3`,
        values: [facilityId, filter.before ?? null, filter.limit],
      },
    );
    return Promise.all((result?.rows ?? []).map((batch) => this.open(batch)));
  }

  /** What became of the rows, in the order of the file. */
  async rows({ facilityId, batchId }: BatchView, filter: BatchRowFilter): Promise<BatchRowRecord[]> {
    const [result] = await this.database.run<BatchRowRecord & { place: number }>(
      { facilityIds: [facilityId] },
      {
        name: 'batch_rows',
        text: `SELECT place, row_number AS row, outcome, repeated, stay_id AS "stayId", coalesce(findings, '[]') AS findings
               FROM batch_row WHERE facility_id = $1 AND batch_id = $2 AND place > $3 AND ($4::text IS NULL OR outcome = $4)
               ORDER BY place LIMIT $5`,
        values: [facilityId, batchId, filter.after ?? -1, filter.outcome ?? null, filter.limit],
      },
    );
    return result?.rows ?? [];
  }

  /** All rows with something to say of them, a page at a time. */
  async *allRows(batch: BatchView): AsyncGenerator<BatchRowRecord> {
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

  private async open({ fileNameSealed, ...batch }: BatchRecord): Promise<BatchView> {
    const { table, column } = FILE_NAME_SEAL;
    const fileName = fileNameSealed && (await this.keyRing.open(table, column, batch.batchId, fileNameSealed));
    return { ...batch, fileName };
  }
}
