import type { Transaction } from '@luutru/platform';
import { COUNT_FACILITIES } from './room-use.statements';

/** Up to and not including; the words PostgreSQL has for ever. */
interface Segment {
  readonly facility_id: string;
  readonly since: string;
  readonly until: string;
  readonly rooms: number;
  readonly beds: number;
  readonly province_id: string;
  readonly ward_id: string;
  readonly former_ward_id: string | null;
  readonly zone_id: string | null;
  readonly kind: string;
  readonly stars: number | null;
}

/**
 * What facilities ($1) were like from which day on, from their versions; the last is what they are now. The first is dated
 * by its first change, but held since the facility began: before that it had nothing to let. Of several on a day the last
 * holds. A suspended or closed facility has nothing to let either. A hospital has the beds of its departments.
 */
const SEGMENTS_SQL = `
  WITH versions AS (
    SELECT f.facility_id, v.version,
           (CASE WHEN row_number() OVER w = 1 THEN f.created_at ELSE v.at END AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
           CASE WHEN lead(v.version) OVER w IS NOT NULL AND v.content ? 'kind' THEN v.content
                ELSE to_jsonb(f) || jsonb_build_object(
                  'rooms', (SELECT count(*) FROM room r WHERE r.facility_id = f.facility_id),
                  'beds', (SELECT coalesce(sum(beds), 0) FROM room r WHERE r.facility_id = f.facility_id)) END AS content,
           (SELECT coalesce(sum(beds), 0) FROM department d WHERE d.facility_id = f.facility_id) AS department_beds
    FROM facility f LEFT JOIN facility_version v USING (facility_id)
    WHERE f.facility_id = ANY($1::uuid[]) WINDOW w AS (PARTITION BY f.facility_id ORDER BY v.version)
  ), dated AS (
    SELECT facility_id, day AS since,
           coalesce(lead(day) OVER (PARTITION BY facility_id ORDER BY version), 'infinity') AS until,
           content, coalesce((content->>'departmentBeds')::integer, department_beds) AS department_beds,
           content->>'status' = 'active' AS lets
    FROM versions
  ), held AS (
    SELECT facility_id, since, until, content, lets,
           CASE WHEN department_beds > 0 THEN department_beds ELSE (content->>'beds')::integer END AS beds,
           since = min(since) OVER (PARTITION BY facility_id) AS is_first
    FROM dated WHERE since < until
  ), all_time AS (
    SELECT facility_id, since, until, content, CASE WHEN lets THEN (content->>'rooms')::integer ELSE 0 END AS rooms,
           CASE WHEN lets THEN beds ELSE 0 END AS beds FROM held
    UNION ALL
    SELECT facility_id, '-infinity', since, content, 0, 0 FROM held WHERE is_first
  )
  SELECT a.facility_id, a.since::text, a.until::text, a.rooms, a.beds, u.parent_id AS province_id,
         a.content->>'ward_id' AS ward_id, a.content->>'former_ward_id' AS former_ward_id,
         a.content->>'industrial_zone_id' AS zone_id, a.content->>'kind' AS kind, (a.content->>'stars')::integer AS stars
  FROM all_time a JOIN admin_unit u ON u.unit_id = a.content->>'ward_id' ORDER BY a.facility_id, a.since`;

const WANTED = `jsonb_to_recordset($1::jsonb) AS w(facility_id uuid, since date, until date, rooms integer, beds integer,
  province_id text, ward_id text, former_ward_id text, zone_id text, kind text, stars smallint)`;

const PROVINCES_SQL = `
  INSERT INTO statistic_place (level, province_id, kind, stars)
  SELECT DISTINCT 'province', w.province_id, w.kind, w.stars FROM ${WANTED}
  WHERE NOT EXISTS (SELECT FROM statistic_place p WHERE p.level = 'province' AND p.province_id = w.province_id
                      AND p.kind = w.kind AND p.stars IS NOT DISTINCT FROM w.stars)`;
const SAME_AREA = `p.level = 'area' AND p.ward_id = w.ward_id AND p.former_ward_id IS NOT DISTINCT FROM w.former_ward_id
  AND p.zone_id IS NOT DISTINCT FROM w.zone_id AND p.kind = w.kind AND p.stars IS NOT DISTINCT FROM w.stars`;
