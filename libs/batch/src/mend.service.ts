import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { type Form, FORMS, type FormId, LONGEST_TEXT, writeMended } from '@luutru/declaration-file';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  Idempotency,
  type Issue,
  KeyRing,
  type RequestPrint,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { type BatchId, type SealedChunk, sealChunks, STORE_CHUNK } from './batch-file';
import { sealFileName } from './batch.record';
import { BatchReadModel, type BatchView } from './batch.read-model';
import { type BatchState, isAtRest } from './domain/batch-life';
import { mendedTexts, orderFaults, type RefusedRowState, type RowOrder, standingFaults } from './domain/mending';
import { type MendableRow, RefusedRowReadModel } from './refused-row.read-model';
import { RowCells, type SealedCells } from './row-cells';

export interface MendCommand {
  readonly caller: Caller;
  /** Of the file, or of any batch that mends it. */
  readonly batchId: string;
  readonly rows: readonly { readonly row?: number; readonly values?: Readonly<Record<string, unknown>> }[];
  readonly shapeIssues: readonly Issue[];
  readonly body: unknown;
  readonly key: { readonly header?: string };
}

interface Answer {
  readonly batchId: string;
}

/** All that a batch of mended rows consists of, sealed before the transaction that stores it. */
interface Prepared {
  readonly id: BatchId;
  readonly at: Date;
  readonly fileName: Buffer | null;
  readonly size: number;
  readonly chunks: readonly SealedChunk[];
  readonly cells: readonly SealedCells[];
}

/** Sends rows of a file that were refused again, mended, as a batch of their own. */
@Injectable()
export class MendService {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchReadModel,
    private readonly refused: RefusedRowReadModel,
    private readonly cells: RowCells,
    private readonly idempotency: Idempotency,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes one batch of all the rows, or none. When it returns, the batch is committed and waits for the importer.
   * @throws `not-found`, `validation-failed`, `batch-not-mendable`, `batch-mend-whole`, `batch-not-over`, `batch-file-gone`,
   *   `batch-rows-not-mendable` naming each row that is not there to be mended any more, `idempotency-key-*`
   */
  async mend(command: MendCommand): Promise<{ batchId: string; replayed: boolean }> {
    const root = await this.batches.origin(command.caller, command.batchId);
    const print = this.idempotency.print('batch.mend', command.key, { batchId: root.batchId, body: command.body });
    const before = await this.idempotency.find<Answer>(root.facilityId, print);
    if (before) return { ...before, replayed: true };
    const form = mendableForm(root);
    const orders = this.soundOrders(command, form);
    const rows = await this.refused.find(
      root,
      orders.map(({ row }) => row),
    );
    refuseStanding(orders, rows);
    const prepared = await this.prepare(root, form, orders, new Map(rows.map((row) => [row.row, row])));
    return this.store(command.caller, root, prepared, orders, print);
  }

