import { Injectable } from '@nestjs/common';
import type { Caller, Principal } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { BulkDeclarationService, type BulkOrder, type BulkOutcome, StayActionService } from '@luutru/declaration';
import type { Transaction } from '@luutru/platform';
import type { BatchRecord, BatchRowRecord } from './batch.record';
import type { PassedRow } from './row-checks';
import { type CheckedRow, conflictOf, failure, passed, success, withoutSharedKeys } from './row-outcome';

/** Stores the rows that passed and says what became of each. */
@Injectable()
export class RowStore {
  constructor(
    private readonly bulk: BulkDeclarationService,
    private readonly actions: StayActionService,
  ) {}

  /** Whoever sent the file, as far as actions need to know: what they may do was decided when it came. */
  callerOf({ actor, requestId }: BulkOrder): Caller {
    const kind = actor.kind === 'person' ? 'person' : 'api-key';
    const principal: Principal = { kind, id: actor.id, grants: [], ownIndexes: [] };
    return { principal, requestId };
  }

  async store(
    tx: Transaction,
    batch: BatchRecord,
    order: BulkOrder,
    rows: readonly CheckedRow[],
  ): Promise<BatchRowRecord[]> {
    const outcomes = new Map<PassedRow, BulkOutcome>();
    for (const group of withoutSharedKeys(batch.batchId, rows.filter(passed))) {
      const stored = await this.bulk.storeIn(
        tx,
        order,
        group.map(({ draft }) => draft),
      );
      group.forEach(({ row }, at) => outcomes.set(row, stored[at] as BulkOutcome));
    }
    for (const [row, outcome] of outcomes) {
      if (outcome.kind === 'stored' && row.departedAt) await this.checkOut(tx, order, outcome.stayId, row.departedAt);
    }
    const rowOf = await this.rowsOf(tx, batch, rows, outcomes);
    return rows.map((row) => {
      if (!passed(row)) return failure(row);
      const outcome = outcomes.get(row) as BulkOutcome;
      if (outcome.kind === 'stored' || outcome.kind === 'repeated')
        return success(row, { stayId: outcome.stayId, repeated: outcome.kind === 'repeated' });
      return failure({ ...row, faults: [conflictOf(outcome, rowOf)] });
    });
  }

  private async checkOut(tx: Transaction, order: BulkOrder, stayId: string, departedAt: Date): Promise<void> {
    const act = {
      caller: this.callerOf(order),
      stayId,
      channel: order.channel,
      order: { action: 'check-out' as const, departedAt: toLocalIso(departedAt) },
      version: 1,
      shapeIssues: [],
      body: {},
    };
    await this.actions.actIn(tx, act, [order.facilityId]);
  }

  /** The rows of this file that declared the stays in the way. */
  private async rowsOf(
    tx: Transaction,
    { facilityId, batchId }: BatchRecord,
    rows: readonly CheckedRow[],
    outcomes: ReadonlyMap<PassedRow, BulkOutcome>,
  ): Promise<ReadonlyMap<string, number>> {
    const inTheWay = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'taken' ? [outcome.stayId] : []));
    if (inTheWay.length === 0) return new Map();
    const before = await tx.query<{ stayId: string; row: number }[]>(
      `SELECT stay_id AS "stayId", row_number AS row FROM batch_row
       WHERE facility_id = $1 AND batch_id = $2 AND stay_id = ANY($3)`,
      [facilityId, batchId, inTheWay],
    );
    const now = rows.filter(passed).flatMap((row) => {
      const outcome = outcomes.get(row);
      return outcome?.kind === 'stored' ? [{ stayId: outcome.stayId, row: row.source.row }] : [];
    });
    return new Map([...before, ...now].map(({ stayId, row }) => [stayId, row]));
  }
}
