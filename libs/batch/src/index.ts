export { BatchModule } from './batch.module';
export { BatchService, batchTooLarge, MAX_FILE_BYTES, type ReceiveCommand, type Received } from './batch.service';
export {
  BatchReadModel,
  type BatchRowFilter,
  type BatchRowView,
  type BatchView,
  type MendingBatch,
} from './batch.read-model';
/** Refused rows with what stood in them, and sending them again. */
export { type MendableRow, RefusedRowReadModel } from './refused-row.read-model';
export { mendableForm, type MendCommand, MendService } from './mend.service';
export { MAX_MENDED_ROWS } from './domain/mending';
/** What the file of a batch is. */
export { recogniseBatch } from './recognise-batch';
/** Works on batches; the importer's only job. */
export { BatchRunner } from './batch-runner';
/** The tables behind the columns of forms, at a facility. */
export { BatchChoices } from './batch-choices';
export type { BatchRowRecord, RowFinding } from './batch.record';
export {
  ALL_OR_NOTHING_ROWS,
  BATCH_LIFE,
  BATCH_MODES,
  BATCH_POLICIES,
  BATCH_STATES,
  type BatchMode,
  type BatchPolicy,
  type BatchState,
  isAtRest,
  isOver,
} from './domain/batch-life';
/** What the problem and issue codes of batches say. */
export { batchErrors, batchIssues } from './batch.catalogue';
