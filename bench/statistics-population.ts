import { addDays, localDate } from '@luutru/calendar';
import type { BenchDatabase } from './bench-database';

/** Three years of arrivals, until today. */
const DAYS = 3 * 365;
/** Stays per statement: temporary space stays small. */
const CHUNK = 250_000;
/** A facility, or a nationality, is drawn by the number of slots that it holds. */
const SLOTS = 1 << 17;
const NATIONALITIES = 60;
const FOREIGN_IN_100 = { hotel: 38, house: 12, other: 3 };

interface Plan {
  readonly kind: string;
  readonly count: number;
  readonly rooms: readonly [least: number, most: number];
  /** How many arrive for each of its rooms, beside other kinds. */
  readonly pull: number;
}

/** A province with a coast: four thousand facilities of all kinds. Hotels have one to five stars, or none, and rooms by them. */
const PLANS: readonly Plan[] = [
  { kind: 'khach-san', count: 1_250, rooms: [12, 30], pull: 30 },
  { kind: 'nha-nghi', count: 800, rooms: [8, 24], pull: 24 },
  { kind: 'nha-khach', count: 60, rooms: [20, 60], pull: 15 },
  { kind: 'nha-cong-vu', count: 20, rooms: [10, 40], pull: 1 },
  { kind: 'nha-tro', count: 700, rooms: [8, 30], pull: 2 },
  { kind: 'nha-cho-thue', count: 450, rooms: [2, 12], pull: 4 },
  { kind: 'ho-gia-dinh', count: 440, rooms: [2, 8], pull: 14 },
  { kind: 'nha-o-kcn', count: 90, rooms: [40, 160], pull: 2 },
  { kind: 'ky-tuc-xa', count: 30, rooms: [60, 200], pull: 1 },
  { kind: 'co-so-kham-chua-benh', count: 100, rooms: [20, 120], pull: 12 },
  { kind: 'nha-xe', count: 60, rooms: [20, 40], pull: 60 },
];

/** A number from 0 up to `below` that is the same in every run. */
const draw = (n: string, seed: number, below: string | number): string =>
  `((hashint8extended(${n}, ${seed}) & 1073741823) % (${below}))::integer`;

const FACILITIES_SQL = `
  INSERT INTO facility (facility_id, code, kind, name, stars, ward_id, former_ward_id, industrial_zone_id, address_line, status,
                        created_at, updated_at)
  SELECT md5('f' || $1::text || n)::uuid, 'S-' || upper($1) || '-' || n, $1, 'Cơ sở ' || n,
         CASE WHEN $1 = 'khach-san' THEN nullif(${draw('n', 1, 6)}, 0) END, w.ward_id, w.former_ward_id,
         CASE WHEN $1 = 'nha-o-kcn' THEN 'KCN-' || n % 6 END, 'x', 'active', now() - interval '4 years', now()
  FROM (SELECT n, (${draw('n', 2, 1000)} / 1000.0) ^ 2 AS u FROM generate_series(1, $2::bigint) AS n) AS t
  JOIN bench_ward w ON w.at = floor(t.u * (SELECT count(*) FROM bench_ward))::integer`;
/** Busy wards first; most facilities know in which commune of old they stand. */
const WARDS_SQL = `
  CREATE UNLOGGED TABLE bench_ward AS
  SELECT (row_number() OVER (ORDER BY md5(unit_id), former) - 1)::integer AS at, unit_id AS ward_id, former AS former_ward_id
  FROM admin_unit u CROSS JOIN LATERAL (
    SELECT old_unit_id AS former FROM admin_unit_successor s JOIN admin_unit o ON o.unit_id = s.old_unit_id AND o.level = 'ward'
    WHERE s.new_unit_id = u.unit_id UNION ALL SELECT NULL) AS f
  WHERE u.parent_id = 'p48' AND u.level = 'ward' AND u.valid_to IS NULL`;
const ROOMS_SQL = `
  INSERT INTO room
  SELECT facility_id, (100 + r)::text, 1 + r % 3
  FROM (SELECT facility_id, $2::integer * coalesce(stars, 1) + ${draw(`('x' || left(facility_id::text, 8))::bit(32)::bigint`, 3, '1 + $3::integer - $2::integer')} AS rooms
        FROM facility WHERE kind = $1 AND code LIKE 'S-%') AS f CROSS JOIN LATERAL generate_series(1, rooms) AS r`;

/** Slots by weight, for something with a column `weight`. */
const slotsOf = (table: string, id: string, from: string): string => `
  CREATE UNLOGGED TABLE ${table} AS
  SELECT slot, ${id} FROM (
    SELECT *, round(sum(weight::float8) OVER (ORDER BY ${id}) / sum(weight) OVER () * ${SLOTS}) AS upto,
           round((sum(weight::float8) OVER (ORDER BY ${id}) - weight) / sum(weight) OVER () * ${SLOTS}) AS since
    FROM (${from}) AS w) AS t CROSS JOIN LATERAL generate_series(since::integer, upto::integer - 1) AS slot`;

