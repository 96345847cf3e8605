import type { Role } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import { type BuiltFacility, guest, NORTHBOUND } from './builders';
import type { TestApi } from './test-api';

/**
 * The days on which they came, all of a month that is closed: of three parts, so that the month may stand beside its rounded days. Those
 * to be hidden came last, which is thirty days ago and not before the days that authorities read by default.
 */
const DAYS = ['2026-10-12', '2026-10-18', '2026-10-24'] as const;
export const MONTH = '2026-10';
const WARD = 'w20410';
/** What the authorities must never see of anybody, however it is written. */
export const PEOPLE = [
  [
    'hotel',
    'Quách Thị Xuân Kỳ',
    '079201777001',
    '0905777101',
    '7701 Ngõ Không Tên',
    'P-KIN701',
    'Ghi chú thầm kín một',
  ],
  [
    'lodging',
    'Thạch Văn Bí Ẩn',
    '079201777002',
    '0905777102',
    '7702 Ngõ Không Tên',
    'P-KIN702',
    'Ghi chú thầm kín hai',
  ],
  [
    'hospital',
    'Lục Thị Ẩn Danh',
    '079201777003',
    '0905777103',
    '7703 Ngõ Không Tên',
    'P-KIN703',
    'Ghi chú thầm kín ba',
  ],
  [
    'relative',
    'Mạch Văn Giấu Mặt',
    '079201777004',
    '0905777104',
    '7704 Ngõ Không Tên',
    'P-KIN704',
    'Ghi chú thầm kín bốn',
  ],
  [
    'zone',
    'Nghiêm Thị Kín Tiếng',
    '079201777005',
    '0905777105',
    '7705 Ngõ Không Tên',
    'P-KIN705',
    'Ghi chú thầm kín năm',
  ],
  ['bus', 'Đàm Văn Vô Hình', '079201777006', '0905777106', '7706 Ngõ Không Tên', 'S-KIN706', 'Ghi chú thầm kín sáu'],
] as const;
/** The employer of one of them, in words that nobody else uses. */
const EMPLOYER_OF_ONE = 'Xưởng Một Người';
const DRIVER = 'Tài Xế Giấu Tên';
const RECORD = 'BA-KIN-77';
const PLATE = '43B-777.99';
const HOUSE = 'Nhà trọ cô Kín';
const ADDRESS_OF_FACILITY = 'Nguyễn Duy Hiệu';
/** What only the authority whose it is may see; a zone is a place as wards are, and leaders see figures of all places. */
const HOSPITAL = 'Bệnh viện Dấu Vết';
const DEPARTMENT = 'KHOA-DAU-VET';
const ZONE = 'Nhà ở công nhân Dấu Vết';
export const ZONE_ID = 'KCN-DAU-VET';
const EMPLOYERS = ['CÔNG TY DẤU VẾT', 'XÍ NGHIỆP DẤU VẾT'];
const BUS = 'Nhà xe Dấu Vết';
const ROUTE = 'TUYEN-DV';
export const OF_SECTORS: Partial<Record<Role, readonly string[]>> = {
  'health-analyst': [HOSPITAL, DEPARTMENT],
  'zone-analyst': [ZONE, ZONE_ID, ...EMPLOYERS],
  'transport-analyst': [BUS, ROUTE],
  'provincial-leader': [ZONE_ID],
};

type Where = (typeof PEOPLE)[number][0];
type Facilities = Readonly<Record<Exclude<Where, 'relative'>, BuiltFacility>>;

/**
 * Declares one person of each sort whose facts are listed, and so many others that there are cells to show and cells to hide, all in
 * the closed month. Returns all that nobody may see of them.
 */
export async function declareSecretPeople(api: TestApi): Promise<readonly string[]> {
  const now = api.clock.now().toISOString();
  const at = await facilities(api);
  const ids = await declareEverything(api, at);
  api.clock.set(now);
  return [
    ...PEOPLE.flatMap(([, ...facts]) => facts),
    ...PEOPLE.flatMap(([, name]) =>
      name
        .split(' ')
        .slice(-1)
        .filter((word) => word.length > 4),
    ),
    ...[EMPLOYER_OF_ONE, DRIVER, RECORD, PLATE, HOUSE, ADDRESS_OF_FACILITY],
    ...Object.values(at).flatMap(({ facilityId, code }) => [facilityId, code]),
    ...ids,
    ...ids.map((id) => id.replaceAll('-', '')),
  ];
}

async function facilities({ build }: TestApi): Promise<Facilities> {
  await build.rows(`INSERT INTO industrial_zone VALUES ($1, 'KCN Thử Nghiệm', 'p48')`, [ZONE_ID]);
  const at = { wardId: WARD } as const;
  const route = { ...NORTHBOUND, code: ROUTE };
  const medical = { ...at, kind: 'co-so-kham-chua-benh', name: HOSPITAL, departments: [DEPARTMENT] };
  const built = {
    hotel: await build.facility({ ...at, name: 'Khách sạn Mở Cửa' }),
    lodging: await build.facility({ ...at, kind: 'nha-tro', name: HOUSE }),
    hospital: await build.facility(medical),
    zone: await build.facility({ ...at, kind: 'nha-o-kcn', name: ZONE, industrialZoneId: ZONE_ID }),
    bus: await build.facility({ ...at, kind: 'nha-xe', name: BUS, vehicles: [PLATE], routes: [route] }),
  };
  // They have been there since before, so that figures of the month know of them.
  await build.rows(`UPDATE facility SET created_at = '2026-07-01+07'`);
  await build.rows(`SELECT ensure_month_partitions('2026-01-01', 14)`);
  return built;
}

