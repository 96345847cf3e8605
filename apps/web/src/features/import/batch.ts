import type { Output } from '@luutru/client';

export type Batch = Output<'getBatch'>;
export type BatchRow = Output<'listBatchRows'>['rows'][number];

/** Nothing more happens by itself. */
export const isAtRest = (batch: Batch): boolean =>
  ['validated', 'done', 'partly', 'refused', 'cancelled'].includes(batch.state);