/** More at weekends, most in July, and each year more than the one before. */
const DAYS_SQL = `
  CREATE UNLOGGED TABLE bench_day AS
  SELECT day, round(sum(weight) OVER w / sum(weight) OVER () * $2::bigint)::bigint AS upto,
         round((sum(weight) OVER w - weight) / sum(weight) OVER () * $2::bigint)::bigint AS since
  FROM (SELECT $1::date + n AS day, (1 + n / ${DAYS}.0 * 0.3) * (1 + 0.5 * cos(2 * pi() * (extract(doy FROM $1::date + n) - 196) / 365))
               * (ARRAY[1, 0.9, 0.9, 1, 1.4, 1.6, 1.1])[extract(isodow FROM $1::date + n)::integer] AS weight
        FROM generate_series(0, ${DAYS - 1}) AS n) AS d WINDOW w AS (ORDER BY day)`;

const TRIPS_SQL = `
  INSERT INTO trip (facility_id, trip_id, plate, route_code, departs_at, expected_arrival_at, stops, state, created_at)
  SELECT facility_id, md5('trip' || facility_id || day)::uuid, '43B-00001', 'DN-' || day_of % 4,
         (day + time '18:00') AT TIME ZONE 'Asia/Ho_Chi_Minh', (day + time '18:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' + interval '14 hours',
         '[]', CASE WHEN day_of % 50 = 0 THEN 'cancelled' ELSE 'arrived' END, now()
  FROM facility CROSS JOIN (SELECT day, extract(doy FROM day)::integer AS day_of FROM bench_day) AS d WHERE kind = 'nha-xe'`;

/** A few codes decide everything else; the nth stay is the same in every run. Ids go by time, as real ones do. */
const STAYS_SQL = `
  INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at, declared_at, due_at,
                    late, channel, declared_by, reason, document_type, nationality, sex, birth_year, origin_province_id, room, unit,
                    employer, industrial_zone_id, department, trip_id, personal_sealed)
  SELECT facility_id, day, stay_id, stay_kind,
         CASE WHEN ${draw('n', 11, 90)} = 0 THEN 'cancelled' WHEN departed THEN 'departed'
              WHEN leaves_at <= now() THEN 'overdue' ELSE 'in_house' END,
         arrived_at, leaves_at, CASE WHEN departed THEN leaves_at END, arrived_at + interval '20 minutes',
         (day + time '23:00') AT TIME ZONE 'Asia/Ho_Chi_Minh', ${draw('n', 12, 12)} = 0, 'rest', 'api-key:bench', reason,
         CASE WHEN is_foreign THEN 4 ELSE 1 END, CASE WHEN is_foreign THEN nationality ELSE 'VNM' END,
         (ARRAY['F', 'M'])[1 + ${draw('n', 13, 2)}], 1946 + (${draw('n', 14, 30)} + ${draw('n', 15, 34)}),
         CASE WHEN NOT is_foreign AND reason < 6 THEN ($5::text[])[1 + (${draw('n', 16, 1000)} ^ 2 / 1000000.0 * 34)::integer % 34] END,
         CASE WHEN stay_kind = 'guest' THEN room END, CASE WHEN stay_kind = 'tenant' THEN room END,
         CASE WHEN kind = 'nha-o-kcn' THEN 'Công ty ' || ${draw('n', 17, 40)} END, CASE WHEN kind = 'nha-o-kcn' THEN zone END,
         CASE WHEN stay_kind IN ('patient', 'relative') THEN 'K' || ${draw('n', 18, 12)} END, trip_id, decode(repeat(md5(n::text), 20), 'hex')
  FROM (SELECT *, CASE WHEN stay_kind = 'tenant' AND ${draw('n', 19, 6)} = 0 OR stay_kind = 'patient' AND nights > 3 AND day > current_date - 4 THEN NULL
                       ELSE arrived_at + make_interval(days => nights, hours => -(2 + ${draw('n', 20, 6)})) END AS leaves_at FROM (
    SELECT n, d.day, f.*, e.nationality, ${draw('n', 21, 100)} < f.foreign_in_100 AS is_foreign, 1 + ${draw('n', 22, 9)} AS reason,
           (100 + 1 + ${draw('n', 23, 'f.rooms')})::text AS room,
           CASE WHEN f.stay_kind0 = 'patient' AND ${draw('n', 24, 4)} = 0 THEN 'relative' ELSE f.stay_kind0 END AS stay_kind,
           (day + CASE WHEN ${draw('n', 25, 25)} = 0 THEN time '01:00' ELSE time '11:00' END
              + make_interval(mins => ${draw('n', 26, 180)} + ${draw('n', 27, 480)})) AT TIME ZONE 'Asia/Ho_Chi_Minh' AS arrived_at,
           CASE f.stay_kind0 WHEN 'tenant' THEN 20 + ${draw('n', 28, 380)} WHEN 'patient' THEN 2 + ${draw('n', 28, 9)} WHEN 'passenger' THEN 1
                             ELSE 1 + ${draw('n', 28, 3)} * ${draw('n', 29, 3)} END AS nights,
           (lpad(to_hex(extract(epoch FROM d.day)::bigint * 1000 + n % 86400000), 12, '0') || '7' || substr(md5(n::text), 1, 19))::uuid AS stay_id,
           CASE WHEN f.kind = 'nha-xe' THEN md5('trip' || f.facility_id || d.day)::uuid END AS trip_id
    FROM bench_day d CROSS JOIN LATERAL generate_series(greatest(d.since + 1, $1::bigint), least(d.upto, $2::bigint)) AS n
    JOIN bench_slot s ON s.slot = ${draw('n', 30, SLOTS)} JOIN bench_facility f USING (facility_id)
    JOIN bench_nationality e ON e.slot = ${draw('n', 31, SLOTS)}
    WHERE d.upto >= $1 AND d.since < $2 AND d.day BETWEEN $3 AND $4) AS t) AS made
  CROSS JOIN LATERAL (SELECT coalesce(leaves_at <= now() AND ${draw('n', 32, 400)} > 0, false) AS departed) AS l`;

