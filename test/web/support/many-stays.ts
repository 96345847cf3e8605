import { localDate } from '@luutru/calendar';
import { STAY_SEAL } from '@luutru/declaration';
import { KeyRing, monthScope } from '@luutru/platform';
import type { TestSystem } from '../../support/test-system';

/** How the guest of a row is called, from 1. */
export const nameOf = (row: number): string => `LÊ THỊ HÀNG ${String(row).padStart(4, '0')}`;

/** Writes guests who came today and left, listed in the order of their numbers, straight into the tables. */
export async function insertManyStays({ api, build }: TestSystem, facilityId: string, count: number): Promise<void> {
  const day = localDate(new Date());
  const keys = api.get(KeyRing);
  const ids: string[] = [];
  const sealed: Buffer[] = [];
  for (let row = 1; row <= count; row += 1) {
    // The newest is listed first, and the list takes the larger id for the newer one.
    const id = `01900000-0000-7000-8000-${String(count - row).padStart(12, '0')}`;
    const person = { fullName: nameOf(row), birthDate: '1990-08-15', documentNumber: `0${79_190_000_000 + row}` };
    ids.push(id);
    sealed.push(await keys.seal(monthScope(day), STAY_SEAL.table, STAY_SEAL.column, id, JSON.stringify(person)));
  }
  await build.rows(
    `INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, departed_at, declared_at, due_at, late,
                       channel, declared_by, reason, document_type, nationality, sex, birth_year, room, personal_sealed)
     SELECT $1, $2::date, stay_id, 'guest', 'departed', $2::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', now(), now(), now(), false, 'api', 'test', 1, 1, 'VNM', 'F', 1990,
            '101', sealed
     FROM unnest($3::uuid[], $4::bytea[]) AS made(stay_id, sealed)`,
    [facilityId, day, ids, sealed],
  );
}
