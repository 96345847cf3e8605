import type { Dimension } from './domain/dimensions';
import { comma, groups, keysOf, PLACES } from './figures.statements';
import { isShown } from './place.statements';

export const nowKeys = (by: readonly Dimension[]): { select: string; group: string } => ({
  select: comma(keysOf(by)),
  group: by.length === 0 ? '' : `GROUP BY ${groups(by)} ORDER BY ${groups(by)}`,
});

/** $1 to $6 as in {@link PLACES}, $7 kinds of stay. Nobody is in house where nobody was counted. */
export const NOW_SQL = ({ select, group }: { select: string; group: string }): string => `
  WITH ${PLACES}
  SELECT ${select}coalesce(sum(c.in_house + c.overdue), 0)::integer AS "inHouse",
         coalesce(sum(c.in_house + c.overdue) FILTER (WHERE c.foreigner), 0)::integer AS "foreignersInHouse",
         coalesce(sum(c.overdue), 0)::integer AS "overdueNow"
  FROM p JOIN statistic_now c USING (place_id) WHERE $7::text[] IS NULL OR c.stay_kind = ANY($7) ${group}`;

/** $1 the day by which those came who stay long. */
export const LONG_STAY_SQL = `
  SELECT nullif(zone, '') AS k1, nullif(employer, '') AS k2, sum(in_house)::integer AS "zoneWorkers",
         coalesce(sum(in_house) FILTER (WHERE since <= $1::date), 0)::integer AS "zoneWorkersLong",
         coalesce(sum(in_house) FILTER (WHERE since <= $1::date AND foreigner), 0)::integer AS "foreignWorkersLong"
  FROM statistic_worker_now WHERE ${isShown('place_id')}
  GROUP BY 1, 2 HAVING sum(in_house) > 0 ORDER BY 1 NULLS LAST, 2 NULLS LAST`;
