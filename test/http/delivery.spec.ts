import { DeliveryKeeping, type DeliveryService, OutboxRepository, CircuitBreaker } from '@luutru/delivery';
import { type Database, openDatabase } from '@luutru/platform';
import { guest } from '../support/builders';
import { type Browser, People } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';

interface Letter {
  readonly outboxId: string;
  readonly stayId: string;
  readonly facilityId: string;
  readonly code: string;
}

describe('operating the delivery', () => {
  let api: TestApi;
  let admin: Browser;
  let key: string;
  let facilityId: string;
  let worker: Database;
  let close: () => Promise<void>;

  beforeAll(async () => {
    api = await createTestApi();
    const facility = await api.build.facility();
    ({ facilityId } = facility);
    key = await api.build.apiKey([facility]);
    ({ database: worker, close } = await openDatabase({
      url: api.database.urlFor('luutru_worker'),
      poolSize: 4,
      applicationName: 'test',
      entities: [],
    }));
    admin = (await new People(api.app, api.clock).signedIn('system-administrator')).browser;
  });
  beforeEach(() => api.build.rows('DELETE FROM outbox; DELETE FROM delivery_worker; DELETE FROM delivery_switch'));
  afterAll(async () => {
    await close();
    await api.close();
  });

  const declare = async (): Promise<string> => {
    const answer = await api.declare(key, guest());
    expect(answer.status).toBe(201);
    return (answer.body as { stayId: string }).stayId;
  };
  /** A stay whose arrival was set aside, as the worker does it, and whose departure waits behind it. */
  const stuck = async (code = 'INVALID', at = api.clock.now()): Promise<string> => {
    const stayId = await declare();
    await api.build.rows(
      `UPDATE outbox SET state = 'dead', last_error = $2, finished_at = $3, failed_attempts = 3
       WHERE stay_id = $1 AND topic = 'population'`,
      [stayId, code, at],
    );
    await api.build.rows(`UPDATE stay SET delivery_status = 'failed', failure_code = $2 WHERE stay_id = $1`, [
      stayId,
      code,
    ]);
    const left = await api.call('post', `/v1/stays/${stayId}/cancel`, key).send({ version: 1, reason: 'khong-den' });
    expect(left.status).toBe(200);
    return stayId;
  };
  const status = async () =>
    (await admin.send('get', '/v1/delivery/status')).body as {
      topics: Record<string, unknown>[];
      workers: object[];
      blocked: object[];
    };
  const letters = async (query = ''): Promise<{ letters: Letter[]; next: string | null }> => {
    const answer = await admin.send('get', `/v1/delivery/dead-letters${query}`);
    expect(answer.status).toBe(200);
    return answer.body as never;
  };
  const events = (stayId: string) =>
    api.build.rows<{ sequence: number; state: string; failed: number }>(
      `SELECT sequence, state, failed_attempts AS failed FROM outbox
       WHERE stay_id = $1 AND topic = 'population' ORDER BY sequence`,
      [stayId],
    );
  const claim = (at = api.clock.now()) => new OutboxRepository(worker).claim('population', at, 1_000, 10);

  it('shows what waits, how old it is, what is dead and whose stays are blocked', async () => {
    const now = api.clock.now();
    await stuck();
    await declare();
    await api.build.rows(`UPDATE outbox SET created_at = $1 WHERE state = 'pending'`, [
      new Date(now.getTime() - 90_000),
    ]);
    const done = await declare();
    await api.build.rows(`UPDATE outbox SET state = 'done', finished_at = $2 WHERE stay_id = $1`, [
      done,
      new Date(now.getTime() - 120_000),
    ]);
    const { topics, blocked } = await status();
    expect(topics).toEqual([
      expect.objectContaining({
        topic: 'population',
        pending: 2,
        due: 2,
        dead: 1,
        blockedStays: 1,
        oldestAgeSeconds: 90,
        finishedLastMinute: 0,
        finishedLastFiveMinutes: 1,
        paused: null,
      }),
      expect.objectContaining({ topic: 'kbtt', pending: 0, oldestPendingAt: null, oldestAgeSeconds: null }),
      expect.objectContaining({ topic: 'screening', dead: 0, blockedStays: 0 }),
    ]);
    expect(blocked).toEqual([expect.objectContaining({ facilityId, topic: 'population', stays: 1 })]);
  });

  it('shows each worker with its breaker, those that are gone too, and forgets them in the end', async () => {
    const breaker = new CircuitBreaker({ failureThreshold: 1, openMs: 60_000 });
    const keeping = new DeliveryKeeping(
      worker,
      new OutboxRepository(worker),
      { inFlight: 7 } as DeliveryService,
      breaker,
      api.clock,
    );
    await keeping.run();
    expect((await status()).workers).toEqual([
      expect.objectContaining({ gone: false, breaker: 'closed', retryAt: null, inFlight: 7 }),
    ]);
    breaker.failed(api.clock.now());
    await keeping.run();
    expect((await status()).workers).toEqual([
      expect.objectContaining({ breaker: 'open', retryAt: expect.stringMatching(/\+07:00$/) as string }),
    ]);
    const seen = (ms: number) =>
      api.build.rows('UPDATE delivery_worker SET seen_at = $1', [new Date(api.clock.now().getTime() - ms)]);
    await seen(31_000);
    expect((await status()).workers).toEqual([expect.objectContaining({ gone: true })]);
    await seen(3_600_001);
    const other = new DeliveryKeeping(
      worker,
      new OutboxRepository(worker),
      { inFlight: 0 } as DeliveryService,
      breaker,
      api.clock,
    );
    await other.run();
    expect((await status()).workers).toEqual([expect.objectContaining({ gone: false, inFlight: 0 })]);
    await other.leave();
    expect((await status()).workers).toEqual([]);
  });

  it('lists dead letters in pages, by facility and code, with ids and codes only', async () => {
    const at = api.clock.now().getTime();
    const stays = [
      await stuck('INVALID', new Date(at - 3_000)),
      await stuck('EVENT_CONFLICT', new Date(at - 2_000)),
      await stuck('INVALID', new Date(at - 2_000)),
    ];
    const first = await letters('?limit=2');
    expect(first.letters).toHaveLength(2);
    const second = await letters(`?limit=2&cursor=${first.next ?? ''}`);
    expect([...first.letters, ...second.letters].map((letter) => letter.stayId).sort()).toEqual([...stays].sort());
    expect(second.next).toBeNull();
    expect((await letters('?code=EVENT_CONFLICT')).letters.map((letter) => letter.stayId)).toEqual([stays[1]]);
    expect((await letters(`?facilityId=${facilityId}`)).letters).toHaveLength(3);
    expect((await letters('?facilityId=019ab000-0000-7000-8000-000000000001')).letters).toEqual([]);
    expect(Object.keys(first.letters[0] ?? {}).sort()).toEqual([
      'attempts',
      'blocking',
      'code',
      'createdAt',
      'event',
      'facilityCode',
      'facilityId',
      'outboxId',
      'sequence',
      'since',
      'stayId',
      'topic',
    ]);
    expect(first.letters[0]).toMatchObject({ blocking: 1, event: 'arrival', attempts: 3 });
    const wrong = await admin.send('get', '/v1/delivery/dead-letters?cursor=1.2.3');
    expect([wrong.status, wrong.body]).toMatchObject([422, { errors: [{ code: 'delivery-cursor-malformed' }] }]);
  });

  it('puts a dead event back once: the stay is pending again, later events follow in order, and it is on record', async () => {
    const stayId = await stuck();
    await new OutboxRepository(worker).park(api.clock.now(), new Date(api.clock.now().getTime() + 300_000), 10);
    expect(await claim()).toEqual([]);
    const replay = () => admin.send('post', '/v1/delivery/replay', { stayId });
    expect((await replay()).body).toEqual({ events: 1, stays: 1, more: false });
    expect((await replay()).body).toEqual({ events: 0, stays: 0, more: false });
    expect(await events(stayId)).toEqual([
      { sequence: 1, state: 'pending', failed: 0 },
      { sequence: 2, state: 'pending', failed: 0 },
    ]);
    expect((await api.call('get', `/v1/stays/${stayId}`, key)).body).toMatchObject({ status: 'pending' });
    const [one] = await claim();
    const [row] = await api.build.rows<{ sequence: number }>('SELECT sequence FROM outbox WHERE outbox_id = $1', [
      one?.outboxId,
    ]);
    expect(row?.sequence).toBe(1);
    await api.build.rows(`UPDATE outbox SET state = 'done', finished_at = now() WHERE outbox_id = $1`, [one?.outboxId]);
    expect(await claim()).toHaveLength(1);
    const trail = await api.build.rows<{ detail: object; kind: string }>(
      `SELECT detail, actor_kind AS kind FROM audit_entry WHERE action = 'delivery.replay' AND facility_id = $1
       ORDER BY at DESC, audit_id DESC LIMIT 1`,
      [facilityId],
    );
    expect(trail).toEqual([{ kind: 'person', detail: { topic: 'population', events: 1, stays: [stayId] } }]);
  });

  it('puts back by code, by facility or all, and refuses to guess', async () => {
    const [one, two] = [await stuck('INVALID'), await stuck('EVENT_CONFLICT')];
    for (const body of [{}, { outboxId: null }, { topic: 'population' }, { all: false }]) {
      const refused = await admin.send('post', '/v1/delivery/replay', body);
      expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ code: 'delivery-selection-missing' }] }]);
    }
    expect((await admin.send('post', '/v1/delivery/replay', { code: 'INVALID' })).body).toMatchObject({ events: 1 });
    expect((await letters()).letters.map((letter) => letter.stayId)).toEqual([two]);
    expect((await admin.send('post', '/v1/delivery/replay', { all: true })).body).toMatchObject({ events: 1 });
    expect((await letters()).letters).toEqual([]);
    expect((await events(one))[0]).toMatchObject({ state: 'pending' });
  });

  it('puts an event back once although several ask at once', async () => {
    await Promise.all([stuck(), stuck(), stuck()]);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => admin.send('post', '/v1/delivery/replay', { all: true })),
    );
    expect(answers.map(({ status: code }) => code)).toEqual([200, 200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + (body as { events: number }).events, 0)).toBe(3);
  });

  it('pauses at once and resumes, with a reason, on record, once', async () => {
    await declare();
    const turn = (way: string, body: object = { reason: 'CSDL quốc gia bảo trì' }) =>
      admin.send('post', `/v1/delivery/${way}`, body);
    expect((await turn('pause', { reason: '  ' })).status).toBe(422);
    expect((await turn('resume')).body).toEqual({ changed: false });
    expect((await turn('pause')).body).toEqual({ changed: true });
    expect((await turn('pause')).body).toEqual({ changed: false });
    expect(await claim()).toEqual([]);
    expect((await status()).topics[0]).toMatchObject({
      paused: { reason: 'CSDL quốc gia bảo trì', by: expect.stringMatching(/^person:/) as string },
      pending: 1,
    });
    expect((await turn('resume')).body).toEqual({ changed: true });
    expect(await claim()).toHaveLength(1);
    const [row] = await api.build.rows<{ failed: number; n: number }>(
      `SELECT (SELECT max(failed_attempts) FROM outbox) AS failed,
              (SELECT count(*)::int FROM audit_entry WHERE action IN ('delivery.pause', 'delivery.resume')) AS n`,
    );
    expect(row).toEqual({ failed: 0, n: 2 });
  });

  it('leaves facilities as blind to the outbox as before', async () => {
    await stuck();
    const { database, close: end } = await openDatabase({
      url: api.database.urlFor('luutru_app'),
      poolSize: 1,
      applicationName: 'test',
      entities: [],
    });
    try {
      const ask = (scope: { facilityIds: string[]; deliveryAdmin?: true }, text: string) =>
        database.run(scope, { name: `t${text.length}`, text, values: [] }).then(([result]) => result?.rowCount);
      const read = `SELECT outbox_id, state FROM outbox WHERE topic = 'population'`;
      const change = `UPDATE outbox SET state = 'pending' WHERE state = 'dead'`;
      for (const text of [read, change, 'SELECT topic FROM delivery_switch', 'SELECT worker_id FROM delivery_worker'])
        expect([text, await ask({ facilityIds: [facilityId] }, text)]).toEqual([text, 0]);
      const over = { facilityIds: [facilityId], deliveryAdmin: true } as const;
      expect(await ask({ ...over, facilityIds: [] }, read)).toBe(2);
      await expect(ask({ ...over, facilityIds: [] }, `UPDATE outbox SET state = 'done'`)).rejects.toMatchObject({
        code: '42501',
      });
      await expect(
        ask({ facilityIds: [] }, `INSERT INTO delivery_switch VALUES ('population', true, now(), 'x', 'x')`),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(ask({ ...over, facilityIds: [] }, 'DELETE FROM outbox')).rejects.toMatchObject({ code: '42501' });
      // The connection carries nothing over to the next transaction.
      expect(await ask({ facilityIds: [facilityId] }, read)).toBe(0);
    } finally {
      await end();
    }
  });
});
