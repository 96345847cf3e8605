import { type AccommodationClass, CLASS_IDS, CLASSES } from './accommodation-class';
import type { Base, Counts } from './bases';
import { MEASURES } from './measures';
import type { HiddenCode } from './disclosure/shown-rows';
import type { Hidden, StatisticsTable } from './table';

/** Columns of form 015.N in its order. */
export const FORM_MEASURES = [
  'rooms',
  'beds',
  'overnight',
  'international-overnight',
  'room-nights-used',
  'bed-nights-used',
  'room-occupancy',
  'bed-occupancy',
] as const;
export type FormMeasure = (typeof FORM_MEASURES)[number];

/** A line of the form; null: not shown. The last is the sum of the others, as far as these are shown. */
export interface FormLine {
  readonly class: AccommodationClass | null;
  readonly vi: string;
  readonly en: string;
  /** Facilities at work in the last night of it; null: not counted. */
  readonly facilities: number | null;
  readonly values: Readonly<Record<FormMeasure, number | null>>;
  /** Why values are null. */
  readonly hidden: Readonly<Partial<Record<FormMeasure, HiddenCode>>>;
}

/** The lines of the form, made of a table by class and of how many facilities of each class were at work. */
export function formLines(
  { rows, bases }: Pick<StatisticsTable, 'rows' | 'bases'>,
  facilities: readonly number[],
): readonly FormLine[] {
  const found = new Map(rows.map((row) => [row.keys[0], row]));
  const none: Line = { counts: Object.fromEntries(bases.map((base) => [base, 0])), hidden: {} };
  const counted = CLASS_IDS.map((id, at) => ({ id, line: { ...none, ...found.get(id), facilities: facilities[at] } }));
  const lines = counted.map(({ id, line }) => formLineOf(id, CLASSES[id], line));
  const total = sumOf(
    counted.map(({ line }) => line),
    bases,
  );
  return [...lines, formLineOf(null, ALL_CLASSES, total)];
}

export const ALL_CLASSES = { vi: 'Tổng số', en: 'All' } as const;

interface Line {
  readonly facilities?: number | undefined;
  readonly counts: Counts;
  readonly hidden?: Hidden;
}

/** One line of what was counted; a measure is hidden with anything it is made of. */
export function formLineOf(
  id: AccommodationClass | null,
  { vi, en }: { readonly vi: string; readonly en: string },
  { facilities, counts, hidden = {} }: Line,
): FormLine {
  const reasons = FORM_MEASURES.flatMap((measure) => {
    const reason = MEASURES[measure].of.map((base) => hidden[base]).find((one) => one !== undefined);
    return reason === undefined ? [] : [[measure, reason] as const];
  });
  return {
    class: id,
    vi,
    en,
    facilities: facilities ?? null,
    values: Object.fromEntries(
      FORM_MEASURES.map((measure) => [measure, MEASURES[measure].value(counts)]),
    ) as FormLine['values'],
    hidden: Object.fromEntries(reasons),
  };
}

/** A sum would give away the only part of it that is not shown. */
function sumOf(all: readonly Line[], bases: readonly Base[]): Line {
  const isMissing = (base: Base): boolean => all.some(({ counts }) => counts[base] == null);
  return {
    facilities: all.reduce((sum, { facilities = 0 }) => sum + facilities, 0),
    counts: Object.fromEntries(
      bases.map((base) => [
        base,
        isMissing(base) ? null : all.reduce((sum, { counts }) => sum + (counts[base] ?? 0), 0),
      ]),
    ),
    hidden: Object.fromEntries(
      bases.flatMap((base) => {
        const reason = all.map(({ hidden }) => hidden?.[base]).find((one) => one !== undefined);
        return reason === undefined ? [] : [[base, reason] as const];
      }),
    ),
  };
}
