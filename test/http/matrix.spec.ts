import { isMachinePermission, type Permission, type Role, ROLES } from '@luutru/access';
import { IdentityProvider } from '../support/identity-provider';
import type { Browser } from '../support/people';
import { type Method, methodOf, ROUTE_CASES, withBody } from '../support/route-cases';
import { type InventoriedRoute, routeInventory } from '../support/route-inventory';
import { countStatistics } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

/** Under the portal's paths failures are told in the portal's form. */
const isPortal = (path: string): boolean => path.startsWith('/client-service/');

const ROLE_NAMES = Object.keys(ROLES) as Role[];

describe('every role on every route', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let world: World;
  let inventory: InventoriedRoute[];
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options, kbttForwarding: true });
    worlds = new Worlds(api, provider);
    world = await worlds.create('w20410');
    // Months are closed as far as changes are counted.
    await countStatistics(api);
    await countStatistics(api);
    inventory = routeInventory(api.app);
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });

  const permissionOf = (route: string): Permission => {
    const access = inventory.find((one) => one.route === route)?.access;
    if (!access || !('permission' in access)) throw new Error(`${route} has no permission`);
    return access.permission;
  };

  it('has a case for every route that needs a permission', () => {
    const guarded = inventory.filter(({ access }) => access && 'permission' in access).map(({ route }) => route);
    expect(ROUTE_CASES.map(({ route }) => route).sort()).toEqual(guarded.sort());
  });

  it.each(ROLE_NAMES)('%s', async (role) => {
    const browser: Browser = await worlds.person(world, role);
    const wrong: unknown[] = [];
    for (const one of ROUTE_CASES) {
      const { path, body, key } = await one.request(world, worlds);
      const answer = await browser.send(methodOf(one), path, body, key);
      const allowed = ROLES[role].permissions.includes(permissionOf(one.route));
      const { code } = answer.body as { code?: string };
      const right = allowed
        ? answer.status < 300
        : answer.status === 403 && (code === 'permission-missing' || (isPortal(path) && code === '403'));
      if (!right) wrong.push([one.route, allowed ? 'should answer' : 'should refuse', answer.status, answer.text]);
    }
    expect(wrong).toEqual([]);
  });

  it('a machine', async () => {
    const wrong: unknown[] = [];
    for (const one of ROUTE_CASES) {
      const { path, body, key } = await one.request(world, worlds);
      const sent = api.call(methodOf(one), path, world.key);
      const answer = await withBody(sent, body, key);
      const right = isMachinePermission(permissionOf(one.route)) ? answer.status < 300 : answer.status === 403;
      if (!right) wrong.push([one.route, answer.status, answer.text]);
    }
    expect(wrong).toEqual([]);
  });

  it('nobody', async () => {
    const guarded = inventory.filter(({ access }) => access && !('publicBecause' in access));
    expect(guarded.length).toBeGreaterThan(45);
    for (const { route } of guarded) {
      const [method = '', path = ''] = route.split(' ');
      const filled = path.replace(/:\w+/g, '019ab000-0000-7000-8000-000000000001');
      const answer = await api.call(method.toLowerCase() as Method, filled).send(method === 'GET' ? undefined : {});
      expect([route, answer.status]).toEqual([route, 401]);
    }
  });

  it('a machine has no session, so that what is for people is not for it', async () => {
    const own = inventory.filter(({ access }) => access && 'session' in access);
    expect(own.length).toBeGreaterThan(7);
    for (const { route } of own) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await api.call(method.toLowerCase() as Method, path.replace(/:\w+/g, 'x'), world.key).send({});
      expect([route, answer.status]).toEqual([route, 403]);
    }
  });

  it('asks for a fresh confirmation before what is sensitive', async () => {
    const owner = await worlds.person(world, 'facility-owner');
    api.clock.advance(5 * 60_000 + 1);
    const path = `/v1/facilities/${world.hotel.code}/staff`;
    expect((await owner.send('get', path)).status).toBe(200);
    const body = { displayName: 'Nhân Viên', username: 'nhan.vien.moi' };
    expect((await owner.send('post', path, body)).body).toMatchObject({ code: 'step-up-required' });
    expect((await owner.step('/v1/session/step-up', { proof: 'sai mật khẩu mất rồi' })).status).toBe(401);
    expect((await owner.step('/v1/session/step-up', { proof: 'mưa rào trên mái ngói 7' })).status).toBe(200);
    expect((await owner.send('post', path, body)).status).toBe(201);
  });

  it('separates duties', () => {
    const permissions = (role: Role): readonly string[] => ROLES[role].permissions;
    expect(permissions('system-administrator').filter((verb) => /^(stay|trip|patient|self)\./.test(verb))).toEqual([]);
    expect(permissions('auditor').filter((verb) => !/\.(read|verify)$/.test(verb))).toEqual([]);
    expect(ROLE_NAMES.filter((role) => permissions(role).includes('account.manage'))).toEqual(['system-administrator']);
    expect(ROLE_NAMES.filter((role) => permissions(role).includes('audit.verify'))).toEqual(['auditor']);
    expect(ROLE_NAMES.filter((role) => permissions(role).includes('police.supervise'))).toEqual(['police-supervisor']);
    const sensitive = ['ward-police', 'provincial-police', 'police-supervisor', 'watch-list-officer'] as const;
    for (const role of [...sensitive, 'system-administrator'] as const) {
      expect(ROLES[role].secondFactor).toBe(true);
    }
  });

  it('lets nobody grant, restore or disable themselves', async () => {
    const administrator = await worlds.person(world, 'system-administrator');
    const { accountId } = (await administrator.send('get', '/v1/session')).body as { accountId: string };
    const grant = { role: 'provincial-police', scope: { kind: 'unit', id: 'p48' } };
    const attempts = [
      await administrator.send('post', `/v1/accounts/${accountId}/grants`, grant),
      await administrator.send('post', `/v1/accounts/${accountId}/restore`),
      await administrator.send('post', `/v1/accounts/${accountId}/disable`, { reason: 'x' }),
    ];
    expect(attempts.map((answer) => [answer.status, (answer.body as { code: string }).code])).toEqual([
      [403, 'self-grant'],
      [403, 'self-grant'],
      [403, 'self-disable'],
    ]);
  });
});
