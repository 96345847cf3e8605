import type { Role } from '@luutru/access';
import { IdentityProvider } from '../support/identity-provider';
import type { Browser } from '../support/people';
import { methodOf, ROUTE_CASES } from '../support/route-cases';
import { routeInventory } from '../support/route-inventory';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

/** Values that break what was not thought of. */
const HOSTILE: readonly unknown[] = [
  '\u0000',
  '\ud800',
  'a'.repeat(10_000),
  '',
  ' ',
  -1,
  1e308,
  0.5,
  true,
  [],
  [null],
  [[[[]]]],
  {},
  { toString: 'x', constructor: 1 },
  "'; DROP TABLE stay; --",
  '019ab000-0000-7000-8000-000000000001',
  '2026-02-31',
  '9999-12-31T23:59:59Z',
  '{"$gt":""}',
  '%s%n',
  '🦐',
];

describe('hostile input', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let world: World;
  const people: Browser[] = [];
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    const searchLimits = { searchesPerHour: 100_000, searchesPerDay: 100_000, rowsPerDay: 1_000_000 };
    api = await createTestApi({ nationalIdentity: provider.options, kbttForwarding: true, searchLimits });
    worlds = new Worlds(api, provider);
    world = await worlds.create('w20410');
    const roles: readonly Role[] = [
      'facility-owner',
      'police-supervisor',
      'system-administrator',
      'auditor',
      'citizen',
      'watch-list-officer',
    ];
    for (const role of roles) people.push(await worlds.person(world, role));
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });

  /** The body with each of its fields, at any depth, replaced by a value; and with one that nobody asked for. */
  function variants(body: unknown, value: unknown): unknown[] {
    if (typeof body !== 'object' || body === null) return [value];
    const entries = Object.entries(body);
    const put = (name: string, inner: unknown): unknown =>
      Array.isArray(body)
        ? body.map((one: unknown, at) => (String(at) === name ? inner : one))
        : { ...body, [name]: inner };
    return [
      value,
      ...entries.flatMap(([name, inner]) => variants(inner, value).map((changed) => put(name, changed))),
      ...(Array.isArray(body) ? [] : [{ ...body, __proto__x: value }]),
    ];
  }

  it.each(ROUTE_CASES.map((one) => one.route))('%s: no answer is a 5xx', async (route) => {
    const one = ROUTE_CASES.find((candidate) => candidate.route === route);
    if (!one) throw new Error(route);
    const { path, body = {} } = await one.request(world, worlds);
    const failures: unknown[] = [];
    // Whoever may call the route gets furthest.
    for (const browser of people) {
      const first = await browser.send(methodOf(one), path, one.route.startsWith('GET') ? undefined : {});
      if (first.status === 403) continue;
      for (const value of HOSTILE) {
        const bodies = one.route.startsWith('GET') ? [undefined] : variants(body, value);
        for (const hostile of bodies) {
          const text = hostile === undefined ? undefined : JSON.stringify(hostile);
          const sent = browser.send(methodOf(one), path);
          const answer = await (text === undefined ? sent : sent.set('Content-Type', 'application/json').send(text));
          if (answer.status >= 500) failures.push([text?.slice(0, 200), answer.status, answer.text.slice(0, 200)]);
        }
        const query = `${path}${path.includes('?') ? '&' : '?'}limit=${encodeURIComponent(wellFormed(value))}`;
        const asked = await browser.send(methodOf(one), query, one.route.startsWith('GET') ? undefined : {});
        if (asked.status >= 500) failures.push([query.slice(0, 200), asked.status]);
      }
    }
    expect(failures).toEqual([]);
  });

  it('in paths: ids, codes and days that are none name nothing', async () => {
    const parameterised = routeInventory(api.app).filter(({ route }) => route.includes('/:'));
    expect(parameterised.length).toBeGreaterThan(30);
    const failures: unknown[] = [];
    for (const { route } of parameterised) {
      const [method = '', path = ''] = route.split(' ');
      for (const text of [
        '%00',
        '..%2f..',
        "'",
        'x'.repeat(190),
        '019ab000-0000-7000-8000-000000000001',
        '2026-13-45',
        '%F0%9F%A6%90',
      ]) {
        const filled = path.replace(/:\w+/g, text);
        for (const browser of people) {
          const answer = await browser.send(method.toLowerCase() as 'get', filled, method === 'GET' ? undefined : {});
          if (answer.status >= 500 || (answer.status < 300 && !route.includes('/problems')))
            failures.push([route, text, answer.status]);
        }
      }
    }
    expect(failures).toEqual([]);
  });

  it('in signing in', async () => {
    for (const value of HOSTILE) {
      for (const body of variants({ username: 'letan', password: 'x' }, value)) {
        const answer = await api
          .call('post', '/v1/sign-in')
          .set('Content-Type', 'application/json')
          .send(JSON.stringify(body));
        expect([JSON.stringify(body).slice(0, 80), answer.status < 500]).toEqual([
          JSON.stringify(body).slice(0, 80),
          true,
        ]);
      }
    }
    for (const cookie of [
      'luutru=',
      'luutru=x',
      `luutru=${'a'.repeat(4_000)}`,
      'luutru=%00',
      'luutru=a; luutru=b',
      '=;;=',
    ]) {
      expect((await api.call('get', '/v1/session').set('Cookie', cookie)).status).toBe(401);
    }
    for (const query of ['code=%00&state=%00', 'code[]=a', 'state='.padEnd(5_000, 'x')]) {
      const answer = await api.call('get', `/v1/sign-in/vneid/callback?${query}`).set('Cookie', 'luutru-vneid=x.y');
      expect(answer.status).toBeLessThan(500);
    }
  });
});

const wellFormed = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '?').slice(0, 500) : JSON.stringify(value);
