export { BatchModule } from './batch.module';
export { BatchService, batchTooLarge, MAX_FILE_BYTES, type ReceiveCommand, type Received } from './batch.service';
export { BatchReadModel, type BatchRowFilter, type BatchView } from './batch.read-model';
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
  isOver,
} from './domain/batch-life';
/** What the problem and issue codes of batches say. */
export { batchErrors, batchIssues } from './batch.catalogue';
