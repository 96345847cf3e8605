import type { Output } from '@luutru/client';

type Row = Output<'getFigures'>['rows'][number];

/** Read as a course through the day or the week. */
const IN_ORDER: readonly string[] = ['weekday', 'hour'];

/** The largest first; what is not shown last, which says nothing about it. */
export const sorted = (rows: readonly Row[], by: string, measure: string): Row[] =>
  [...rows].sort((one, other) =>
    IN_ORDER.includes(by)
      ? Number(one.keys[by]) - Number(other.keys[by])
      : (other.values[measure] ?? -1) - (one.values[measure] ?? -1),
  );