/** Fills a province with stays, and answers how many seconds it took. */
export async function fillProvince(bench: BenchDatabase, stays: number): Promise<number> {
  const began = performance.now();
  const first = addDays(localDate(new Date()), 1 - DAYS);
  await bench.rows(`SELECT ensure_month_partitions('${first}', 39)`);
  await bench.rows(
    `INSERT INTO industrial_zone SELECT 'KCN-' || n, 'Khu công nghiệp ' || n, 'p48' FROM generate_series(0, 5) AS n`,
  );
  await bench.rows(WARDS_SQL);
  for (const { kind, count, rooms } of PLANS) {
    await bench.rows(FACILITIES_SQL, [kind, count]);
    await bench.rows(ROOMS_SQL, [kind, ...rooms]);
  }
  await bench.rows(
    `CREATE UNLOGGED TABLE bench_facility AS
     SELECT f.facility_id, f.kind, f.industrial_zone_id AS zone, r.rooms, r.rooms * pull AS weight,
            CASE WHEN kind IN ('khach-san', 'nha-nghi', 'nha-khach', 'ho-gia-dinh') THEN 'guest' WHEN kind = 'nha-xe' THEN 'passenger'
                 WHEN kind = 'co-so-kham-chua-benh' THEN 'patient' ELSE 'tenant' END AS stay_kind0,
            CASE kind WHEN 'khach-san' THEN ${FOREIGN_IN_100.hotel} WHEN 'ho-gia-dinh' THEN ${FOREIGN_IN_100.house}
                      ELSE ${FOREIGN_IN_100.other} END AS foreign_in_100
     FROM facility f JOIN (SELECT facility_id, count(*)::integer AS rooms FROM room GROUP BY 1) r USING (facility_id)
     JOIN unnest($1::text[], $2::integer[]) AS p(kind, pull) USING (kind) WHERE code LIKE 'S-%'`,
    [PLANS.map(({ kind }) => kind), PLANS.map(({ pull }) => pull)],
  );
  await bench.rows(slotsOf('bench_slot', 'facility_id', 'SELECT facility_id, weight FROM bench_facility'));
  await bench.rows(
    slotsOf(
      'bench_nationality',
      'nationality',
      `SELECT code AS nationality, 1.0 / (2 + row_number() OVER (ORDER BY code NOT IN ('KOR', 'CHN', 'JPN', 'USA', 'TWN', 'RUS', 'FRA', 'AUS', 'GBR', 'THA'), md5(code))) AS weight
       FROM code_table_entry WHERE table_name = 'nationality' AND code <> 'VNM' ORDER BY 2 DESC LIMIT ${NATIONALITIES}`,
    ),
  );
  await bench.rows(DAYS_SQL, [first, stays]);
  await bench.rows(TRIPS_SQL);
  await bench.rows('VACUUM ANALYZE');
  const provinces = await bench.rows<{ id: string }>(
    `SELECT unit_id AS id FROM admin_unit WHERE level = 'province' AND valid_to IS NULL ORDER BY md5(unit_id)`,
  );
  const days = await bench.rows<{ day: string; since: string; upto: string }>(
    'SELECT day::text, since, upto FROM bench_day ORDER BY day',
  );
  const dayOf = (n: number): string => days.find(({ upto }) => Number(upto) >= n)?.day ?? first;
  for (let from = 1; from <= stays; from += CHUNK) {
    const to = Math.min(stays, from + CHUNK - 1);
    await bench.rows(STAYS_SQL, [from, to, dayOf(from), dayOf(to), provinces.map(({ id }) => id)]);
  }
  await bench.rows('DROP TABLE bench_ward, bench_slot, bench_facility, bench_nationality, bench_day');
  await bench.rows('VACUUM ANALYZE');
  await bench.rows('CHECKPOINT');
  return (performance.now() - began) / 1000;
}
