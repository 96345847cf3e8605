import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '@luutru/audit';
import type { BulkOrder } from '@luutru/declaration';
import { readRows, type Recognised } from '@luutru/declaration-file';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  type Logger,
  LOGGER,
  type Transaction,
} from '@luutru/platform';
import { BatchFileReader } from './batch-file';
import { type BatchRecord, type BatchRowRecord, FILE_NAME_SEAL } from './batch.record';
import { type BatchLease, BatchRepository, LeaseLost } from './batch.repository';
import { ALL_OR_NOTHING_ROWS, nextStep, outcomeOf } from './domain/batch-life';
import { defaultsOf, fileOf, locate, orderOf, progressOf } from './batch-facts';
import { asRefusal, Cancelled, Refusal, Stopped, tooMany } from './batch-endings';
import { BatchChoices } from './batch-choices';
import { recogniseBatch } from './recognise-batch';
import { RefusedRowReadModel } from './refused-row.read-model';
import { RowCells } from './row-cells';
import { type FailedRow, NOT_ADMITTED, type PassedRow, RowChecks } from './row-checks';
import { RowRehearsal } from './row-rehearsal';
import { ahead, inChunks, type SourceRow } from './row-source';
import { type CheckedRow, sentMended } from './row-outcome';
import { RowStore } from './row-store';

const CHUNK_ROWS = 500;
const RENEW_EVERY_MS = 8_000;
const RETRY_AFTER_MS = 3_000;
/** How often a batch is begun without getting on, whether its process failed or died, before it is given up. */
const MAX_BEGINNINGS = 20;

/**
 * Works on one batch at a time. Each chunk of rows is one transaction with what became of it, so that whoever goes on after
 * a crash starts with the first row that is not recorded, and no row is done twice.
 */
@Injectable()
export class BatchRunner {
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly batches: BatchRepository,
    private readonly choices: BatchChoices,
    private readonly checks: RowChecks,
    private readonly rehearsal: RowRehearsal,
    private readonly store: RowStore,
    private readonly refused: RefusedRowReadModel,
    private readonly cells: RowCells,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Makes a batch under way be let go of before its next chunk. */
  stop(): void {
    this.stopped = true;
  }

  /** Leases a batch and works on it to the end. Returns false when none waits. */
  async runNext(): Promise<boolean> {
    const lease = await this.batches.lease(this.clock.now());
    if (!lease) return false;
    const renewing = setInterval(() => {
      this.batches.renew(lease, this.clock.now()).catch(() => undefined);
    }, RENEW_EVERY_MS);
    try {
      if ((await this.batches.begin(lease)) > MAX_BEGINNINGS) await this.abandon(lease);
      else await this.work(lease);
    } catch (error) {
      await this.giveUp(lease, error);
    } finally {
      clearInterval(renewing);
    }
    return true;
  }

  private async work(lease: BatchLease): Promise<void> {
    let batch = await this.batches.get(lease);
    const source = new BatchFileReader(this.database, this.keyRing, lease, batch.fileSize);
    if (batch.state === 'received') await this.batches.enter(lease, 'validating');
    const file = await this.recognise(batch, source);
    if (nextStep(batch) === 'check') {
      await this.batches.enter(lease, 'validating', fileOf(file));
      const passed = await this.check(lease, await this.batches.get(lease), file, source);
      if (!passed) return;
      batch = await this.batches.get(lease);
    } else {
      await this.batches.enter(lease, 'committing', fileOf(file));
    }
    if (batch.policy === 'all-or-nothing') await this.storeAll(lease, batch, file, source);
    else await this.storeValid(lease, batch, file, source);
  }

  /** Throws a {@link Refusal} for a file that cannot be read. */
  private async recognise(batch: BatchRecord, source: BatchFileReader): Promise<Recognised> {
    const { table, column } = FILE_NAME_SEAL;
    const name = batch.fileNameSealed && (await this.keyRing.open(table, column, batch.batchId, batch.fileNameSealed));
    return asRefusal(() => recogniseBatch(batch, source, name));
  }

