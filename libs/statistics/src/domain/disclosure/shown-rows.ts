import type { CellName } from './family';
import type { ProtectedFigures } from './protect';

/**
 * Why a figure is null: it, or one that could be worked out from it, is of too few persons; or its period is not over yet; or the
 * scope is one that has no such figure, or its month was given out without it.
 */
export const HIDDEN_CODES = ['too-few-persons', 'period-open', 'not-offered'] as const;
export type HiddenCode = (typeof HIDDEN_CODES)[number];

export type Measures<Measure extends string> = Readonly<Record<Measure, number>>;

/** A row as a caller gets it: all figures, or null for each of them and why. Never 0 for what is hidden. */
export interface ShownRow<Measure extends string> {
  readonly cell: CellName;
  readonly figures: Readonly<Record<Measure, number | null>>;
  readonly hidden: HiddenCode | null;
}

/** The rows of a table of one period with what may be seen of them; one after the other, for files of any length. */
export function* shownRows<Measure extends string>(
  rows: Iterable<{ readonly cell: CellName; readonly figures: Measures<Measure> }>,
  figures: ProtectedFigures,
): Generator<ShownRow<Measure>> {
  for (const row of rows) {
    yield figures.isShown(row.cell) ? { ...row, hidden: null } : hiddenRow(row.cell, row.figures, 'too-few-persons');
  }
}

/** A row of which nothing may be seen. */
export function hiddenRow<Measure extends string>(
  cell: CellName,
  figures: Readonly<Record<Measure, number | null>>,
  hidden: HiddenCode,
): ShownRow<Measure> {
  const nulls = Object.keys(figures).map((measure) => [measure, null] as const);
  return { cell, figures: Object.fromEntries(nulls) as Record<Measure, null>, hidden };
}

/**
 * The row of a quarter or a year: the sum of its months, hidden when one of them is. A longer period says nothing that its
 * months do not say, so that what was given out in March cannot be undone by the figure of the year.
 */
export function sumOfPeriods<Measure extends string>(months: readonly ShownRow<Measure>[]): ShownRow<Measure> {
  const [first] = months;
  if (!first) throw new Error('There are no months to add up');
  const missing = months.find(({ hidden }) => hidden !== null);
  if (missing?.hidden) return hiddenRow(first.cell, first.figures, missing.hidden);
  const names = Object.keys(first.figures) as Measure[];
  const sums = names.map((name) => [name, months.reduce((sum, { figures }) => sum + (figures[name] ?? 0), 0)] as const);
  return { cell: first.cell, figures: Object.fromEntries(sums) as Record<Measure, number>, hidden: null };
}

/** A figure that is made of two others; null where they are, or where there is nothing to divide by. */
export function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
