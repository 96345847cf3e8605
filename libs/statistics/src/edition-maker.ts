import { localDate } from '@luutru/calendar';
import type { Transaction } from '@luutru/platform';
import { type EarlierEdition, revise } from './domain/disclosure/edition';
import type { PeriodFigures } from './domain/disclosure/family';
import { protectFigures, type ProtectedFigures } from './domain/disclosure/protect';
import { type EditionContent, editionOf, standsBesideDays } from './domain/editions/edition-cells';
import { type MonthCells, monthCells, shapeOf } from './domain/editions/month-cells';
import type { MonthCounts } from './domain/editions/month-counts';
import {
  breakdownsOf,
  type EditionShape,
  isByDepartment,
  NEWEST_SHAPE,
  type ReleaseScope,
} from './domain/editions/release-scope';
import {
  editionsOf,
  type GivenOut,
  hasEdition,
  keepScope,
  lockEdition,
  readEdition,
  storeEdition,
} from './edition.repository';
import { digestOf, readMonthCounts } from './month-counts.reader';

/** The newest edition, and the counts that it is of. */
export interface CurrentEdition {
  readonly counts: MonthCounts;
  readonly digest: Buffer;
  readonly edition: Pick<EarlierEdition, 'isWithheld' | 'hidden'>;
  readonly isNew: boolean;
}

/**
 * Makes the first edition of a closed month, unless somebody has; of several who ask at once one makes it. The transaction's
 * areas are the scope's.
 */
export async function makeFirstEdition(tx: Transaction, scope: ReleaseScope, month: string, now: Date): Promise<void> {
  await keepScope(tx, scope, now);
  await lockEdition(tx, scope, month);
  if (await hasEdition(tx, scope, month)) return;
  const { digest, cells, mayStand } = await countMonth(tx, scope, month, NEWEST_SHAPE);
  const figures = protectFigures(cells.figures);
  const content = editionOf(figures, cells, mayStand);
  await store(tx, scope, month, { ...content, number: 1, shape: NEWEST_SHAPE, digest, now });
}

/**
 * Makes the first edition or, where the counts have changed, the next one. Null when the counts have changed by so little that
 * the earlier one stays.
 */
export async function makeNextEdition(
  tx: Transaction,
  scope: ReleaseScope,
  month: string,
  now: Date,
): Promise<CurrentEdition | null> {
  await keepScope(tx, scope, now);
  await lockEdition(tx, scope, month);
  const given = await editionsOf(tx, scope, month);
  const [newest] = given;
  const shape = newest?.shape ?? NEWEST_SHAPE;
  const { counts, digest, cells, mayStand } = await countMonth(tx, scope, month, shape);
  if (newest?.digest.equals(digest)) {
    return { counts, digest, edition: await readEdition(tx, scope, month, newest), isNew: false };
  }
  const figures = await protectedAfter(tx, scope, month, given, cells.figures);
  if (!figures) return null;
  const content = editionOf(figures, cells, mayStand);
  await store(tx, scope, month, { ...content, number: (newest?.number ?? 0) + 1, shape, digest, now });
  return { counts, digest, edition: { isWithheld: content.withheld, hidden: () => figures.hidden() }, isNew: true };
}

/** Figures made anew after all that was given out. Null when the last of it stays. */
export async function protectedAfter(
  tx: Transaction,
  scope: Pick<ReleaseScope, 'scopeId'>,
  month: string,
  given: readonly GivenOut[],
  figures: PeriodFigures,
): Promise<ProtectedFigures | null> {
  // What was shown once is known, also when the edition after it showed nothing.
  const before = given.find(({ withheld }) => !withheld) ?? given[0];
  return before ? revise(await readEdition(tx, scope, month, before), figures) : protectFigures(figures);
}

async function countMonth(
  tx: Transaction,
  scope: ReleaseScope,
  month: string,
  shape: EditionShape,
): Promise<{ counts: MonthCounts; digest: Buffer; cells: MonthCells; mayStand: boolean }> {
  const breakdowns = breakdownsOf(scope.sort, shape);
  const counts = await readMonthCounts(tx, month, { breakdowns, byDepartment: isByDepartment(scope.sort, shape) });
  const cells = monthCells(counts, shapeOf(scope, shape), scope.threshold);
  return { counts, digest: digestOf(counts), cells, mayStand: standsBesideDays(counts, scope.threshold) };
}

function store(
  tx: Transaction,
  scope: ReleaseScope,
  month: string,
  { now, ...edition }: EditionContent & Pick<GivenOut, 'number' | 'shape' | 'digest'> & { readonly now: Date },
): Promise<void> {
  return storeEdition(tx, scope, month, { ...edition, at: now, day: localDate(now) });
}
