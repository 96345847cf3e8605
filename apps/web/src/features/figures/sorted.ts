import type { Output } from '@luutru/client';

type Row = Output<'getFigures'>['rows'][number];

/** The largest first; what is not shown last, which says nothing about it. */
export const sorted = (rows: readonly Row[], measure: string): Row[] =>
  [...rows].sort((one, other) => (other.values[measure] ?? -1) - (one.values[measure] ?? -1));
