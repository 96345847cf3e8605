import { addDays, localDate } from '@luutru/calendar';
import type { BlindIndex } from '@luutru/platform';
import type { BenchDatabase } from './bench-database';
import { indexed, NAME_OF_SQL, type PooledName } from './search-population';

/** Thirty-six months of stays of a province, ending today. */
export const DAYS = 36 * 30;
const FACILITIES = 850;
const CHUNK = 250_000;
const NAMES_AT_ONCE = 5_000;

export interface Filled {
  /** Milliseconds of each step. */
  readonly took: Readonly<Record<string, number>>;
  readonly sizes: readonly { readonly relation: string; readonly mb: number }[];
}

/** The stay id of the nth stay, which tells everything about it. */
export const stayIdOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const STAY_ID_SQL = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
export const serialOf = (stayId: string): number => Number.parseInt(stayId.slice(24), 16);

/**
 * Fills the tables that a search reads, in SQL. Fingerprints of names are real; those of numbers, ends of numbers and phones are
 * as random as real ones, and so is what is sealed: it is of the real size, and the stays that are looked for get theirs
 * afterwards. Tables that no search reads stay empty.
 */
export async function fill(
  database: BenchDatabase,
  index: BlindIndex,
  names: readonly PooledName[],
  rows: number,
): Promise<Filled> {
  const took: Record<string, number> = {};
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await work();
    took[name] = Math.round(performance.now() - began);
    process.stdout.write(`${name}: ${(took[name] / 1000).toFixed(1)} s\n`);
  };
  const first = addDays(localDate(new Date()), -DAYS);
  await step('facilities and names', async () => {
    await database.rows('SELECT ensure_month_partitions($1, 38)', [first]);
    await database.rows(
      `INSERT INTO facility (facility_id, code, kind, name, ward_id, address_line, status, created_at, updated_at)
       SELECT gen_random_uuid(), 'S-' || n, (ARRAY['khach-san', 'nha-nghi', 'nha-tro'])[1 + n % 3], 'Cơ sở ' || n,
              wards.ids[1 + n % cardinality(wards.ids)], 'x', 'active', now(), now()
       FROM generate_series(1, ${FACILITIES}) AS n,
            (SELECT array_agg(unit_id ORDER BY unit_id) AS ids FROM admin_unit WHERE parent_id = 'p48' AND valid_to IS NULL) AS wards`,
    );
    await database.rows(
      `CREATE UNLOGGED TABLE bench_facility AS
       SELECT (row_number() OVER (ORDER BY code) - 1)::integer AS at, facility_id FROM facility WHERE code LIKE 'S-%'`,
    );
    await database.rows('ALTER TABLE bench_facility ADD PRIMARY KEY (at)');
    await fillNames(database, index, names);
  });
  // Stays that are asked for get real fingerprints and seals later: in their own pages, or all of them would lie together.
  await database.rows(
    `DO $$ DECLARE t regclass; BEGIN
       FOR t IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'stay'::regclass UNION ALL SELECT 'person_index'::regclass LOOP
         EXECUTE format('ALTER TABLE %s SET (fillfactor = 90)', t);
       END LOOP; END $$`,
  );
  // As a bulk load is done: the search tables' indexes are made at the end.
  const { dropped, made } = INDEXES;
  for (const sql of dropped) await database.rows(sql);
  await step('stays', () => inChunks(rows, (from, to) => database.rows(STAYS_SQL, [from, to, first, rows])));
  await step('search keys', () =>
    inChunks(rows, async (from, to) => {
      const day = (n: number): string => addDays(first, Math.floor(((n - 1) * DAYS) / rows));
      const chunk = [stayIdOf(from), stayIdOf(to), day(from), day(to)];
      await database.rows(NAMES_SQL, chunk);
      await database.rows(PERSONS_SQL, chunk);
    }),
  );
  await step('indexes', async () => {
    await database.rows(`ALTER SYSTEM SET maintenance_work_mem = '512MB'`);
    await database.rows('SELECT pg_reload_conf()');
    for (const sql of made) await database.rows(sql);
  });
  await step('vacuum', async () => {
    await database.rows('DROP TABLE bench_keys');
    for (const table of ['stay', 'name_index', 'person_index']) await database.rows(`VACUUM ANALYZE ${table}`);
    await database.rows('CHECKPOINT');
  });
  return { took, sizes: await sizesOf(database) };
}

async function inChunks(rows: number, work: (from: number, to: number) => Promise<unknown>): Promise<void> {
  for (let from = 1; from <= rows; from += CHUNK) await work(from, Math.min(rows, from + CHUNK - 1));
}

