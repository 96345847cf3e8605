import { MACHINE_PERMISSIONS, type MachinePermission } from '@luutru/access';
import { guest, NORTHBOUND } from '../support/builders';
import { routeInventory } from '../support/route-inventory';
import { createTestApi, type TestApi } from '../support/test-api';

describe('who may do what', () => {
  let api: TestApi;
  let ours: {
    key: string;
    code: string;
    id: string;
    hospital: string;
    operator: string;
    stayId: string;
    tripId: string;
    patientId: string;
  };
  let theirs: typeof ours;

  beforeAll(async () => {
    api = await createTestApi();
    [ours, theirs] = [await everything(), await everything()];
  });
  afterAll(() => api.close());

  /** One key for a hotel, a hospital and a bus operator, with one record of each sort. */
  async function everything(): Promise<typeof ours> {
    const hotel = await api.build.facility();
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const key = await api.build.apiKey([hotel, hospital, operator]);
    const stay = await api.declare(key, { ...guest(), facilityId: hotel.code });
    const trip = await api.call('post', '/v1/trips', key).send({
      facilityId: operator.code,
      externalRef: 'T',
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: '2026-11-23T19:00',
    });
    const patient = await api
      .call('post', '/v1/patients', key)
      .send({ facilityId: hospital.code, recordNumber: 'BA', department: 'NOI' });
    return {
      key,
      code: hotel.code,
      id: hotel.facilityId,
      hospital: hospital.code,
      operator: operator.code,
      stayId: (stay.body as { stayId: string }).stayId,
      tripId: (trip.body as { tripId: string }).tripId,
      patientId: (patient.body as { patientId: string }).patientId,
    };
  }

  interface RouteCase {
    readonly route: string;
    readonly permission: MachinePermission;
    readonly path: (of: typeof ours) => string;
    readonly body?: (of: typeof ours) => object;
    /** Names a record of the facility or the facility itself, so that another's is out of reach. */
    readonly scoped: boolean;
  }
  let serial = 0;
  const reference = (): string => `R-${(serial += 1)}`;
  const routes: readonly RouteCase[] = [
    {
      route: 'POST /v1/stays',
      permission: 'stay.declare',
      path: () => '/v1/stays',
      body: ({ code }) => ({ ...guest({ externalRef: reference() }), facilityId: code }),
      scoped: true,
    },
    {
      route: 'POST /v1/stays/validate',
      permission: 'stay.declare',
      path: () => '/v1/stays/validate',
      body: ({ code }) => ({ ...guest(), facilityId: code }),
      scoped: true,
    },
    {
      route: 'GET /v1/stays',
      permission: 'stay.read',
      path: ({ code }) => `/v1/stays?facilityId=${code}`,
      scoped: true,
    },
    {
      route: 'GET /v1/stays/:stayId',
      permission: 'stay.read',
      path: ({ stayId }) => `/v1/stays/${stayId}`,
      scoped: true,
    },
    {
      route: 'POST /v1/trips',
      permission: 'trip.manage',
      path: () => '/v1/trips',
      body: ({ operator }) => ({
        facilityId: operator,
        externalRef: reference(),
        plate: '43B-012.34',
        routeCode: 'DN-HN',
        departsAt: '2026-11-23T19:00',
      }),
      scoped: true,
    },
    {
      route: 'GET /v1/trips/:tripId',
      permission: 'trip.manage',
      path: ({ tripId }) => `/v1/trips/${tripId}`,
      scoped: true,
    },
    {
      route: 'POST /v1/patients',
      permission: 'patient.manage',
      path: () => '/v1/patients',
      body: ({ hospital }) => ({ facilityId: hospital, recordNumber: reference(), department: 'NOI' }),
      scoped: true,
    },
    {
      route: 'GET /v1/patients/:patientId',
      permission: 'patient.manage',
      path: ({ patientId }) => `/v1/patients/${patientId}`,
      scoped: true,
    },
    { route: 'GET /v1/facilities', permission: 'facility.read', path: () => '/v1/facilities', scoped: false },
  ];

  it('is tested for every route that needs a permission', () => {
    const declared = routeInventory(api.app).flatMap(({ route, access }) =>
      access && 'permission' in access ? [`${route} ${access.permission}`] : [],
    );
    expect(declared.sort()).toEqual(routes.map(({ route, permission }) => `${route} ${permission}`).sort());
  });

  const send = ({ path, body }: RouteCase, of: typeof ours, key: string | undefined) =>
    body ? api.call('post', path(of), key).send(body(of)) : api.call('get', path(of), key);

  it.each(routes)('$route: its permission is needed and enough', async (route) => {
    const { permission } = route;
    const facilities = await api.build.rows<{ facilityId: string; code: string }>(
      'SELECT facility_id AS "facilityId", code FROM api_key_facility JOIN facility USING (facility_id) WHERE api_key_id = $1',
      [ours.key.split('_')[1]],
    );
    const all = MACHINE_PERMISSIONS;
    const enough = await api.build.apiKey(facilities, { permissions: [permission] });
    const lacking = await api.build.apiKey(facilities, { permissions: all.filter((other) => other !== permission) });
    expect((await send(route, ours, enough)).status).toBeLessThan(300);
    const refused = await send(route, ours, lacking);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([403, 'permission-missing']);
  });

  it.each(routes)('$route: nobody without a valid key', async (route) => {
    const hotel = { facilityId: ours.id, code: ours.code };
    const expired = await api.build.apiKey([hotel], { expiresAt: '2026-11-23T14:55:59Z' });
    const revoked = await api.build.apiKey([hotel], { revokedAt: '2026-01-01T00:00:00Z' });
    const altered = `${ours.key.slice(0, -1)}${ours.key.endsWith('A') ? 'B' : 'A'}`;
    const bodies = new Set<string>();
    for (const key of [expired, revoked, altered, `lt_aaaaaaaaaaaa_${'A'.repeat(43)}`, 'lt_x', 'x'.repeat(5_000)]) {
      const answer = await send(route, ours, key);
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('Bearer');
      bodies.add(JSON.stringify({ ...(answer.body as object), traceId: '' }));
    }
    expect(bodies.size).toBe(1);
    expect((await send(route, ours, undefined)).status).toBe(401);
  });

  it("cannot reach another's records, and cannot tell that they exist", async () => {
    const nobody = {
      ...theirs,
      code: 'T-NOBODY',
      hospital: 'T-NOBODY',
      operator: 'T-NOBODY',
      stayId: ids(1),
      tripId: ids(2),
      patientId: ids(3),
    };
    for (const route of routes.filter(({ scoped }) => scoped)) {
      const [real, absent] = [await send(route, theirs, ours.key), await send(route, nobody, ours.key)];
      const shape = (answer: typeof real) => ({
        status: answer.status,
        body: { ...(answer.body as object), traceId: '', instance: '' },
      });
      expect([route.route, real.status]).toEqual([route.route, 404]);
      expect(shape(real)).toEqual(shape(absent));
    }
    const own = await api.call('get', '/v1/facilities', ours.key);
    expect(JSON.stringify(own.body)).not.toContain(theirs.code);
  });

  it('cannot borrow a trip or a patient of another facility', async () => {
    const operator = await api.build.facility({ kind: 'nha-xe' });
    const key = await api.build.apiKey([operator]);
    const place = { tripId: theirs.tripId, seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' };
    const answer = await api.declare(key, { ...guest({ kind: 'passenger', reason: undefined }), place });
    expect((answer.body as { errors: { code: string }[] }).errors.map((error) => error.code)).toContain('trip-unknown');
  });

  it('must say which facility when the key has several', async () => {
    const answer = await api.declare(ours.key, guest());
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'facility-not-chosen']);
  });

  it('is cut off within seconds of a revocation', async () => {
    const key = await api.build.apiKey([{ facilityId: ours.id, code: ours.code }]);
    expect((await api.call('get', '/v1/facilities', key)).status).toBe(200);
    await api.build.rows('UPDATE api_key SET revoked_at = now() WHERE api_key_id = $1', [key.split('_')[1]]);
    api.clock.advance(5_001);
    expect((await api.call('get', '/v1/facilities', key)).status).toBe(401);
  });
});

const ids = (n: number): string => `019ab000-0000-7000-8000-00000000000${n}`;
