import type { Role } from '@luutru/access';
import { IdentityProvider } from '../support/identity-provider';
import type { Browser } from '../support/people';
import { type Method, methodOf, nowhere, ROUTE_CASES, type RouteRequest, withBody } from '../support/route-cases';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

/** Everybody whose credentials are worth something in their own place. */
const ATTACKERS: readonly Role[] = ['facility-owner', 'facility-clerk', 'ward-police', 'citizen'];

describe('what belongs to one facility, tried with every credential of another', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let ours: World;
  let theirs: World;
  const people = new Map<Role, Browser>();
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options, kbttForwarding: true });
    worlds = new Worlds(api, provider);
    ours = await worlds.create('w20410');
    theirs = await worlds.create('w20413');
    for (const role of ATTACKERS) people.set(role, await worlds.person(ours, role));
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });

  const machine = (method: Method, { path, body, key }: RouteRequest) => {
    const sent = api.call(method, path, ours.key);
    return withBody(sent, body, key);
  };
  const senders = () => [
    ['machine', machine] as const,
    ...[...people].map(
      ([role, browser]) =>
        [role, (method: Method, { path, body, key }: RouteRequest) => browser.send(method, path, body, key)] as const,
    ),
  ];
  /** The same request about something that does not exist. */
  const absent = ({ path, body, key }: RouteRequest): RouteRequest => {
    const missing = nowhere();
    const swap = (text: string): string => {
      const parts = text.split(/([?/=])/);
      return parts
        .map((part) => (UUID.test(part) ? missing.stayId : /^T-[0-9A-F]{8}$/.test(part) ? missing.hotel.code : part))
        .join('');
    };
    if (Buffer.isBuffer(body)) return { path: swap(path), body };
    const record = body as Record<string, unknown> | undefined;
    return {
      path: swap(path),
      ...(key !== undefined && { key: `${key}-absent` }),
      ...(record && {
        body: Object.fromEntries(
          Object.entries(record).map(([name, value]) => [
            name,
            name.endsWith('Id') && typeof value === 'string' ? swap(value) : value,
          ]),
        ),
      }),
    };
  };

  const scoped = ROUTE_CASES.filter((one) => one.scoped);

  it.each(scoped)('$route', async (one) => {
    const method = methodOf(one);
    const leaks: unknown[] = [];
    for (const [who, send] of senders()) {
      const real = await one.request(theirs, worlds);
      const [about, nothing] = [await send(method, real), await send(method, absent(real))];
      const bare = (answer: typeof about): string =>
        JSON.stringify({ ...(answer.body as object), traceId: '', instance: '' });
      const refused = about.status === 404 || about.status === 403;
      if (!refused || about.status !== nothing.status || bare(about) !== bare(nothing)) {
        leaks.push([who, about.status, about.text, nothing.status, nothing.text]);
      }
    }
    expect(leaks).toEqual([]);
  });

  it('never shows anything of the other in what it lists', async () => {
    await worlds.newCorrection(theirs);
    await worlds.newStanding(theirs);
    const note = await worlds.newNote(theirs);
    const application = await worlds.newApplication(theirs);
    const { hotel, hospital, operator, stayId, tripId, patientId, guestNumber } = theirs;
    const facilities = [hotel, hospital, operator].flatMap(({ facilityId, code }) => [facilityId, code]);
    const secrets = [...facilities, stayId, tripId, patientId, guestNumber, application, note];
    expect(secrets.length).toBeGreaterThan(8);
    const lists = [
      '/v1/facilities',
      '/v1/facility-applications',
      '/v1/compliance/facilities',
      '/v1/compliance/notes',
      '/v1/compliance/wards',
      '/v1/compliance/monthly-sheet?month=2026-11',
      '/v1/self/stays',
      '/v1/self/looks',
      '/v1/self/corrections',
      `/v1/stays?facilityId=${ours.hotel.code}`,
    ];
    for (const [who, send] of senders()) {
      for (const path of lists) {
        const { text } = await send('get', { path });
        expect([who, path, secrets.filter((secret) => text.includes(secret))]).toEqual([who, path, []]);
      }
    }
  });

  it('is really there: its own people reach it', async () => {
    const owner = await worlds.person(theirs, 'facility-owner');
    const police = await worlds.person(theirs, 'ward-police');
    const supervisor = await worlds.person(theirs, 'police-supervisor');
    const citizen = await worlds.person(theirs, 'citizen');
    for (const one of scoped) {
      const { path, body, key } = await one.request(theirs, worlds);
      const method = methodOf(one);
      const statuses = [];
      for (const browser of [owner, police, supervisor, citizen])
        statuses.push((await browser.send(method, path, body, key)).status);
      expect([one.route, statuses.some((status) => status < 300)]).toEqual([one.route, true]);
    }
  });
});

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