  /** Checks every row without declaring any. Returns whether the batch goes on to be stored. */
  private async check(
    lease: BatchLease,
    batch: BatchRecord,
    file: Recognised,
    source: BatchFileReader,
  ): Promise<boolean> {
    const known = new Map<string, string>();
    let rows = 0;
    for await (const checked of ahead(this.checked(batch, file, source, known))) {
      await this.batches.within(lease, async (tx) => {
        await this.proceed(tx, lease);
        await this.record(tx, lease, file, await this.rehearsal.rehearse(tx, lease, checked), checked);
      });
      rows = (checked.at(-1)?.source.place ?? 0) + 1;
    }
    return this.batches.within(lease, async (tx) => {
      await this.proceed(tx, lease);
      const totalRows = Math.max(rows, batch.doneRows);
      if (totalRows === 0) throw new Refusal(new AppError('file-without-rows', 'invalid'));
      const { rejected } = await this.counts(tx, lease);
      const at = this.clock.now();
      const goesOn = batch.mode === 'commit' && rejected === 0;
      if (goesOn) await this.batches.restart(tx, lease);
      const state = goesOn ? 'committing' : batch.mode === 'commit' ? 'refused' : 'validated';
      const refusal = state === 'refused' ? { error: { code: 'batch-has-faults', params: { rejected } } } : {};
      await this.batches.finish(tx, lease, { state, at, totalRows, ...refusal });
      if (state !== 'committing') await this.audit(tx, batch, state, totalRows);
      else await this.batches.renewIn(tx, lease, at);
      return goesOn;
    });
  }

  private async storeValid(
    lease: BatchLease,
    batch: BatchRecord,
    file: Recognised,
    source: BatchFileReader,
  ): Promise<void> {
    const known = new Map<string, string>();
    const order = orderOf(batch);
    let rows = 0;
    for await (const checked of ahead(this.checked(batch, file, source, known, order))) {
      await this.batches.within(lease, async (tx) => {
        await this.proceed(tx, lease);
        await this.record(tx, lease, file, await this.store.store(tx, batch, order, checked), checked);
      });
      rows = (checked.at(-1)?.source.place ?? 0) + 1;
    }
    await this.batches.within(lease, (tx) => this.end(tx, lease, batch, Math.max(rows, batch.doneRows)));
  }

  /** One transaction for all: either every row is declared with the end of the batch, or none is. */
  private async storeAll(
    lease: BatchLease,
    batch: BatchRecord,
    file: Recognised,
    source: BatchFileReader,
  ): Promise<void> {
    const known = new Map<string, string>();
    const order = orderOf(batch);
    const failed: BatchRowRecord[] = [];
    const nothing = new Error('Rolled back: a row cannot be declared');
    try {
      await this.batches.within(lease, async (tx) => {
        await this.proceed(tx, lease);
        let rows = 0;
        for await (const checked of ahead(this.checked({ ...batch, doneRows: 0 }, file, source, known, order))) {
          rows += checked.length;
          if (rows > ALL_OR_NOTHING_ROWS) throw tooMany();
          const results = await this.store.store(tx, batch, order, checked);
          await this.record(tx, lease, file, results);
          failed.push(...results.filter(({ outcome }) => outcome === 'rejected'));
        }
        if (failed.length > 0) throw nothing;
        await this.end(tx, lease, batch, rows);
      });
    } catch (error) {
      if (error !== nothing) throw error;
      await this.batches.within(lease, async (tx) => {
        await this.proceed(tx, lease);
        await this.record(tx, lease, file, failed);
        const error = { code: 'batch-has-faults', params: { rejected: failed.length } };
        await this.batches.finish(tx, lease, { state: 'refused', at: this.clock.now(), error });
        await this.audit(tx, batch, 'refused', failed.length);
      });
    }
  }

  private async end(tx: Transaction, lease: BatchLease, batch: BatchRecord, totalRows: number): Promise<void> {
    await this.proceed(tx, lease);
    if (totalRows === 0) throw new Refusal(new AppError('file-without-rows', 'invalid'));
    const state = outcomeOf('store', await this.counts(tx, lease));
    await this.batches.finish(tx, lease, { state, at: this.clock.now(), totalRows });
    await this.audit(tx, batch, state, totalRows);
  }

  private async *checked(
    batch: BatchRecord,
    file: Recognised,
    source: BatchFileReader,
    known: Map<string, string>,
    order?: BulkOrder,
  ): AsyncGenerator<(PassedRow | FailedRow)[]> {
    const admitAs = order && this.store.callerOf(order);
    // No row is mended while the batch is worked on: what is sent elsewhere now stays so.
    const elsewhere = await this.refused.carriedElsewhere(batch);
    for await (const chunk of this.chunks(batch, file, source, known)) {
      const own = chunk.filter(({ row }) => !elsewhere.has(row));
      const checks = await this.checks.check(defaultsOf(batch, file), own, known, admitAs);
      const bySource = new Map(checks.map((check) => [check.source, check]));
      yield chunk.map((row) => bySource.get(row) ?? sentMended(row));
    }
  }

