import { STAY_COLUMNS } from './declare.statement';
import { PERSON_KINDS } from './domain/search-keys';
import { wantsTopic } from './outbox-topics';

const columns = Object.entries(STAY_COLUMNS).filter(([column]) => column !== 'facility_id');

/** Besides the columns of the stay; each an array with an element per row. */
const BESIDE = {
  ord: 'integer',
  occupant_index: 'bytea',
  occupied_until: 'timestamptz',
  index_key_id: 'smallint',
  key_hash: 'bytea',
  request_hash: 'bytea',
  answer: 'text',
  outbox_id: 'uuid',
  audit_id: 'uuid',
} as const;

/** Lists cannot be elements of an array parameter: warning codes, which hold no space, travel joined. */
const sent = (column: string, type: string): string => (column === 'warnings' ? 'text' : type);
const fields = [...columns, ...Object.entries(BESIDE)];
const FIRST = 15;

/** The names of the array parameters of {@link DECLARE_MANY}, from $15 on. */
export const MANY_FIELDS: readonly string[] = fields.map(([field]) => field);

const stayValues = columns.map(([column]) =>
  column === 'warnings' ? `coalesce(string_to_array(nullif(warnings, ''), ' '), '{}')` : column,
);

/**
 * As DECLARE, for many rows of one facility in one statement: each row is stored whole or not at all, and a row that cannot
 * be does not keep the others from it. Two rows of one call must not share an idempotency key.
 *
 * $1 facility, $2 operation, $3 actor kind, $4 actor id, $5 request id, $6 topics; $7 and $8 are pairs (row, fingerprint of
 * the key under each index key in use); $9 to $11 are triples (row, kind, fingerprint) for person_index, $12 to $14 for
 * name_index; then one array per field.
 *
 * Answers a row per input: `stored`, `prior` (answered before) or `taken` (the person is in house at that time).
 */
export const DECLARE_MANY = `
  WITH input AS MATERIALIZED (
    SELECT * FROM unnest(${fields.map(([field, type], at) => `$${at + FIRST}::${sent(field, type)}[]`).join(', ')})
             AS u(${MANY_FIELDS.join(', ')})
  ), prior AS MATERIALIZED (
    SELECT DISTINCT k.ord FROM unnest($7::integer[], $8::bytea[]) AS k(ord, hash)
    JOIN idempotency i ON i.facility_id = $1::uuid AND i.key_hash = k.hash
  ), occupied AS (
    INSERT INTO occupancy (facility_id, stay_id, arrived_on, occupant_index, index_key_id, during)
    SELECT $1::uuid, stay_id, arrived_on, occupant_index, index_key_id, tstzrange(arrived_at, occupied_until)
    FROM input WHERE occupant_index IS NOT NULL AND ord NOT IN (SELECT ord FROM prior) ORDER BY ord
    ON CONFLICT DO NOTHING RETURNING stay_id
  ), gate AS MATERIALIZED (
    SELECT i.* FROM input i JOIN occupied o USING (stay_id)
    UNION ALL SELECT i.* FROM input i WHERE i.occupant_index IS NULL AND i.ord NOT IN (SELECT ord FROM prior)
  ), remembered AS (
    INSERT INTO idempotency (facility_id, key_hash, operation, request_hash, answer, created_at)
    SELECT $1::uuid, key_hash, $2::text, request_hash, answer::json, declared_at FROM gate
  ), stored AS (
    INSERT INTO stay (facility_id, ${columns.map(([column]) => column).join(', ')}, state, declared_by)
    SELECT $1::uuid, ${stayValues.join(', ')}, 'in_house', $3::text || ':' || $4::text FROM gate
  ), numbered AS (
    INSERT INTO person_index (facility_id, stay_id, kind, arrived_on, index_key_id, value)
    SELECT $1::uuid, g.stay_id, f.kind, g.arrived_on, g.index_key_id, f.value
    FROM gate g JOIN unnest($9::integer[], $10::smallint[], $11::bytea[]) AS f(ord, kind, value) USING (ord)
  ), named AS (
    INSERT INTO name_index (facility_id, stay_id, kind, arrived_on, index_key_id, birth_year, value)
    SELECT $1::uuid, g.stay_id, f.kind, g.arrived_on, g.index_key_id, g.birth_year, f.value
    FROM gate g JOIN unnest($12::integer[], $13::smallint[], $14::bytea[]) AS f(ord, kind, value) USING (ord)
  ), sent AS (
    INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
    SELECT $1::uuid, CASE t.place WHEN 1 THEN g.outbox_id ELSE gen_random_uuid() END, t.topic, g.stay_id, g.arrived_on, 1,
           'arrival', g.declared_at, g.declared_at
    FROM gate g CROSS JOIN unnest($6::text[]) WITH ORDINALITY AS t(topic, place)
    WHERE ${wantsTopic('t.topic', '$1::uuid')}
  ), flagged AS (
    INSERT INTO police_notice (facility_id, stay_id, kind, arrived_on, created_at)
    SELECT $1::uuid, stay_id, 'no-papers', arrived_on, declared_at FROM gate g
    WHERE NOT EXISTS (SELECT FROM unnest($9::integer[], $10::smallint[]) AS f(ord, kind)
                      WHERE f.ord = g.ord AND f.kind = ${PERSON_KINDS.number})
  ), audited AS (
    INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id, request_id)
    SELECT $1::uuid, declared_at, audit_id, $3::text, $4::text, 'stay.declare', 'stay', stay_id, $5::text FROM gate
  )
  SELECT i.ord, CASE WHEN g.ord IS NOT NULL THEN 'stored' WHEN p.ord IS NOT NULL THEN 'prior' ELSE 'taken' END AS outcome
  FROM input i LEFT JOIN gate g USING (ord) LEFT JOIN prior p USING (ord) ORDER BY i.ord`;
