import type { BuiltFacility } from './builders';
import type { TestApi } from './test-api';

/** A small lodging of tests, as figures tell it apart. */
export interface Lodging extends BuiltFacility {
  readonly ward: string;
  /** The commune that it stood in before the merger, where that is known. */
  readonly formerWard: string | null;
  readonly kind: string;
  readonly stars: number | null;
}

/** Guests who came together, each for one night of the month. */
export interface Party {
  readonly lodging: Lodging;
  /** The first day of the month that they come in. */
  readonly month: string;
  readonly nationality: string;
  readonly sex: string;
  readonly persons: number;
}

/** A lodging that has been there since the first of the months. */
async function lodgingIn(api: TestApi, place: Omit<Lodging, 'facilityId' | 'code'>): Promise<Lodging> {
  const rooms = ['101', '102', '103', '104'];
  const built = await api.build.facility({ wardId: place.ward, kind: place.kind, rooms });
  await api.build.rows(
    `UPDATE facility SET created_at = '2026-07-01+07', stars = $2, former_ward_id = $3 WHERE facility_id = $1`,
    [built.facilityId, place.stars, place.formerWard],
  );
  return { ...built, ...place };
}

/** Writes stays of one night that are over, spread over the days of their months so that none is the first or the last. */
export async function checkIn(api: TestApi, parties: readonly Party[]): Promise<void> {
  const stays = parties.flatMap(({ lodging, month, nationality, sex, persons }) =>
    Array.from({ length: persons }, () => ({ facility: lodging.facilityId, month, nationality, sex })),
  );
  await api.build.rows(`SELECT ensure_month_partitions('2026-01-01', 14)`);
  await api.build.rows(
    `INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at, declared_at,
       due_at, late, channel, declared_by, reason, document_type, nationality, sex, birth_year, room, personal_sealed)
     SELECT facility::uuid, day, gen_random_uuid(), 'guest', 'departed', at, at + interval '20 hours', at + interval '20 hours', at,
            at, n % 7 = 0, 'rest', 'test', 1 + n % 3, 1, nationality, sex, 1960 + n % 40, (101 + n % 4)::text, '\\x00'
     FROM (SELECT *, (day + time '14:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at FROM (
       SELECT *, (month::date + 1 + (n * 7 % 24)::integer) AS day FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
         WITH ORDINALITY AS u(facility, month, nationality, sex, n)) AS d) AS t`,
    [
      stays.map(({ facility }) => facility),
      stays.map(({ month }) => month),
      stays.map(({ nationality }) => nationality),
      stays.map(({ sex }) => sex),
    ],
  );
}

export const GUEST_WARDS = ['w20410', 'w20413', 'w20401'];
export const GUEST_MONTHS = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'];
const NATIONS = ['VNM', 'KOR', 'FRA', 'CHN', 'USA'];
const OLD = 'old:quang-nam:thanh-pho-hoi-an:';
/** Communes of before the merger; the first and the second are in one ward, and the second is said of a lodging of another. */
export const FORMER_WARDS = [`${OLD}phuong-cam-nam`, `${OLD}phuong-minh-an`, `${OLD}phuong-cam-chau`];

/**
 * Seven lodgings of three wards in four months: mostly nobody or a few of each sort, sometimes many, as guests are. The last has
 * hardly anybody.
 */
export async function seedGuests(api: TestApi): Promise<{ lodgings: readonly Lodging[]; parties: readonly Party[] }> {
  const lodgings: Lodging[] = [];
  const [first = '', second = '', third = ''] = GUEST_WARDS;
  const [one = '', two = '', three = ''] = FORMER_WARDS;
  const places: [string, string | null][] = [
    [first, one],
    [first, two],
    [second, two],
    [second, three],
    [third, null],
    [third, null],
  ];
  for (const [at, [ward, formerWard]] of places.entries()) {
    const [kind, stars] = at % 2 === 0 ? (['khach-san', 4] as const) : (['nha-nghi', null] as const);
    lodgings.push(await lodgingIn(api, { ward, formerWard, kind, stars }));
  }
  const small = await lodgingIn(api, { ward: second, formerWard: three, kind: 'khach-san', stars: null });
  let seed = 7;
  const some = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
  const parties = GUEST_MONTHS.flatMap((month) => [
    { lodging: small, month, nationality: 'VNM', sex: 'F', persons: 3 },
    ...lodgings.flatMap((lodging) =>
      NATIONS.flatMap((nationality) =>
        ['F', 'M'].map((sex) => {
          const persons = [0, 14, 1, 0, 3, 9, 0, 0, 22, 1, 0, 2][some(12)] ?? 0;
          return { lodging, month, nationality, sex, persons: nationality === 'VNM' ? persons + 6 : persons };
        }),
      ),
    ),
  ]);
  await checkIn(api, parties);
  return { lodgings: [...lodgings, small], parties };
}
