/**
 * Every cell of the figures straight from stays, trips and facilities, written down a second time on purpose and in another
 * way: night by night and day by day. It follows docs/indicators.md, not the code.
 */
const HORIZON = `DATE '2027-03-01'`;

/** What is kept, in the same form: nights are made of what `present` adds up to. */
export const KEPT_CELLS = `
  SELECT 'day' AS grain, level, ward_id, kind, stars, dimension::text, day::text AS period, stay_kind, value, arrivals, overnight,
         foreign_arrivals, foreign_overnight, departures, late, cancelled, present, 0 AS present_nights
  FROM statistic_day JOIN statistic_place USING (place_id)
  WHERE level <> 'ward' AND day < ${HORIZON} AND (arrivals, overnight, foreign_arrivals, foreign_overnight, departures, late, cancelled, present)
    <> (0, 0, 0, 0, 0, 0, 0, 0)
  UNION ALL
  SELECT 'month', level, ward_id, kind, stars, dimension::text, month::text, stay_kind, value, arrivals, overnight,
         foreign_arrivals, foreign_overnight, departures, late, cancelled, present, present_nights::integer
  FROM statistic_month JOIN statistic_place USING (place_id)
  WHERE level <> 'ward' AND dimension NOT LIKE '%/%' AND month < ${HORIZON} AND (arrivals, overnight, foreign_arrivals, foreign_overnight, departures, late, cancelled, present,
    present_nights) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
  UNION ALL
  SELECT 'now', level, ward_id, kind, stars, '', '', stay_kind, foreigner::text, in_house, overdue, 0, 0, 0, 0, 0, 0, 0
  FROM statistic_now JOIN statistic_place USING (place_id) WHERE (in_house, overdue) <> (0, 0)
  UNION ALL
  SELECT 'worker-now', level, ward_id, kind, stars, '', since::text, '', zone || '/' || employer || '/' || foreigner || '/' || registered, in_house,
         0, 0, 0, 0, 0, 0, 0, 0
  FROM statistic_worker_now JOIN statistic_place USING (place_id) WHERE in_house <> 0
  ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;

const SUMS_OF_CELLS = [
  ...['arrivals', 'overnight', 'foreign_arrivals', 'foreign_overnight', 'departures', 'late', 'cancelled', 'present'],
];
const wardCells = (grain: 'day' | 'month', ofWards: boolean): string => `
  SELECT dimension, ward_id, ${grain}, stay_kind, value, ${SUMS_OF_CELLS.map((column) => `sum(${column})::integer AS ${column}`).join(', ')}
         ${grain === 'month' ? ', sum(present_nights)::integer AS present_nights' : ''}
  FROM statistic_${grain} JOIN statistic_place USING (place_id)
  WHERE level = '${ofWards ? 'ward' : 'area'}' AND dimension NOT LIKE '%/%' GROUP BY 1, 2, 3, 4, 5
  HAVING ${[...SUMS_OF_CELLS, ...(grain === 'month' ? ['present_nights'] : [])].map((column) => `sum(${column}) <> 0`).join(' OR ')}`;
const differing = (grain: 'day' | 'month'): string =>
  `(${wardCells(grain, true)} EXCEPT ${wardCells(grain, false)}) UNION ALL (${wardCells(grain, false)} EXCEPT ${wardCells(grain, true)})`;

const keptLonger = (suffix: string): string => `
  SELECT dimension, place_id, month, stay_kind, value, present FROM statistic_month WHERE dimension LIKE '%/${suffix}' AND present <> 0`;
const summedLonger = (suffix: string, from: string): string => `
  SELECT dimension || '/${suffix}', place_id, starts, stay_kind, value, sum(present)::integer
  FROM (SELECT *, ${from}) AS m JOIN statistic_place USING (place_id)
  WHERE dimension NOT LIKE '%/%' AND (level <> 'area' OR dimension IN ('all', 'room-use', 'rooms', 'beds'))
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(present) <> 0`;
const YEARS = summedLonger('year', `make_date(extract(year FROM month)::integer, 1, 1) AS starts FROM statistic_month`);
/** Each quarter of the year that has not ended before the month. */
const SO_FAR = summedLonger(
  'so-far',
  `make_date(extract(year FROM month)::integer, quarter, 1) AS starts FROM statistic_month
     JOIN (VALUES (1), (4), (7), (10)) AS q (quarter) ON quarter + 2 >= extract(month FROM month)`,
);

const DEKAD_END = `CASE WHEN extract(day FROM month) = 21 THEN (date_trunc('month', month) + interval '1 month')::date ELSE month + 10 END`;
const MONTH_END = `(date_trunc('month', month) + interval '1 month')::date`;
const SUMS_OF_ALL = SUMS_OF_CELLS.map((column) => `sum(${column})::integer AS ${column}`).join(', ');
const NONE = [...SUMS_OF_CELLS, 'nights'].map((column) => `sum(${column}) <> 0`).join(' OR ');
/** Dekads put together to months of wards, and to those of the province by their third. */
const dekads = (place: string, period: string, ends: string): string => `
  SELECT replace(dimension, '/dekad', '') AS dimension, ${place}, ${period}, stay_kind, value, ${SUMS_OF_ALL}, sum(nights)::integer AS nights
  FROM (SELECT *, present_nights + present * (${ends} - ${DEKAD_END}) AS nights FROM statistic_month JOIN statistic_place USING (place_id)
        WHERE dimension LIKE '%/dekad') AS d GROUP BY 1, 2, 3, 4, 5 HAVING ${NONE}`;
const CODES = `dimension NOT LIKE '%/%' AND dimension NOT IN ('all', 'room-use', 'rooms', 'beds', 'trip')`;
const MONTHS_OF_CODES = `
  SELECT dimension, ward_id, month, stay_kind, value, ${SUMS_OF_ALL}, sum(nights)::integer FROM (
    SELECT *, present_nights AS nights FROM statistic_month JOIN statistic_place USING (place_id) WHERE level = 'ward' AND ${CODES}) AS m
  GROUP BY 1, 2, 3, 4, 5 HAVING ${NONE}`;
const DAYS_OF_CODES = `
  SELECT dimension, province_id, month, stay_kind, value, ${SUMS_OF_ALL}, sum(nights)::integer FROM (
    SELECT *, present * (${DEKAD_END} - day) AS nights FROM (
      SELECT *, date_trunc('month', day)::date + CASE WHEN extract(day FROM day) > 20 THEN 20 WHEN extract(day FROM day) > 10 THEN 10 ELSE 0 END AS month
      FROM statistic_day JOIN statistic_place USING (place_id) WHERE level = 'province' AND ${CODES}) AS d) AS n
  GROUP BY 1, 2, 3, 4, 5 HAVING ${NONE}`;
const unlike = (one: string, other: string): string => `(${one} EXCEPT ${other}) UNION ALL (${other} EXCEPT ${one})`;

/**
 * Cells of wards that are not what those of their areas add up to, years, whole and so far, that are not what their months do, and dekads of
 * wards that are not what is in their months and in the days of the province.
 */
export const SUM_DIFFERENCES = {
  day: differing('day'),
  month: differing('month'),
  year: unlike(keptLonger('year'), YEARS),
  soFar: unlike(keptLonger('so-far'), SO_FAR),
  dekadByWard: unlike(dekads('ward_id', `date_trunc('month', month)::date`, MONTH_END), MONTHS_OF_CODES),
  dekadByProvince: unlike(dekads('province_id', 'month', DEKAD_END), DAYS_OF_CODES),
};

/** The state a facility was in on a day: the last version that had been made by its end; before the first change, the first. */
const ON_DAY = (day: string): string => `
  coalesce((SELECT v.content FROM facility_version v WHERE v.facility_id = f.facility_id AND v.version > 1
              AND (v.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= ${day} ORDER BY v.version DESC LIMIT 1),
           (SELECT v.content FROM facility_version v WHERE v.facility_id = f.facility_id AND v.version = 1),
           to_jsonb(f) || jsonb_build_object('rooms', (SELECT count(*) FROM room r WHERE r.facility_id = f.facility_id),
             'beds', (SELECT coalesce(sum(beds), 0) FROM room r WHERE r.facility_id = f.facility_id)))`;

const PLACE = `c.content->>'ward_id' AS ward_id, c.content->>'kind' AS place_kind, (c.content->>'stars')::integer AS stars`;
const KEY = 'level, ward_id, place_kind, stars, dimension, stay_kind, value';
const COUNTS = ['arrivals', 'overnight', 'foreign_arrivals', 'foreign_overnight', 'departures', 'late', 'cancelled'];
const SUMS = [...COUNTS, 'present'].map((column) => `sum(${column})::integer AS ${column}`).join(', ');
const LEVELS = `(VALUES ('area'), ('province')) AS l(level)`;
const AT_LEVEL = `l.level, CASE l.level WHEN 'area' THEN ward_id END AS ward_id, place_kind, stars`;

export const CELLS_FROM_RAW = `
  WITH days AS (
    SELECT d::date AS day FROM generate_series(DATE '2026-07-01', ${HORIZON}, interval '1 day') AS d
  ), s AS MATERIALIZED (
    SELECT s.facility_id, s.stay_id, s.kind AS stay_kind, s.state, s.state <> 'cancelled' AS live, s.arrived_at, s.departed_at,
           coalesce(s.departed_at, s.expected_departure_at, 'infinity') AS until_at, s.arrived_on, s.late, s.nationality,
           s.reason, s.origin_province_id, s.sex, extract(year FROM s.arrived_on) - s.birth_year AS age, s.department, s.employer,
           s.industrial_zone_id, s.temporary_residence_on, t.route_code, coalesce(s.room, s.unit) AS room, ${PLACE}
    FROM stay s JOIN facility f USING (facility_id) LEFT JOIN trip t ON t.trip_id = s.trip_id
    CROSS JOIN LATERAL (SELECT ${ON_DAY('s.arrived_on')} AS content) AS c
  ), sleeping AS MATERIALIZED (
    -- In house at 04:00 of the day after the night.
    SELECT s.*, d.day AS night FROM s JOIN days d
      ON (d.day + 1 + time '04:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' > s.arrived_at
     AND (d.day + 1 + time '04:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' <= s.until_at
    WHERE s.live AND s.stay_kind <> 'passenger'
  ), slept AS MATERIALIZED (
    SELECT stay_id, count(*) AS nights FROM sleeping GROUP BY 1
  ), v AS MATERIALIZED (
    SELECT s.stay_id, ${AT_LEVEL}, s.stay_kind, x.dimension, x.value, s.live, s.late, s.arrived_on, s.departed_at,
           coalesce(n.nights, 0) > 0 AS overnight, s.nationality <> 'VNM' AS is_foreign
    FROM s LEFT JOIN slept n USING (stay_id) CROSS JOIN ${LEVELS} CROSS JOIN LATERAL (
      SELECT 'all' AS dimension, '' AS value UNION ALL SELECT 'nationality', s.nationality
      UNION ALL SELECT 'reason', s.reason::text UNION ALL SELECT 'origin', s.origin_province_id UNION ALL SELECT 'sex', s.sex
      UNION ALL SELECT 'age', CASE WHEN s.age < 15 THEN '0-14' WHEN s.age < 25 THEN '15-24' WHEN s.age < 35 THEN '25-34'
        WHEN s.age < 45 THEN '35-44' WHEN s.age < 55 THEN '45-54' WHEN s.age < 65 THEN '55-64' ELSE '65+' END
      UNION ALL SELECT 'hour', lpad(extract(hour FROM s.arrived_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::text, 2, '0')
      UNION ALL SELECT 'length', CASE WHEN s.stay_kind = 'passenger' THEN NULL WHEN s.until_at = 'infinity' AND s.live THEN 'open'
        WHEN n.nights IS NULL THEN '0' WHEN n.nights = 1 THEN '1' WHEN n.nights < 4 THEN '2-3' WHEN n.nights < 8 THEN '4-7'
        WHEN n.nights < 15 THEN '8-14' WHEN n.nights < 30 THEN '15-29' ELSE '30+' END
      UNION ALL SELECT 'department', s.department UNION ALL SELECT 'employer', s.employer
      UNION ALL SELECT 'employer-zone', s.industrial_zone_id UNION ALL SELECT 'route', s.route_code) AS x
    WHERE x.value IS NOT NULL
  ), facility_days AS MATERIALIZED (
    SELECT f.facility_id, d.day, ${PLACE}, c.content->>'status' = 'active' AS lets, (c.content->>'rooms')::integer AS rooms,
           coalesce(nullif((SELECT sum(beds) FROM department p WHERE p.facility_id = f.facility_id), 0),
                    (c.content->>'beds')::integer) AS beds,
           d.day >= (f.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS began
    FROM facility f CROSS JOIN days d CROSS JOIN LATERAL (SELECT ${ON_DAY('d.day')} AS content) AS c
  ), n AS MATERIALIZED (
    -- How many are there in a night.
    SELECT v.level, v.ward_id, v.place_kind, v.stars, v.dimension, v.stay_kind, v.value, p.night, count(*)::integer AS n
    FROM v JOIN sleeping p USING (stay_id) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    UNION ALL
    SELECT l.level, CASE l.level WHEN 'area' THEN d.ward_id END, d.place_kind, d.stars, 'room-use', '', '', p.night,
           count(DISTINCT (p.facility_id, p.room))::integer
    FROM sleeping p JOIN facility_days d ON d.facility_id = p.facility_id AND d.day = p.night CROSS JOIN ${LEVELS}
    WHERE p.room IS NOT NULL AND p.stay_kind IN ('guest', 'tenant') GROUP BY 1, 2, 3, 4, 8
    UNION ALL
    SELECT ${AT_LEVEL}, 'rooms', '', '', day, sum(rooms)::integer FROM facility_days CROSS JOIN ${LEVELS}
    WHERE lets AND began GROUP BY 1, 2, 3, 4, 8
    UNION ALL
    SELECT ${AT_LEVEL}, 'beds', '', '', day, sum(beds)::integer FROM facility_days CROSS JOIN ${LEVELS}
    WHERE lets AND began GROUP BY 1, 2, 3, 4, 8
  ), rows AS MATERIALIZED (
    SELECT ${KEY}, arrived_on AS day, live::integer AS arrivals, (live AND overnight)::integer AS overnight,
           (live AND is_foreign)::integer AS foreign_arrivals, (live AND overnight AND is_foreign)::integer AS foreign_overnight,
           0 AS departures, (live AND late)::integer AS late, (NOT live)::integer AS cancelled, 0 AS present FROM v
    UNION ALL
    SELECT ${KEY}, (departed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 0, 0, 0, 0, 1, 0, 0, 0 FROM v
    WHERE live AND departed_at IS NOT NULL
    UNION ALL
    SELECT ${AT_LEVEL}, 'trip', '', t.route_code, d.day, 1, 0, 0, 0, 0, 0, 0, 0
    FROM trip t JOIN facility_days d ON d.facility_id = t.facility_id
      AND d.day = (t.departs_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date CROSS JOIN ${LEVELS} WHERE t.state <> 'cancelled'
    UNION ALL
    SELECT ${KEY}, night, 0, 0, 0, 0, 0, 0, 0, n FROM n
    UNION ALL
    SELECT ${KEY}, night + 1, 0, 0, 0, 0, 0, 0, 0, -n FROM n
  ), month_nights AS (
    SELECT ${KEY}, month, sum(n)::integer AS nights FROM (
      SELECT ${KEY}, date_trunc('month', night::timestamp)::date AS month, n FROM n
      UNION ALL
      SELECT ${KEY}, night + 1, -n * extract(day FROM night + interval '1 day' + interval '1 month' - interval '1 day')::integer
      FROM n WHERE extract(day FROM night + 1) = 1) AS one GROUP BY ${KEY}, month
  ), day_cells AS (
    SELECT ${KEY}, day, ${SUMS} FROM rows
    WHERE level = 'province' OR dimension IN ('all', 'trip', 'room-use', 'rooms', 'beds') GROUP BY ${KEY}, day
  ), month_cells AS (
    SELECT ${KEY}, date_trunc('month', day::timestamp)::date AS month, ${SUMS} FROM rows GROUP BY ${KEY}, 8
  )
  SELECT 'day' AS grain, level, ward_id, place_kind AS kind, stars, dimension, day::text AS period, stay_kind, value, arrivals,
         overnight, foreign_arrivals, foreign_overnight, departures, late, cancelled, present, 0 AS present_nights
  FROM day_cells WHERE day < ${HORIZON}
    AND (arrivals, overnight, foreign_arrivals, foreign_overnight, departures, late, cancelled, present) <> (0, 0, 0, 0, 0, 0, 0, 0)
  UNION ALL
  SELECT 'month', m.level, m.ward_id, m.place_kind, m.stars, m.dimension, m.month::text, m.stay_kind, m.value, arrivals, overnight,
         foreign_arrivals, foreign_overnight, departures, late, cancelled, present, coalesce(k.nights, 0)
  FROM month_cells m LEFT JOIN month_nights k ON (k.level, k.place_kind, k.dimension, k.stay_kind, k.value, k.month)
    = (m.level, m.place_kind, m.dimension, m.stay_kind, m.value, m.month)
    AND k.ward_id IS NOT DISTINCT FROM m.ward_id AND k.stars IS NOT DISTINCT FROM m.stars
  WHERE m.month < ${HORIZON} AND (arrivals, overnight, foreign_arrivals, foreign_overnight, departures, late, cancelled, present,
    coalesce(k.nights, 0)) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
  UNION ALL
  SELECT 'now', 'area', ward_id, place_kind, stars, '', '', stay_kind, (nationality <> 'VNM')::text,
         count(*) FILTER (WHERE state = 'in_house')::integer, count(*) FILTER (WHERE state = 'overdue')::integer,
         0, 0, 0, 0, 0, 0, 0
  FROM s WHERE state IN ('in_house', 'overdue') GROUP BY 2, 3, 4, 5, 8, 9
  UNION ALL
  SELECT 'worker-now', 'area', ward_id, place_kind, stars, '', arrived_on::text, '',
         coalesce(industrial_zone_id, '') || '/' || coalesce(employer, '') || '/' || (nationality <> 'VNM') || '/'
           || (temporary_residence_on IS NOT NULL), count(*)::integer,
         0, 0, 0, 0, 0, 0, 0, 0
  FROM s WHERE state IN ('in_house', 'overdue') AND place_kind = 'nha-o-kcn' AND stay_kind = 'tenant' GROUP BY 2, 3, 4, 5, 7, 9
  ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;
