import { isMachinePermission, MACHINE_PERMISSIONS, type MachinePermission } from '@luutru/access';
import { guest } from '../support/builders';
import { MACHINE_ROUTE_CASES, methodOf, type RouteCase, withBody } from '../support/route-cases';
import { routeInventory } from '../support/route-inventory';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

describe('machines and their keys', () => {
  let api: TestApi;
  let ours: World;
  let theirs: World;
  let worlds: Worlds;

  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    [ours, theirs] = [await worlds.create('w20410'), await worlds.create('w20410')];
  });
  afterAll(() => api.close());

  const permissionOf = (route: string): MachinePermission => {
    const access = routeInventory(api.app).find((one) => one.route === route)?.access;
    if (!access || !('permission' in access) || !isMachinePermission(access.permission)) throw new Error(route);
    return access.permission;
  };

  const send = async (one: RouteCase, of: World, key: string | undefined) => {
    const { path, body, key: once } = await one.request(of, worlds);
    return withBody(api.call(methodOf(one), path, key), body, once);
  };

  it.each(MACHINE_ROUTE_CASES)('$route: its permission is needed and enough', async (route) => {
    const permission = permissionOf(route.route);
    const facilities = [ours.hotel, ours.hospital, ours.operator];
    const all = MACHINE_PERMISSIONS;
    const enough = await api.build.apiKey(facilities, { permissions: [permission] });
    const lacking = await api.build.apiKey(facilities, { permissions: all.filter((other) => other !== permission) });
    expect((await send(route, ours, enough)).status).toBeLessThan(300);
    const refused = await send(route, ours, lacking);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      403,
      route.route.includes('/client-service/') ? '403' : 'permission-missing',
    ]);
  });

  it.each(MACHINE_ROUTE_CASES)('$route: nobody without a valid key', async (route) => {
    const { hotel } = ours;
    const expired = await api.build.apiKey([hotel], { expiresAt: '2026-11-23T14:55:59Z' });
    const revoked = await api.build.apiKey([hotel], { revokedAt: '2026-01-01T00:00:00Z' });
    const altered = `${ours.key.slice(0, -1)}${ours.key.endsWith('A') ? 'B' : 'A'}`;
    const bodies = new Set<string>();
    for (const key of [expired, revoked, altered, `lt_aaaaaaaaaaaa_${'A'.repeat(43)}`, 'lt_x', 'x'.repeat(5_000)]) {
      const answer = await send(route, ours, key);
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('Bearer');
      bodies.add(JSON.stringify({ ...(answer.body as object), traceId: '', instance: '' }));
    }
    expect(bodies.size).toBe(1);
    expect((await send(route, ours, undefined)).status).toBe(401);
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
    const key = await api.build.apiKey([ours.hotel]);
    expect((await api.call('get', '/v1/facilities', key)).status).toBe(200);
    await api.build.rows('UPDATE api_key SET revoked_at = now() WHERE api_key_id = $1', [key.split('_')[1]]);
    api.clock.advance(5_001);
    expect((await api.call('get', '/v1/facilities', key)).status).toBe(401);
  });
});
