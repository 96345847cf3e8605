import { encodeFields, type Field } from './encoding';
import { merkleLeaf } from './merkle';

/**
 * The columns of audit_entry in the order they are hashed in. A column that comes later goes to the end and may be null:
 * what is null is left out, so that entries sealed before keep their hash.
 */
export const AUDIT_COLUMNS = [
  'facility_id',
  'at',
  'audit_id',
  'xact',
  'actor_kind',
  'actor_id',
  'action',
  'subject_kind',
  'subject_id',
  'request_id',
  'purpose',
  'row_count',
  'detail',
] as const;

/** One entry as PostgreSQL writes it: `at` in microseconds since 1970, everything else as its text. */
export type AuditRow = Readonly<Record<(typeof AUDIT_COLUMNS)[number], string | null>>;

const LABEL = 'luutru-audit-entry-v1';

/** The hash of an entry. Null and the empty text differ: the one has no field, the other an empty one. */
export function leafOf(row: AuditRow): Buffer {
  const fields: Field[] = [];
  for (const name of AUDIT_COLUMNS) {
    const value = row[name];
    if (value !== null) fields.push([name, value]);
  }
  return merkleLeaf(encodeFields(LABEL, fields));
}
