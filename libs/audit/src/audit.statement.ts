import { type SqlValue, type Statement, type Transaction, uuidV7 } from '@luutru/platform';
import type { AuditEntry } from './audit-entry';

const COLUMNS =
  'facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id, request_id, row_count, detail, purpose';

/** The statement that appends an entry, to be run in the transaction of what it records. */
export function auditStatement(entry: AuditEntry): Statement {
  return {
    name: 'audit_append',
    text: `INSERT INTO audit_entry (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: auditValues(entry),
  };
}

/** Appends an entry within a transaction. */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { text, values } = auditStatement(entry);
  await tx.query(text, [...values]);
}

function auditValues(entry: AuditEntry): SqlValue[] {
  return [
    entry.facilityId,
    entry.at,
    uuidV7(entry.at),
    entry.actor.kind,
    entry.actor.id,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.requestId,
    entry.rowCount ?? null,
    entry.detail ? JSON.stringify(entry.detail) : null,
    entry.purpose ?? null,
  ];
}
