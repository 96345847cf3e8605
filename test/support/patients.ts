import type { TestApi } from './test-api';

/** People who came to a department of a hospital in a month, each for one night; without a department where none was told. */
export interface Admitted {
  readonly ward: string;
  /** The first day of the month. */
  readonly month: string;
  readonly department: string | null;
  readonly stayKind: 'patient' | 'relative';
  readonly nationality: string;
  readonly persons: number;
}

/** Writes hospitals, one in each ward, and stays that are over, spread over their months so that none is the first or last day. */
export async function admit(api: TestApi, admitted: readonly Admitted[]): Promise<void> {
  const wards = [...new Set(admitted.map(({ ward }) => ward))];
  const departments = [...new Set(admitted.flatMap(({ department }) => department ?? []))];
  const hospitals = new Map<string, string>();
  for (const wardId of wards) {
    const { facilityId } = await api.build.facility({ wardId, kind: 'co-so-kham-chua-benh', departments });
    hospitals.set(wardId, facilityId);
  }
  await api.build.rows(`UPDATE facility SET created_at = '2026-07-01+07' WHERE facility_id = ANY ($1::uuid[])`, [
    [...hospitals.values()],
  ]);
  await api.build.rows(`SELECT ensure_month_partitions('2026-01-01', 14)`);
  const stays = admitted.flatMap(({ persons, ...one }) =>
    Array.from({ length: persons }, () => ({ ...one, facility: hospitals.get(one.ward) })),
  );
  await api.build.rows(
    `INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at, declared_at,
       due_at, late, channel, declared_by, reason, document_type, nationality, sex, birth_year, department, relation, personal_sealed)
     SELECT facility::uuid, day, gen_random_uuid(), kind, 'departed', at, at + interval '20 hours', at + interval '20 hours', at, at,
            false, 'rest', 'test', 18, 1, nationality, 'F', 1960 + n % 40, department,
            CASE kind WHEN 'relative' THEN 'con' END, '\\x00'
     FROM (SELECT *, (day + time '14:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at FROM (
       SELECT *, (month::date + 1 + (n * 7 % 24)::integer) AS day
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
         WITH ORDINALITY AS u(facility, month, kind, nationality, department, n)) AS d) AS t`,
    [
      stays.map(({ facility }) => facility),
      stays.map(({ month }) => month),
      stays.map(({ stayKind }) => stayKind),
      stays.map(({ nationality }) => nationality),
      stays.map(({ department }) => department),
    ],
  );
}
