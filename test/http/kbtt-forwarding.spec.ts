import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CircuitBreaker, DeliverableRepository, OutboxRepository } from '@luutru/delivery';
import { KbttForwarder, PortalClient } from '@luutru/kbtt-forwarding';
import { createLogger, KeyRing, openDatabase } from '@luutru/platform';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { randomKeySet } from '../support/keys';
import { Network } from '../support/network';
import { NEW_PASSWORD, People, type TestPerson } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { startImporter } from '../support/test-importer';
import { QUICK_DELIVERY } from '../support/test-system';

interface View {
  readonly username: string;
  readonly state: string;
  readonly waiting: number;
  readonly untold: readonly { stayId: string; version: number; event: string; code: string; message: { vi: string } }[];
}

/** The receiver is another installation of this platform, which speaks the portal's protocol. */
describe('forwarding to the national portal', () => {
  const network = new Network();
  let api: TestApi;
  let portal: TestApi;
  let importer: NestFastifyApplication;
  let people: People;
  let portalPeople: People;
  let hotel: BuiltFacility;
  let there: BuiltFacility;
  let key: string;
  let username: string;
  let owner: TestPerson;
  let forwarder: KbttForwarder;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const keys = { masterKeys: randomKeySet(), indexKeys: randomKeySet() };
    api = await createTestApi({ ...keys, kbttForwarding: true });
    importer = await startImporter(api, keys, { kbttForwarding: true });
    portal = await createTestApi();
    people = new People(api.app, api.clock);
    portalPeople = new People(portal.app, portal.clock);
    await network.start(await portal.url());
  });
  beforeEach(async () => {
    for (const { clock } of [api, portal]) clock.set('2026-11-23T14:56:00Z');
    network.next();
    hotel = await api.build.facility({ rooms: ['203'] });
    key = await api.build.apiKey([hotel]);
    there = await portal.build.facility({ rooms: ['203'] });
    const scope = { kind: 'facility', id: there.facilityId } as const;
    ({ username } = await portalPeople.signedIn('facility-clerk', scope));
    owner = await people.signedIn('facility-owner', { kind: 'facility', id: hotel.facilityId });
    const [, clientId = '', clientSecret = ''] = /^lt_([^_]+)_(.+)$/.exec(await portal.build.apiKey([there])) ?? [];
    await start(clientId, clientSecret);
  });
  afterEach(() => close());
  afterAll(async () => {
    await importer.close();
    await network.stop();
    await portal.close();
    await api.close();
  });

  async function start(clientId: string, clientSecret: string): Promise<void> {
    const worker = await openDatabase({
      url: api.database.urlFor('luutru_worker'),
      poolSize: 4,
      applicationName: 'test',
      entities: [],
    });
    close = () => worker.close();
    const { database } = worker;
    const outbox = new OutboxRepository(database);
    const keyRing = api.app.get(KeyRing);
    forwarder = new KbttForwarder({
      database,
      keyRing,
      outbox,
      deliverables: new DeliverableRepository(database, outbox, keyRing),
      portal: new PortalClient({
        baseUrl: network.url,
        clientId,
        clientSecret,
        timeoutMs: 3_000,
        now: () => api.clock.now(),
      }),
      breaker: new CircuitBreaker({ failureThreshold: 3, openMs: 1000 }),
      options: { ...QUICK_DELIVERY, random: () => 0 },
      clock: api.clock,
      logger: createLogger('test', 'silent'),
    });
  }

  const path = (): string => `/v1/facilities/${hotel.code}/kbtt-account`;
  const turnOn = async (password = NEW_PASSWORD): Promise<void> => {
    expect((await owner.browser.send('put', path(), { username, password })).status).toBe(204);
  };
  const view = async (): Promise<View> => (await owner.browser.send('get', path())).body as View;
  const declare = async (change: Record<string, unknown> = {}): Promise<string> => {
    const answer = await api.declare(key, guest(change));
    expect(answer.status).toBe(201);
    return (answer.body as { stayId: string }).stayId;
  };
  const act = async (stayId: string, action: string, body: object): Promise<void> => {
    expect((await api.call('post', `/v1/stays/${stayId}/${action}`, key).send(body)).status).toBe(200);
  };
  /** Until nothing is due any more, time passing when something waits. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 30; round += 1) {
      const told = await forwarder.run();
      if (told === 0 && (await view()).waiting === 0) return;
      for (const { clock } of [api, portal]) clock.advance(1000);
    }
    throw new Error('events still wait');
  };
  const arrived = () =>
    portal.build.rows<Record<string, unknown>>(
      `SELECT state, room, nationality, reason, document_type, expected_departure_at, version FROM stay
       WHERE facility_id = $1 ORDER BY declared_at, stay_id`,
      [there.facilityId],
    );

  it('is off unless a facility asks for it: nothing is queued for the portal', async () => {
    await declare();
    const [row] = await api.build.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox WHERE facility_id = $1 AND topic = 'kbtt'`,
      [hotel.facilityId],
    );
    expect(row?.n).toBe(0);
    expect((await owner.browser.send('get', path())).status).toBe(404);
    const elsewhere = await portalPeople.signedIn('facility-owner', { kind: 'facility', id: there.facilityId });
    const given = { username, password: NEW_PASSWORD };
    const answer = await elsewhere.browser.send('put', `/v1/facilities/${there.code}/kbtt-account`, given);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'kbtt-forwarding-off']);
  });

  it('tells arrivals, extensions and early departures, in order', async () => {
    await turnOn();
    const stayId = await declare({ expectedDepartureAt: '2026-11-25T12:00' });
    await act(stayId, 'extend', { version: 1, expectedDepartureAt: '2026-11-27T12:00' });
    await settle();
    expect(await arrived()).toEqual([
      expect.objectContaining({
        state: 'in_house',
        room: '203',
        nationality: 'VNM',
        reason: 1,
        document_type: 1,
        expected_departure_at: new Date('2026-11-27T05:00:00Z'),
        version: 2,
      }),
    ]);
    await act(stayId, 'check-out', { version: 2 });
    await settle();
    expect(await arrived()).toEqual([expect.objectContaining({ state: 'left_early', version: 3 })]);
    expect(await view()).toMatchObject({ username, state: 'active', waiting: 0, untold: [] });
  });

  it('tells foreigners with what the portal asks of them', async () => {
    await turnOn();
    await declare({
      person: {
        fullName: 'MUELLER HANS',
        birthDate: '1964',
        sex: 'M',
        nationality: 'D',
        document: { type: 4, number: 'C01X00T47' },
        permitUntil: '2026-12-31',
      },
    });
    await settle();
    expect(await arrived()).toEqual([expect.objectContaining({ nationality: 'D', document_type: 4, room: '203' })]);
  });

  it('says what the portal cannot be told, for the owner to do by hand', async () => {
    await turnOn();
    const stayId = await declare();
    await act(stayId, 'correct', { version: 1, changes: { person: { phone: '0905000112' } } });
    await act(stayId, 'cancel', { version: 2, reason: 'khong-den' });
    await settle();
    const { untold } = await view();
    expect(untold.map(({ version, event, code }) => [version, event, code])).toEqual([
      [3, 'cancellation', 'kbtt-cannot-say'],
      [2, 'change', 'kbtt-cannot-say'],
    ]);
    expect(untold[0]?.message.vi).toMatch(/^Cổng/);
  });

  it('tells nothing of people without papers, and of what was declared before', async () => {
    const early = await declare();
    api.clock.advance(1000);
    await turnOn();
    await act(early, 'check-out', { version: 1 });
    const { person } = guest({}, { document: { type: 9, description: 'Mất giấy tờ' } });
    await declare({ person });
    await settle();
    expect(await arrived()).toEqual([]);
    expect((await view()).untold.map(({ code }) => code)).toEqual(['kbtt-without-papers']);
  });

  it.each([
    ['the request is lost', ['cut']],
    ['the answer is lost', ['cut-after']],
    ['the portal fails', ['503', '503']],
    ['the portal is busy', ['429']],
    ['the portal hangs', ['hang']],
  ] as const)('declares once when %s', async (_, faults) => {
    await turnOn();
    await declare();
    // The first request asks for the token.
    network.next('pass', ...faults);
    await settle();
    expect(await arrived()).toHaveLength(1);
    expect(await view()).toMatchObject({ state: 'active', waiting: 0, untold: [] });
  });

  it('extends once when the answer is lost, and says when it cannot know', async () => {
    await turnOn();
    const stayId = await declare({ expectedDepartureAt: '2026-11-25T12:00' });
    await settle();
    await act(stayId, 'check-out', { version: 1 });
    network.next('cut-after');
    await settle();
    expect(await arrived()).toEqual([expect.objectContaining({ state: 'left_early', version: 2 })]);
    expect((await view()).untold.map(({ code }) => code)).toEqual(['kbtt-perhaps-done']);
  });

  it('leaves a portal alone that is away, and goes on where it stopped', async () => {
    await turnOn();
    await Promise.all([1, 2, 3, 4, 5].map(() => declare()));
    network.next('cut', 'cut', 'cut', 'cut', 'cut', 'cut', 'cut', 'cut', 'cut');
    await settle();
    expect(await arrived()).toHaveLength(5);
  });

  it('waits while the portal does not take the password, then goes on with the right one', async () => {
    await turnOn('sai mật khẩu 12345');
    await declare();
    await forwarder.run();
    expect(await view()).toMatchObject({ state: 'refused', waiting: 1 });
    await turnOn();
    api.clock.advance(600_000);
    await settle();
    expect(await arrived()).toHaveLength(1);
    expect((await view()).state).toBe('active');
  });

  it('gets a new token when the old one was ended', async () => {
    await turnOn();
    await declare();
    await settle();
    await portal.build.rows('DELETE FROM partner_token');
    await declare();
    await settle();
    expect(await arrived()).toHaveLength(2);
  });

  it('sets aside what the portal refuses, in our words where they are known', async () => {
    await turnOn();
    await declare();
    // Two days later the portal takes the arrival no more.
    portal.clock.set('2026-11-26T14:56:00Z');
    await forwarder.run();
    expect((await view()).untold.map(({ event, code }) => [event, code])).toEqual([['arrival', 'kbtt-arrival-day']]);
  });

  it('takes a person for told who was declared there by hand', async () => {
    await turnOn();
    const document = { type: 1, number: nextPersonalNumber() };
    const { person } = guest();
    const body = { ...guest(), person: { ...(person as object), document } };
    await portal.declare(await portal.build.apiKey([there]), body);
    await declare({ person: { ...(person as object), document } });
    await settle();
    expect(await arrived()).toHaveLength(1);
    expect((await view()).untold).toEqual([]);
  });

  it('tells what came in files and groups as well', async () => {
    await turnOn();
    const lines = [1, 2, 3].map(() => JSON.stringify(guest())).join('\n');
    const sent = await api
      .call('post', '/v1/batches?mode=commit', key)
      .set('Content-Type', 'application/octet-stream')
      .send(lines);
    await api.call('get', `/v1/batches/${(sent.body as { batchId: string }).batchId}/events`, key);
    const { kind, expectedDepartureAt, reason, place } = guest();
    const persons = [1, 2].map(() => ({ person: guest().person }));
    const family = { kind, expectedDepartureAt, reason, place, persons };
    const group = await api.call('post', '/v1/stays/group', key).set('Idempotency-Key', 'family').send(family);
    expect(group.status).toBe(201);
    await settle();
    expect(await arrived()).toHaveLength(5);
  });

  it('ends when the owner ends it', async () => {
    await turnOn();
    await declare();
    expect((await owner.browser.send('delete', path())).status).toBe(204);
    await forwarder.run();
    expect(await arrived()).toEqual([]);
    expect((await owner.browser.send('delete', path())).status).toBe(404);
  });

  it('shares events between workers: each is told once', async () => {
    await turnOn();
    for (let n = 0; n < 20; n += 1) await declare();
    await Promise.all([forwarder.run(), forwarder.run(), forwarder.run()]);
    await settle();
    expect(await arrived()).toHaveLength(20);
    const [row] = await api.build.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE facility_id = $1 AND action = 'stay.forward'`,
      [hotel.facilityId],
    );
    expect(row?.n).toBe(20);
  });
});
