import type { Dimension } from './domain/dimensions';
import { comma, groups, keysOf, PLACES } from './figures.statements';
import { isShown } from './place.statements';

/**
 * A number of people of one place r, up or down to a multiple of `step`. Which way depends on a number below
 * the step that belongs to the place and to what is counted and is told to nobody; on average nothing is added. The same people make the
 * same number in every table, so that sums agree whatever is filtered, and differences tell no more than the numbers do.
 */
const told = (persons: string, what: readonly string[], step: string): string =>
  `(${persons} + (hashtextextended(concat_ws('|', r.rounding_key, ${what.join(', ')}), 0) & 2147483647)::integer % ${step}) / ${step} * ${step}`;
const OF_LEAF = ['n.stay_kind', 'n.foreigner'];

/** What there is of each place, rounded to multiples of $8 where numbers are. */
const present = (isRounded: boolean): string =>
  isRounded
    ? `SELECT place_id, n.stay_kind, n.foreigner,
           ${told('(n.in_house + n.overdue)', [`'in-house'`, ...OF_LEAF], '$8::integer')} AS in_house,
           ${told('n.overdue', [`'overdue'`, ...OF_LEAF], '$8::integer')} AS overdue
       FROM statistic_now n JOIN statistic_place r USING (place_id)`
    : `SELECT place_id, n.stay_kind, n.foreigner, n.in_house + n.overdue AS in_house, n.overdue FROM statistic_now n`;

/** $1 to $6 as in {@link PLACES}, $7 kinds of stay. Nobody is in house where nobody was counted. */
export const nowSql = (by: readonly Dimension[], isRounded: boolean): string => `
  WITH ${PLACES}
  SELECT ${comma(keysOf(by))}coalesce(sum(c.in_house), 0)::integer AS "inHouse",
         coalesce(sum(c.in_house) FILTER (WHERE c.foreigner), 0)::integer AS "foreignersInHouse",
         coalesce(sum(c.overdue), 0)::integer AS "overdueNow"
  FROM p JOIN (${present(isRounded)}) AS c USING (place_id) WHERE $7::text[] IS NULL OR c.stay_kind = ANY($7)
  ${by.length === 0 ? '' : `GROUP BY ${groups(by)} ORDER BY ${groups(by)}`}`;

/**
 * $1 the day by which those came who stay long. Where numbers are multiples of $2, an employer of fewer people than that is not named,
 * as it may be known by them, and none is where the policy is not about employers.
 */
export const longStaySql = (isRounded: boolean, areNamed: boolean): string => `
  WITH n AS MATERIALIZED (
    SELECT place_id, zone, employer, since <= $1::date AS is_long, foreigner,
           since <= $1::date AND NOT foreigner AND NOT registered AS has_to_register, sum(in_house)::integer AS persons
    FROM statistic_worker_now WHERE ${isShown('place_id')} GROUP BY 1, 2, 3, 4, 5, 6
  ), named AS (
    SELECT zone, employer FROM n GROUP BY 1, 2 HAVING ${areNamed} AND sum(persons) >= ${isRounded ? '$2::integer' : '1'}
  ), c AS (
    SELECT zone, named.employer, n.is_long, n.foreigner, n.has_to_register, n.persons,
           ${isRounded ? told('n.persons', ['n.zone', 'n.employer', 'n.is_long', 'n.foreigner', 'n.has_to_register'], '$2::integer') : 'n.persons'} AS told
    FROM n JOIN statistic_place r USING (place_id) LEFT JOIN named USING (zone, employer)
  )
  SELECT nullif(zone, '') AS k1, nullif(employer, '') AS k2, sum(told)::integer AS "zoneWorkers",
         coalesce(sum(told) FILTER (WHERE is_long), 0)::integer AS "zoneWorkersLong",
         coalesce(sum(told) FILTER (WHERE has_to_register), 0)::integer AS "zoneWorkersUnregistered",
         coalesce(sum(told) FILTER (WHERE is_long AND foreigner), 0)::integer AS "foreignWorkersLong"
  FROM c GROUP BY 1, 2 HAVING sum(persons) > 0 ORDER BY 1 NULLS LAST, 2 NULLS LAST`;
