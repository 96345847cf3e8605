export { type Actor, type AuditEntry, PLATFORM_FACILITY } from './audit-entry';
export { appendAudit, auditStatement } from './audit.statement';
export { auditErrors, auditIssues } from './audit.catalogue';
export { AuditSealer, type Sealing } from './audit-sealer';
export { SealWatch } from './seal-watch';
export { SealExporter, type SinkLag } from './seal-exporter';
export type { SealSink } from './seal-sink';
export { HeadsFolder } from './heads-folder';
/** A verification in words, vi and en. */
export { describeVerification } from './verification.words';
export { AuditVerifier } from './audit-verifier';
export { type AuditFilter, type AuditLine, AuditReadModel, type AuditReader, type SealState } from './audit.read-model';
export type { Verification, VerificationRequest } from './verification';
export type { Fault, Finding } from './domain/finding';
export { type ExportedHead, isoMicros } from './domain/exported-head';
