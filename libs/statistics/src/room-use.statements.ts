import { ADD_DELTA, deltaColumns } from './cell.statements';

/**
 * Nights in which a room was in use, each once however many slept there, by what the facility was in that night. `spans` says
 * who was in which room (sign, facility_id, room, from_night, until_night); `more` may add rows of the same form as `edges`.
 */
const roomUse = (spans: string, more = ''): string => `
  used AS (
    SELECT sign, facility_id, range_agg(daterange(from_night, until_night)) AS nights
    FROM (${spans}) AS s WHERE from_night < until_night GROUP BY sign, facility_id, room
  ), edges AS (
    SELECT 'room-use' AS dimension, f.place_id, e.day, u.sign * e.step AS step
    FROM used u JOIN statistic_facility f USING (facility_id)
    CROSS JOIN LATERAL unnest(u.nights * datemultirange(daterange(f.since, f.until))) AS piece
    CROSS JOIN LATERAL (VALUES (lower(piece), 1), (upper(piece), -1)) AS e(day, step)
    ${more}
  ), delta AS (
    SELECT dimension AS dimension, place_id, day, '' AS stay_kind, '' AS value,
           ${deltaColumns({ present: 'sum(step)' })}
    FROM edges WHERE isfinite(day) GROUP BY 1, 2, 3 HAVING sum(step) <> 0
  ), ${ADD_DELTA}`;

/**
 * $1 stays that changed, as they were and as they are, as JSON. Only the nights they touch are looked at, in their rooms: who
 * is there now, against who was there.
 */
export const COUNT_ROOM_USE = `
  WITH changed AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS c(sign integer, facility_id uuid, stay_id uuid, room text,
                                                     first_night date, until_night date)
  ), touched AS MATERIALIZED (
    SELECT facility_id, room, min(first_night) AS from_night, max(until_night) AS until_night FROM changed GROUP BY 1, 2
  ), there AS MATERIALIZED (
    SELECT s.facility_id, s.room, s.stay_id, greatest(s.first_night, t.from_night) AS from_night,
           least(s.until_night, t.until_night) AS until_night
    FROM touched t JOIN statistic_stay s ON s.facility_id = t.facility_id AND s.room = t.room
      AND s.until_night > t.from_night AND s.first_night < t.until_night
  ), ${roomUse(`
    SELECT 1 AS sign, facility_id, room, from_night, until_night FROM there
    UNION ALL
    SELECT -1, facility_id, room, from_night, until_night FROM there t
    WHERE NOT EXISTS (SELECT FROM changed c WHERE c.facility_id = t.facility_id AND c.stay_id = t.stay_id)
    UNION ALL
    SELECT -1, facility_id, room, first_night, until_night FROM changed WHERE sign = -1`)}
  SELECT`;

/** $1 facilities, $2 1 or -1: all of the rooms they have, use and had in use, put in or taken out. */
export const COUNT_FACILITIES = `
  WITH ${roomUse(
    `SELECT $2::integer AS sign, facility_id, room, first_night AS from_night, until_night FROM statistic_stay
     WHERE facility_id = ANY($1::uuid[]) AND room IS NOT NULL`,
    `UNION ALL
     SELECT n.dimension, f.place_id, e.day, $2::integer * e.step * n.units FROM statistic_facility f
     CROSS JOIN LATERAL (VALUES ('rooms', f.rooms), ('beds', f.beds)) AS n(dimension, units)
     CROSS JOIN LATERAL (VALUES (f.since, 1), (f.until, -1)) AS e(day, step)
     WHERE f.facility_id = ANY($1::uuid[])`,
  )}
  SELECT`;
