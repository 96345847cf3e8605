import type { Caller } from '@luutru/access';
import { addDays, localDate } from '@luutru/calendar';
import { type Database, openDatabase } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { DisclosureGate, NowReadModel, StatisticsReadModel, StatisticsReckoning } from '@luutru/statistics';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { keepResult, median, summarise } from './rounds';
import { type Answer, questionsOf, type StatisticsQuestion } from './statistics-questions';

const FACILITIES = 850;
const MONTHS = 36;
const DAYS = MONTHS * 30;
const CHUNK = 500_000;
const STAYS = Number(process.env.BENCH_STAYS ?? 10_000_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);
const RAW_ROUNDS = 2;
/** What is measured is how long it takes; nothing is given up on a busy machine. */
const LIMITS = { connectMs: 60_000, statementMs: 600_000 };

const FACILITIES_SQL = `
  INSERT INTO facility (facility_id, code, kind, name, stars, ward_id, address_line, status, created_at, updated_at)
  SELECT md5('s' || n)::uuid, 'S-' || n, (ARRAY['khach-san', 'khach-san', 'nha-nghi', 'nha-cho-thue'])[1 + n % 4], 'Cơ sở ' || n,
         CASE WHEN n % 4 < 2 THEN 1 + n % 5 END, wards.ids[1 + n % cardinality(wards.ids)], 'x', 'active', now() - interval '4 years', now()
  FROM generate_series(1, ${FACILITIES}) AS n,
       (SELECT array_agg(unit_id ORDER BY unit_id) AS ids FROM admin_unit WHERE parent_id = 'p48' AND valid_to IS NULL) AS wards`;
const ROOMS_SQL = `
  INSERT INTO room SELECT facility_id, (100 + r)::text, 2 FROM facility CROSS JOIN generate_series(0, 59) AS r WHERE code LIKE 'S-%'`;
/** Larger houses have more guests: the square of a random number picks the facility. */
const STAYS_SQL = `
  INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at, declared_at, due_at,
                    late, channel, declared_by, reason, document_type, nationality, sex, birth_year, origin_province_id, room, personal_sealed)
  SELECT md5('s' || 1 + floor(${FACILITIES} * u * u)::integer)::uuid, day, md5('stay' || n)::uuid, 'guest',
         CASE WHEN left_on > current_date THEN 'in_house' ELSE 'departed' END,
         (day + time '15:00' + make_interval(mins => (n % 400)::integer)) AT TIME ZONE 'Asia/Ho_Chi_Minh',
         (left_on + time '12:00') AT TIME ZONE 'Asia/Ho_Chi_Minh',
         CASE WHEN left_on <= current_date THEN (left_on + time '11:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' END,
         (day + time '15:05') AT TIME ZONE 'Asia/Ho_Chi_Minh', (day + time '23:00') AT TIME ZONE 'Asia/Ho_Chi_Minh',
         n % 9 = 0, 'rest', 'api-key:bench', 1, 1 + n % 6, (ARRAY['VNM', 'VNM', 'VNM', 'KOR', 'CHN', 'USA', 'JPN', 'FRA'])[1 + h % 8],
         (ARRAY['F', 'M'])[1 + n % 2], 1940 + (n * 7919 % 67)::integer, CASE WHEN h % 8 < 3 THEN origins.ids[1 + h % cardinality(origins.ids)] END,
         (100 + h % 60)::text, '\\x00'
  FROM (SELECT n, day, day + 1 + (n % 3)::integer AS left_on, u, ('x' || substr(md5('h' || n), 1, 6))::bit(24)::integer AS h
        FROM (SELECT n, $3::date + ((n - 1) * ${DAYS} / $4::bigint)::integer AS day,
                     ('x' || substr(md5('f' || n), 1, 6))::bit(24)::integer / 16777216.0 AS u
              FROM generate_series($1::bigint, $2::bigint) AS n) AS d) AS t,
       (SELECT array_agg(unit_id ORDER BY unit_id) AS ids FROM admin_unit WHERE level = 'province' AND valid_to IS NULL) AS origins`;

/**
 * What the statistics pages ask, of a province with three years of stays, each beside the same made of the stays themselves
 * in the same run. BENCH_STAYS is how many stays (10 million).
 */
export async function statistics(): Promise<void> {
  const bench = await startBenchDatabase();
  try {
    const took = await fill(bench);
    const open = (role: string) =>
      openDatabase({ url: bench.urlFor(role), poolSize: 4, applicationName: 'bench', entities: [], limits: LIMITS });
    const [app, worker] = [await open('luutru_app'), await open('luutru_worker')];
    const clock = { now: () => new Date() };
    const reckoning = new StatisticsReckoning(worker.database, clock);
    await listMonths(bench);
    const began = performance.now();
    const { spans: days } = await reckoning.run();
    const count_all_s = (performance.now() - began) / 1000;
    process.stdout.write(`counted ${days} months in ${count_all_s.toFixed(1)} s\n`);
    await bench.rows('ALTER SYSTEM RESET work_mem');
    await bench.rows('SELECT pg_reload_conf()');
    await bench.rows('VACUUM ANALYZE');
    const batch_ms = await timeOfBatch(bench, reckoning);

    const questions = await prepare(bench, app.database, clock);
    const rows = [];
    for (const question of questions) {
      const row = await hold(question);
      process.stdout.write(`${JSON.stringify(row)}\n`);
      rows.push(row);
    }
    const [{ mb, cells } = { mb: 0, cells: 0 }] = await bench.rows<{ mb: number; cells: number }>(
      `SELECT (sum(pg_total_relation_size(oid)) / 1048576)::integer AS mb, sum(reltuples)::integer AS cells FROM pg_class
       WHERE relname IN ('statistic_day', 'statistic_month', 'statistic_now')`,
    );
    const figures = {
      stays: STAYS,
      fill_s: took,
      count_all_s,
      batch_of_2000_ms: batch_ms,
      cells,
      cells_mb: mb,
      p95_ms: Math.max(...rows.map(({ p95 }) => p95)),
      raw_over_ours: Math.min(...rows.map(({ raw_over_ours }) => raw_over_ours)),
      mismatched_cells: rows.reduce((sum, { mismatched }) => sum + mismatched, 0),
    };
    keepResult('statistics', figures, rows);
    for (const [name, value] of Object.entries(figures))
      process.stdout.write(`${name.padEnd(24)} ${value.toFixed(1)}\n`);
    await app.close();
    await worker.close();
  } finally {
    await bench.close();
  }
}

