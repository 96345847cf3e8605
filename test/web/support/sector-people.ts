import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '@luutru/calendar';
import { type Builder, type BuiltFacility, NORTHBOUND } from '../../support/builders';
import { monthsBefore } from './sector-stage';

/** People of one sort who came in a month, spread over its days unless they came on one. */
interface Group {
  readonly facility: BuiltFacility;
  readonly kind: 'guest' | 'tenant' | 'patient' | 'relative' | 'passenger';
  readonly month: string;
  readonly persons: number;
  readonly day?: string;
  readonly nights?: number;
  /** They are still there. */
  readonly stays?: boolean;
  readonly origin?: string;
  readonly nationality?: string;
  readonly department?: string;
  readonly employer?: string;
  readonly zone?: string;
  readonly patientId?: string;
  readonly tripId?: string;
}

export interface SectorFacilities {
  readonly hospital: BuiltFacility;
  readonly clinic: BuiltFacility;
  readonly operator: BuiltFacility;
  readonly housing: BuiltFacility;
  readonly dormitory: BuiltFacility;
  readonly hotel: BuiltFacility;
}

const [HANOI, HUE, HOME, QUANG_NGAI] = ['p01', 'p46', 'p48', 'p51'];
export const SOUTHBOUND = {
  code: 'DN-SG',
  name: 'Đà Nẵng - Sài Gòn',
  stops: [
    { code: 'DN', name: 'Bến xe Đà Nẵng', afterMinutes: 0 },
    { code: 'SG', name: 'Bến xe Miền Đông', afterMinutes: 1080 },
  ],
};
export const ZONES = { 'KCN-HK': 'KCN Hòa Khánh', 'KCN-DN': 'KCN Điện Nam - Điện Ngọc' };
export const EMPLOYERS = ['Công ty May Sông Hàn', 'Công ty Điện tử Hòa Khánh'];

/** Facilities of every sector with the people of three months up to a closed one, and of the same month a year before. */
export async function createSectors(build: Builder, last: string): Promise<SectorFacilities> {
  await build.rows(`INSERT INTO industrial_zone SELECT key, value, 'p48' FROM jsonb_each_text($1::jsonb)`, [
    JSON.stringify(ZONES),
  ]);
  const rooms = ['A101', 'A102', 'A103', 'A104'];
  const medical = { kind: 'co-so-kham-chua-benh', departments: ['NOI', 'NGOAI', 'SAN'] };
  const sectors = {
    hospital: await build.facility({ ...medical, name: 'Bệnh viện Sông Hàn' }),
    clinic: await build.facility({ ...medical, name: 'Trung tâm y tế Hội An Đông', wardId: 'w20413' }),
    operator: await build.facility({
      ...{ kind: 'nha-xe', name: 'Nhà xe Sông Thu', vehicles: ['43B-012.34'], routes: [NORTHBOUND, SOUTHBOUND] },
    }),
    housing: await build.facility({ kind: 'nha-o-kcn', name: 'Nhà ở công nhân', industrialZoneId: 'KCN-HK', rooms }),
    dormitory: await build.facility({
      ...{ kind: 'nha-o-kcn', name: 'Ký túc xá công nhân', industrialZoneId: 'KCN-DN', wardId: 'w20413', rooms },
    }),
    hotel: await build.facility({ name: 'Khách sạn Sông Hoài', rooms }),
  };
  // Its department has another name than that of the hospital which has the same code.
  await build.rows(`UPDATE department SET name = 'Khoa Phụ sản' WHERE facility_id = $1 AND code = 'SAN'`, [
    sectors.clinic.facilityId,
  ]);
  const months = [12, 2, 1, 0].map((before) => monthsBefore(last, before));
  await build.rows(`UPDATE facility SET created_at = $1::date`, [months[0]]);
  await build.rows('SELECT ensure_month_partitions($1::date, 16)', [months[0]]);
  await writeGroups(
    build,
    months.flatMap((month, at) => [
      ...patientsOf(sectors, month, at),
      ...travellersOf(sectors, month, at),
      ...workersOf(sectors, month, at),
      ...guestsOf(sectors, month, at),
    ]),
  );
  await writeGroups(build, newWorkersOf(sectors));
  await build.rows('UPDATE stay SET temporary_residence_on = arrived_on WHERE facility_id = $1 AND employer = $2', [
    sectors.housing.facilityId,
    EMPLOYERS[1],
  ]);
  return sectors;
}

/** More of them from one to the next; two of an origin are too few to be told of. */
function patientsOf({ hospital, clinic }: SectorFacilities, month: string, at: number): Group[] {
  const inside = (department: string, nights: number, persons: number, with_: number, origin = HOME): Group[] => {
    const shared = { facility: hospital, month, department, nights, origin, patientId: randomUUID() };
    return [
      { ...shared, kind: 'patient', persons },
      { ...shared, kind: 'relative', persons: with_ },
    ];
  };
  return [
    ...inside('NOI', 4, 20 + 3 * at, 12),
    ...inside('NOI', 4, 8, 6, HUE),
    ...inside('NGOAI', 9, 11 + at, 7),
    ...inside('NGOAI', 9, 2, 0, QUANG_NGAI),
    ...inside('SAN', 2, 15 - at, 14),
    { facility: clinic, kind: 'patient', month, persons: 10, department: 'NOI', nights: 3, origin: HOME },
    { facility: clinic, kind: 'patient', month, persons: 3, department: 'SAN', nights: 1, origin: HUE },
  ];
}

