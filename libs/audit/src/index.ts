export { type Actor, type AuditEntry, PLATFORM_FACILITY } from './audit-entry';
export { appendAudit, auditStatement } from './audit.statement';
