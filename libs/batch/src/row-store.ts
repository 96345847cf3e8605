import { Injectable } from '@nestjs/common';
import type { Caller, Principal } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import {
  BulkDeclarationService,
  type BulkDraft,
  type BulkOrder,
  type BulkOutcome,
  StayActionService,
} from '@luutru/declaration';
import type { Issue, Transaction } from '@luutru/platform';
import type { BatchRecord, BatchRowRecord, RowFinding } from './batch.record';
import type { BatchLease } from './batch.repository';
import type { FailedRow, PassedRow } from './row-checks';

type Checked = PassedRow | FailedRow;
const passed = (row: Checked): row is PassedRow => 'draft' in row;

/** Stores the rows that passed, or tries it without leaving a trace, and says what became of each. */
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
    rows: readonly Checked[],
  ): Promise<BatchRowRecord[]> {
    const outcomes = new Map<PassedRow, BulkOutcome>();
    for (const group of withoutSharedKeys(batch, rows.filter(passed))) {
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
      if (outcome.kind === 'stored' || outcome.kind === 'repeated') return success(row, outcome);
      return failure({ ...row, faults: [conflict(outcome, rowOf)] });
    });
  }

  /** Would {@link store} take it? Looks for the same person in house, and in the rows before. */
  async rehearse(
    tx: Transaction,
    { facilityId, batchId }: Omit<BatchLease, 'leaseNumber'>,
    rows: readonly Checked[],
  ): Promise<BatchRowRecord[]> {
    const candidates = rows.filter(passed);
    const taken = await this.bulk.findTakenIn(
      tx,
      facilityId,
      candidates.map(({ draft }) => draft),
    );
    const twice = await this.findTwice(
      tx,
      facilityId,
      batchId,
      candidates.filter((_, at) => !taken[at]),
    );
    return rows.map((row) => {
      if (!passed(row)) return failure(row);
      const stayId = taken[candidates.indexOf(row)];
      if (stayId) return failure({ ...row, faults: [conflict({ kind: 'taken', stayId }, new Map())] });
      const other = twice.get(row.source.place);
      if (other !== undefined) return failure({ ...row, faults: [sameAsRow(other)] });
      return success(row, null);
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

  /** Notes who is in the file and when; by place, the row that was there before. */
  private async findTwice(
    tx: Transaction,
    facilityId: string,
    batchId: string,
    rows: readonly PassedRow[],
  ): Promise<ReadonlyMap<number, number>> {
    const people = rows.flatMap(({ source, draft }) => {
      const occupant = this.bulk.occupant(facilityId, draft);
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

  /** The rows of this file that declared the stays in the way. */
  private async rowsOf(
    tx: Transaction,
    { facilityId, batchId }: BatchRecord,
    rows: readonly Checked[],
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

interface KeyedRow {
  readonly row: PassedRow;
  readonly draft: BulkDraft;
}

/** Rows under one key cannot go into one statement: the second of them waits for the next. */
function withoutSharedKeys({ batchId }: BatchRecord, rows: readonly PassedRow[]): KeyedRow[][] {
  const groups: { keys: Set<string>; rows: KeyedRow[] }[] = [];
  for (const row of rows) {
    const { place, input } = row.source;
    const key = input.externalRef ?? `batch:${batchId}:${place}`;
    let group = groups.find(({ keys }) => !keys.has(key));
    if (!group) groups.push((group = { keys: new Set(), rows: [] }));
    group.keys.add(key);
    group.rows.push({ row, draft: { draft: row.draft, key, body: input } });
  }
  return groups.map(({ rows: grouped }) => grouped);
}

const sameAsRow = (row: number): Issue => ({ code: 'same-person-in-row', pointer: '/person', params: { row } });

function conflict(outcome: BulkOutcome, rowOf: ReadonlyMap<string, number>): Issue {
  if (outcome.kind === 'reference-reused') return { code: 'reference-reused', pointer: '/externalRef' };
  const stayId = outcome.kind === 'taken' ? outcome.stayId : null;
  const row = stayId === null ? undefined : rowOf.get(stayId);
  if (row !== undefined) return sameAsRow(row);
  return { code: 'already-in-house', pointer: '/person', params: { stayId: stayId ?? '' } };
}

const findings = (severity: RowFinding['severity'], issues: readonly Issue[]): RowFinding[] =>
  issues.map((issue) => ({ ...issue, severity }));

function failure({ source, faults, warnings }: FailedRow): BatchRowRecord {
  const { place, row } = source;
  const all = [...findings('error', faults), ...findings('warning', warnings)];
  return { place, row, outcome: 'rejected', repeated: false, stayId: null, findings: all };
}

function success({ source, warnings }: PassedRow, outcome: BulkOutcome | null): BatchRowRecord {
  const { place, row } = source;
  return {
    place,
    row,
    outcome: warnings.length > 0 ? 'warned' : 'accepted',
    repeated: outcome?.kind === 'repeated',
    stayId: outcome?.kind === 'stored' || outcome?.kind === 'repeated' ? outcome.stayId : null,
    findings: findings('warning', warnings),
  };
}
