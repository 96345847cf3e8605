import { addDelta, deltaColumns } from './cell.statements';
import { AGE_BANDS, NIGHT_OVER_HOUR } from './domain/bands';
import { roomUse } from './room-use.statements';
import { bandOf, codesOf, EVENTS, FOREIGN } from './stay-events';

const ZONE = `'Asia/Ho_Chi_Minh'`;
/** The night a moment belongs to: who is there at 04:00 of a day has spent the night of the day before. */
const nightOf = (moment: string): string =>
  `((${moment}) AT TIME ZONE ${ZONE} - interval '${NIGHT_OVER_HOUR} hours')::date`;

/** What of a stay is counted, of the table or of part of it. */
const FOUND = `
  s.facility_id, s.stay_id, s.kind, s.state, s.arrived_on, s.arrived_at, s.departed_at, s.expected_departure_at, s.late,
  s.nationality, s.reason, s.origin_province_id, s.sex, s.birth_year, s.department, s.employer, s.industrial_zone_id, s.trip_id,
  s.temporary_residence_on, coalesce(s.room, s.unit) AS room`;

/** A stay as it is counted, in the order of the columns of statistic_stay. Rooms are those that facilities let. */
const FACTS = `
  SELECT s.facility_id, s.stay_id, f.place_id, s.kind AS stay_kind, s.state, s.arrived_on,
         (s.departed_at AT TIME ZONE ${ZONE})::date AS departed_on, n.first_night, n.until_night, s.late, s.nationality,
         s.reason::text AS reason, s.origin_province_id AS origin, s.sex,
         ${bandOf(AGE_BANDS, `greatest(extract(year FROM s.arrived_on)::integer - s.birth_year, 0)`)} AS age,
         to_char(s.arrived_at AT TIME ZONE ${ZONE}, 'HH24') AS hour,
         s.department, s.employer, s.industrial_zone_id AS zone, t.route_code AS route,
         CASE WHEN s.kind IN ('guest', 'tenant') AND s.state <> 'cancelled' AND n.until_night > n.first_night THEN s.room END AS room,
         s.temporary_residence_on IS NOT NULL AS registered
  FROM found s
  JOIN statistic_facility f ON f.facility_id = s.facility_id AND s.arrived_on >= f.since AND s.arrived_on < f.until
  LEFT JOIN trip t ON t.facility_id = s.facility_id AND t.trip_id = s.trip_id
  CROSS JOIN LATERAL (SELECT ${nightOf('s.arrived_at')} AS first_night) AS a
  CROSS JOIN LATERAL (
    SELECT a.first_night, greatest(a.first_night,
      coalesce(${nightOf('coalesce(s.departed_at, s.expected_departure_at)')}, 'infinity')) AS until_night) AS n`;

const KEY = ['facility_id', 'stay_id'];
const REST = [
  ...[
    'place_id',
    'stay_kind',
    'state',
    'arrived_on',
    'departed_on',
    'first_night',
    'until_night',
    'late',
    'nationality',
  ],
  ...['reason', 'origin', 'sex', 'age', 'hour', 'department', 'employer', 'zone', 'route', 'room', 'registered'],
];
const COLUMNS = [...KEY, ...REST];
const [IN_HOUSE, OVERDUE] = ['in_house', 'overdue'].map((state) => `c.sign * (c.state = '${state}')::integer`);

/**
 * Holds stays against what was last counted of them and counts the differences, also those in which rooms were in use: of the
 * rooms that changed stays are or were in, in the nights between, who was there and who is. Where nothing changed nothing is
 * written. Stays are found before anything is joined to them, or PostgreSQL reads all stays of their facilities; what it
 * cannot know the size of is held against one another as sets, or it may compare each with each. What was counted is looked up
 * by its index (OFFSET 0 keeps PostgreSQL to it), or all of it is read for every span. What is counted at once is written by place and
 * day, as it is read when days are made of stays: a day of a ward lies on a few pages, not each of its stays on its own.
 */
