import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { AppError, BlindIndex, CLOCK, type Clock, Database, KeyRing, type Transaction, uuidV7 } from '@luutru/platform';
import { noteNews } from '@luutru/webhook';
import { BatchFileWriter, type BatchId } from './batch-file';
import { type BatchRecord, sealFileName, SELECT_BATCH } from './batch.record';
import { BatchRepository } from './batch.repository';
import { BATCH_LIFE, type BatchAction, type BatchMode, type BatchPolicy } from './domain/batch-life';

export interface ReceiveCommand {
  readonly caller: Caller;
  readonly facilityId: string;
  readonly mode: BatchMode;
  readonly policy: BatchPolicy;
  /** For rows that do not say; null: the one kind the facility has. */
  readonly stayKind: string | null;
  /** For manifests. */
  readonly tripId: string | null;
  readonly fileName: string | null;
  readonly file: AsyncIterable<Buffer>;
  /** Work on a file again that was declared before. */
  readonly again: boolean;
}

export interface Received {
  readonly batchId: string;
  /** The batch that declared the same file before; then `batchId` is that one and nothing new was made. */
  readonly sameFile: boolean;
}

/** Bytes of a file; half a million rows of the portal's form have about 60 MB. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;
export const batchTooLarge = (): AppError =>
  new AppError('batch-too-large', 'invalid', { megabytes: MAX_FILE_BYTES / 1024 / 1024 });
const FILE_PURPOSE = 'batch-file';
const SAME_FILE_LOCK = 7305019;

/** Takes files in and lets people steer what becomes of them. */
@Injectable()
export class BatchService {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchRepository,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Stores a file as it arrives. When it returns, file and batch are committed.
   * @throws `batch-too-large`, `file-empty`
   */
  async receive(command: ReceiveCommand): Promise<Received> {
    const { facilityId, file } = command;
    const at = this.clock.now();
    const id: BatchId = { facilityId, batchId: uuidV7(at) };
    await this.begin(id, command, at);
    const writer = new BatchFileWriter(this.database, this.keyRing, id, localDate(at));
    const hash = createHash('sha256');
    let size = 0;
    for await (const bytes of file) {
      size += bytes.length;
      if (size > MAX_FILE_BYTES) throw batchTooLarge();
      hash.update(bytes);
      await writer.write(bytes);
    }
    if (size === 0) throw new AppError('file-empty', 'invalid');
    await writer.end();
    const fingerprints = this.index.candidates(FILE_PURPOSE, hash.digest('hex')).map(({ value }) => value);
    return this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const before = command.again || command.mode === 'validate' ? null : await this.findSame(tx, id, fingerprints);
      const state = before ? 'cancelled' : 'received';
      await tx.query(
        `UPDATE batch SET state = $3, file_size = $4, file_index = $5, finished_at = $6 WHERE facility_id = $1 AND batch_id = $2`,
        [facilityId, id.batchId, state, size, fingerprints[0], before ? at : null],
      );
      await this.audit(tx, command.caller, id, before ? 'batch.recognise' : 'batch.receive');
      return before ? { batchId: before, sameFile: true } : { batchId: id.batchId, sameFile: false };
    });
  }

  /**
   * Declares the rows of a batch that was validated.
   * @param again also a file that was declared before
   * @throws `not-found`, `batch-action-not-allowed`, `batch-has-faults`, `batch-same-file`
   */
  async commit(
    caller: Caller,
    { facilityId, batchId }: BatchId,
    { policy, again }: { readonly policy: BatchPolicy; readonly again: boolean },
  ): Promise<BatchRecord> {
    return this.steer(caller, { facilityId, batchId }, 'commit', async (tx, batch) => {
      const same = again ? null : await this.findSame(tx, { facilityId, batchId }, await this.printsOf(tx, batch));
      if (same) throw new AppError('batch-same-file', 'conflict', { batchId: same });
      if (policy === 'all-or-nothing' && batch.rejected > 0) {
        throw new AppError('batch-has-faults', 'conflict', { rejected: batch.rejected });
      }
      await this.batches.restart(tx, { facilityId, batchId });
      await tx.query(
        `UPDATE batch SET mode = 'commit', policy = $3, state = 'committing', actor_kind = $4, actor_id = $5, request_id = $6
         WHERE facility_id = $1 AND batch_id = $2`,
        [facilityId, batchId, policy, caller.principal.kind, caller.principal.id, caller.requestId],
      );
    });
  }

  /** Ends a batch; rows recorded by then stay. Throws `not-found`, `batch-action-not-allowed`. */
  async cancel(caller: Caller, facilityId: string, batchId: string): Promise<BatchRecord> {
    return this.steer(caller, { facilityId, batchId }, 'cancel', async (tx, { state }) => {
      const next = BATCH_LIFE[state].cancel;
      const at = this.clock.now();
      await tx.query(
        `UPDATE batch SET cancel_asked = true, state = coalesce($3, state), finished_at = CASE WHEN $3::text IS NOT NULL THEN $4::timestamptz END
         WHERE facility_id = $1 AND batch_id = $2`,
        [facilityId, batchId, next ?? null, at],
      );
      if (!next) return;
      const news = { facilityId, type: 'batch.finished', subjectId: batchId, occurredAt: at } as const;
      await noteNews(tx, { ...news, data: { state: next } });
    });
  }

  private async steer(
    caller: Caller,
    id: BatchId,
    action: BatchAction,
    work: (tx: Transaction, batch: BatchRecord) => Promise<void>,
  ): Promise<BatchRecord> {
    return this.database.transaction({ facilityIds: [id.facilityId] }, async (tx) => {
      const read = `${SELECT_BATCH} WHERE facility_id = $1 AND batch_id = $2`;
      const [batch] = await tx.query<BatchRecord[]>(`${read} FOR UPDATE`, [id.facilityId, id.batchId]);
      if (!batch) throw new AppError('not-found', 'not-found');
      if (BATCH_LIFE[batch.state][action] === undefined) {
        throw new AppError('batch-action-not-allowed', 'conflict', { state: batch.state, action });
      }
      await work(tx, batch);
      await this.audit(tx, caller, id, `batch.${action}`);
      const [after] = await tx.query<BatchRecord[]>(read, [id.facilityId, id.batchId]);
      return after ?? batch;
    });
  }

  private async begin({ facilityId, batchId }: BatchId, command: ReceiveCommand, at: Date): Promise<void> {
    const { caller, fileName } = command;
    const sealed = await sealFileName(this.keyRing, { facilityId, batchId }, localDate(at), fileName);
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      await tx.query(
        `INSERT INTO batch (facility_id, batch_id, mode, policy, state, stay_kind, trip_id, file_name_sealed, actor_kind,
                            actor_id, request_id, created_at)
         VALUES ($1, $2, $3, $4, 'receiving', $5, $6, $7, $8, $9, $10, $11)`,
        [
          facilityId,
          batchId,
          command.mode,
          command.policy,
          command.stayKind,
          command.tripId,
          sealed,
          caller.principal.kind,
          caller.principal.id,
          caller.requestId,
          at,
        ],
      );
    });
  }

  /**
   * The newest batch that declared the very same bytes, or is about to. A file that is sent again while it is still being
   * taken in waits here for the first (by the facility, because fingerprints are others while index keys change): each would see none before it, and the second would be told that all its people are
   * in house already.
   */
  private async findSame(tx: Transaction, { facilityId, batchId }: BatchId, prints: Buffer[]): Promise<string | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [facilityId, SAME_FILE_LOCK]);
    const [same] = await tx.query<{ id: string }[]>(
      `SELECT batch_id AS id FROM batch
       WHERE facility_id = $1 AND file_index = ANY($2) AND batch_id <> $3 AND mode = 'commit'
         AND state NOT IN ('receiving', 'refused', 'cancelled') ORDER BY created_at DESC LIMIT 1`,
      [facilityId, prints, batchId],
    );
    return same?.id ?? null;
  }

  private async printsOf(tx: Transaction, { facilityId, batchId }: BatchRecord): Promise<Buffer[]> {
    const rows = await tx.query<{ print: Buffer }[]>(
      'SELECT file_index AS print FROM batch WHERE facility_id = $1 AND batch_id = $2',
      [facilityId, batchId],
    );
    return rows.map(({ print }) => print);
  }

  private async audit(tx: Transaction, { principal, requestId }: Caller, id: BatchId, action: string): Promise<void> {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId: id.facilityId,
      actor: { kind: principal.kind, id: principal.id },
      action,
      subjectKind: 'batch',
      subjectId: id.batchId,
      requestId,
    });
  }
}
