import { Client } from 'pg';
import { Admission } from '../../apps/api/src/http/admission';
import { LoadGauge } from '../../apps/api/src/http/load-gauge';
import { guest } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

describe('bad neighbours', () => {
  let api: TestApi;
  let url: string;
  let flooder: string;
  let chain: string;
  let chainCodes: string[] = [];
  let victim: string;
  beforeAll(async () => {
    api = await createTestApi({
      poolSize: 8,
      trustedProxies: '127.0.0.1',
      databaseLimits: { lockMs: 700 },
      eventLoopLagMs: 70,
      // Measured by itself it would be what the machine is at that moment.
      eventLoopBusyPercent: 80,
    });
    url = await api.url();
    const hotel = () => api.build.facility();
    const rooms = [await hotel(), await hotel()];
    chainCodes = rooms.map(({ code }) => code);
    flooder = await api.build.apiKey([await hotel()]);
    chain = await api.build.apiKey(rooms);
    victim = await api.build.apiKey([await hotel()]);
    expect((await declare(chain, { ...guest(), facilityId: chainCodes[0] })).status).toBe(201);
    for (const key of [flooder, victim]) expect((await api.call('get', '/v1/stays?limit=1', key)).status).toBe(200);
  });
  afterAll(() => api.close());

  const gate = () => api.app.get(Admission).state();
  let keys = 0;
  const declare = (key: string, body: object = guest()): Promise<Response> =>
    fetch(`${url}/v1/stays`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': `neighbour-${(keys += 1)}`,
      },
      body: JSON.stringify(body),
    });
  const expectLater = (answer: Response): void => {
    expect([429, 503]).toContain(answer.status);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  };

  /** While nobody's declaration gets on. */
  async function declaringIsStuck(work: () => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: api.database.urlFor('postgres') });
    await client.connect();
    try {
      await client.query('BEGIN; LOCK TABLE occupancy IN ACCESS EXCLUSIVE MODE');
      await work();
    } finally {
      await client.end();
    }
  }

  it('a facility with all places taken and a long queue lets the next one of somebody else in first', async () => {
    await declaringIsStuck(async () => {
      const flood = Array.from({ length: 60 }, () => declare(flooder));
      while (gate().known.waiting < 40) await new Promise(setImmediate);
      expect((await api.call('get', '/v1/stays', victim)).status).toBe(200);
      expect(gate().known.waiting).toBeGreaterThan(0);
      for (const answer of await Promise.all(flood)) expectLater(answer);
    });
    expect((await declare(victim)).status).toBe(201);
    expect((await declare(flooder)).status).toBe(201);
  });

  it('whoever sends more than can wait is told to come back, and nobody else is', async () => {
    await declaringIsStuck(async () => {
      const flood = Array.from({ length: 160 }, () => declare(flooder));
      const statuses = (await Promise.all(flood)).map((answer) => {
        expectLater(answer);
        return answer.status;
      });
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
      expect((await api.call('get', '/v1/stays', victim)).status).toBe(200);
    });
  });

  it('a key for many facilities is one share, whichever of them it floods', async () => {
    await declaringIsStuck(async () => {
      const flood = Array.from({ length: 60 }, (_, i) => declare(chain, { ...guest(), facilityId: chainCodes[i % 2] }));
      while (gate().known.waiting < 40) await new Promise(setImmediate);
      expect((await api.call('get', '/v1/stays', victim)).status).toBe(200);
      expect(gate().known.waiting).toBeGreaterThan(0);
      for (const answer of await Promise.all(flood)) expectLater(answer);
    });
    expect(gate().known.inside).toBe(0);
  });

  it('wrong passwords from everywhere take no place from those who are known', async () => {
    const flood = Array.from({ length: 120 }, (_, i) =>
      fetch(`${url}/v1/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${i}` },
        body: JSON.stringify({ username: `ai.do.${i}`, password: 'sai-mat-khau-roi' }),
      }),
    );
    while (gate().stranger.waiting < 20) await new Promise(setImmediate);
    expect((await declare(victim)).status).toBe(201);
    const statuses = (await Promise.all(flood)).map((answer) => answer.status);
    expect(statuses.every((status) => [401, 429, 503].includes(status))).toBe(true);
    expect(statuses).toContain(401);
    expect(gate().stranger.inside).toBe(0);
  });

  it('while the event loop is late, what can wait is refused and declaring goes on, until nothing would be answered', async () => {
    const gauge = api.app.get(LoadGauge);
    const late = (ms: number): void => {
      for (let i = 0; i < 12; i += 1) gauge.note(ms);
    };
    const status = async (path: string, method: 'get' | 'post' = 'get') => {
      const answer = await api.call(method, path, victim).send(method === 'post' ? guest() : undefined);
      if (answer.status === 503) {
        expect((answer.body as { code: string }).code).toBe('overloaded');
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      }
      return answer.status;
    };
    for (const [path, method] of [
      ['/v1/stays', 'get'],
      ['/v1/exports/stays', 'get'],
      ['/v1/stays/validate', 'post'],
    ] as const) {
      // Each time, because a refusal is answered late and the gauge sees meanwhile that nothing is.
      late(250);
      expect(gauge.level()).toBe('essential');
      expect(await status(path, method)).toBe(503);
    }
    late(250);
    expect((await declare(victim)).status).toBe(201);
    late(2_000);
    expectLater(await declare(victim));
    expect((await api.call('get', '/health/live')).status).toBe(200);
    expect((await api.call('get', '/health/ready')).status).toBe(200);
    // The console says so in words of its own, for which it has to be there.
    late(2_000);
    expect((await api.call('get', '/app/check-in')).status).not.toBe(503);
    late(0);
    expect(await status('/v1/stays')).toBe(200);
    expect(gauge.state()).toMatchObject({ level: 'all', turnedAway: 4 });
  });

  it('once time is scarce it stays shared out for as long as somebody is held back', async () => {
    const gauge = api.app.get(LoadGauge);
    const admission = api.app.get(Admission);
    gauge.share(0.79);
    expect(admission.crowded).toBe(false);
    gauge.share(0.81);
    expect(admission.crowded).toBe(true);
    const holdsBack = jest.spyOn(admission, 'holdsBack').mockReturnValue(true);
    gauge.share(0.4);
    expect(admission.crowded).toBe(true);
    holdsBack.mockRestore();
    gauge.share(0.4);
    expect(admission.crowded).toBe(false);
  });

  it('places are given back whatever becomes of a request', async () => {
    await Promise.all([
      declare('lt_nobody_nothing'),
      declare(victim, { kind: 'nonsense' }),
      api.call('get', '/v1/stays/019ab000-0000-7000-8000-000000000001', victim),
      api.call('get', '/v1/accounts', victim),
      api.call('get', '/v1/exports/stays', victim),
      api.call('get', '/v1/templates/portal', victim),
      api.call('post', '/v1/batches?mode=validate', victim).set('Content-Type', 'text/csv').send('a;b'),
    ]);
    const { known, stranger, bulk, watch } = gate();
    expect([known, stranger, bulk, watch].map(({ inside, waiting }) => [inside, waiting])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});