const count = (found: string): string => `
  WITH found AS MATERIALIZED (${found}), fresh AS MATERIALIZED (${FACTS}), held AS MATERIALIZED (
    SELECT ${COLUMNS.map((column) => `o.${column}`).join(', ')} FROM fresh n CROSS JOIN LATERAL (
      SELECT * FROM statistic_stay o WHERE o.facility_id = n.facility_id AND o.stay_id = n.stay_id OFFSET 0) AS o
  ), changed AS MATERIALIZED (
    SELECT 1 AS sign, * FROM (SELECT * FROM fresh EXCEPT ALL SELECT * FROM held) AS one
    UNION ALL
    SELECT -1, * FROM (SELECT * FROM held EXCEPT ALL SELECT * FROM fresh) AS one
  ), touched AS MATERIALIZED (
    SELECT facility_id, room, min(first_night) AS from_night, max(until_night) AS until_night FROM changed
    WHERE room IS NOT NULL GROUP BY 1, 2
  ), there AS MATERIALIZED (
    SELECT t.facility_id, t.room, s.stay_id, greatest(s.first_night, t.from_night) AS from_night,
           least(s.until_night, t.until_night) AS until_night
    FROM touched t CROSS JOIN LATERAL (
      SELECT stay_id, first_night, until_night FROM statistic_stay s
      WHERE s.facility_id = t.facility_id AND s.room = t.room AND s.until_night > t.from_night AND s.first_night < t.until_night
      OFFSET 0) AS s
  ), ${roomUse(`
    SELECT 1 AS sign, facility_id, room, from_night, until_night FROM (
      SELECT * FROM there
      EXCEPT SELECT facility_id, room, stay_id, first_night, until_night FROM changed WHERE sign = -1 AND room IS NOT NULL) AS stayed
    UNION ALL
    SELECT 1, facility_id, room, first_night, until_night FROM changed WHERE sign = 1 AND room IS NOT NULL
    UNION ALL
    SELECT -1, facility_id, room, from_night, until_night FROM there`)}, delta AS (
    SELECT 'all' AS dimension, c.place_id, c.stay_kind, '' AS value, e.*
    FROM changed c CROSS JOIN LATERAL (${EVENTS}) AS e
    UNION ALL
    SELECT 'room-use', place_id, '', '', day, ${deltaColumns({ present: 'step' })} FROM room_edges WHERE isfinite(day)
  ), ${addDelta(codesOf('changed'))}, present_now AS (
    INSERT INTO statistic_now (place_id, stay_kind, foreigner, in_house, overdue)
    SELECT c.place_id, c.stay_kind, ${FOREIGN}, sum(${IN_HOUSE}), sum(${OVERDUE}) FROM changed c GROUP BY 1, 2, 3
    HAVING sum(${IN_HOUSE}) <> 0 OR sum(${OVERDUE}) <> 0
    ON CONFLICT (place_id, stay_kind, foreigner) DO UPDATE
    SET in_house = statistic_now.in_house + excluded.in_house, overdue = statistic_now.overdue + excluded.overdue
  ), workers_now AS (
    INSERT INTO statistic_worker_now (place_id, zone, employer, since, foreigner, registered, in_house)
    SELECT c.place_id, coalesce(c.zone, ''), coalesce(c.employer, ''), c.arrived_on, ${FOREIGN}, c.registered, sum(${IN_HOUSE} + ${OVERDUE})
    FROM changed c JOIN statistic_place p USING (place_id) WHERE p.kind = 'nha-o-kcn' AND c.stay_kind = 'tenant' GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(${IN_HOUSE} + ${OVERDUE}) <> 0
    ON CONFLICT (place_id, zone, employer, since, foreigner, registered) DO UPDATE
    SET in_house = statistic_worker_now.in_house + excluded.in_house
  ), counted AS (
    INSERT INTO statistic_stay (${COLUMNS.join(', ')})
    SELECT ${COLUMNS.join(', ')} FROM changed WHERE sign = 1 ORDER BY place_id, arrived_on, facility_id, stay_id
    ON CONFLICT (facility_id, stay_id)
    DO UPDATE SET (${REST.join(', ')}) = ROW(${REST.map((column) => `excluded.${column}`).join(', ')})
  )
  -- Asked for, the sums are made before the first row is written: only from then on do younger transactions wait.
  SELECT (SELECT count(*) FROM day_sums) + (SELECT count(*) FROM code_sums)`;

/** $1 facilities, $2 stays of these, pair by pair. The day of arrival is part of a stay's key, and may have been corrected. */
export const COUNT_STAYS = count(`
  SELECT ${FOUND} FROM unnest($1::uuid[], $2::uuid[]) AS u(facility_id, stay_id)
  JOIN name_index i ON i.facility_id = u.facility_id AND i.stay_id = u.stay_id AND i.kind = 1
  JOIN stay s ON s.facility_id = i.facility_id AND s.arrived_on = i.arrived_on AND s.stay_id = i.stay_id`);

/** All stays that arrived from $1 up to, not including, $2. */
export const COUNT_DAYS = count(`
  SELECT ${FOUND} FROM stay s WHERE s.arrived_on >= $1::date AND s.arrived_on < $2::date`);
