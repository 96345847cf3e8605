import { randomBytes } from 'node:crypto';
import { AUTHORITY_ROLES, type AuthorityRole } from '@luutru/authority';
import { Builder, type BuiltFacility } from '../support/builders';
import { createTestDatabase, type TestDatabase } from '../support/database';
import {
  areaOf,
  AuthorityEyes,
  insertCrowd,
  insertStays,
  type MaskedStay,
  maskings,
  times,
  VIEWS,
  type ViewName,
} from '../support/masked-stays';

const HERE = 'w20410';
const THERE = 'w20413';
const EVERYWHERE = areaOf([HERE, THERE], ['KCN-1']);

/** What a stay tells in either form. */
const OF_STAYS =
  'order_key facility_kind stars ward_id industrial_zone_id stay_kind nationality foreigner origin_province_id nights nights_band long_stay reason birth_year birth_decade sex'.split(
    ' ',
  );
/** All that can be selected with the authorities' role: a column that is not here fails the walk until it is put on a list. */
const SELECTABLE: Record<ViewName, readonly string[]> = {
  authority_stay: ['arrived_on', ...OF_STAYS],
  authority_stay_count: ['arrived_in', ...OF_STAYS, 'department', 'employer', 'stays'],
  authority_facility: [
    ...['ward_id', 'order_key', 'name', 'facility_kind', 'stars', 'industrial_zone_id', 'status', 'rooms', 'beds'],
    'vehicles',
  ],
  authority_trip: ['departs_on', 'order_key', 'operator', 'ward_id', 'route_code', 'state', 'passengers'],
};
/** What every row of a view has, whatever the policy: the day it is read on by, an order that tells nothing, a count. */
const ALWAYS: Record<ViewName, readonly string[]> = {
  authority_stay: ['arrived_on', 'order_key'],
  authority_stay_count: ['arrived_in', 'order_key', 'stays'],
  authority_facility: ['order_key'],
  authority_trip: ['departs_on', 'order_key'],
};
/** The columns that each authority sees filled, of all rows of all views, under the policies as shipped. */
const SHIPPED: Record<AuthorityRole, Partial<Record<ViewName, readonly string[]>>> = {
  'tourism-analyst': {
    authority_stay: [
      ...['facility_kind', 'stars', 'ward_id', 'stay_kind', 'nationality', 'origin_province_id', 'nights', 'reason'],
      'birth_decade',
    ],
    authority_facility: ['name', 'facility_kind', 'stars', 'ward_id', 'status', 'rooms', 'beds'],
  },
  'health-analyst': {
    authority_stay_count: ['ward_id', 'stay_kind', 'department', 'nights_band', 'origin_province_id'],
    authority_facility: ['name', 'ward_id', 'status'],
  },
  'zone-analyst': {
    authority_stay_count: [
      ...['industrial_zone_id', 'employer', 'origin_province_id', 'nights_band', 'foreigner', 'long_stay'],
    ],
    authority_facility: ['name', 'industrial_zone_id', 'ward_id', 'status', 'rooms', 'beds'],
  },
  'transport-analyst': {
    authority_trip: ['operator', 'route_code', 'state', 'passengers'],
    authority_facility: ['name', 'ward_id', 'status', 'vehicles'],
  },
  'provincial-leader': {},
};
const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