const WARDS_SQL = `
  INSERT INTO statistic_place (level, province_id, ward_id) SELECT DISTINCT 'ward', w.province_id, w.ward_id FROM ${WANTED}
  WHERE NOT EXISTS (SELECT FROM statistic_place p WHERE p.level = 'ward' AND p.ward_id = w.ward_id)`;
const AREAS_SQL = `
  INSERT INTO statistic_place (level, province_place_id, ward_place_id, province_id, ward_id, former_ward_id, zone_id, kind, stars)
  SELECT DISTINCT 'area', q.place_id, a.place_id, w.province_id, w.ward_id, w.former_ward_id, w.zone_id, w.kind, w.stars
  FROM ${WANTED} JOIN statistic_place a ON a.level = 'ward' AND a.ward_id = w.ward_id
  JOIN statistic_place q ON q.level = 'province' AND q.province_id = w.province_id AND q.kind = w.kind
    AND q.stars IS NOT DISTINCT FROM w.stars
  WHERE NOT EXISTS (SELECT FROM statistic_place p WHERE ${SAME_AREA})`;
const CHANGED_SQL = `
  WITH wanted AS (
    SELECT w.facility_id, w.since, w.until, p.place_id, w.rooms, w.beds FROM ${WANTED} JOIN statistic_place p ON ${SAME_AREA}
  ), held AS (
    SELECT facility_id, since, until, place_id, rooms, beds FROM statistic_facility WHERE facility_id = ANY($2::uuid[])
  )
  SELECT DISTINCT facility_id AS id FROM (
    (SELECT * FROM wanted EXCEPT SELECT * FROM held) UNION ALL (SELECT * FROM held EXCEPT SELECT * FROM wanted)) AS one`;
const HOLD_SQL = `
  INSERT INTO statistic_facility (facility_id, since, until, place_id, rooms, beds)
  SELECT w.facility_id, w.since, w.until, p.place_id, w.rooms, w.beds FROM ${WANTED} JOIN statistic_place p ON ${SAME_AREA}
  WHERE w.facility_id = ANY($2::uuid[])`;
/** Who arrived when the facility was something else than was counted. */
const MOVED_SQL = `
  INSERT INTO statistic_due (kind, facility_id, subject_id)
  SELECT 'stay', s.facility_id, s.stay_id FROM statistic_stay s JOIN statistic_facility f ON f.facility_id = s.facility_id
    AND s.arrived_on >= f.since AND s.arrived_on < f.until AND f.place_id <> s.place_id
  WHERE s.facility_id = ANY($1::uuid[])
  UNION ALL
  SELECT 'trip', t.facility_id, t.trip_id FROM statistic_trip t JOIN statistic_facility f ON f.facility_id = t.facility_id
    AND t.departs_on >= f.since AND t.departs_on < f.until AND f.place_id <> t.place_id
  WHERE t.facility_id = ANY($1::uuid[])
  ON CONFLICT DO NOTHING`;

/**
 * Brings what is held of facilities up to date: their rooms, what of them was in use, and which of their stays must be
 * counted in another place.
 */
export async function countFacilities(tx: Transaction, facilityIds: readonly string[]): Promise<void> {
  const segments = await tx.query<Segment[]>(SEGMENTS_SQL, [facilityIds]);
  const wanted = JSON.stringify(segments);
  await tx.query(PROVINCES_SQL, [wanted]);
  await tx.query(WARDS_SQL, [wanted]);
  await tx.query(AREAS_SQL, [wanted]);
  const changed = (await tx.query<{ id: string }[]>(CHANGED_SQL, [wanted, facilityIds])).map(({ id }) => id);
  if (changed.length === 0) return;
  await tx.query(COUNT_FACILITIES, [changed, -1]);
  await tx.query('DELETE FROM statistic_facility WHERE facility_id = ANY($1::uuid[])', [changed]);
  await tx.query(HOLD_SQL, [wanted, changed]);
  await tx.query(COUNT_FACILITIES, [changed, 1]);
  await tx.query(MOVED_SQL, [changed]);
}