async function fill(bench: BenchDatabase): Promise<number> {
  const began = performance.now();
  const first = addDays(localDate(new Date()), -DAYS);
  await bench.rows(`SELECT ensure_month_partitions('${first}', ${MONTHS + 2})`);
  await bench.rows(FACILITIES_SQL);
  await bench.rows(ROOMS_SQL);
  for (let from = 1; from <= STAYS; from += CHUNK) {
    await bench.rows(STAYS_SQL, [from, Math.min(STAYS, from + CHUNK - 1), first, STAYS]);
  }
  await bench.rows('VACUUM ANALYZE');
  return (performance.now() - began) / 1000;
}

/**
 * Lists whole months of arrivals to count, with memory for them, instead of days as a first start does for the sake of others
 * at work: every cell by month is then written once and not thirty times.
 */
async function listMonths(bench: BenchDatabase): Promise<void> {
  await bench.rows(`ALTER SYSTEM SET work_mem = '192MB'`);
  await bench.rows('SELECT pg_reload_conf()');
  await bench.rows('UPDATE statistic_progress SET upto_xact = pg_snapshot_xmin(pg_current_snapshot())');
  await bench.rows(`
    INSERT INTO statistic_due_days SELECT month::date, (month + interval '1 month')::date
    FROM (SELECT min(arrived_on) AS first, max(arrived_on) AS last FROM stay) AS days
    CROSS JOIN generate_series(date_trunc('month', first::timestamp), last, interval '1 month') AS month`);
}

/** Two thousand stays that all changed, as after a busy second or an import. */
async function timeOfBatch(bench: BenchDatabase, reckoning: StatisticsReckoning): Promise<number> {
  await bench.rows(`
    INSERT INTO name_index (facility_id, stay_id, kind, arrived_on, index_key_id, birth_year, value)
    SELECT facility_id, stay_id, 1, arrived_on, 1, birth_year, '\\x00' FROM stay WHERE arrived_on >= current_date - 2 LIMIT 2000`);
  await bench.rows(`UPDATE stay SET late = NOT late, reason = 7 FROM name_index i
    WHERE stay.facility_id = i.facility_id AND stay.stay_id = i.stay_id AND stay.arrived_on = i.arrived_on`);
  await bench.rows(
    `INSERT INTO statistic_due SELECT 'stay', facility_id, stay_id FROM name_index ON CONFLICT DO NOTHING`,
  );
  const began = performance.now();
  await reckoning.run();
  return performance.now() - began;
}

async function prepare(
  bench: BenchDatabase,
  database: Database,
  clock: { now(): Date },
): Promise<readonly StatisticsQuestion[]> {
  const reference = new ReferenceDataService(database);
  await reference.reload();
  const gate = new DisclosureGate();
  const wards = reference.adminUnits.children('p48').map(({ unitId }) => unitId);
  const area = { wardIds: wards, formerWardIds: [], zoneIds: [], kinds: null };
  const permissions = new Set(['statistics.read', 'statistics.exact'] as const);
  const grant = { role: null, permissions, reach: { facilityIds: [], areas: [area] } };
  const caller: Caller = {
    principal: { kind: 'person', id: 'bench', grants: [grant], ownIndexes: [] },
    requestId: 'bench',
  };
  const figures = new StatisticsReadModel(database, reference, gate, clock);
  const now = new NowReadModel(database, gate, clock);
  return questionsOf({
    figures,
    now,
    caller,
    wards,
    today: localDate(clock.now()),
    raw: (sql, values) => bench.rows(sql, values),
  });
}

async function hold(question: StatisticsQuestion) {
  const times: number[] = [];
  for (let at = 0; at < ROUNDS + 3; at += 1) {
    const began = performance.now();
    await question.ours(at);
    if (at >= 3) times.push(performance.now() - began);
  }
  const raws: number[] = [];
  let mismatched = 0;
  let cells = 0;
  for (let at = 0; at < RAW_ROUNDS; at += 1) {
    const began = performance.now();
    const expected = await question.raw(at);
    raws.push(performance.now() - began);
    const ours = await question.ours(at);
    cells += expected.size;
    mismatched += differences(ours, expected);
  }
  const { p50, p95, p99 } = summarise(times, 1);
  const raw_ms = median(raws);
  return { question: question.name, p50, p95, p99, raw_ms, raw_over_ours: raw_ms / p50, cells, mismatched };
}

function differences(ours: Answer, raw: Answer): number {
  const keys = new Set([...ours.keys(), ...raw.keys()]);
  return [...keys].filter((key) => Math.abs((ours.get(key) ?? 0) - (raw.get(key) ?? 0)) > 1e-9).length;
}
