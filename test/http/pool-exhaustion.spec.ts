import { Client, type Pool, type PoolClient } from 'pg';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { Admission } from '../../apps/api/src/http/admission';
import { type BuiltFacility, guest } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

const POOL = 6;
const LIMITS = { connectMs: 400, statementMs: 3_000, lockMs: 1_000 };

describe('when no connection to the database is free', () => {
  let api: TestApi;
  let facility: BuiltFacility;
  let key: string;
  beforeAll(async () => {
    api = await createTestApi({ poolSize: POOL, databaseLimits: LIMITS });
    facility = await api.build.facility();
    key = await api.build.apiKey([facility]);
    expect((await api.declare(key, guest())).status).toBe(201);
  });
  afterAll(() => api.close());

  const code = ({ body }: Response): string => (body as { code: string }).code;
  const expectLater = (answer: Response): void => {
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'application/problem+json; charset=utf-8']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  };

  /** Holds every connection of the pool while `work` runs. */
  async function exhausted(work: () => Promise<void>): Promise<void> {
    const pool = (api.app.get(DataSource).driver as unknown as { master: Pool }).master;
    const held: PoolClient[] = [];
    while (held.length < POOL) held.push(await pool.connect());
    try {
      await work();
    } finally {
      held.forEach((client) => client.release());
    }
  }

  it('a request is answered 503 in time, the process is alive and ready, and afterwards all is well', async () => {
    await exhausted(async () => {
      const answers = await Promise.all([
        api.declare(key, guest()),
        api.call('get', '/v1/stays', key),
        api.call('post', '/v1/sign-in').send({ username: 'ai.do', password: 'x' }),
      ]);
      answers.forEach(expectLater);
      expect(answers.map(code)).toEqual(answers.map(() => 'database-unavailable'));
      expect((await api.call('get', '/health/live')).status).toBe(200);
      expect((await api.call('get', '/health/ready')).status).toBe(200);
    });
    expect((await api.declare(key, guest())).status).toBe(201);
  });

  it('a portal client is told so in its own form', async () => {
    await exhausted(async () => {
      const answer = await api.call('post', '/client-service/kbtt-vn/kbtt-3th', key).send([{}]);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([503, '503']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    });
  });

  it('a hundred at once are all answered, and none is stored that was not acknowledged', async () => {
    const before = await stays();
    await exhausted(async () => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => api.declare(key, guest())));
      for (const answer of answers) {
        expect([429, 503]).toContain(answer.status);
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      }
    });
    expect(await stays()).toBe(before);
  });

  it('a statement that waits for a lock gives its connection back', async () => {
    await locked('LOCK TABLE stay IN ACCESS EXCLUSIVE MODE', async () => {
      const answers = await Promise.all(Array.from({ length: POOL }, () => api.declare(key, guest())));
      answers.forEach(expectLater);
      expect((await api.call('get', '/health/ready')).status).toBe(200);
    });
    expect((await api.declare(key, guest())).status).toBe(201);
  });

  it('limits of its own hold for every connection, so that no statement lasts for ever', async () => {
    const rows: unknown = await api.app.get(DataSource).query(
      `SELECT name, setting FROM pg_settings
         WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`,
    );
    expect(rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '3000' },
      { name: 'lock_timeout', setting: '1000' },
      { name: 'statement_timeout', setting: '3000' },
    ]);
    await expect(api.app.get(DataSource).query('SELECT pg_sleep(60)')).rejects.toMatchObject({ code: '57014' });
  });

  it('who has gone away while waiting for a turn costs the database nothing', async () => {
    const url = await api.url();
    const before = await stays();
    await locked('LOCK TABLE stay IN ACCESS EXCLUSIVE MODE', async () => {
      const leaving = Array.from({ length: 60 }, (_, i) => {
        const stop = new AbortController();
        const sent = fetch(`${url}/v1/stays`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${key}`,
            'content-type': 'application/json',
            'idempotency-key': `gone-${i}`,
          },
          body: JSON.stringify(guest()),
          signal: stop.signal,
        }).catch(() => undefined);
        return { stop, sent };
      });
      await waiters(1);
      await waitingAtTheGate((count) => count >= 50);
      leaving.forEach(({ stop }) => stop.abort());
      await Promise.all(leaving.map(({ sent }) => sent));
      // Sooner than by having waited too long.
      const asked = performance.now();
      await waitingAtTheGate((count) => count === 0);
      expect(performance.now() - asked).toBeLessThan(1_500);
    });
    // Those who were at work already may have been stored; the queue behind them was not worked off.
    expect((await api.declare(key, guest())).status).toBe(201);
    expect((await stays()) - before).toBeLessThanOrEqual(POOL + 1);
  });

  const stays = async (): Promise<number> => {
    const [row] = await api.build.rows<{ n: number }>('SELECT count(*)::integer AS n FROM stay');
    return row?.n ?? -1;
  };

  async function waitingAtTheGate(enough: (count: number) => boolean): Promise<void> {
    while (!enough(api.app.get(Admission).state().known.waiting)) await new Promise(setImmediate);
  }

  /** Until so many statements of the API wait for a lock. */
  async function waiters(count: number): Promise<void> {
    const sql = `SELECT count(*)::integer AS n FROM pg_stat_activity
                 WHERE application_name = 'luutru-api' AND wait_event_type = 'Lock' AND datname = current_database()`;
    for (;;) {
      const [row] = await api.build.rows<{ n: number }>(sql);
      if ((row?.n ?? 0) >= count) return;
    }
  }

  async function locked(sql: string, work: () => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: api.database.urlFor('postgres') });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(sql);
      await work();
    } finally {
      await client.end();
    }
  }
});
