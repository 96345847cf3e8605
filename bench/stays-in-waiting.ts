import { DataKeyRepository, KeyRing, keySet, monthScope, openDatabase, uuidV7 } from '@luutru/platform';
import { type PersonalData, STAY_SEAL } from '@luutru/declaration';
import type { BenchDatabase } from './bench-database';

const CHUNK = 5_000;

/** The part of a stay that delivering needs: stay, where to find it, and its event. */
const STORE = `WITH given AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS g (facility_id, stay_id, sealed)),
  stored AS (
    INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, declared_at, due_at,
                      late, channel, declared_by, reason, document_type, nationality, sex, birth_year, room, personal_sealed)
    SELECT facility_id, $4::date, stay_id, 'guest', 'in_house', $5::timestamptz, $5::timestamptz + interval '1 day', $5, $5::timestamptz + interval '1 day', false,
           'api', 'bench', 1, 1, 'VNM', 'F', 1990, '203', sealed FROM given
  ), named AS (
    INSERT INTO name_index (facility_id, stay_id, kind, arrived_on, index_key_id, birth_year, value)
    SELECT facility_id, stay_id, 1, $4::date, 1, 1990, decode(md5(stay_id::text), 'hex') FROM given
  )
  INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
  SELECT facility_id, gen_random_uuid(), 'population', stay_id, $4::date, 1, 'arrival', $5::timestamptz, $5 FROM given`;

let serial = 0;

/**
 * Stays as declaring leaves them, by SQL: half of them of one facility, the others spread over all. Answers the moment they
 * are said to have been declared.
 */
export async function storeStays(bench: BenchDatabase, masterKeys: string, count: number): Promise<Date> {
  const { database, close } = await openDatabase({
    url: bench.urlFor('luutru_app'),
    poolSize: 1,
    applicationName: 'bench',
    entities: [],
  });
  const keyRing = new KeyRing(keySet('the bench')('BENCH', masterKeys), new DataKeyRepository(database));
  const at = new Date();
  const day = at.toISOString().slice(0, 10);
  try {
    for (let done = 0; done < count; done += CHUNK) {
      const size = Math.min(CHUNK, count - done);
      const stayIds = Array.from({ length: size }, () => uuidV7(at));
      const facilityIds = stayIds.map(
        (_id, place) => bench.facilityIds[place % 2 ? 0 : place % bench.facilityIds.length],
      );
      const sealed = await Promise.all(
        stayIds.map((id) =>
          keyRing.seal(monthScope(day), STAY_SEAL.table, STAY_SEAL.column, id, JSON.stringify(person())),
        ),
      );
      await bench.rows(STORE, [facilityIds, stayIds, sealed, day, at]);
    }
  } finally {
    await close();
  }
  return at;
}

const person = (): PersonalData => ({
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  documentNumber: `049190${String((serial += 1)).padStart(6, '0')}`,
  documentDescription: null,
  phone: null,
  residenceKind: null,
  address: null,
  residenceWardId: null,
  reasonText: null,
  note: null,
  externalRef: null,
});
