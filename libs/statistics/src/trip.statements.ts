import { addDelta, deltaColumns } from './cell.statements';

/** $1 facilities, $2 trips of these: counted on the day they depart, unless cancelled. */
export const COUNT_TRIPS = `
  WITH fresh AS MATERIALIZED (
    SELECT t.facility_id, t.trip_id, f.place_id, d.departs_on, t.route_code AS route
    FROM unnest($1::uuid[], $2::uuid[]) AS u(facility_id, trip_id) JOIN trip t USING (facility_id, trip_id)
    CROSS JOIN LATERAL (SELECT (t.departs_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS departs_on) AS d
    JOIN statistic_facility f ON f.facility_id = t.facility_id AND d.departs_on >= f.since AND d.departs_on < f.until
    WHERE t.state <> 'cancelled'
  ), gone AS (
    DELETE FROM statistic_trip o USING unnest($1::uuid[], $2::uuid[]) AS u(facility_id, trip_id)
    WHERE o.facility_id = u.facility_id AND o.trip_id = u.trip_id
      AND NOT EXISTS (SELECT FROM fresh n WHERE n.facility_id = o.facility_id AND n.trip_id = o.trip_id)
    RETURNING o.*
  ), changed AS MATERIALIZED (
    SELECT 1 AS sign, n.* FROM fresh n LEFT JOIN statistic_trip o USING (facility_id, trip_id)
    WHERE o.trip_id IS NULL OR ROW(n.*) IS DISTINCT FROM ROW(o.*)
    UNION ALL
    SELECT -1, o.* FROM fresh n JOIN statistic_trip o USING (facility_id, trip_id) WHERE ROW(n.*) IS DISTINCT FROM ROW(o.*)
    UNION ALL
    SELECT -1, gone.* FROM gone
  ), delta AS (
    SELECT 'trip' AS dimension, place_id, departs_on AS day, '' AS stay_kind, route AS value,
           ${deltaColumns({ arrivals: 'sign' })}
    FROM changed
  ), ${addDelta()}, counted AS (
    INSERT INTO statistic_trip SELECT facility_id, trip_id, place_id, departs_on, route FROM changed WHERE sign = 1
    ON CONFLICT (facility_id, trip_id) DO UPDATE
    SET (place_id, departs_on, route) = ROW(excluded.place_id, excluded.departs_on, excluded.route)
  )
  SELECT`;
