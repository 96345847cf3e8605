import fc from 'fast-check';
import {
  type BreakGlassGrant,
  type Permission,
  type Place,
  type Principal,
  reaches,
  resolveGrant,
  type Role,
  unitArea,
  widerReach,
} from '@luutru/access';
import { type Database, openDatabase, uuidV7 } from '@luutru/platform';
import { AdminUnits, readBundledRows } from '@luutru/reference-data';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../support/database';

const WARDS = ['w20410', 'w20413', 'w20401', 'w20434', 'w20200', 'w20194'];
const KINDS = ['khach-san', 'co-so-kham-chua-benh', 'nha-xe'];
const OFFICER = uuidV7(new Date());
const OPENED = new Date('2026-11-23T08:00:00Z');
const minutes = (count: number): Date => new Date(OPENED.getTime() + count * 60_000);

describe('a look under a break-glass, in code and by row-level security', () => {
  let test: TestDatabase;
  let database: Database;
  let close: () => Promise<void>;
  let units: AdminUnits;
  const stays: (Place & { readonly stayId: string })[] = [];
  beforeAll(async () => {
    const rows = readBundledRows();
    units = new AdminUnits(rows.units, rows.successions);
    test = await createTestDatabase();
    await asSuperuser(test.urlFor('postgres'), async (client) => {
      for (let i = 0; i < 36; i += 1) {
        const wardId = WARDS[i % WARDS.length] ?? '';
        const facilityId = uuidV7(new Date());
        const stayId = uuidV7(new Date());
        const kind = KINDS[(i * 5) % KINDS.length] ?? '';
        const formerWardId = i % 3 === 0 ? null : (units.predecessors(wardId)[0]?.unitId ?? null);
        await client.query(
          `INSERT INTO facility (facility_id, code, kind, name, ward_id, former_ward_id, address_line, status, created_at, updated_at)
           VALUES ($1, $2, $3, 'x', $4, $5, 'x', 'active', now(), now())`,
          [facilityId, `B-${i}`, kind, wardId, formerWardId],
        );
        await client.query(
          `INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, declared_at, due_at, late, channel,
             declared_by, document_type, nationality, sex, birth_year, personal_sealed)
           VALUES ($1, '2026-11-20', $2, 'guest', 'in_house', now(), now(), now(), false, 'rest', 'x', 1, 'VNM', 'F', 1990, '')`,
          [facilityId, stayId],
        );
        await client.query(
          `INSERT INTO person_index (facility_id, stay_id, kind, arrived_on, index_key_id, value)
           VALUES ($1, $2, 1, '2026-11-20', 1, '\\x01')`,
          [facilityId, stayId],
        );
        stays.push({ facilityId, stayId, kind, wardId, formerWardId, industrialZoneId: null });
      }
    });
    ({ database, close } = await openDatabase({
      url: test.urlFor('luutru_app'),
      poolSize: 2,
      applicationName: 'test',
      entities: [],
    }));
  });
  afterAll(async () => {
    await close();
    await test.drop();
  });

  const anyUnit = (): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('p48', ...WARDS) },
      { weight: 1, arbitrary: fc.constantFrom('p01', ...WARDS.flatMap(oldUnits)) },
    );
  const oldUnits = (ward: string): string[] => units?.predecessors(ward).map(({ unitId }) => unitId) ?? [];
  const anyPrincipal = (): fc.Arbitrary<Principal> =>
    fc
      .tuple(
        fc.constantFrom(true, true, true, false),
        fc.array(
          fc.tuple(fc.constantFrom<Role>('ward-police', 'ward-police', 'tourism-analyst', 'auditor'), anyUnit()),
          {
            minLength: 0,
            maxLength: 2,
          },
        ),
      )
      .map(([officer, grants]) => ({
        kind: 'person',
        id: officer ? OFFICER : uuidV7(new Date()),
        ownIndexes: [],
        grants: grants.map(([role, scopeId], at) =>
          resolveGrant(
            { grantId: String(at), role, scopeKind: 'unit', scopeId, facilityIds: null, expiresAt: null },
            units,
          ),
        ),
      }));
  const anyGlass = (): fc.Arbitrary<BreakGlassGrant | null> =>
    fc.option(
      fc.record({
        accountId: fc.constant(OFFICER),
        area: anyUnit().map((unit) => unitArea(units, unit, null)),
        openedAt: fc.constant(OPENED),
        expiresAt: fc.constant(minutes(60)),
        endedAt: fc.option(fc.integer({ min: 0, max: 90 }).map(minutes), { freq: 1 }),
      }),
      { freq: 9 },
    );
  const visible = async (areas: readonly BreakGlassGrant['area'][], table: string): Promise<string[]> => {
    const [result] = await database.run<{ id: string }>(
      { facilityIds: [], areas },
      { name: `all_${table}`, text: `SELECT stay_id AS id FROM ${table} ORDER BY stay_id`, values: [] },
    );
    return result?.rows.map(({ id }) => id) ?? [];
  };

  it('agree on every stay and every number, whoever looks, whatever is open, at any moment', async () => {
    let lent = 0;
    await fc.assert(
      fc.asyncProperty(
        anyPrincipal(),
        fc.constantFrom<Permission>('person.search', 'stay.inspect', 'person.search', 'stay.read'),
        anyGlass(),
        fc.integer({ min: -5, max: 75 }).map(minutes),
        async (principal, permission, glass, now) => {
          const reach = widerReach(principal, permission, glass, now);
          const allowed = stays.filter((stay) => reaches(reach, stay)).map(({ stayId }) => stayId);
          expect(await visible(reach.areas, 'stay')).toEqual(allowed.sort());
          expect(await visible(reach.areas, 'person_index')).toEqual(allowed);

          const own = widerReach(principal, permission, null, now);
          const more = allowed.filter((id) => !stays.some((stay) => stay.stayId === id && reaches(own, stay)));
          if (more.length === 0) return;
          lent += 1;
          // What is lent is lent to its officer, while it is open, for what they may do at home, and nowhere else.
          expect(principal.id).toBe(OFFICER);
          expect(principal.grants.some(({ permissions }) => permissions.has(permission))).toBe(true);
          expect(now >= OPENED && now < minutes(60) && !(glass?.endedAt && glass.endedAt <= now)).toBe(true);
          const area = { facilityIds: [], areas: glass ? [glass.area] : [] };
          expect(stays.filter((stay) => more.includes(stay.stayId) && !reaches(area, stay))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
    expect(lent).toBeGreaterThan(5);
  });

  it('lend nothing to write in', async () => {
    const area = unitArea(units, 'p48', null);
    const insert = database.run(
      { facilityIds: [], areas: [area] },
      {
        name: 'write',
        text: `INSERT INTO person_index (facility_id, stay_id, kind, arrived_on, index_key_id, value)
               VALUES ($1, gen_random_uuid(), 1, '2026-11-20', 1, '\\x02')`,
        values: [stays[0]?.facilityId ?? ''],
      },
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
  });
});
