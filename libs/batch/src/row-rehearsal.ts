import { Injectable } from '@nestjs/common';
import { BulkDeclarationService, type BulkOutcome } from '@luutru/declaration';
import type { Transaction } from '@luutru/platform';
import type { BatchRowRecord } from './batch.record';
import type { BatchId } from './batch-file';
import type { PassedRow } from './row-checks';
import {
  type CheckedRow,
  conflictOf,
  failure,
  type KeyedRow,
  passed,
  sameAsRow,
  success,
  withoutSharedKeys,
} from './row-outcome';

/**
 * Would RowStore take it? Goes through the rows in the same order and by the same means: references used before, people in
 * house, and both among the rows that came before in the file, which are noted for those that follow.
 */
@Injectable()
export class RowRehearsal {
  constructor(private readonly bulk: BulkDeclarationService) {}

  async rehearse(
    tx: Transaction,
    { facilityId, batchId }: BatchId,
    rows: readonly CheckedRow[],
  ): Promise<BatchRowRecord[]> {
    const results = new Map<CheckedRow, BatchRowRecord>();
    for (const group of withoutSharedKeys(batchId, rows.filter(passed))) {
      const repeats = await this.findRepeats(tx, { facilityId, batchId }, group);
      const fresh = group.filter(({ row }) => !repeats.has(row));
      const taken = await this.bulk.findTakenIn(
        tx,
        facilityId,
        fresh.map(({ draft }) => draft),
      );
      const free = fresh.filter((_, at) => !taken[at]);
      const twice = await this.findTwice(tx, { facilityId, batchId }, free);
      for (const [row, outcome] of repeats) results.set(row, ofOutcome(row, outcome));
      fresh.forEach(({ row }, at) => {
        const stayId = taken[at];
        const other = twice.get(row.source.place);
        if (stayId) results.set(row, ofOutcome(row, { kind: 'taken', stayId }));
        else if (other !== undefined) results.set(row, failure({ ...row, faults: [sameAsRow(other)] }));
        else results.set(row, success(row, { stayId: null, repeated: false }));
      });
      const accepted = free.filter(({ row }) => !twice.has(row.source.place));
      await this.noteReferences(tx, { facilityId, batchId }, accepted);
    }
    return rows.map((row) => (passed(row) ? (results.get(row) as BatchRowRecord) : failure(row)));
  }

  /** Rows whose reference was used before, for real or by a row of this file that would be accepted. */
  private async findRepeats(
    tx: Transaction,
    { facilityId, batchId }: BatchId,
    group: readonly KeyedRow[],
  ): Promise<ReadonlyMap<PassedRow, Rehearsed>> {
    const keyed = group.filter(({ row }) => row.source.input.externalRef !== undefined);
    const repeats = new Map<PassedRow, Rehearsed>();
    if (keyed.length === 0) return repeats;
    const prints = this.bulk.printsOf(keyed.map(({ draft }) => draft));
    const prior = await this.bulk.findPriorIn(tx, facilityId, prints);
    const noted = await tx.query<{ ord: number; same: boolean }[]>(
      `SELECT k.ord, r.request_hash = k.request AS same
       FROM unnest($3::integer[], $4::bytea[], $5::bytea[]) AS k(ord, hash, request)
       JOIN batch_reference r ON r.facility_id = $1 AND r.batch_id = $2 AND r.key_hash = k.hash`,
      [
        facilityId,
        batchId,
        prints.map((_, ord) => ord),
        prints.map(({ keyHashes }) => keyHashes[0]),
        prints.map(({ requestHashes }) => requestHashes[0]),
      ],
    );
    for (const { ord, same } of noted) {
      const { row } = keyed[ord] as KeyedRow;
      repeats.set(row, same ? { kind: 'repeated', stayId: null } : { kind: 'reference-reused' });
    }
    keyed.forEach(({ row }, ord) => {
      const outcome = prior[ord];
      if (outcome) repeats.set(row, outcome);
    });
    return repeats;
  }

  private async noteReferences(
    tx: Transaction,
    { facilityId, batchId }: BatchId,
    rows: readonly KeyedRow[],
  ): Promise<void> {
    const keyed = rows.filter(({ row }) => row.source.input.externalRef !== undefined);
    if (keyed.length === 0) return;
    const prints = this.bulk.printsOf(keyed.map(({ draft }) => draft));
    await tx.query(
      `INSERT INTO batch_reference (facility_id, batch_id, key_hash, request_hash)
       SELECT $1, $2, * FROM unnest($3::bytea[], $4::bytea[])`,
      [
        facilityId,
        batchId,
        prints.map(({ keyHashes }) => keyHashes[0]),
        prints.map(({ requestHashes }) => requestHashes[0]),
      ],
    );
  }

  /** Notes who is in the file and when; by place, the row that was there before. */
  private async findTwice(
    tx: Transaction,
    { facilityId, batchId }: BatchId,
    rows: readonly KeyedRow[],
  ): Promise<ReadonlyMap<number, number>> {
    const people = rows.flatMap(({ row: { source }, draft }) => {
      const occupant = this.bulk.occupant(facilityId, draft.draft);
      return occupant ? [{ source, occupant, during: this.bulk.during(draft) }] : [];
    });
    const conflicts = await tx.query<{ place: number; other: number }[]>(
      `WITH people AS MATERIALIZED (
         SELECT * FROM unnest($3::integer[], $4::integer[], $5::bytea[], $6::timestamptz[], $7::timestamptz[])
                  AS u(place, row_number, occupant, arrived, until)
       ), noted AS (
         INSERT INTO batch_occupant (facility_id, batch_id, place, row_number, occupant_index, during)
         SELECT $1, $2, place, row_number, occupant, tstzrange(arrived, until) FROM people ORDER BY place
         ON CONFLICT DO NOTHING RETURNING place, row_number, occupant_index, during
       )
       SELECT p.place, coalesce(
                (SELECT n.row_number FROM noted n WHERE n.occupant_index = p.occupant
                   AND n.during && tstzrange(p.arrived, p.until) LIMIT 1),
                (SELECT o.row_number FROM batch_occupant o WHERE o.facility_id = $1 AND o.batch_id = $2
                   AND o.occupant_index = p.occupant AND o.during && tstzrange(p.arrived, p.until) LIMIT 1)) AS other
       FROM people p WHERE p.place NOT IN (SELECT place FROM noted)`,
      [
        facilityId,
        batchId,
        people.map(({ source }) => source.place),
        people.map(({ source }) => source.row),
        people.map(({ occupant }) => occupant),
        people.map(({ during }) => during.from),
        people.map(({ during }) => during.until),
      ],
    );
    return new Map(conflicts.map(({ place, other }) => [place, other]));
  }
}

type Rehearsed = Exclude<BulkOutcome, { kind: 'stored' }> | { readonly kind: 'repeated'; readonly stayId: null };

function ofOutcome(row: PassedRow, outcome: Rehearsed): BatchRowRecord {
  if (outcome.kind === 'repeated') return success(row, { stayId: outcome.stayId, repeated: true });
  return failure({ ...row, faults: [conflictOf(outcome, new Map())] });
}