/** A trip each; three passengers of one are too few to be told of. */
function travellersOf({ operator }: SectorFacilities, month: string, at: number): Group[] {
  const trips = Array.from({ length: 4 + at }, (_, trip) => ({ route: NORTHBOUND.code, persons: 8 + trip, trip }));
  const south = [9, 7, 3].map((persons, trip) => ({ route: SOUTHBOUND.code, persons, trip }));
  return [...trips, ...south].map(({ persons, trip, route }) => ({
    ...{ facility: operator, kind: 'passenger' as const, month, persons, nights: 1, origin: HANOI },
    ...{ day: addDays(month, 3 + 4 * trip), tripId: `${route} ${randomUUID()}` },
  }));
}

/** Those of the last months are still there; foreigners among them, and of a third employer two. */
function workersOf({ housing, dormitory }: SectorFacilities, month: string, at: number): Group[] {
  const [sewing, electronics] = EMPLOYERS;
  const shared = { kind: 'tenant' as const, month, nights: at === 0 ? 60 : 400, stays: at > 0, origin: QUANG_NGAI };
  return [
    { ...shared, facility: housing, persons: 9 + at, employer: sewing, zone: 'KCN-HK' },
    { ...shared, facility: housing, persons: 6, employer: electronics, zone: 'KCN-HK' },
    { ...shared, facility: dormitory, persons: 7 + at, employer: electronics, zone: 'KCN-DN' },
    {
      ...{ ...shared, facility: dormitory, persons: 5 + at, employer: electronics, zone: 'KCN-DN' },
      ...{ nationality: 'KOR', origin: undefined },
    },
    ...(at === 3 ? [{ ...shared, facility: housing, persons: 2, employer: 'Xưởng mộc Nhỏ', zone: 'KCN-HK' }] : []),
  ];
}

/** Too few days there to be due to register. */
const newWorkersOf = ({ housing }: SectorFacilities): Group[] => [
  {
    ...{ facility: housing, kind: 'tenant', month: '', persons: 11, nights: 300, stays: true, origin: HUE },
    ...{ day: addDays(localDate(new Date()), -6), employer: EMPLOYERS[0], zone: 'KCN-HK' },
  },
];

/** Most from Hà Nội in the month before the last; ever more from abroad. */
const guestsOf = ({ hotel }: SectorFacilities, month: string, at: number): Group[] => [
  { facility: hotel, kind: 'guest', month, persons: [40, 35, 60, 25][at] ?? 0, origin: HANOI },
  { facility: hotel, kind: 'guest', month, persons: 12, origin: HUE, nights: 2 },
  { facility: hotel, kind: 'guest', month, persons: 10 + 6 * at, nationality: 'KOR', nights: 3 },
];

const PATIENTS_SQL = `
  INSERT INTO patient (facility_id, patient_id, department, admitted_at, record_number_sealed, record_number_index, created_at)
  SELECT DISTINCT ON (g."patientId") g.facility, g."patientId", g.department, g.month::date + time '09:00', '\\x00',
         uuid_send(g."patientId"), now()
  FROM GROUPS WHERE g."patientId" IS NOT NULL`;
const TRIPS_SQL = `
  INSERT INTO trip (facility_id, trip_id, plate, route_code, departs_at, expected_arrival_at, stops, driver_sealed, state, created_at)
  SELECT g.facility, split_part(g."tripId", ' ', 2)::uuid, '43B-012.34', split_part(g."tripId", ' ', 1),
         (g.day::date + time '19:00') AT TIME ZONE 'Asia/Ho_Chi_Minh', (g.day::date + interval '33 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh',
         '[]', '\\x00', 'arrived', now()
  FROM GROUPS WHERE g."tripId" IS NOT NULL`;
const STAYS_SQL = `
  INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at, declared_at,
    due_at, late, channel, declared_by, reason, document_type, nationality, sex, birth_year, origin_province_id, room, department,
    employer, industrial_zone_id, patient_id, trip_id, personal_sealed)
  SELECT facility, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, gen_random_uuid(), kind, CASE WHEN stays THEN 'in_house' ELSE 'departed' END,
         at, leaves, CASE WHEN NOT stays THEN leaves END, at, at, n % 9 = 0, 'api', 'test', CASE WHEN kind = 'guest' THEN 1 END, 1,
         coalesce(nationality, 'VNM'), CASE n % 2 WHEN 0 THEN 'F' ELSE 'M' END, 1960 + n * 7 % 45, origin,
         CASE WHEN kind IN ('guest', 'tenant') THEN 'A10' || 1 + n % 4 END, department, employer, zone, "patientId",
         nullif(split_part("tripId", ' ', 2), '')::uuid, '\\x00'
  FROM (SELECT *, at + coalesce(nights, 1) * interval '1 day' AS leaves FROM (
    SELECT g.*, n, (coalesce(g.day::date, g.month::date + 1 + n * 7 % 24) + time '19:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at
    FROM GROUPS CROSS JOIN LATERAL generate_series(1, g.persons) AS n) AS each) AS stay`;
const GROUPS = `jsonb_to_recordset($1::jsonb) AS g(facility uuid, kind text, month text, persons integer, day text, nights integer,
  stays boolean, origin text, nationality text, department text, employer text, zone text, "patientId" uuid, "tripId" text)`;

async function writeGroups(build: Builder, groups: readonly Group[]): Promise<void> {
  const rows = groups.map(({ facility, stays = false, ...group }) => ({
    ...group,
    ...{ stays, facility: facility.facilityId },
  }));
  for (const sql of [PATIENTS_SQL, TRIPS_SQL, STAYS_SQL])
    await build.rows(sql.replace('GROUPS', GROUPS), [JSON.stringify(rows)]);
}
