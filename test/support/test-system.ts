import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DeliveryOptions } from '@luutru/delivery';
import type { NationalIdentityOptions } from '@luutru/national-identity';
import {
  createLogger,
  type KeySet,
  type Logger,
  type QueueConnection,
  type SigningKey,
  signingKey,
} from '@luutru/platform';
import type { MailOptions } from '@luutru/report-subscription';
import { createApi } from '../../apps/api/src/create-api';
import { createPopulationMock, type PopulationMock } from '../../apps/population-mock/src/population-mock';
import type { WorkerOptions } from '../../apps/worker/src/worker.module';
import { createWorker } from '../../apps/worker/src/create-worker';
import { Builder } from './builders';
import { asSuperuser, createBlankDatabase, createTestDatabase, type TestDatabase } from './database';
import { randomKeySet, randomReceiptKey } from './keys';
import { testRedisUrl } from './redis';
import { NO_IDENTITY_PROVIDER } from './test-api';

/** One entry of the stand-in's ledger. */
export interface LedgerEntry {
  readonly position: number;
  readonly eventId: string;
  readonly facilityId: string;
  readonly stayId: string;
  readonly sequence: number;
  readonly type: string;
  readonly receivedCount: number;
  readonly content?: {
    readonly person: { readonly fullName: string; readonly documentNumber: string | null };
    readonly stay: object;
  };
}

const pem = (): { privateKey: string; publicKey: string } =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

export const CLIENT_ID = 'luutru-test';

/** The stand-in on a database of its own, with the levers of its admin interface. */
export class StandIn {
  private constructor(
    private readonly mock: PopulationMock,
    private readonly database: TestDatabase,
    readonly adminToken: string,
    readonly clientKey: string,
    readonly serverKey: string,
  ) {}

  static async start(): Promise<StandIn> {
    const [client, server] = [pem(), pem()];
    const adminToken = randomBytes(16).toString('hex');
    const database = await createBlankDatabase();
    const mock = await createPopulationMock({
      databaseUrl: database.urlFor('postgres'),
      clients: { [CLIENT_ID]: client.publicKey },
      privateKey: server.privateKey,
      adminToken,
    });
    return new StandIn(mock, database, adminToken, client.privateKey, server.publicKey);
  }

  get url(): string {
    return this.mock.url;
  }

  async knows(people: readonly object[]): Promise<void> {
    await this.admin('PUT', '/admin/people', people);
  }

  async behave(behaviour: object): Promise<void> {
    await this.admin('PUT', '/admin/behaviour', behaviour);
  }

