import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, type LocalPostgres, startPostgres } from '@luutru/local-services';
import { prepareDatabase } from '@luutru/platform';
import { Client } from 'pg';
import { loadReferenceData } from '@luutru/reference-data';
import { Builder } from '../support/builders';
import { apiEnvironment, Program } from '../support/programs';
import { startOwnRedis } from '../support/redis';
import type { LedgerEntry } from '../support/test-system';
import { BatchDisk } from './batch-disk';
import { FaultyProxy } from './faulty-proxy';

type Redis = Awaited<ReturnType<typeof startOwnRedis>>;

/** Shorter than in earnest, so that a run of a minute sees leases run out and retries end. */
export const LEASE_MS = 3_000;
const BASE_MANNERS = { dropAfterCommitRate: 0.01, errorRate: 0.01 };
const GOOD_MANNERS = {
  latencyMs: { min: 0, max: 0 },
  errorRate: 0,
  dropAfterCommitRate: 0,
  down: false,
  rateLimitPerSecond: null,
  clockSkewMs: 0,
};

export interface StageOptions {
  /** The worker to run: ours, or one that a judge must find guilty. */
  readonly worker?: 'worker' | `${string}.js`;
}

/** All programs of an installation, each of its own and with bad networks between them. */
export class Stage {
  readonly apis: Program[] = [];
  readonly workers: Program[] = [];
  readonly clients: FaultyProxy;
  readonly databases: FaultyProxy;
  readonly upstream: FaultyProxy;
  importer!: Program;
  standIn!: Program;
  build!: Builder;
  apiUrl = '';
  private redis!: Redis;
  private postgres!: LocalPostgres;
  private disk: BatchDisk | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'luutru-chaos-'));
  private readonly password = randomBytes(12).toString('hex');
  private readonly adminToken = randomBytes(16).toString('hex');

  private constructor(private readonly ports: Readonly<Record<string, number>>) {
    this.clients = new FaultyProxy([ports.api0 ?? 0, ports.api1 ?? 0]);
    this.databases = new FaultyProxy([ports.postgres ?? 0]);
    this.upstream = new FaultyProxy([ports.standIn ?? 0]);
  }

  static async open(options: StageOptions = {}): Promise<Stage> {
    const names = ['postgres', 'redis', 'standIn', 'api0', 'api1', 'worker0', 'worker1', 'importer'];
    const ports: Record<string, number> = {};
    for (const name of names) ports[name] = await findFreePort();
    const stage = new Stage(ports);
    await stage.prepare(options);
    return stage;
  }

  private async prepare({ worker = 'worker' }: StageOptions): Promise<void> {
    chmodSync(this.folder, 0o755);
    await this.startPostgres();
    await prepareDatabase({
      adminUrl: this.postgres.url,
      rolePasswords: { luutru_app: this.password, luutru_worker: this.password, luutru_authority: this.password },
    });
    await this.sql(async (client) => {
      await loadReferenceData(client);
      await client.query('CREATE DATABASE stand_in');
    });
    await this.giveBatchesADisk();
    this.build = new Builder(this.postgres.url);
    this.redis = await startOwnRedis(this.ports.redis);
    const [databasePort, upstreamPort, apiPort] = await Promise.all([
      this.databases.start(),
      this.upstream.start(),
      this.clients.start(),
    ]);
    this.apiUrl = `http://127.0.0.1:${String(apiPort)}`;
    this.makePrograms(worker, databasePort, upstreamPort);
    await this.standIn.start();
    await Promise.all([...this.apis, ...this.workers, this.importer].map((program) => program.start()));
    await this.behave(BASE_MANNERS);
  }

  private makePrograms(worker: NonNullable<StageOptions['worker']>, databasePort: number, upstreamPort: number): void {
    const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
    const [ours, its] = [pem(), pem()];
    const keys = { LUUTRU_MASTER_KEYS: secret(), LUUTRU_INDEX_KEYS: secret() };
    const receiptKey = secret();
    const sealKey = secret();
    const databaseUrl = (role: string): string =>
      `postgres://${role}:${this.password}@127.0.0.1:${String(databasePort)}/postgres`;
    const port = (name: string): string => String(this.ports[name] ?? 0);
    this.standIn = new Program(
      'population-mock',
      {
        PORT: port('standIn'),
        POPULATION_MOCK_DATABASE_URL: this.postgres.urlFor('stand_in'),
        POPULATION_MOCK_CLIENTS: JSON.stringify({ test: ours.publicKey }),
        POPULATION_MOCK_PRIVATE_KEY: its.privateKey,
        POPULATION_MOCK_ADMIN_TOKEN: this.adminToken,
      },
      `http://127.0.0.1:${port('standIn')}/health/ready`,
    );
    for (const name of ['api0', 'api1']) {
      const env = apiEnvironment(this.ports[name] ?? 0, databaseUrl, keys);
      this.apis.push(
        new Program(
          'api',
          { ...env, PUBLIC_URL: 'http://127.0.0.1', LUUTRU_RECEIPT_KEY: receiptKey, LOG_LEVEL: 'error' },
          `http://127.0.0.1:${port(name)}/health/live`,
        ),
      );
    }
    for (const name of ['worker0', 'worker1']) {
      this.workers.push(
        new Program(
          worker,
          {
            HEALTH_PORT: port(name),
            DATABASE_URL: databaseUrl('luutru_worker'),
            REDIS_URL: `redis://127.0.0.1:${port('redis')}`,
            ...keys,
            LUUTRU_SEAL_KEY: sealKey,
            AUDIT_HEADS_DIR: this.folder,
            POPULATION_URL: `http://127.0.0.1:${String(upstreamPort)}`,
            POPULATION_CLIENT_ID: 'test',
            POPULATION_CLIENT_KEY: ours.privateKey,
            POPULATION_SERVER_KEY: its.publicKey,
            POPULATION_TIMEOUT_MS: '1000',
            OUTBOX_LEASE_MS: String(LEASE_MS),
            OUTBOX_POLL_MS: '20',
            RETRY_FIRST_MS: '50',
            RETRY_MAX_MS: '1000',
            RETRY_ATTEMPTS: '1000',
            BREAKER_OPEN_MS: '200',
            LOG_LEVEL: 'error',
          },
          `http://127.0.0.1:${port(name)}/health/live`,
        ),
      );
    }
    this.importer = new Program(
      'importer',
      {
        HEALTH_PORT: port('importer'),
        PUBLIC_URL: 'http://127.0.0.1',
        DATABASE_URL: databaseUrl('luutru_app'),
        ...keys,
        LUUTRU_RECEIPT_KEY: receiptKey,
        LOG_LEVEL: 'error',
      },
      `http://127.0.0.1:${port('importer')}/health/live`,
    );
  }

  private async startPostgres(): Promise<void> {
    this.postgres = await startPostgres({
      dataDir: join(this.folder, 'postgres'),
      port: this.ports.postgres ?? 0,
      durable: true,
      password: this.password,
      maxConnections: 200,
    });
  }

  private async giveBatchesADisk(): Promise<void> {
    const disk = BatchDisk.mount(join(this.folder, 'batches'), this.postgres.dataDir);
    if (!disk) return;
    this.disk = disk;
    await this.sql(async (client) => {
      await client.query(`CREATE TABLESPACE batches LOCATION '${disk.location}'`);
      await client.query('ALTER TABLE batch_chunk SET TABLESPACE batches');
    });
  }

  get canFillDisk(): boolean {
    return this.disk !== null;
  }

  /** No room for files of declarations; whoever sends one then must not be told that it was taken. */
  async fillBatchDisk(lasts: number): Promise<void> {
    this.disk?.fill();
    await pause(lasts);
    this.disk?.empty();
  }

  /** Immediate mode, as in a power cut: what was committed must still be there after the recovery. */
  async crashPostgres(lasts: number): Promise<void> {
    this.postgres.kill();
    await this.postgres.exited;
    await pause(lasts);
    await this.startPostgres();
  }

  async killRedis(lasts: number): Promise<void> {
    await this.redis.kill();
    await pause(lasts);
    this.redis = await startOwnRedis(this.ports.redis);
  }

  /** Empties Redis under those who use it. */
  async flushRedis(): Promise<void> {
    await new Promise<void>((resolve) => {
      const socket = connect(this.ports.redis ?? 0, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
      socket.once('data', () => socket.destroy());
      socket.once('error', () => socket.destroy());
      socket.once('close', () => resolve());
    });
  }

  /** How the stand-in behaves for a while; afterwards as badly as it does all the time. */
  async misbehave(manners: object, lasts: number): Promise<void> {
    await this.behave(manners);
    await pause(lasts);
    await this.behave({ ...GOOD_MANNERS, ...BASE_MANNERS });
  }

  async restartStandIn(lasts: number): Promise<void> {
    await restart(this.standIn, lasts);
    await this.behave(BASE_MANNERS);
  }

  /** Everything runs and the networks are good. */
  async calm(): Promise<void> {
    for (const proxy of [this.clients, this.databases, this.upstream]) proxy.set('through');
    await this.behave(GOOD_MANNERS);
  }

  private async behave(behaviour: object): Promise<void> {
    await this.admin('PUT', '/admin/behaviour', behaviour).catch(() => undefined);
  }

  async ledger(): Promise<LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for (let after = 0; ;) {
      const page = (await this.admin('GET', `/admin/ledger?after=${String(after)}&content=true`)) as {
        entries: LedgerEntry[];
        next: number;
      };
      if (page.entries.length === 0) return entries;
      entries.push(...page.entries);
      after = page.next;
    }
  }

  private async admin(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${String(this.ports.standIn ?? 0)}${path}`, {
      method,
      headers: { 'X-Admin-Token': this.adminToken, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)}`);
    return answer.json();
  }

  private async sql(work: (client: Client) => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: this.postgres.url });
    await client.connect();
    await work(client).finally(() => client.end());
  }

  async close(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers, this.importer].map((program) => program.stop()));
    await this.standIn.stop();
    await Promise.all([this.clients.stop(), this.databases.stop(), this.upstream.stop()]);
    await this.redis.stop();
    await this.postgres.stop();
    this.disk?.unmount();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Ends a program by force and starts another, as often as that takes: it may find its database away. */
export async function restart(program: Program | undefined, after: number): Promise<void> {
  await program?.kill();
  await pause(after);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await program?.start();
    } catch (error) {
      if (attempt >= 10) throw error;
      await pause(300);
    }
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const pem = (): { privateKey: string; publicKey: string } =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
