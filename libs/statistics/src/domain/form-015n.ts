import { type AccommodationClass, CLASS_IDS, CLASSES } from './accommodation-class';
import type { Base, Counts } from './bases';
import { MEASURES } from './measures';
import type { StatisticsTable } from './table';

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
  readonly values: Readonly<Record<FormMeasure, number | null>>;
}

/** The lines of the form, made of a table by class and of nothing else. */
export function formLines({ rows, bases }: Pick<StatisticsTable, 'rows' | 'bases'>): readonly FormLine[] {
  const found = new Map(rows.map(({ keys, counts }) => [keys[0], counts]));
  const none = Object.fromEntries(bases.map((base) => [base, 0]));
  const counted = CLASS_IDS.map((id) => ({ id, counts: found.get(id) ?? none }));
  const lines = counted.map(({ id, counts }) => ({
    class: id,
    vi: CLASSES[id].vi,
    en: CLASSES[id].en,
    values: valuesOf(counts),
  }));
  const total = sumOf(
    counted.map(({ counts }) => counts),
    bases,
  );
  return [...lines, { class: null, vi: 'Tổng số', en: 'All', values: valuesOf(total) }];
}

const valuesOf = (counts: Counts): FormLine['values'] =>
  Object.fromEntries(FORM_MEASURES.map((measure) => [measure, MEASURES[measure].value(counts)])) as FormLine['values'];

/** A sum would give away the only part of it that is not shown. */
const sumOf = (all: readonly Counts[], bases: readonly Base[]): Counts =>
  Object.fromEntries(
    bases.map((base) => [
      base,
      all.some((counts) => counts[base] == null) ? null : all.reduce((sum, counts) => sum + (counts[base] ?? 0), 0),
    ]),
  );
