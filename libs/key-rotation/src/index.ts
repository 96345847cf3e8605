/** Changing keys while everything runs, and the end of retention. For the command line, as the role luutru_keeper. */
export { type DataKeyView, DataKeyRotation, type RotationOptions } from './data-key-rotation';
export { IndexRotation, type IndexRotationOptions } from './index-rotation';
export { Retention, RETENTION_MONTHS } from './retention';
/** Every column whose values are sealed. */
export { keyPrefix, SEALED_COLUMNS, type SealedColumn } from './sealed-column';
