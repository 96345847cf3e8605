import { addDelta, deltaColumns } from './cell.statements';

/**
 * `room_edges`: by how many more rooms are in use in a night than in the night before, each once however many slept there, by
 * what the facility was in that night. `spans` says who was in which room (sign, facility_id, room, from_night, until_night).
 */
export const roomUse = (spans: string): string => `
  used AS (
    SELECT sign, facility_id, range_agg(daterange(from_night, until_night)) AS nights
    FROM (${spans}) AS s WHERE from_night < until_night GROUP BY sign, facility_id, room
  ), room_edges AS (
    SELECT f.place_id, e.day, u.sign * e.step AS step
    FROM used u JOIN statistic_facility f USING (facility_id)
    CROSS JOIN LATERAL unnest(u.nights * datemultirange(daterange(f.since, f.until))) AS piece
    CROSS JOIN LATERAL (VALUES (lower(piece), 1), (upper(piece), -1)) AS e(day, step)
  )`;

/** $1 facilities, $2 1 or -1: all of the rooms they have, use and had in use, put in or taken out. */
export const COUNT_FACILITIES = `
  WITH ${roomUse(`
    SELECT $2::integer AS sign, facility_id, room, first_night AS from_night, until_night FROM statistic_stay
    WHERE facility_id = ANY($1::uuid[]) AND room IS NOT NULL`)}, edges AS (
    SELECT 'room-use' AS dimension, place_id, day, step FROM room_edges
    UNION ALL
    SELECT n.dimension, f.place_id, e.day, $2::integer * e.step * n.units FROM statistic_facility f
    CROSS JOIN LATERAL (VALUES ('rooms', f.rooms), ('beds', f.beds)) AS n(dimension, units)
    CROSS JOIN LATERAL (VALUES (f.since, 1), (f.until, -1)) AS e(day, step)
    WHERE f.facility_id = ANY($1::uuid[])
  ), delta AS (
    SELECT dimension, place_id, '' AS stay_kind, '' AS value, day, ${deltaColumns({ present: 'step' })}
    FROM edges WHERE isfinite(day)
  ), ${addDelta()}
  SELECT`;
