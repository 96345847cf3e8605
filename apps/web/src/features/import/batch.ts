import type { Output } from '@luutru/client';

export type Batch = Output<'getBatch'>;
export type BatchRow = Output<'listBatchRows'>['rows'][number];

const AT_REST = ['validated', 'done', 'partly', 'refused', 'cancelled'];

/** Nothing more happens by itself. */
export const isAtRest = ({ state }: { readonly state: string }): boolean => AT_REST.includes(state);

const acceptedLater = ({ mendedBy }: Batch): number => mendedBy.reduce((sum, { accepted }) => sum + accepted, 0);

/** Rows of the file that are in by now, whichever batch brought them. */
export const recordedInAll = (batch: Batch): number =>
  (batch.state === 'validated' ? 0 : batch.accepted) + acceptedLater(batch);

/** Rows that no batch has brought in yet. */
export const leftToMend = (batch: Batch): number => Math.max(0, batch.rejected - acceptedLater(batch));

/** Whether rows can be mended one by one: they have columns, and the file was not to go in whole or not at all. */
export const isMendable = (batch: Batch): boolean =>
  batch.form !== null && batch.policy === 'valid-rows' && batch.mends === null && isAtRest(batch);

/** The batch of mended rows that is worked on. */
export const waysOn = ({ mendedBy }: Batch): Batch['mendedBy'][number] | undefined =>
  mendedBy.find((mending) => !isAtRest(mending));
