import type { BenchDatabase } from './bench-database';

/** How long stays are kept (NĐ 96/2016, article 44: 36 months), spread evenly over them. */
const MONTHS = 36;
/** Answers to repeats and finished events are kept for some days only: their share of the stays. */
const RECENT_SHARE = 7 / (MONTHS * 30);

/** Tables that keep a row of each stay for as long as the stay, and what is in them. */
const FILLED: Readonly<Record<string, string>> = {
  stay: `INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at,
           declared_at, due_at, late, channel, declared_by, reason, document_type, nationality, sex, birth_year, room,
           personal_sealed, delivery_status, delivered_sequence)
         SELECT facility_id, arrived_on, stay_id, 'guest', 'departed', at, at + interval '1 day', at + interval '1 day',
                at, at, false, 'rest', 'api-key:bench', 1, 1, 'VNM', 'F', 1950 + n % 60, (100 + n % 400)::text,
                decode(repeat(md5(n::text), 24), 'hex'), 'verified', 1 FROM made`,
  occupancy: `INSERT INTO occupancy (facility_id, stay_id, arrived_on, occupant_index, index_key_id, during)
              SELECT facility_id, stay_id, arrived_on, decode(md5('o' || n), 'hex'), 1, tstzrange(at, at + interval '1 day') FROM made`,
  person_index: `INSERT INTO person_index (facility_id, stay_id, kind, arrived_on, index_key_id, value)
                 SELECT facility_id, stay_id, 1, arrived_on, 1, decode(md5('p' || n), 'hex') FROM made`,
  name_index: `INSERT INTO name_index (facility_id, stay_id, kind, arrived_on, index_key_id, birth_year, value)
               SELECT facility_id, stay_id, 1, arrived_on, 1, 1950 + n % 60, decode(md5('n' || n % 300000), 'hex') FROM made`,
  audit_entry: `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id)
                SELECT facility_id, at, stay_id, 'api-key', 'bench', 'stay.declare', 'stay', stay_id FROM made`,
};
const RECENT: Readonly<Record<string, string>> = {
  idempotency: `INSERT INTO idempotency (facility_id, key_hash, operation, request_hash, answer, created_at)
                SELECT facility_id, decode(md5('k' || n), 'hex'), 'stay.declare', decode(md5('r' || n), 'hex'),
                       ('"' || repeat(md5(n::text), 20) || '"')::json, now() FROM made`,
  outbox: `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, state, created_at,
             available_at, finished_at)
           SELECT facility_id, stay_id, 'population', stay_id, arrived_on, 1, 'arrival', 'done', now(), now(), now() FROM made`,
};
/** Rows per statement: temporary space stays small. */
const CHUNK = 500_000;

/**
 * Adds stays of the past until there are `total`. They are made in SQL: sizes, spread and indexes are those of real ones, the sealed
 * texts are not, so that nothing can be read out of them. Index-heavy tables lose their indexes while they are filled.
 */
export async function fillStays(database: BenchDatabase, from: number, total: number): Promise<void> {
  await database.rows(
    `SELECT ensure_month_partitions((date_trunc('month', now()) - interval '${MONTHS} months')::date, ${MONTHS + 2})`,
  );
  for (const [table, insert] of Object.entries(FILLED)) {
    const restore = table === 'stay' || table === 'audit_entry' ? [] : await dropIndexes(database, table);
    await fill(database, insert, from, total);
    for (const statement of restore) await database.rows(statement);
  }
  for (const insert of Object.values(RECENT)) {
    await fill(database, insert, Math.round(from * RECENT_SHARE), Math.round(total * RECENT_SHARE));
  }
  await database.rows('VACUUM ANALYZE');
  await database.rows('CHECKPOINT');
}

async function fill(database: BenchDatabase, insert: string, from: number, total: number): Promise<void> {
  for (let begin = from + 1; begin <= total; begin += CHUNK) {
    await database.rows(
      `WITH made AS (
         SELECT n, md5('s' || n)::uuid AS stay_id, at, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS arrived_on,
                ($1::uuid[])[1 + n % cardinality($1::uuid[])] AS facility_id
         FROM (SELECT n, now() - interval '2 days' - (n::bigint * 7919 % ${MONTHS * 30 * 24 - 96}) * interval '1 hour' AS at
               FROM generate_series($2::integer, $3::integer) AS n) AS t
       ) ${insert}`,
      [database.facilityIds, begin, Math.min(total, begin + CHUNK - 1)],
    );
  }
}

/** Takes constraints and indexes off a table; returns the statements that bring them back. */
async function dropIndexes(database: BenchDatabase, table: string): Promise<string[]> {
  const constraints = await database.rows<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'x')`,
    [table],
  );
  for (const { name } of constraints) await database.rows(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const indexes = await database.rows<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND tablename = $1`,
    [table],
  );
  for (const { name } of indexes) await database.rows(`DROP INDEX ${name}`);
  return [
    ...constraints.map(({ name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
    ...indexes.map(({ definition }) => definition),
  ];
}
