import { type Role, ROLES } from '@luutru/access';
import { AUTHORITY_ROLES } from '@luutru/authority';
import { type BuiltFacility, guest, NORTHBOUND } from '../support/builders';
import { IdentityProvider } from '../support/identity-provider';
import type { Browser } from '../support/people';
import { methodOf, ROUTE_CASES } from '../support/route-cases';
import { routeInventory } from '../support/route-inventory';
import { SecretSearch } from '../support/secret-forms';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const WARD = 'w20410';
/** What the authorities must never see of anybody, however it is written. */
const PEOPLE = [
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
const EMPLOYER_OF_ONE = 'Xưởng Một Người';
const DRIVER = 'Tài Xế Giấu Tên';
const RECORD = 'BA-KIN-77';
const PLATE = '43B-777.99';
const HOUSE = 'Nhà trọ cô Kín';
const ADDRESS_OF_FACILITY = 'Nguyễn Duy Hiệu';
/** What only the authority whose it is may see. */
const HOSPITAL = 'Bệnh viện Dấu Vết';
const DEPARTMENT = 'KHOA-DAU-VET';
const ZONE = 'Nhà ở công nhân Dấu Vết';
const ZONE_ID = 'KCN-DAU-VET';
const EMPLOYER = 'CÔNG TY DẤU VẾT';
const BUS = 'Nhà xe Dấu Vết';
const ROUTE = 'TUYEN-DV';
const OF_SECTORS: Partial<Record<Role, readonly string[]>> = {
  'health-analyst': [HOSPITAL, DEPARTMENT],
  'zone-analyst': [ZONE, ZONE_ID, EMPLOYER],
  'transport-analyst': [BUS, ROUTE],
};

describe('every byte that an authority can reach', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let world: World;
  let never: SecretSearch;
  let routes: string[];

  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options });
    worlds = new Worlds(api, provider);
    world = await worlds.create('w20413');
    await api.build.rows(`INSERT INTO industrial_zone VALUES ($1, 'KCN Thử Nghiệm', 'p48')`, [ZONE_ID]);
    const at = { wardId: WARD } as const;
    const hotel = await api.build.facility({ ...at, name: 'Khách sạn Mở Cửa' });
    const lodging = await api.build.facility({ ...at, kind: 'nha-tro', name: HOUSE });
    const hospital = await api.build.facility({
      ...at,
      kind: 'co-so-kham-chua-benh',
      name: HOSPITAL,
      departments: [DEPARTMENT],
    });
    const zone = await api.build.facility({ ...at, kind: 'nha-o-kcn', name: ZONE, industrialZoneId: ZONE_ID });
    const route = { ...NORTHBOUND, code: ROUTE };
    const bus = await api.build.facility({ ...at, kind: 'nha-xe', name: BUS, vehicles: [PLATE], routes: [route] });
    const ids = await declareEverything({ hotel, lodging, hospital, zone, bus });
    const codes = [hotel, lodging, hospital, zone, bus].flatMap(({ facilityId, code }) => [facilityId, code]);
    never = new SecretSearch([
      ...PEOPLE.flatMap(([, ...facts]) => facts),
      ...PEOPLE.flatMap(([, name]) =>
        name
          .split(' ')
          .slice(-1)
          .filter((word) => word.length > 4),
      ),
      ...[EMPLOYER_OF_ONE, DRIVER, RECORD, PLATE, HOUSE, ADDRESS_OF_FACILITY],
      ...codes,
      ...ids,
      ...ids.map((id) => id.replaceAll('-', '')),
    ]);
    routes = routeInventory(api.app).map((one) => one.route);
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });

  /** Everything there is to hide: one person each whose facts are listed, and enough others for cells that are shown. */
  async function declareEverything(
    at: Record<'hotel' | 'lodging' | 'hospital' | 'zone' | 'bus', BuiltFacility>,
  ): Promise<string[]> {
    const key = await api.build.apiKey(Object.values(at));
    const trip = await api.call('post', '/v1/trips', key).send({
      facilityId: at.bus.code,
      externalRef: 'T-KIN',
      plate: PLATE,
      routeCode: ROUTE,
      departsAt: '2026-11-23T19:00',
      driverName: DRIVER,
    });
    const admitted = await api
      .call('post', '/v1/patients', key)
      .send({ facilityId: at.hospital.code, recordNumber: RECORD, department: DEPARTMENT });
    const { tripId } = trip.body as { tripId: string };
    const { patientId } = admitted.body as { patientId: string };
    if (!tripId || !patientId) throw new Error(`${trip.text} ${admitted.text}`);
    const until = { expectedDepartureAt: '2026-11-25T12:00' };
    const passenger = (seat: string) => ({
      facilityId: at.bus.code,
      kind: 'passenger',
      expectedDepartureAt: undefined,
      arrivedAt: undefined,
      reason: undefined,
      place: { tripId, seat, boardingStop: 'DN', alightingStop: 'HN' },
    });
    const treated = (room: string) => ({ patientId, department: DEPARTMENT, room });
    const bodies: Record<string, (room: string, other: boolean) => object> = {
      hotel: (room) => ({ facilityId: at.hotel.code, place: { room } }),
      lodging: (unit) => ({ facilityId: at.lodging.code, kind: 'tenant', reason: 19, place: { unit } }),
      hospital: (room) => ({
        facilityId: at.hospital.code,
        kind: 'patient',
        reason: 18,
        ...until,
        place: treated(room),
      }),
      relative: (room) => ({
        facilityId: at.hospital.code,
        kind: 'relative',
        reason: 18,
        ...until,
        place: { ...treated(room), relation: 'con' },
      }),
      zone: (unit, other) => ({
        facilityId: at.zone.code,
        kind: 'tenant',
        reason: 19,
        expectedDepartureAt: '2027-02-20T12:00',
        place: { unit, employer: other ? EMPLOYER : EMPLOYER_OF_ONE, industrialZoneId: ZONE_ID },
      }),
      bus: (seat) => passenger(seat),
    };
    const stays: string[] = [];
    const declare = async (body: object): Promise<void> => {
      const answer = await api.declare(key, body);
      if (answer.status !== 201) throw new Error(answer.text);
      stays.push((answer.body as { stayId: string }).stayId);
    };
    for (const [where, fullName, number, phone, address, place, note] of PEOPLE) {
      const document = { type: 1, number };
      const residence = { kind: 1, address: `${address}, Phường Hội An, Đà Nẵng` };
      const person = { fullName, phone, document, residence, birthDate: '2001-03-04', sex: 'M' };
      await declare({ ...guest({ note }, person), ...bodies[where]?.(place, false) });
    }
    for (const [where, body] of Object.entries(bodies)) {
      for (let other = 0; other < 6; other += 1)
        await declare({ ...guest(), ...body(`K-${where}-${other}`.slice(0, 8), true) });
    }
    return [...stays, tripId, patientId];
  }

  /** All ways in which a role may ask: pages and files of everything, what is refused, and what is wrong. */
  async function* answers(
    role: Role,
    browser: Browser,
  ): AsyncGenerator<{ asked: string; answer: { status: number; text: string; headers: object } }> {
    const get = async (asked: string) => ({ asked, answer: await browser.send('get', asked) });
    for (const resource of ['stays', 'facilities', 'trips']) {
      const base = `/v1/authority/${resource}?purpose=thong-ke`;
      for (const language of ['vi', 'en']) {
        for (const format of ['json', 'csv']) yield get(`${base}&format=${format}&language=${language}`);
      }
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 50; pages += 1) {
        const page: Awaited<ReturnType<typeof get>> = await get(`${base}&limit=3${cursor && `&cursor=${cursor}`}`);
        yield page;
        const next = (JSON.parse(page.answer.text) as { next?: string | null }).next ?? null;
        // What stands in a cursor counts as well.
        if (next)
          yield {
            asked: 'cursor',
            answer: { status: 200, text: Buffer.from(next, 'base64url').toString(), headers: {} },
          };
        cursor = next;
      }
      for (const wrong of [
        '&limit=0',
        '&cursor=x',
        '&from=x',
        '&room=1',
        '&ward=w0',
        '&format=pdf',
        '&policy=x',
        '&purpose=x',
        '&to=2020-01-01',
      ]) {
        yield get(`${base}${wrong}`);
      }
    }
    // Every other route with a request that would succeed for somebody, whether or not this role may make it.
    for (const one of ROUTE_CASES) {
      const { path, body, key } = await one.request(world, worlds);
      yield { asked: one.route, answer: await browser.send(methodOf(one), path, body, key) };
    }
    for (const path of ['/v1/session', '/v1/authority/policies', '/v1/reference/code-tables/facility-kind'])
      yield get(path);
    expect(ROLES[role].permissions).not.toContain('stay.inspect');
  }

  it('would find what is hidden in another form', () => {
    const [, name, number] = PEOPLE[0];
    const line = `{"a":"${name}","n":"${number}"}`;
    const hidden = [
      line,
      line.normalize('NFD'),
      line.toUpperCase(),
      encodeURIComponent(line),
      Buffer.from(`x${line}`).toString('base64'),
      Buffer.from(line).toString('hex'),
      JSON.stringify(line).replace(/[^\0-~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ];
    for (const text of hidden) expect(never.in(text)).toEqual(expect.arrayContaining([name, number]));
    expect(never.in('Khách sạn Mở Cửa, Phường Hội An, 2026-11-23')).toEqual([]);
  });

  it('goes through every route there is', () => {
    const walked = new Set([...ROUTE_CASES.map(({ route }) => route), 'GET /v1/session']);
    const authority = routes.filter((route) => route.includes('/v1/authority'));
    expect(authority.length).toBeGreaterThan(10);
    expect(authority.filter((route) => !walked.has(route))).toEqual([]);
  });

  it.each(AUTHORITY_ROLES)(
    '%s: no name, number, phone, address line, room, note or id, in no answer, file or refusal',
    async (role) => {
      const browser = await worlds.person(world, role);
      const foreign = Object.entries(OF_SECTORS).filter(([other]) => other !== role);
      const others = new SecretSearch(foreign.flatMap(([, secrets]) => secrets));
      const own = OF_SECTORS[role] ?? [];
      const seen = new Set<string>();
      const found: unknown[] = [];
      let shown = 0;
      for await (const { asked, answer } of answers(role, browser)) {
        const bytes = `${JSON.stringify(answer.headers)}\n${answer.text ?? ''}`;
        const leaked = [...never.in(bytes), ...others.in(bytes)];
        if (leaked.length > 0) found.push([asked, answer.status, leaked]);
        // No moment finer than a day in any row.
        if (asked.startsWith('/v1/authority/') && /purpose/.test(asked) && answer.status === 200) {
          shown += 1;
          if (/\d{2}:\d{2}/.test(answer.text)) found.push([asked, 'a time of day']);
        }
        for (const secret of own) if (bytes.toUpperCase().includes(secret.toUpperCase())) seen.add(secret);
      }
      expect(found).toEqual([]);
      // That the walk could have found something: the authority does see what is its own.
      expect([...seen].sort()).toEqual([...own].sort());
      expect(shown > 0).toBe(role !== 'provincial-leader');
    },
  );
});