  /** The rows not done yet, in chunks; of those done it only learns the patients they name. */
  private async *chunks(
    batch: BatchRecord,
    file: Recognised,
    source: BatchFileReader,
    known: Map<string, string>,
  ): AsyncGenerator<SourceRow[]> {
    const limit = batch.policy === 'all-or-nothing' && batch.mode === 'commit' ? ALL_OR_NOTHING_ROWS : Infinity;
    const choices = await this.choices.of(batch.facilityId);
    async function* rows(): AsyncGenerator<SourceRow> {
      let place = 0;
      for await (const row of readRows(source, file, choices)) {
        if (place >= limit) throw tooMany();
        if (place >= batch.doneRows) yield { ...row, place };
        else if (row.links.recordNumber !== undefined) known.set(row.links.recordNumber, NOT_ADMITTED);
        place += 1;
      }
    }
    const reading = inChunks(rows(), CHUNK_ROWS)[Symbol.asyncIterator]();
    for (;;) {
      const next = await asRefusal(() => reading.next());
      if (next.done) return;
      yield next.value;
    }
  }

  private async proceed(tx: Transaction, lease: BatchLease): Promise<void> {
    if (this.stopped) throw new Stopped();
    const { cancelAsked } = await this.batches.renewIn(tx, lease, this.clock.now());
    if (cancelAsked) throw new Cancelled();
  }

  private async record(
    tx: Transaction,
    lease: BatchLease,
    file: Recognised,
    results: readonly BatchRowRecord[],
    checked: readonly CheckedRow[] = [],
  ): Promise<void> {
    const located = results.map((result) => ({ ...result, findings: result.findings.map(locate(file)) }));
    await this.batches.recordRows(tx, lease, located);
    await this.cells.keepRefused(tx, lease, file, results, checked);
    await this.batches.advance(tx, lease, progressOf(results));
  }

  private async counts(tx: Transaction, lease: BatchLease): Promise<{ accepted: number; rejected: number }> {
    const [row] = await tx.query<{ accepted: number; rejected: number }[]>(
      'SELECT accepted, rejected FROM batch WHERE facility_id = $1 AND batch_id = $2',
      [lease.facilityId, lease.batchId],
    );
    return row ?? { accepted: 0, rejected: 0 };
  }

  private async audit(tx: Transaction, batch: BatchRecord, state: string, rowCount: number): Promise<void> {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId: batch.facilityId,
      actor: batch.actor,
      action: `batch.${state}`,
      subjectKind: 'batch',
      subjectId: batch.batchId,
      requestId: batch.requestId,
      rowCount,
    });
  }

  private async giveUp(lease: BatchLease, error: unknown): Promise<void> {
    const { facilityId, batchId } = lease;
    if (error instanceof LeaseLost) return;
    if (error instanceof Stopped) {
      await this.batches.letGo(lease);
      return;
    }
    if (error instanceof Cancelled || error instanceof Refusal) {
      const state = error instanceof Cancelled ? 'cancelled' : 'refused';
      const reason = error instanceof Refusal && { error: { code: error.reason.code, params: error.reason.params } };
      await this.batches.within(lease, async (tx) => {
        await this.batches.renewIn(tx, lease, this.clock.now());
        await this.batches.finish(tx, lease, { state, at: this.clock.now(), ...reason });
        await this.audit(tx, await this.batches.get(lease), state, 0);
      });
      return;
    }
    const code = error instanceof AppError ? error.code : undefined;
    this.logger.error({ facilityId, batchId, code, ...(code === undefined && { err: error }) }, 'batch interrupted');
    await this.batches.retryLater(lease, new Date(this.clock.now().getTime() + RETRY_AFTER_MS));
  }

  /** A file that processes die of, one after the other, keeps them from all the others. */
  private async abandon(lease: BatchLease): Promise<void> {
    const { facilityId, batchId } = lease;
    this.logger.error({ facilityId, batchId }, 'batch given up');
    await this.batches.within(lease, async (tx) => {
      await this.batches.renewIn(tx, lease, this.clock.now());
      const end = { state: 'refused' as const, at: this.clock.now(), error: { code: 'batch-given-up' } };
      await this.batches.finish(tx, lease, end);
      await this.audit(tx, await this.batches.get(lease), 'refused', 0);
    });
  }
}
