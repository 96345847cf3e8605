/**
 * Figures by facility and day, made anew from the stays from a day on: what is there goes, what the stays say comes, in the
 * transaction that takes the facility off the list. $1 facilities, $2 for each the earliest day of arrival that changed,
 * $3 the earliest of these, which keeps partitions before it out.
 */
export const FORGET_DAYS = `
  DELETE FROM compliance_day d USING unnest($1::uuid[], $2::date[]) AS due(facility_id, since)
  WHERE d.facility_id = due.facility_id AND d.arrived_on >= due.since`;

export const ROLL_UP_DAYS = `
  INSERT INTO compliance_day (facility_id, arrived_on, declared_on, declared, stays, late, corrected, checked, mismatched,
                              not_found, no_papers, in_house, overdue)
  SELECT facility_id, arrived_on, declared_on, count(*), count(*) FILTER (WHERE live), count(*) FILTER (WHERE live AND late),
         count(*) FILTER (WHERE live AND corrected), count(*) FILTER (WHERE live AND identity IS NOT NULL),
         count(*) FILTER (WHERE live AND identity = 'mismatch'), count(*) FILTER (WHERE live AND identity = 'not_found'),
         count(*) FILTER (WHERE live AND no_papers), count(*) FILTER (WHERE state = 'in_house'),
         count(*) FILTER (WHERE state = 'overdue')
  FROM (
    SELECT s.facility_id, s.arrived_on, (s.declared_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS declared_on, s.state,
           s.state <> 'cancelled' AS live, s.late, s.identity,
           coalesce(c.corrected_at > s.due_at, false) AS corrected,
           s.document_type = 9 AND NOT EXISTS (
             SELECT FROM person_index p WHERE p.facility_id = s.facility_id AND p.stay_id = s.stay_id AND p.kind = 1
           ) AS no_papers
    FROM unnest($1::uuid[], $2::date[]) AS due(facility_id, since)
    JOIN stay s ON s.facility_id = due.facility_id AND s.arrived_on >= due.since AND s.arrived_on >= $3::date
    LEFT JOIN (
      SELECT h.facility_id, h.stay_id, max(h.acted_at) AS corrected_at FROM stay_history h
      WHERE h.facility_id = ANY($1::uuid[]) AND h.action = 'correct' GROUP BY 1, 2
    ) c ON c.facility_id = s.facility_id AND c.stay_id = s.stay_id
  ) one GROUP BY facility_id, arrived_on, declared_on`;

/** Nights and trips are touched by stays that began before them: these many days are made anew besides. */
const OVERLAP_DAYS = 3;
/** A guest stays 30 days by one notice (rule `stay.max-days-per-notice`); tenants and patients without an end. */
const GUEST_DAYS = 40;
const OPEN_ENDED_DAYS = 400;

export const FORGET_CAPACITY = `
  DELETE FROM compliance_capacity c USING unnest($1::uuid[], $2::date[]) AS due(facility_id, since)
  WHERE c.facility_id = due.facility_id AND c.day >= due.since - ${OVERLAP_DAYS}`;

/**
 * $4 is the last night that is over. A night is looked at at 04:00, when people are in bed and not yet on their way; who is
 * past the expected departure may have left without being checked out and does not count. Who stays without an end may have come long ago.
 * A trip keeps its plate without signs. Aboard a bus people change on the way: the most at one time counts, whoever alights making room first.
 */
export const ROLL_UP_CAPACITY = `
  WITH due AS (
    SELECT u.facility_id, u.since - ${OVERLAP_DAYS} AS since,
           CASE WHEN k.attributes->'stayKinds' ?| ARRAY['tenant', 'patient'] THEN ${OPEN_ENDED_DAYS} ELSE ${GUEST_DAYS} END AS look_back
    FROM unnest($1::uuid[], $2::date[]) AS u(facility_id, since) JOIN facility f USING (facility_id)
    LEFT JOIN code_table_entry k ON k.table_name = 'facility-kind' AND k.code = f.kind AND k.valid_to IS NULL
  ), there AS (
    SELECT s.facility_id, coalesce(s.room, s.unit) AS room, s.arrived_at,
           coalesce(s.departed_at, s.expected_departure_at, 'infinity') AS until, due.since
    FROM due JOIN stay s ON s.facility_id = due.facility_id AND s.arrived_on >= due.since - due.look_back
      AND s.arrived_on >= $3::date - ${OPEN_ENDED_DAYS + OVERLAP_DAYS}
    WHERE s.state <> 'cancelled' AND s.kind IN ('guest', 'tenant', 'patient') AND coalesce(s.room, s.unit) IS NOT NULL
      AND EXISTS (SELECT FROM room r WHERE r.facility_id = s.facility_id AND r.code = coalesce(s.room, s.unit))
  ), nights AS (
    SELECT t.facility_id, night::date AS day, t.room, count(*) AS people
    FROM there t CROSS JOIN LATERAL generate_series(
           greatest(t.since, (t.arrived_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 1)::timestamp,
           least($4::date, CASE WHEN t.until = 'infinity' THEN $4::date
                                ELSE (t.until AT TIME ZONE 'Asia/Ho_Chi_Minh')::date END)::timestamp,
           interval '1 day') AS night
    WHERE (night + interval '28 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh' >= t.arrived_at
      AND (night + interval '28 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh' < t.until
    GROUP BY 1, 2, 3
  ), aboard AS (
    SELECT t.facility_id, (t.departs_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, t.trip_id, v.seats,
           sum(e.step) OVER (PARTITION BY t.facility_id, t.trip_id ORDER BY e.at, e.step ROWS UNBOUNDED PRECEDING) AS people
    FROM due JOIN trip t ON t.facility_id = due.facility_id
      AND t.departs_at >= due.since::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    JOIN LATERAL (SELECT max(seats) AS seats FROM vehicle v WHERE v.facility_id = t.facility_id
                    AND regexp_replace(upper(v.plate), '[^A-Z0-9]', '', 'g') = t.plate) v ON v.seats IS NOT NULL
    JOIN stay s ON s.facility_id = t.facility_id AND s.trip_id = t.trip_id AND s.state <> 'cancelled'
      AND s.arrived_on >= $3::date - ${OVERLAP_DAYS}
    CROSS JOIN LATERAL (VALUES (s.arrived_at, 1), (greatest(coalesce(s.departed_at, s.expected_departure_at, 'infinity'),
                                                            s.arrived_at + interval '1 second'), -1)) AS e(at, step)
  )
  INSERT INTO compliance_capacity (facility_id, day, rooms_over, trips_over)
  SELECT facility_id, day, sum(rooms), sum(trips) FROM (
    SELECT n.facility_id, n.day, 1 AS rooms, 0 AS trips FROM nights n
    JOIN room r ON r.facility_id = n.facility_id AND r.code = n.room WHERE n.people > r.beds
    UNION ALL
    SELECT a.facility_id, a.day, 0, 1 FROM aboard a GROUP BY a.facility_id, a.day, a.trip_id, a.seats
    HAVING max(a.people) > a.seats
  ) one GROUP BY facility_id, day`;
