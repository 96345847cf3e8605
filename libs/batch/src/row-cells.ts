import { Inject, Injectable } from '@nestjs/common';
import { localDate } from '@luutru/calendar';
import type { Recognised, RowTexts } from '@luutru/declaration-file';
import { CLOCK, type Clock, KeyRing, monthScope, type Transaction } from '@luutru/platform';
import type { BatchRowRecord } from './batch.record';
import type { BatchId } from './batch-file';
import type { CheckedRow } from './row-outcome';

/** Seals and opens under these names; changing them would make stored cells unreadable. */
const CELLS_SEAL = { table: 'batch_row_cells', column: 'cells_sealed' } as const;

export interface CellsOfRow {
  readonly place: number;
  readonly row: number;
  readonly texts: RowTexts;
}

export interface SealedCells extends Omit<CellsOfRow, 'texts'> {
  readonly sealed: Buffer;
}

/** The cells of rows that may have to be mended, kept as long as the file they stood in. */
@Injectable()
export class RowCells {
  constructor(
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async seal(batchId: string, rows: readonly CellsOfRow[]): Promise<SealedCells[]> {
    const scope = monthScope(localDate(this.clock.now()));
    const { table, column } = CELLS_SEAL;
    return Promise.all(
      rows.map(async ({ place, row, texts }) => {
        const sealed = await this.keyRing.seal(scope, table, column, batchId, JSON.stringify(texts));
        return { place, row, sealed };
      }),
    );
  }

  async keep(tx: Transaction, { facilityId, batchId }: BatchId, rows: readonly SealedCells[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `INSERT INTO batch_row_cells (facility_id, batch_id, place, row_number, cells_sealed, sealed_on)
       SELECT $1, $2, u.place, u.row_number, u.sealed, $6
       FROM unnest($3::integer[], $4::integer[], $5::bytea[]) AS u(place, row_number, sealed)`,
      [
        facilityId,
        batchId,
        rows.map(({ place }) => place),
        rows.map(({ row }) => row),
        rows.map(({ sealed }) => sealed),
        localDate(this.clock.now()),
      ],
    );
  }

  /** Of rows just judged those that were refused. A batch of mended rows brought its cells along. */
  async keepRefused(
    tx: Transaction,
    id: BatchId,
    { form, table }: Recognised,
    results: readonly BatchRowRecord[],
    checked: readonly CheckedRow[],
  ): Promise<void> {
    if (!form || (table.kind === 'csv' && table.rowColumn !== undefined)) return;
    const refused = new Set(results.filter(({ outcome }) => outcome === 'rejected').map(({ place }) => place));
    const rows = checked.map(({ source }) => source).filter(({ place }) => refused.has(place));
    await this.keep(tx, id, await this.seal(id.batchId, rows));
  }

  async open(batchId: string, sealed: Buffer): Promise<RowTexts> {
    return JSON.parse(await this.keyRing.open(CELLS_SEAL.table, CELLS_SEAL.column, batchId, sealed)) as RowTexts;
  }
}
