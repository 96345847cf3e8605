import { type Caller, type Reach, reachOf } from '@luutru/access';
import type { Transaction } from '@luutru/platform';
import type { Level } from './domain/query-level';
import type { Kept } from './figures.statements';

/** The areas of which the caller reads figures; being a facility's own shows none. */
export const areasOf = ({ principal }: Caller): Reach => ({
  facilityIds: [],
  areas: reachOf(principal, 'statistics.read').areas,
});

/** The moment until which all changes are counted; null before the first count has ended. */
export async function asOf(tx: Transaction): Promise<Date | null> {
  const [row] = await tx.query<[{ at: Date | null }]>('SELECT counted_at AS at FROM statistic_progress');
  return row.at;
}

/** What may be read, and of what moment that is, which is asked first: what is counted meanwhile is more than was promised. */
export interface Readable {
  readonly level: Level;
  readonly kept: Kept;
  readonly asOf: Date | null;
}

/**
 * What may be read: wards as a whole, years and quarters, only once the areas of before there were any are in them. Besides, nothing is
 * sorted to be grouped and nothing joined by looking all places through for each row in the rest of the transaction: PostgreSQL thinks
 * that it will find a few rows and finds thousands.
 */
export async function readable(tx: Transaction, asked: Level): Promise<Readable> {
  const [{ asOf, ...kept }] = await tx.query<[Kept & { asOf: Date | null }]>(
    `SELECT NOT EXISTS (SELECT FROM statistic_place WHERE level = 'area' AND ward_place_id IS NULL) AS longer,
            NOT EXISTS (SELECT FROM statistic_place WHERE dekads_due) AS dekads,
            (SELECT counted_at FROM statistic_progress) AS "asOf"
     FROM set_config('enable_sort', 'off', true) AS sort, set_config('enable_nestloop', 'off', true) AS loop`,
  );
  return { level: asked === 'ward' && !kept.longer ? 'area' : asked, kept, asOf };
}
