import { randomBytes } from 'node:crypto';
import { type SqlValue, type Statement, uuidV7 } from '@luutru/platform';
import { DECLARE } from '../libs/declaration/src/declare.statement';

/** A declaration as the service sends it to PostgreSQL: of the size of a real one, of a person never seen before. */
export function declareStatement(facilityId: string): Statement {
  const now = new Date();
  const hash = (): Buffer => randomBytes(16);
  const values = {
    facility_id: facilityId,
    stay_id: uuidV7(now),
    arrived_on: now.toISOString().slice(0, 10),
    kind: 'guest',
    arrived_at: now,
    expected_departure_at: new Date(now.getTime() + 86_400_000),
    declared_at: now,
    due_at: now,
    late: false,
    channel: 'rest',
    reason: 1,
    document_type: 1,
    nationality: 'VNM',
    sex: 'F',
    birth_year: 1990,
    origin_province_id: 'p48',
    room: '203',
    bed: null,
    unit: null,
    employer: null,
    industrial_zone_id: null,
    temporary_residence_on: null,
    department: null,
    patient_id: null,
    relation: null,
    trip_id: null,
    seat: null,
    boarding_stop: null,
    alighting_stop: null,
    personal_sealed: randomBytes(380),
    external_ref_index: null,
    warnings: [],
    occupant_index: hash(),
    former_occupants: [] as Buffer[],
    occupied_until: new Date(now.getTime() + 86_400_000),
    person_kinds: [1, 3, 2],
    person_values: [hash(), hash(), hash()],
    name_kinds: [1, 3, 2],
    name_values: [hash(), hash(), hash()],
    index_key_id: 1,
    group_id: null,
    due_extended_by: null,
    topics: ['population', 'screening'],
    outbox_ids: [uuidV7(now), uuidV7(now)],
    key_hash: hash(),
    key_hashes: [hash()],
    request_hash: hash(),
    operation: 'stay.declare',
    answer: JSON.stringify({ receipt: randomBytes(450).toString('base64url') }),
    audit_id: uuidV7(now),
    actor_kind: 'api-key',
    actor_id: 'bench',
    request_id: uuidV7(now),
  } satisfies Record<string, SqlValue>;
  return DECLARE(values);
}

/** The same without the audit entry; its parameters are still sent. */
export function withoutAudit(statement: Statement): Statement {
  const audited = /audited AS \(\s*INSERT INTO audit_entry[\s\S]*?FROM gate\s*\)/;
  const numbers = (statement.text.match(audited)?.[0] ?? '').match(/\$\d+::\w+/g) ?? [];
  const text = statement.text.replace(audited, `audited AS (SELECT ${numbers.join(', ')})`);
  if (text === statement.text) throw new Error('The declare statement has no audit entry to leave out');
  return { ...statement, name: 'stay_declare_unaudited', text };
}