  private soundOrders({ rows, shapeIssues }: MendCommand, form: Form): RowOrder[] {
    const fields = new Set(form.columns.filter(({ pointer }) => pointer !== null).map(({ key }) => key));
    const missing = rows.length === 0 && shapeIssues.length === 0;
    const own = orderFaults(rows, fields, LONGEST_TEXT).filter(
      ({ pointer }) => !shapeIssues.some((issue) => issue.pointer === pointer),
    );
    const faults = [...shapeIssues, ...own, ...(missing ? [{ code: 'field-required', pointer: '/rows' }] : [])];
    if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults.slice(0, 100));
    return rows.map(({ row = 0, values = {} }) => ({ row, values: values as Record<string, string> }));
  }

  private async prepare(
    root: BatchView,
    form: Form,
    orders: readonly RowOrder[],
    rows: ReadonlyMap<number, MendableRow>,
  ): Promise<Prepared> {
    // In the order of the file, as relatives follow their patients.
    const mended = orders
      .map((order, at) => ({ order, at, before: rows.get(order.row) as MendableRow }))
      .sort((a, b) => a.before.place - b.before.place)
      .map(({ order, at, before }, place) => ({ at, place, row: order.row, texts: mendedTexts(before.texts, order) }));
    const empty = mended.filter(({ texts }) => Object.keys(texts).length === 0);
    if (empty.length > 0) {
      const issues = empty.map(({ at, row }) => ({
        code: 'row-empty',
        pointer: `/rows/${at}/values`,
        params: { row },
      }));
      throw new AppError('validation-failed', 'invalid', {}, issues);
    }
    const now = this.clock.now();
    const id = { facilityId: root.facilityId, batchId: uuidV7(now) };
    const file = Buffer.from(writeMended(form, mended));
    return {
      id,
      at: now,
      fileName: await sealFileName(this.keyRing, id, localDate(now), root.fileName),
      size: file.length,
      chunks: await sealChunks(this.keyRing, id, localDate(now), file),
      cells: await this.cells.seal(id.batchId, mended),
    };
  }

  /** Whoever else sends one of these rows waits here for the first, and is told of them by row. */
  private async store(
    caller: Caller,
    root: BatchView,
    prepared: Prepared,
    orders: readonly RowOrder[],
    print: RequestPrint,
  ): Promise<Answer & { replayed: boolean }> {
    const { facilityId } = root;
    const numbers = orders.map(({ row }) => row);
    return this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const [locked] = await tx.query<{ state: BatchState }[]>(
        'SELECT state FROM batch WHERE facility_id = $1 AND batch_id = $2 FOR UPDATE',
        [facilityId, root.batchId],
      );
      const before = await this.idempotency.findIn<Answer>(tx, facilityId, print);
      if (before) return { ...before, replayed: true };
      if (!locked || !isAtRest(locked.state)) throw new AppError('batch-not-over', 'conflict');
      refuseStanding(orders, await this.refused.standingIn(tx, root, numbers));
      await this.insert(tx, caller, root, prepared);
      await tx.query(
        `INSERT INTO batch_mend (facility_id, batch_id, row_number, mended_by)
         SELECT $1, $2, number, $4 FROM unnest($3::integer[]) AS number
         ON CONFLICT (facility_id, batch_id, row_number) DO UPDATE SET mended_by = excluded.mended_by`,
        [facilityId, root.batchId, numbers, prepared.id.batchId],
      );
      const answer = { batchId: prepared.id.batchId };
      await this.idempotency.remember(tx, facilityId, print, answer, prepared.at);
      return { ...answer, replayed: false };
    });
  }

  private async insert(
    tx: Transaction,
    { principal, requestId }: Caller,
    root: BatchView,
    { id: { facilityId, batchId }, at, fileName, size, chunks, cells }: Prepared,
  ): Promise<void> {
    const { kind, id } = principal;
    await tx.query(
      `INSERT INTO batch (facility_id, batch_id, mode, policy, state, stay_kind, trip_id, file_name_sealed, file_size, format,
                          form, mends, actor_kind, actor_id, request_id, created_at)
       VALUES ($1, $2, 'commit', 'valid-rows', 'received', $3, $4, $5, $6, 'csv', $7, $8, $9, $10, $11, $12)`,
      [
        facilityId,
        batchId,
        root.stayKind,
        root.tripId,
        fileName,
        size,
        root.form,
        root.batchId,
        kind,
        id,
        requestId,
        at,
      ],
    );
    for (const { values } of chunks) await tx.query(STORE_CHUNK.text, [...values]);
    await this.cells.keep(tx, { facilityId, batchId }, cells);
    await appendAudit(tx, {
      at,
      facilityId,
      actor: { kind, id },
      action: 'batch.mend',
      subjectKind: 'batch',
      subjectId: batchId,
      requestId,
      rowCount: cells.length,
      detail: { mends: root.batchId },
    });
  }
}

/** The form whose columns the rows of a batch have. Throws for files without columns, and for those that go in whole or not at all. */
export function mendableForm({ form, policy }: BatchView): Form {
  const known = form === null ? undefined : FORMS[form as FormId];
  if (!known) throw new AppError('batch-not-mendable', 'conflict');
  if (policy === 'all-or-nothing') throw new AppError('batch-mend-whole', 'conflict');
  return known;
}

function refuseStanding(orders: readonly RowOrder[], rows: readonly { row: number; state: RefusedRowState }[]): void {
  const faults = standingFaults(orders, new Map(rows.map((row) => [row.row, row])));
  if (faults.length > 0) throw new AppError('batch-rows-not-mendable', 'conflict', {}, faults.slice(0, 100));
}