async function fillNames(database: BenchDatabase, index: BlindIndex, names: readonly PooledName[]): Promise<void> {
  await database.rows(
    'CREATE UNLOGGED TABLE bench_name (id integer PRIMARY KEY, sex text, nationality text, kinds text, hashes text)',
  );
  for (let from = 0; from < names.length; from += NAMES_AT_ONCE) {
    const some = names.slice(from, from + NAMES_AT_ONCE);
    const keys = some.map((name) => indexed(index, name));
    await database.rows(
      `INSERT INTO bench_name SELECT * FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[])`,
      [
        some.map((_, at) => from + at),
        some.map(({ sex }) => sex),
        some.map(({ nationality }) => nationality),
        keys.map(({ kinds }) => kinds.join(' ')),
        keys.map(({ values }) => values.map((value) => value.toString('hex')).join(' ')),
      ],
    );
  }
  await database.rows(
    `CREATE UNLOGGED TABLE bench_keys AS
     SELECT id, k.kind::smallint AS kind, decode(k.hash, 'hex') AS value
     FROM bench_name, unnest(string_to_array(kinds, ' '), string_to_array(hashes, ' ')) AS k(kind, hash)`,
  );
  await database.rows('CREATE INDEX ON bench_keys (id)');
  await database.rows('ANALYZE bench_keys, bench_name, bench_facility');
}

/** Larger houses have more guests: the square of a random number picks the facility. */
const STAYS_SQL = `
  INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at, declared_at,
                    due_at, late, channel, declared_by, reason, document_type, nationality, sex, birth_year, room, personal_sealed)
  SELECT f.facility_id, d.day, d.stay_id, 'guest', CASE WHEN d.left_on > current_date THEN 'in_house' ELSE 'departed' END,
         d.day + time '15:00', d.left_on + time '12:00', CASE WHEN d.left_on <= current_date THEN d.left_on + time '11:00' END,
         d.day + time '15:05', d.day + time '23:00', false, 'rest', 'api-key:bench', 1, CASE p.nationality WHEN 'VNM' THEN 1 ELSE 4 END,
         p.nationality, p.sex, 1940 + (n * 7919 % 67)::integer, (100 + n % 60)::text,
         decode(repeat(md5(n::text), 24), 'hex')
  FROM (SELECT n, ${STAY_ID_SQL} AS stay_id, ($3::date + ((n - 1) * ${DAYS} / $4::bigint)::integer) AS day,
               ($3::date + ((n - 1) * ${DAYS} / $4::bigint)::integer) + 1 + (n % 3)::integer AS left_on,
               ('x' || substr(md5('f' || n), 1, 6))::bit(24)::integer / 16777216.0 AS u
        FROM generate_series($1::bigint, $2::bigint) AS n) d
  JOIN bench_name p ON p.id = ${NAME_OF_SQL}
  JOIN bench_facility f ON f.at = floor(${FACILITIES} * d.u * d.u)::integer`;

const SERIAL_SQL = `('x' || right(s.stay_id::text, 12))::bit(48)::bigint`;
const NAMES_SQL = `
  INSERT INTO name_index (facility_id, stay_id, kind, arrived_on, index_key_id, birth_year, value)
  SELECT s.facility_id, s.stay_id, k.kind, s.arrived_on, 1, s.birth_year, k.value
  FROM (SELECT s.*, ${SERIAL_SQL} AS n FROM stay s WHERE stay_id BETWEEN $1 AND $2 AND arrived_on BETWEEN $3 AND $4) s
  JOIN bench_keys k ON k.id = ${NAME_OF_SQL}`;
/** Two of three people leave a phone. */
const PERSONS_SQL = `
  INSERT INTO person_index (facility_id, stay_id, kind, arrived_on, index_key_id, value)
  SELECT s.facility_id, s.stay_id, k.kind, s.arrived_on, 1, decode(md5(k.kind || s.stay_id::text), 'hex')
  FROM stay s CROSS JOIN (VALUES (1::smallint), (2::smallint), (3::smallint)) AS k(kind)
  WHERE s.stay_id BETWEEN $1 AND $2 AND s.arrived_on BETWEEN $3 AND $4 AND (k.kind <> 2 OR ${SERIAL_SQL} % 3 > 0)`;

const INDEXES = {
  dropped: [
    'ALTER TABLE name_index DROP CONSTRAINT name_index_pkey',
    'ALTER TABLE person_index DROP CONSTRAINT person_index_pkey',
    'DROP INDEX name_index_found, person_index_value',
  ],
  made: [
    'ALTER TABLE name_index ADD PRIMARY KEY (facility_id, stay_id, kind)',
    'ALTER TABLE person_index ADD PRIMARY KEY (facility_id, stay_id, kind)',
    'CREATE INDEX name_index_found ON name_index (value, birth_year, arrived_on DESC) INCLUDE (facility_id, stay_id)',
    'CREATE INDEX person_index_value ON person_index (value, arrived_on DESC)',
  ],
};

const sizesOf = (database: BenchDatabase): Promise<{ relation: string; mb: number }[]> =>
  database.rows(
    `SELECT name AS relation, round(bytes / 1048576.0)::integer AS mb FROM (
       SELECT 'stay with its indexes' AS name, sum(pg_total_relation_size(inhrelid)) AS bytes FROM pg_inherits WHERE inhparent = 'stay'::regclass
       UNION ALL SELECT relname, pg_relation_size(oid) FROM pg_class
       WHERE relname IN ('name_index', 'name_index_pkey', 'name_index_found', 'person_index', 'person_index_pkey', 'person_index_value')
       UNION ALL SELECT 'database', pg_database_size(current_database())) AS sized ORDER BY name`,
  );
