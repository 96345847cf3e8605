import type { BulkOrder } from '@luutru/declaration';
import type { Recognised } from '@luutru/declaration-file';
import type { BatchRecord } from './batch.record';
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
