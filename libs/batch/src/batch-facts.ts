import type { BulkOrder } from '@luutru/declaration';
import { columnOf, type Recognised } from '@luutru/declaration-file';
import type { BatchRecord, BatchRowRecord, RowFinding } from './batch.record';
import type { Progress } from './batch.repository';
import type { RowDefaults } from './row-checks';

/** What a file turned out to be, as a batch records it. */
export const fileOf = ({ format, form, sheet, warnings }: Recognised) => ({
  format,
  form: form?.id ?? null,
  sheet: sheet ?? null,
  warnings,
});

/** Forms that are about one kind of stay say so for their rows. */
const KIND_OF_FORM: Readonly<Record<string, string>> = {
  tenants: 'tenant',
  manifest: 'passenger',
};

export const defaultsOf = ({ facilityId, stayKind, tripId }: BatchRecord, file: Recognised): RowDefaults => ({
  facilityId,
  stayKind: KIND_OF_FORM[file.form?.id ?? ''] ?? stayKind,
  tripId,
  roomIsUnit: file.form?.id === 'portal' || file.form?.id === 'foreigners',
});

export const orderOf = ({ facilityId, actor, requestId }: BatchRecord): BulkOrder => ({
  facilityId,
  channel: 'file',
  actor,
  requestId,
});

/** Says where in the file a finding is. */
export const locate =
  (file: Recognised) =>
  (finding: RowFinding): RowFinding => {
    const column = columnOf(file, finding.pointer);
    return column ? { ...finding, column: column.letter, header: column.header } : finding;
  };

/** What recorded rows add to the counts. */
export function progressOf(results: readonly BatchRowRecord[]): Progress {
  const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
  const [rejected, warned] = [count('rejected'), count('warned')];
  return { rows: results.length, accepted: results.length - rejected, rejected, warned };
}
