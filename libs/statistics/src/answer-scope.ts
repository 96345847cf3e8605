import { type Caller, type Reach, reachOf } from '@luutru/access';
import type { Transaction } from '@luutru/platform';

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
