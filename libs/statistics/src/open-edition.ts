import { localDate } from '@luutru/calendar';
import type { Transaction } from '@luutru/platform';
import { editionOf } from './domain/editions/edition-cells';
import { monthCells } from './domain/editions/month-cells';
import { OPEN_SHAPE, OPEN_THRESHOLD, openCell } from './domain/editions/open-shape';
import { NEWEST_SHAPE, type ReleaseScope } from './domain/editions/release-scope';
import { type CurrentEdition, protectedAfter } from './edition-maker';
import { editionsOf, keepScope, lockEdition, storeEdition } from './edition.repository';

/** The scope of what is published of a province. */
export const openScope = (provinceId: string, { areas }: Pick<ReleaseScope, 'areas'>): ReleaseScope => ({
  scopeId: `public:${provinceId}`,
  policyId: 'public',
  areas,
  threshold: OPEN_THRESHOLD,
  sort: 'lodging',
});

/**
 * Makes what is published of a month out of the very counts of the tourism authority's edition, and hides all that it hides: put
 * together the two say no more than that edition alone. Says whether anything was made.
 */
export async function makeOpenEdition(
  tx: Transaction,
  scope: ReleaseScope,
  month: string,
  { counts, digest, edition }: CurrentEdition,
  now: Date,
): Promise<boolean> {
  await keepScope(tx, scope, now);
  await lockEdition(tx, scope, month);
  const given = await editionsOf(tx, scope, month);
  if (given[0]?.digest.equals(digest)) return false;
  const cells = monthCells(counts, OPEN_SHAPE, scope.threshold);
  const alsoHide = [...edition.hidden()].flatMap((cell) => openCell(cell) ?? []);
  const figures = await protectedAfter(tx, scope, month, given, { ...cells.figures, alsoHide });
  if (!figures) return false;
  const content = editionOf(figures, cells, !edition.isWithheld);
  const number = (given[0]?.number ?? 0) + 1;
  await storeEdition(tx, scope, month, {
    ...content,
    number,
    shape: NEWEST_SHAPE,
    digest,
    at: now,
    day: localDate(now),
  });
  return true;
}