/** Day by day, as it happened. */
async function declareEverything(api: TestApi, at: Facilities): Promise<string[]> {
  const key = await api.build.apiKey(Object.values(at));
  const make = async (path: string, id: string, body: object): Promise<string> => {
    const answer = await api.call('post', path, key).send(body);
    const made = (answer.body as Record<string, string | undefined>)[id];
    if (made === undefined) throw new Error(answer.text);
    return made;
  };
  const ids: string[] = [];
  let patientId: string | undefined;
  for (const [nth, day] of DAYS.entries()) {
    api.clock.set(`${day}T14:56:00Z`);
    const bus = { facilityId: at.bus.code, plate: PLATE, routeCode: ROUTE, driverName: DRIVER };
    const tripId = await make('/v1/trips', 'tripId', {
      ...bus,
      externalRef: `T-KIN-${nth}`,
      departsAt: `${day}T19:00`,
    });
    const hospital = { facilityId: at.hospital.code, department: DEPARTMENT };
    patientId ??= await make('/v1/patients', 'patientId', { ...hospital, recordNumber: RECORD });
    const people = nth === DAYS.length - 1 ? PEOPLE_TO_HIDE : othersOf(nth);
    for (const { where, place, person, note } of people) {
      const when = { arrivedAt: `${day}T21:50`, expectedDepartureAt: `${addDays(day, 2)}T12:00` };
      const employer = EMPLOYERS[nth] ?? EMPLOYER_OF_ONE;
      const body = {
        ...guest({ ...when, note }, person),
        ...bodyAt(at, where, { place, employer, tripId, patientId }),
      };
      const answer = await api.declare(key, body);
      if (answer.status !== 201) throw new Error(answer.text);
      ids.push((answer.body as { stayId: string }).stayId);
    }
    ids.push(tripId, patientId);
  }
  return [...new Set(ids)];
}

interface Declared {
  readonly where: Where;
  readonly place: string;
  readonly person: Record<string, unknown>;
  readonly note?: string;
}

const PEOPLE_TO_HIDE = PEOPLE.map(([where, fullName, number, phone, address, place, note]): Declared => {
  const residence = { kind: 1, address: `${address}, Phường Hội An, Đà Nẵng` };
  const facts = { fullName, phone, residence, document: { type: 1, number } };
  return { where, place, note, person: { ...facts, birthDate: '2001-03-04', sex: 'M' } };
});

/** So many are alike that they may be told of, and some of them are cut off where numbers are rounded. */
const GROUP = 7;

/** Women and men: Vietnamese on one day, foreigners on the other. */
const othersOf = (nth: number): readonly Declared[] =>
  PEOPLE.flatMap(([where], sort) =>
    Array.from({ length: GROUP }, (_, other) => {
      const document = { type: 4, number: `M${sort}${nth}${String(other).padStart(5, '0')}` };
      const foreign = { fullName: 'KIM MINSU', nationality: 'KOR', document };
      const person = { sex: other % 2 === 0 ? 'F' : 'M', ...(nth > 0 && foreign) };
      return { where, place: `K-${nth}-${other}`, person };
    }),
  );

/** What else a declaration says, by where somebody is. */
function bodyAt(
  at: Facilities,
  where: Where,
  of: Readonly<Record<'place' | 'employer' | 'tripId' | 'patientId', string>>,
): object {
  const { place, employer, tripId, patientId } = of;
  const treated = { patientId, department: DEPARTMENT, room: place };
  const hospital = { facilityId: at.hospital.code, reason: 18 };
  switch (where) {
    case 'hotel':
      return { facilityId: at.hotel.code, place: { room: place } };
    case 'lodging':
      return { facilityId: at.lodging.code, kind: 'tenant', reason: 19, place: { unit: place } };
    case 'hospital':
      return { ...hospital, kind: 'patient', place: treated };
    case 'relative':
      return { ...hospital, kind: 'relative', place: { ...treated, relation: 'con' } };
    case 'zone':
      return {
        ...{ facilityId: at.zone.code, kind: 'tenant', reason: 19, expectedDepartureAt: '2027-02-20T12:00' },
        place: { unit: place, employer, industrialZoneId: ZONE_ID },
      };
    case 'bus':
      return {
        ...{
          facilityId: at.bus.code,
          kind: 'passenger',
          place: { tripId, seat: place, boardingStop: 'DN', alightingStop: 'HN' },
        },
        ...{ expectedDepartureAt: undefined, arrivedAt: undefined, reason: undefined },
      };
  }
}
