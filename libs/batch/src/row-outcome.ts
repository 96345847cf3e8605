import type { BulkDraft, BulkOutcome } from '@luutru/declaration';
import type { Issue } from '@luutru/platform';
import type { BatchRowRecord, RowFinding } from './batch.record';
import type { FailedRow, PassedRow } from './row-checks';
import type { SourceRow } from './row-source';

export type CheckedRow = PassedRow | FailedRow;

export const passed = (row: CheckedRow): row is PassedRow => 'draft' in row;

export interface KeyedRow {
  readonly row: PassedRow;
  readonly draft: BulkDraft;
}

/** Rows under one key cannot go into one statement: the second of them waits for the next. */
export function withoutSharedKeys(batchId: string, rows: readonly PassedRow[]): KeyedRow[][] {
  const groups: { keys: Set<string>; rows: KeyedRow[] }[] = [];
  for (const row of rows) {
    const { place, input } = row.source;
    const key = input.externalRef ?? `batch:${batchId}:${place}`;
    let group = groups.find(({ keys }) => !keys.has(key));
    if (!group) groups.push((group = { keys: new Set(), rows: [] }));
    group.keys.add(key);
    group.rows.push({ row, draft: { draft: row.draft, key, body: input, departedAt: row.departedAt } });
  }
  return groups.map(({ rows: grouped }) => grouped);
}

/** A row that a batch of mended rows carries: this batch leaves it alone. */
export const sentMended = (source: SourceRow): FailedRow => ({
  source,
  faults: [{ code: 'row-sent-mended', pointer: '', params: { row: source.row } }],
  warnings: [],
});

export const sameAsRow = (row: number): Issue => ({ code: 'same-person-in-row', pointer: '/person', params: { row } });

/** What is wrong with a row that cannot be stored; `rowOf` knows the rows of the file that declared stays. */
export function conflictOf(outcome: BulkOutcome, rowOf: ReadonlyMap<string, number>): Issue {
  if (outcome.kind === 'reference-reused') return { code: 'reference-reused', pointer: '/externalRef' };
  const stayId = outcome.kind === 'taken' ? outcome.stayId : null;
  const row = stayId === null ? undefined : rowOf.get(stayId);
  if (row !== undefined) return sameAsRow(row);
  return { code: 'already-in-house', pointer: '/person', params: { stayId: stayId ?? '' } };
}

const findings = (severity: RowFinding['severity'], issues: readonly Issue[]): RowFinding[] =>
  issues.map((issue) => ({ ...issue, severity }));

export function failure({ source, faults, warnings }: FailedRow): BatchRowRecord {
  const { place, row } = source;
  const all = [...findings('error', faults), ...findings('warning', warnings)];
  return { place, row, outcome: 'rejected', repeated: false, stayId: null, findings: all };
}

/** @param stayId null: checked only */
export function success(
  { source, warnings }: PassedRow,
  { stayId, repeated }: { readonly stayId: string | null; readonly repeated: boolean },
): BatchRowRecord {
  const { place, row } = source;
  const outcome = warnings.length > 0 ? 'warned' : 'accepted';
  return { place, row, outcome, repeated, stayId, findings: findings('warning', warnings) };
}
