import { ADD_DELTA, deltaColumns } from './cell.statements';
import { AGE_BANDS, NIGHT_OVER_HOUR } from './domain/bands';
import { bandOf, DIMENSIONS, EVENTS, FOREIGN } from './stay-events';

const ZONE = `'Asia/Ho_Chi_Minh'`;
/** The night a moment belongs to: who is there at 04:00 of a day has spent the night of the day before. */
const nightOf = (moment: string): string =>
  `((${moment}) AT TIME ZONE ${ZONE} - interval '${NIGHT_OVER_HOUR} hours')::date`;

/** A stay as it is counted, in the order of the columns of statistic_stay. Rooms are those that facilities let. */
const FACTS = `
  SELECT s.facility_id, s.stay_id, f.place_id, s.kind AS stay_kind, s.state, s.arrived_on,
         (s.departed_at AT TIME ZONE ${ZONE})::date AS departed_on, n.first_night, n.until_night, s.late, s.nationality,
         s.reason::text AS reason, s.origin_province_id AS origin, s.sex,
         ${bandOf(AGE_BANDS, `greatest(extract(year FROM s.arrived_on)::integer - s.birth_year, 0)`)} AS age,
         to_char(s.arrived_at AT TIME ZONE ${ZONE}, 'HH24') AS hour,
         s.department, s.employer, s.industrial_zone_id AS zone, t.route_code AS route,
         CASE WHEN s.kind IN ('guest', 'tenant') AND s.state <> 'cancelled' AND n.until_night > n.first_night
              THEN coalesce(s.room, s.unit) END AS room
  FROM due JOIN stay s ON s.facility_id = due.facility_id AND s.arrived_on = due.arrived_on AND s.stay_id = due.stay_id
  JOIN statistic_facility f ON f.facility_id = s.facility_id AND s.arrived_on >= f.since AND s.arrived_on < f.until
  LEFT JOIN trip t ON t.facility_id = s.facility_id AND t.trip_id = s.trip_id
  CROSS JOIN LATERAL (SELECT ${nightOf('s.arrived_at')} AS first_night) AS a
  CROSS JOIN LATERAL (
    SELECT a.first_night, greatest(a.first_night,
      coalesce(${nightOf('coalesce(s.departed_at, s.expected_departure_at)')}, 'infinity')) AS until_night) AS n`;

const SUMS = deltaColumns(
  Object.fromEntries(
    [
      'arrivals',
      'overnight',
      'foreign_arrivals',
      'foreign_overnight',
      'departures',
      'late',
      'cancelled',
      'present',
    ].map((column) => [column, `sum(e.${column})`]),
  ),
);

/**
 * Holds stays against what was last counted of them, counts the differences, and answers those that may change which rooms
 * are in use, as they were (sign -1) and as they are. Where nothing changed nothing is written.
 */
const count = (due: string): string => `
  WITH due AS MATERIALIZED (${due}), fresh AS MATERIALIZED (${FACTS}), changed AS MATERIALIZED (
    SELECT 1 AS sign, n.* FROM fresh n LEFT JOIN statistic_stay o USING (facility_id, stay_id)
    WHERE o.stay_id IS NULL OR ROW(n.*) IS DISTINCT FROM ROW(o.*)
    UNION ALL
    SELECT -1, o.* FROM fresh n JOIN statistic_stay o USING (facility_id, stay_id)
    WHERE ROW(n.*) IS DISTINCT FROM ROW(o.*)
  ), delta AS (
    SELECT v.dimension AS dimension, c.place_id, e.day, c.stay_kind, v.value, ${SUMS}
    FROM changed c CROSS JOIN LATERAL (${EVENTS}) AS e CROSS JOIN LATERAL ${DIMENSIONS}
    WHERE isfinite(e.day) AND v.value IS NOT NULL GROUP BY 1, 2, 3, 4, 5
  ), ${ADD_DELTA}, present_now AS (
    INSERT INTO statistic_now (place_id, stay_kind, zone, employer, since, foreigner, in_house, overdue)
    SELECT c.place_id, c.stay_kind, coalesce(CASE WHEN c.stay_kind = 'tenant' THEN c.zone END, ''),
           coalesce(CASE WHEN c.stay_kind = 'tenant' THEN c.employer END, ''),
           CASE WHEN c.stay_kind = 'tenant' THEN c.arrived_on ELSE '-infinity' END, ${FOREIGN},
           sum(c.sign * (c.state = 'in_house')::integer), sum(c.sign * (c.state = 'overdue')::integer)
    FROM changed c GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(c.sign * (c.state = 'in_house')::integer) <> 0 OR sum(c.sign * (c.state = 'overdue')::integer) <> 0
    ON CONFLICT (place_id, stay_kind, zone, employer, since, foreigner) DO UPDATE
    SET in_house = statistic_now.in_house + excluded.in_house, overdue = statistic_now.overdue + excluded.overdue
  ), counted AS (
    INSERT INTO statistic_stay SELECT ${'facility_id, stay_id, place_id, stay_kind, state, arrived_on, departed_on, first_night, until_night, late, nationality, reason, origin, sex, age, hour, department, employer, zone, route, room'}
    FROM changed WHERE sign = 1
    ON CONFLICT (facility_id, stay_id) DO UPDATE SET (place_id, stay_kind, state, arrived_on, departed_on, first_night,
      until_night, late, nationality, reason, origin, sex, age, hour, department, employer, zone, route, room)
      = ROW(excluded.place_id, excluded.stay_kind, excluded.state, excluded.arrived_on, excluded.departed_on,
            excluded.first_night, excluded.until_night, excluded.late, excluded.nationality, excluded.reason, excluded.origin,
            excluded.sex, excluded.age, excluded.hour, excluded.department, excluded.employer, excluded.zone, excluded.route,
            excluded.room)
  )
  SELECT sign, facility_id, stay_id, room, first_night::text, until_night::text FROM changed WHERE room IS NOT NULL`;

/** $1 facilities, $2 stays of these, pair by pair. The day of arrival is part of a stay's key, and may have been corrected. */
export const COUNT_STAYS = count(`
  SELECT i.facility_id, i.arrived_on, i.stay_id FROM unnest($1::uuid[], $2::uuid[]) AS u(facility_id, stay_id)
  JOIN name_index i ON i.facility_id = u.facility_id AND i.stay_id = u.stay_id AND i.kind = 1`);

/** All stays that arrived from $1 up to, not including, $2. */
export const COUNT_DAYS = count(`
  SELECT facility_id, arrived_on, stay_id FROM stay WHERE arrived_on >= $1::date AND arrived_on < $2::date`);
