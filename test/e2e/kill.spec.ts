import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, localDate } from '@luutru/calendar';
import { findFreePort } from '@luutru/local-services';
import { Builder, guest } from '../support/builders';
import { createBlankDatabase, createTestDatabase, type TestDatabase } from '../support/database';
import { apiEnvironment, Program } from '../support/programs';
import { startOwnRedis } from '../support/redis';
import type { LedgerEntry } from '../support/test-system';

const DECLARATIONS = 2_000;
const CLIENTS = 8;
/** Every so many stays also get a second and a third event, so that order has something to go wrong with. */
const CHANGED = 10;
const ADMIN_TOKEN = randomBytes(16).toString('hex');

describe('kill -9 of worker, Redis and stand-in while declarations come in', () => {
  let database: TestDatabase;
  let theirs: TestDatabase;
  let build: Builder;
  let api: Program;
  let worker: Program;
  let standIn: Program;
  let redis: Awaited<ReturnType<typeof startOwnRedis>>;
  let ports: { api: number; worker: number; standIn: number; redis: number };
  let key: string;
  let headsFolder: string;

  beforeAll(async () => {
    [database, theirs] = [await createTestDatabase(), await createBlankDatabase()];
    build = new Builder(database.urlFor('postgres'));
    ports = {
      api: await findFreePort(),
      worker: await findFreePort(),
      standIn: await findFreePort(),
      redis: await findFreePort(),
    };
    redis = await startOwnRedis(ports.redis);
    headsFolder = await mkdtemp(join(tmpdir(), 'luutru-heads-'));
    const [ours, its] = [pem(), pem()];
    const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
    const keys = { LUUTRU_MASTER_KEYS: secret(), LUUTRU_INDEX_KEYS: secret() };
    standIn = new Program(
      'population-mock',
      {
        PORT: String(ports.standIn),
        POPULATION_MOCK_DATABASE_URL: theirs.urlFor('postgres'),
        POPULATION_MOCK_CLIENTS: JSON.stringify({ test: ours.publicKey }),
        POPULATION_MOCK_PRIVATE_KEY: its.privateKey,
        POPULATION_MOCK_ADMIN_TOKEN: ADMIN_TOKEN,
      },
      `http://127.0.0.1:${ports.standIn}/health/ready`,
    );
    api = new Program(
      'api',
      { ...apiEnvironment(ports.api, database.urlFor, keys), LOG_LEVEL: 'warn' },
      `http://127.0.0.1:${ports.api}/health/ready`,
    );
    worker = new Program(
      'worker',
      {
        HEALTH_PORT: String(ports.worker),
        DATABASE_URL: database.urlFor('luutru_worker'),
        REDIS_URL: `redis://127.0.0.1:${ports.redis}`,
        ...keys,
        LUUTRU_SEAL_KEY: secret(),
        AUDIT_HEADS_DIR: headsFolder,
        POPULATION_URL: `http://127.0.0.1:${ports.standIn}`,
        POPULATION_CLIENT_ID: 'test',
        POPULATION_CLIENT_KEY: ours.privateKey,
        POPULATION_SERVER_KEY: its.publicKey,
        POPULATION_TIMEOUT_MS: '1000',
        OUTBOX_LEASE_MS: '3000',
        OUTBOX_POLL_MS: '20',
        RETRY_FIRST_MS: '50',
        RETRY_MAX_MS: '500',
        RETRY_ATTEMPTS: '50',
        BREAKER_OPEN_MS: '200',
      },
      `http://127.0.0.1:${ports.worker}/health/live`,
    );
    await standIn.start();
    await Promise.all([api.start(), worker.start()]);
    await behave({ dropAfterCommitRate: 0.02, errorRate: 0.02 });
    key = await build.apiKey([await build.facility()]);
  });

  afterAll(async () => {
    await Promise.all([api.stop(), worker.stop()]);
    await standIn.stop();
    await redis.stop();
    await database.drop();
    await theirs.drop();
    await rm(headsFolder, { recursive: true });
  });

  it('delivers every acknowledged stay once and in order', async () => {
    const acknowledged = new Map<string, { facilityId: string; events: number }>();
    let sent = 0;
    const client = async (): Promise<void> => {
      while (sent < DECLARATIONS) {
        sent += 1;
        const answer = await declare();
        acknowledged.set(answer.stayId, { facilityId: answer.facilityId, events: 1 });
        if (acknowledged.size % CHANGED === 0) {
          await change(answer.stayId);
          acknowledged.set(answer.stayId, { facilityId: answer.facilityId, events: 3 });
        }
      }
    };
    const reached = async (count: number): Promise<void> => {
      while (acknowledged.size < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const killer = async (): Promise<void> => {
      await reached(300);
      await worker.kill();
      await reached(600);
      await worker.start();
      await reached(800);
      await redis.kill();
      await reached(1_000);
      redis = await startOwnRedis(ports.redis);
      await reached(1_300);
      await standIn.kill();
      await reached(1_500);
      await standIn.start();
      await behave({ dropAfterCommitRate: 0.02, errorRate: 0.02 });
      await reached(1_700);
      await worker.kill();
      await worker.start();
    };
    await Promise.all([killer(), ...Array.from({ length: CLIENTS }, client)]);
    expect(acknowledged.size).toBe(DECLARATIONS);
    await drained();

    const ledger = await readLedger();
    const held = new Map<string, number[]>();
    for (const entry of ledger) held.set(entry.stayId, [...(held.get(entry.stayId) ?? []), entry.sequence]);
    const wrong = [...acknowledged].filter(([stayId, { events }]) => {
      const expected = Array.from({ length: events }, (_, index) => index + 1);
      return JSON.stringify(held.get(stayId)) !== JSON.stringify(expected);
    });
    expect(wrong).toEqual([]);
    expect(held.size).toBe(DECLARATIONS);
    expect(new Set(ledger.map((entry) => entry.eventId)).size).toBe(ledger.length);
    // The faults were real: some events were sent or looked up again, and no stay is left behind.
    const [claims] = await build.rows<{ again: number }>(
      'SELECT count(*)::int AS again FROM outbox WHERE claim_number > 1',
    );
    expect(claims?.again).toBeGreaterThan(20);
    const states = await build.rows<{ status: string; n: number }>(
      'SELECT delivery_status AS status, count(*)::int AS n FROM stay GROUP BY 1',
    );
    expect(states).toEqual([{ status: 'not_found', n: DECLARATIONS }]);
  }, 240_000);

  async function declare(): Promise<{ stayId: string; facilityId: string }> {
    const tomorrow = `${addDays(localDate(new Date()), 1)}T12:00`;
    const answer = await fetch(`http://127.0.0.1:${ports.api}/v1/stays`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomBytes(8).toString('hex'),
      },
      body: JSON.stringify({ ...guest(), arrivedAt: undefined, expectedDepartureAt: tomorrow }),
    });
    if (answer.status !== 201) throw new Error(`The declaration was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { stayId: string; facilityId: string };
  }

  /** Two further versions of a stay, each with its event. */
  async function change(stayId: string): Promise<void> {
    await act(stayId, 'correct', { version: 1, changes: { note: 'Đổi phòng', place: { room: '305' } } });
    await act(stayId, 'check-out', { version: 2 });
  }

  async function act(stayId: string, action: string, body: object): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${ports.api}/v1/stays/${stayId}/${action}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${action} was answered ${answer.status}: ${await answer.text()}`);
  }

  async function drained(): Promise<void> {
    for (const end = Date.now() + 90_000; ;) {
      const [row] = await build.rows<{ left: number }>(
        `SELECT count(*)::int AS left FROM outbox WHERE state <> 'done'`,
      );
      if (row?.left === 0) return;
      if (Date.now() > end) {
        const stuck = await build.rows(
          `SELECT state, last_error, claim_number, failed_attempts FROM outbox WHERE state <> 'done' LIMIT 5`,
        );
        throw new Error(
          `${row?.left} events are not delivered: ${JSON.stringify(stuck)}\n${worker.lines.slice(-5).join('\n')}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function readLedger(): Promise<LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for (let after = 0; ;) {
      const page = (await admin('GET', `/admin/ledger?after=${after}`)) as { entries: LedgerEntry[]; next: number };
      if (page.entries.length === 0) return entries;
      entries.push(...page.entries);
      after = page.next;
    }
  }

  const behave = (behaviour: object): Promise<unknown> => admin('PUT', '/admin/behaviour', behaviour);

  async function admin(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${ports.standIn}${path}`, {
      method,
      headers: { 'X-Admin-Token': ADMIN_TOKEN, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer.json();
  }
});

const pem = (): { privateKey: string; publicKey: string } =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
