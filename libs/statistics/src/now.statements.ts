import type { Dimension } from './domain/dimensions';
import { comma, groups, keysOf, PLACES } from './figures.statements';

export const nowKeys = (by: readonly Dimension[]): { select: string; group: string } => ({
  select: comma(keysOf(by)),
  group: by.length === 0 ? '' : `GROUP BY ${groups(by)} ORDER BY ${groups(by)}`,
});

/**
 * $1 to $6 as in {@link PLACES}, $7 kinds of stay. Nobody is in house where nobody was counted. Rows are many for each place (by the
 * day since when, too) and are added up before they are joined to it.
 */
export const NOW_SQL = ({ select, group }: { select: string; group: string }): string => `
  WITH ${PLACES}
  SELECT ${select}coalesce(sum(c.in_house), 0)::integer AS "inHouse", coalesce(sum(c.foreigners), 0)::integer AS "foreignersInHouse",
         coalesce(sum(c.overdue), 0)::integer AS "overdueNow"
  FROM p JOIN (
    SELECT place_id, stay_kind, sum(in_house + overdue) AS in_house, sum(in_house + overdue) FILTER (WHERE foreigner) AS foreigners,
           sum(overdue) AS overdue
    FROM statistic_now WHERE $7::text[] IS NULL OR stay_kind = ANY($7) GROUP BY 1, 2
  ) AS c USING (place_id) ${group}`;

/** $1 the day by which those came who stay long. */
export const LONG_STAY_SQL = `
  SELECT nullif(c.zone, '') AS k1, nullif(c.employer, '') AS k2, sum(c.in_house + c.overdue)::integer AS "zoneWorkers",
         coalesce(sum(c.in_house + c.overdue) FILTER (WHERE c.since <= $1::date), 0)::integer AS "zoneWorkersLong",
         coalesce(sum(c.in_house + c.overdue) FILTER (WHERE c.since <= $1::date AND c.foreigner), 0)::integer AS "foreignWorkersLong"
  FROM statistic_now c JOIN statistic_place p USING (place_id)
  WHERE p.place_id IN (SELECT statistic_places_in_areas()) AND p.kind = 'nha-o-kcn' AND c.stay_kind = 'tenant'
  GROUP BY 1, 2 HAVING sum(c.in_house + c.overdue) > 0 ORDER BY 1 NULLS LAST, 2 NULLS LAST`;