  async ledger(content = false): Promise<LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for (let after = 0; ;) {
      const page = (await this.admin('GET', `/admin/ledger?after=${after}&content=${content}`)) as {
        entries: LedgerEntry[];
        next: number;
      };
      if (page.entries.length === 0) return entries;
      entries.push(...page.entries);
      after = page.next;
    }
  }

  /** Changes its books behind its back. */
  async tamper(sql: string, values: readonly unknown[]): Promise<number> {
    return asSuperuser(this.database.urlFor('postgres'), async (client) => {
      return (await client.query(sql, [...values])).rowCount ?? 0;
    });
  }

  async close(): Promise<void> {
    await this.mock.close();
    await this.database.drop();
  }

  private async admin(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'X-Admin-Token': this.adminToken, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

/** Everything: API, worker, Redis and the stand-in, on real clocks with short timings. */
export interface TestSystem {
  readonly api: NestFastifyApplication;
  readonly apiUrl: string;
  readonly database: TestDatabase;
  readonly build: Builder;
  readonly standIn: StandIn;
  readonly masterKeys: KeySet;
  readonly indexKeys: KeySet;
  readonly receiptKey: SigningKey;
  /** The heads of the audit seals. */
  readonly headsFolder: string;
  readonly worker: NestFastifyApplication;
  post(
    path: string,
    apiKey: string,
    body: object,
    idempotencyKey?: string,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  get(path: string, apiKey: string): Promise<Record<string, unknown>>;
  /** Polls a stay until its delivery status is one of those wanted. */
  settled(stayId: string, apiKey: string, wanted: readonly string[]): Promise<Record<string, unknown>>;
  startWorker(): Promise<NestFastifyApplication>;
  close(): Promise<void>;
}

export const QUICK_DELIVERY: DeliveryOptions = {
  leaseMs: 2_000,
  pollMs: 20,
  concurrency: 16,
  retry: { firstDelayMs: 50, maxDelayMs: 500, maxAttempts: 5 },
  breaker: { failureThreshold: 8, openMs: 200 },
  random: Math.random,
};

export async function createTestSystem(
  options: {
    logger?: Logger;
    delivery?: Partial<DeliveryOptions>;
    /** How long the population database may take to answer before it is asked again. */
    populationTimeoutMs?: number;
    queue?: QueueConnection;
    nationalIdentity?: NationalIdentityOptions;
    /** Of the API, where others have to know it beforehand. */
    port?: number;
    /** Forwards to it as well. */
    portal?: WorkerOptions['portal'];
    /** Reports that people subscribed to leave by it, to its domains. */
    mail?: MailOptions;
    /** Where webhooks and reports may go besides the public Internet. */
    webhook?: WorkerOptions['webhook'];
  } = {},
): Promise<TestSystem> {
  const logger = options.logger ?? createLogger('test', 'silent');
  const clock = { now: () => new Date() };
  const [masterKeys, indexKeys] = [randomKeySet(), randomKeySet()];
  const receiptKey = randomReceiptKey();
  const database = await createTestDatabase();
  const standIn = await StandIn.start();
  const api = await createApi({
    databaseUrl: database.urlFor('luutru_app'),
    authorityDatabaseUrl: database.urlFor('luutru_authority'),
    poolSize: 10,
    publicUrl: 'http://127.0.0.1',
    nationalIdentity: options.nationalIdentity ?? NO_IDENTITY_PROVIDER,
    receiptKey,
    masterKeys,
    indexKeys,
    ...(options.portal && { kbttForwarding: true }),
    ...(options.mail && { reportDomains: options.mail.domains }),
    ...(options.webhook && { webhook: options.webhook }),
    clock,
    logger,
  });
  await api.listen(options.port ?? 0, '127.0.0.1');
  const apiUrl = await api.getUrl();
  const queue: QueueConnection = options.queue ?? {
    kind: 'redis',
    url: testRedisUrl(),
    prefix: `t${randomBytes(4).toString('hex')}`,
  };
  const sealKey = signingKey('seal', 1, randomBytes(32));
  const headsFolder = await mkdtemp(join(tmpdir(), 'luutru-heads-'));
  const startWorker = async (): Promise<NestFastifyApplication> => {
    const worker = await createWorker({
      databaseUrl: database.urlFor('luutru_worker'),
      poolSize: 10,
      masterKeys,
      queue,
      delivery: { ...QUICK_DELIVERY, ...options.delivery },
      population: {
        baseUrl: standIn.url,
        clientId: CLIENT_ID,
        privateKey: standIn.clientKey,
        serverPublicKey: standIn.serverKey,
        timeoutMs: options.populationTimeoutMs ?? 1_000,
        maxConnections: 32,
      },
      ...(options.portal && { portal: options.portal }),
      ...(options.mail && { mail: options.mail }),
      ...(options.webhook && { webhook: options.webhook }),
      screening: { pollMs: 20, rescreenDays: 30 },
      audit: { sealKey, headsFolders: [headsFolder] },
      clock,
      logger,
    });
    await worker.listen(0, '127.0.0.1');
    return worker;
  };
  const worker = await startWorker();
  /** As clients do: what is put off by a busy server is sent again, under the same key. */
  const send = async (
    method: string,
    path: string,
    apiKey: string,
    body?: object,
    key?: string,
    attempts = 4,
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${apiKey}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      body: body && JSON.stringify(body),
    });
    const pause = answer.status === 503 ? Number(answer.headers.get('retry-after') ?? NaN) : NaN;
    if (attempts > 1 && Number.isFinite(pause)) {
      await answer.arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, pause * 1_000));
      return send(method, path, apiKey, body, key, attempts - 1);
    }
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const system: TestSystem = {
    api,
    apiUrl,
    database,
    build: new Builder(database.urlFor('postgres')),
    standIn,
    masterKeys,
    indexKeys,
    receiptKey,
    headsFolder,
    worker,
    startWorker,
    post: (path, apiKey, body, key = randomBytes(8).toString('hex')) => send('POST', path, apiKey, body, key),
    get: async (path, apiKey) => (await send('GET', path, apiKey)).body,
    settled: async (stayId, apiKey, wanted) => {
      for (const end = Date.now() + 20_000; ;) {
        const stay = await system.get(`/v1/stays/${stayId}`, apiKey);
        if (wanted.includes(String(stay.status))) return stay;
        if (Date.now() > end) throw new Error(`The stay is still ${String(stay.status)}, not ${wanted.join(' or ')}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    close: async () => {
      await worker.close();
      await api.close();
      await standIn.close();
      await database.drop();
      await rm(headsFolder, { recursive: true });
    },
  };
  return system;
}