describe('what luutru_authority can reach', () => {
  let database: TestDatabase;
  let build: Builder;
  let eyes: AuthorityEyes;
  let hotel: BuiltFacility;
  let elsewhere: BuiltFacility;
  let lodging: BuiltFacility;
  let hospital: BuiltFacility;
  let zone: BuiltFacility;
  let operator: BuiltFacility;
  let versions = 1;

  beforeAll(async () => {
    database = await createTestDatabase();
    build = new Builder(database.urlFor('postgres'));
    eyes = await AuthorityEyes.open(database);
    await build.rows(`INSERT INTO industrial_zone VALUES ('KCN-1', 'KCN Điện Nam', 'p48')`);
    hotel = await build.facility({ wardId: HERE, name: 'Khách sạn Công Khai', rooms: ['R-KIN-9'] });
    lodging = await build.facility({ wardId: HERE, kind: 'nha-tro', name: 'Nhà trọ Bà Kín' });
    hospital = await build.facility({ wardId: HERE, kind: 'co-so-kham-chua-benh', name: 'Bệnh viện Công Khai' });
    zone = await build.facility({ wardId: HERE, kind: 'nha-o-kcn', name: 'Nhà ở KCN', industrialZoneId: 'KCN-1' });
    operator = await build.facility({
      wardId: HERE,
      kind: 'nha-xe',
      name: 'Nhà xe Công Khai',
      vehicles: ['43B-KIN.99'],
    });
    elsewhere = await build.facility({ wardId: THERE, name: 'Khách sạn Xa' });
    await build.rows(`UPDATE facility SET stars = 4 WHERE kind = 'khach-san'`);
    const tripId = '019ab000-0000-7000-8000-0000000000aa';
    await build.rows(
      `INSERT INTO trip (facility_id, trip_id, plate, route_code, departs_at, expected_arrival_at, stops, driver_sealed, state, created_at)
       VALUES ($1, $2, '43B-KIN.99', 'DN-HN', '2026-11-20 19:00+07', '2026-11-21 09:00+07', '[]', '\\x01', 'planned', now())`,
      [operator.facilityId, tripId],
    );
    await insertStays(build, [
      ...times(6, { facility: hotel }),
      ...times(6, { facility: elsewhere }),
      ...times(6, { facility: lodging, kind: 'tenant', nights: 40 }),
      ...times(6, { facility: hospital, kind: 'patient', department: 'NOI' }),
      ...times(6, { facility: hospital, kind: 'relative', department: 'NOI' }),
      ...times(7, { facility: zone, kind: 'tenant', employer: 'Công ty Đông', nights: 60, nationality: 'LAO' }),
      ...times(6, { facility: operator, kind: 'passenger', tripId }),
    ]);
  });
  afterAll(async () => {
    await eyes.close();
    await database.drop();
  });

  /** A policy of the test's own, as a new version, and its name in the transaction. */
  async function policy(
    fields: readonly string[],
    over: {
      kinds?: string[];
      stayKinds?: string[];
      form?: 'rows' | 'counts' | null;
      cell?: number;
      areaUnits?: string[];
    } = {},
  ): Promise<`test:${number}`> {
    const version = (versions += 1);
    const kinds = ['khach-san', 'nha-tro', 'co-so-kham-chua-benh', 'nha-o-kcn', 'nha-xe'];
    await build.sql(async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(
        `INSERT INTO authority_policy (policy_id, version, name_vi, name_en, legal_basis, facility_kinds, stay_kinds, stays_form,
                                       fields, purposes, exports, cell_size, at, proposed_by, approved_by, proposal_id, area_unit_ids)
         VALUES ('test', $1, '', '', '', $2, $3, $4, $5, '{x}', false, $6, now(), 'a', 'b', gen_random_uuid(), $7)`,
        [
          version,
          over.kinds ?? kinds,
          over.stayKinds ?? ['guest', 'tenant', 'patient', 'relative', 'passenger'],
          over.form === undefined ? 'rows' : over.form,
          fields,
          over.cell ?? 5,
          over.areaUnits ?? [],
        ],
      );
    });
    return `test:${version}`;
  }

  async function rows(
    view: ViewName,
    under: Parameters<AuthorityEyes['query']>[1],
  ): Promise<Record<string, unknown>[]> {
    const found = await eyes.query(`SELECT * FROM ${view}`, under);
    if (typeof found === 'string') throw new Error(found);
    return found;
  }

  const filled = (found: readonly Record<string, unknown>[]): string[] => [
    ...new Set(found.flatMap((row) => Object.keys(row).filter((name) => row[name] !== null))),
  ];

  it('is the masked views, and of them exactly the columns on the list', async () => {
    const columns = await build.rows<{ relation: string; name: string }>(
      `SELECT c.relname AS relation, a.attname AS name
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
         AND (has_column_privilege('luutru_authority', c.oid, a.attnum, 'SELECT')
           OR has_column_privilege('luutru_authority', c.oid, a.attnum, 'INSERT')
           OR has_column_privilege('luutru_authority', c.oid, a.attnum, 'UPDATE'))`,
    );
    const listed = Object.entries(SELECTABLE).flatMap(([relation, names]) =>
      names.map((name) => `${relation}.${name}`),
    );
    expect(columns.map(({ relation, name }) => `${relation}.${name}`).sort()).toEqual(listed.sort());
  });

  it('is nothing by way of a function, a sequence, another role or another schema', async () => {
    const functions = await build.rows(
      `SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
         AND has_function_privilege('luutru_authority', p.oid, 'EXECUTE')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
    );
    const sequences = await build.rows(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND CASE WHEN relkind = 'S' THEN has_sequence_privilege('luutru_authority', oid, 'SELECT') END`,
    );
    const roles = await build.rows(
      `SELECT rolname FROM pg_roles WHERE rolname <> 'luutru_authority' AND pg_has_role('luutru_authority', oid, 'MEMBER')`,
    );
    const schemas = await build.rows<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE has_schema_privilege('luutru_authority', oid, 'USAGE')
         AND nspname NOT LIKE 'pg_%' AND nspname <> 'information_schema'`,
    );
    expect({ functions, sequences, roles, schemas }).toEqual({
      functions: [],
      sequences: [],
      roles: [],
      schemas: [{ name: 'public' }],
    });
  });

  it('is refused column by column for every table there is', async () => {
    const columns = await build.rows<{ relation: string; name: string }>(
      `SELECT c.relname AS relation, a.attname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped`,
    );
    expect(columns.length).toBeGreaterThan(400);
    const reached: unknown[] = [];
    for (const { relation, name } of columns) {
      const answer = await eyes.query(`SELECT "${name}" FROM "${relation}" LIMIT 1`, { policy: '', areas: EVERYWHERE });
      if (answer !== '42501') reached.push([relation, name, answer]);
    }
    expect(reached).toEqual([]);
  });

  it('agrees with the list of what policies may name', () => {
    for (const view of VIEW_NAMES) {
      const forms: Record<string, string> = { authority_stay: 'rows', authority_stay_count: 'counts' };
      const named = maskings(VIEWS[view]).filter(({ form }) => form === undefined || form === forms[view]);
      const known = new Set([...named.map((mask) => mask.view), ...ALWAYS[view]]);
      const unnamed = SELECTABLE[view].filter((name) => !known.has(name));
      // A count's cells have no single nights: the view has the column, and no policy of counts can name it.
      expect([view, unnamed]).toEqual([view, view === 'authority_stay_count' ? ['nights'] : []]);
    }
  });

  describe.each(AUTHORITY_ROLES)('%s', (role) => {
    it.each(VIEW_NAMES)('%s: exactly the columns of its policy', async (view) => {
      const found = await rows(view, { policy: `${role}:1`, areas: EVERYWHERE });
      const expected = SHIPPED[role][view];
      expect(filled(found).sort()).toEqual(expected ? [...expected, ...ALWAYS[view]].sort() : []);
      if (!expected) expect(found).toEqual([]);
    });
  });

  it.each(VIEW_NAMES)('%s shows a column only when the policy names just that masking', async (view) => {
    const resource = VIEWS[view];
    const counts = view === 'authority_stay_count';
    const dated = {
      stays: `stays.arrivedOn:${counts ? 'month' : 'day'}`,
      trips: 'trips.departsOn:day',
      facilities: '',
    }[resource];
    const form = resource === 'stays' ? (counts ? 'counts' : 'rows') : null;
    for (const { field, view: column } of maskings(resource)) {
      if (field === dated) continue;
      const fields = [dated, field].filter(Boolean);
      const found = filled(await rows(view, { policy: await policy(fields, { form }), areas: EVERYWHERE }));
      const unexpected = found.filter((name) => name !== column && !ALWAYS[view].includes(name));
      expect([field, unexpected]).toEqual([field, []]);
    }
  });

  it('is nothing without an area, without a policy, or with one that never was', async () => {
    for (const view of VIEW_NAMES) {
      for (const [under, areas] of [
        ['tourism-analyst:1', ''],
        ['tourism-analyst:1', areaOf(['w20416'])],
        ['', EVERYWHERE],
        ['tourism-analyst:99', EVERYWHERE],
      ] as const) {
        expect([view, under, await rows(view, { policy: under, areas })]).toEqual([view, under, []]);
      }
    }
  });

  it('is what lies in both areas when the policy has one of its own, and nothing when it is not given', async () => {
    const under = await policy(['stays.arrivedOn:day', 'stays.ward:plain'], {
      kinds: ['khach-san'],
      areaUnits: ['w20413'],
    });
    const wardsSeen = async (policyAreas: string, areas = EVERYWHERE) =>
      new Set((await rows('authority_stay', { policy: under, areas, policyAreas })).map((row) => row.ward_id));
    expect(await wardsSeen('')).toEqual(new Set());
    expect(await wardsSeen(areaOf([THERE]))).toEqual(new Set([THERE]));
    expect(await wardsSeen(areaOf([THERE]), areaOf([HERE]))).toEqual(new Set());
  });

  it('never shows patients, relatives or passengers one by one, whatever a policy says', async () => {
    const under = await policy(['stays.arrivedOn:day', 'stays.facilityKind:plain', 'stays.stayKind:plain']);
    const found = await rows('authority_stay', { policy: under, areas: EVERYWHERE });
    expect(new Set(found.map((row) => `${String(row.facility_kind)} ${String(row.stay_kind)}`))).toEqual(
      new Set(['khach-san guest', 'nha-tro tenant', 'nha-o-kcn tenant']),
    );
  });

  it('is no hospital and no zone to the tourism analyst, in counts of rows neither', async () => {
    const seen = async () => (await rows('authority_stay', { policy: 'tourism-analyst:1', areas: EVERYWHERE })).length;
    const before = await seen();
    expect(before).toBe(18);
    await insertStays(build, [
      ...times(3, { facility: hospital, kind: 'patient', arrivedOn: '2026-11-19', department: 'NOI' }),
      ...times(3, { facility: zone, kind: 'tenant', arrivedOn: '2026-11-19' }),
      { facility: hotel, arrivedOn: '2026-11-19', state: 'cancelled' },
    ]);
    expect(await seen()).toBe(before);
  });

  describe('people who are few', () => {
    const FIELDS = [
      'arrivedOn:day',
      'stayKind:plain',
      'nationality:plain',
      'origin:province',
      'nights:plain',
      'sex:plain',
    ];
    const day = async (at: string, stays: MaskedStay[], cell = 5): Promise<string[]> => {
      await insertStays(
        build,
        stays.map((stay) => ({ ...stay, arrivedOn: at })),
      );
      const under = await policy(
        FIELDS.map((field) => `stays.${field}`),
        { kinds: ['khach-san'], cell },
      );
      const found = await rows('authority_stay', { policy: under, areas: areaOf([HERE]) });
      return found
        .filter(({ arrived_on: on }) => (on as Date).getDate() === Number(at.slice(8)))
        .map((row) =>
          ['stay_kind', 'nationality', 'origin_province_id', 'nights', 'sex'].map((name) => String(row[name])).join(),
        )
        .sort();
    };

    it('show nothing but where they were', async () => {
      expect(await day('2026-11-01', times(4, { facility: hotel }))).toEqual(Array(4).fill('null,null,null,null,null'));
    });

    it('show as much as enough others like them in all of it, and are never left over as a few', async () => {
      const found = await day('2026-11-02', [
        ...times(5, { facility: hotel }),
        ...times(4, { facility: hotel, origin: 'p01' }),
        { facility: hotel, nationality: 'LAO', origin: undefined },
      ]);
      // Four from elsewhere would be told apart by what they lack, were one foreigner not told of as little as they are.
      expect(found).toEqual([
        ...Array<string>(5).fill('guest,VNM,p48,2,F'),
        ...Array<string>(5).fill('guest,null,null,null,null'),
      ]);
      const lone = await day('2026-11-04', [...times(9, { facility: hotel }), { facility: hotel, nights: 9 }]);
      expect(lone).toEqual([...Array<string>(9).fill('guest,VNM,p48,2,F'), 'null,null,null,null,null']);
    });

    it('are alike by fives in all that is shown of them, whoever was there', async () => {
      const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;
      const crowd = Array.from({ length: 90 }, (_, at) => ({
        facility: hotel,
        nationality: pick(['VNM', 'VNM', 'VNM', 'KOR', 'LAO'], at * at),
        origin: pick(['p48', 'p01', 'p48', 'p79'], at * 7 + (at >> 3)),
        nights: pick([1, 2, 2, 5], at * 3 + (at >> 2)),
        sex: pick(['M', 'F'] as const, at >> 1),
      }));
      const found = await day('2026-11-05', crowd);
      const alike = new Map<string, number>();
      for (const row of found) alike.set(row, (alike.get(row) ?? 0) + 1);
      const few = [...alike].filter(([row, count]) => count < 5 && row !== 'null,null,null,null,null');
      expect([found.length, few]).toEqual([90, []]);
      expect(alike.size).toBeGreaterThan(5);
    });

    it('are told apart by a larger cell size later', async () => {
      const found = await day('2026-11-03', times(9, { facility: hotel }), 10);
      expect(new Set(found)).toEqual(new Set(['null,null,null,null,null']));
    });

    it('are no cell of counts: one person often is one person', async () => {
      const person = randomBytes(16);
      const counted = async (): Promise<unknown[]> => {
        const found = await eyes.query('SELECT * FROM authority_stay_count', {
          month: '2026-10-01',
          policy: 'health-analyst:1',
          areas: EVERYWHERE,
        });
        if (typeof found === 'string') throw new Error(found);
        return found.map((row) => [row.department, row.nights_band, row.stays]);
      };
      const patient = { facility: hospital, kind: 'patient', department: 'TIM' } as const;
      const admissions = ['01', '04', '07', '10', '13', '16'].map((at) => ({
        ...patient,
        person,
        arrivedOn: `2026-10-${at}`,
      }));
      await insertStays(build, admissions);
      expect(await counted()).toEqual([]);
      await insertStays(build, times(3, { ...patient, arrivedOn: '2026-10-02' }));
      expect(await counted()).toEqual([]);
      await insertStays(build, [{ ...patient, arrivedOn: '2026-10-03' }]);
      expect(await counted()).toEqual([['TIM', '2-3', 10]]);
      // A count between two multiples of the cell size looks like the lower one: nobody sees a single person come.
      await insertStays(build, times(4, { ...patient, arrivedOn: '2026-10-04' }));
      expect(await counted()).toEqual([['TIM', '2-3', 10]]);
    });

    it('are no number of rows of a ward, or of a kind, that figures would hide', async () => {
      await insertStays(build, [
        ...times(6, { facility: hotel, arrivedOn: '2026-11-06' }),
        ...times(4, { facility: elsewhere, arrivedOn: '2026-11-06' }),
        ...times(2, { facility: lodging, arrivedOn: '2026-11-06', kind: 'tenant' }),
      ]);
      const fields = ['arrivedOn:day', 'facilityKind:plain', 'ward:plain', 'stars:plain', 'stayKind:plain'];
      const under = await policy(
        fields.map((field) => `stays.${field}`),
        { kinds: ['khach-san', 'nha-tro'] },
      );
      const found = await rows('authority_stay', { policy: under, areas: EVERYWHERE });
      const shown = found
        .filter(({ arrived_on: on }) => (on as Date).getDate() === 6)
        .map((row) => [row.facility_kind, row.ward_id, row.stars, row.stay_kind].map(String).join());
      // Four elsewhere and six here: the four are told of by nothing, as they are no five in a hotel besides those here.
      expect(shown.sort()).toEqual([
        ...Array<string>(6).fill(`khach-san,${HERE},4,guest`),
        ...Array<string>(6).fill('null,null,null,null'),
      ]);
    });

    it('are no number of passengers', async () => {
      const under = { policy: 'transport-analyst:1', areas: EVERYWHERE } as const;
      expect((await rows('authority_trip', under)).map(({ passengers }) => passengers)).toEqual([5]);
      await build.rows(`UPDATE stay SET state = 'cancelled' WHERE kind = 'passenger' AND stay_id IN
        (SELECT stay_id FROM stay WHERE kind = 'passenger' LIMIT 2)`);
      expect((await rows('authority_trip', under)).map(({ passengers }) => passengers)).toEqual([null]);
    });
  });

  it('orders rows by nothing that tells a stay: the key cannot be made without the secret of the database', async () => {
    const [row] = await build.rows<{ key: string }>(
      `SELECT string_agg(substr(encode(sha256(uuid_send(stay_id)), 'hex'), 1, 24) || encode(uuid_send(stay_id), 'hex'), ' ') AS key FROM stay`,
    );
    const found = await rows('authority_stay', { policy: 'tourism-analyst:1', areas: EVERYWHERE });
    expect(found.filter(({ order_key: key }) => row?.key.includes(String(key)))).toEqual([]);
  });

  it('looks at no stay out of the policy: what is elsewhere costs nothing that could be measured', async () => {
    await insertCrowd(build, HERE, '2026-11-10');
    const text = `EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) SELECT * FROM authority_stay WHERE arrived_on = '2026-11-10'`;
    const under = { policy: 'tourism-analyst:1', areas: areaOf([HERE], [], ['khach-san', 'nha-tro']) } as const;
    const explained = (await eyes.query(text, under)) as unknown as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }];
    // 200 hotels with 20 stays each on that day, of 24,000 stays on two days in hotels, hospitals and zones.
    expect(touchedStays(explained[0]['QUERY PLAN'][0].Plan)).toBe(4_000);
  });
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of stays that a plan has looked at, those that it threw away included. */
function touchedStays(node: PlanNode): number {
  const own = node['Relation Name']?.startsWith('stay_20')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + touchedStays(child), Math.round(own));
}
