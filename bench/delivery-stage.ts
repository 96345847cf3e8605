import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, type LocalRedis, ServiceProcess, startRedis, untilReady } from '@luutru/local-services';
import { projectRoot } from '@luutru/platform';
import type { BenchDatabase } from './bench-database';

const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
const pem = (): { privateKey: string; publicKey: string } =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** A program that runs, and where it answers. */
export interface Running {
  readonly process: ServiceProcess;
  readonly origin: URL;
}

/** Stand-in, Redis, and as many workers and APIs as a benchmark wants, each a process of its own. */
export class DeliveryStage {
  readonly masterKeys = secret();
  private readonly indexKeys = secret();
  private readonly ours = pem();
  private readonly its = pem();
  private readonly adminToken = randomBytes(16).toString('hex');
  private readonly sealKey = secret();
  private readonly folder = mkdtempSync(join(tmpdir(), 'luutru-bench-delivery-'));
  private readonly programs: ServiceProcess[] = [];
  private standIn!: Running;
  private redis!: LocalRedis;

  private constructor(private readonly database: BenchDatabase) {}

  static async open(database: BenchDatabase): Promise<DeliveryStage> {
    const stage = new DeliveryStage(database);
    stage.redis = await startRedis({ install: true });
    if (stage.redis.kind === 'none') throw new Error(stage.redis.reason);
    await database.rows('CREATE DATABASE stand_in');
    const url = new URL(database.urlFor('postgres'));
    url.pathname = '/stand_in';
    stage.standIn = await stage.launch('population-mock', {
      POPULATION_MOCK_DATABASE_URL: url.href,
      POPULATION_MOCK_CLIENTS: JSON.stringify({ bench: stage.ours.publicKey }),
      POPULATION_MOCK_PRIVATE_KEY: stage.its.privateKey,
      POPULATION_MOCK_ADMIN_TOKEN: stage.adminToken,
    });
    return stage;
  }

  api(): Promise<Running> {
    return this.launch('api', {
      DATABASE_URL: this.database.urlFor('luutru_app'),
      LUUTRU_MASTER_KEYS: this.masterKeys,
      LUUTRU_INDEX_KEYS: this.indexKeys,
      LUUTRU_RECEIPT_KEY: secret(),
      PUBLIC_URL: 'http://127.0.0.1',
      IDENTITY_ISSUER: 'http://127.0.0.1:1',
      IDENTITY_CLIENT_ID: 'bench',
      IDENTITY_CLIENT_SECRET: 'bench-client-secret',
      RATE_LIMIT_PER_CREDENTIAL: '10000000',
    });
  }

  worker(concurrency: number): Promise<Running> {
    if (this.redis.kind === 'none') throw new Error(this.redis.reason);
    return this.launch('worker', {
      DATABASE_URL: this.database.urlFor('luutru_worker'),
      DATABASE_POOL: '10',
      LUUTRU_MASTER_KEYS: this.masterKeys,
      LUUTRU_SEAL_KEY: this.sealKey,
      AUDIT_HEADS_DIR: this.folder,
      REDIS_URL: this.redis.url,
      POPULATION_URL: this.standIn.origin.href,
      POPULATION_CLIENT_ID: 'bench',
      POPULATION_CLIENT_KEY: this.ours.privateKey,
      POPULATION_SERVER_KEY: this.its.publicKey,
      DELIVERY_CONCURRENCY: String(concurrency),
    });
  }

  async behave(behaviour: object): Promise<void> {
    await this.admin('PUT', '/admin/behaviour', behaviour);
  }

  /** What the stand-in recorded, and how often something was sent to be recorded. */
  async ledger(): Promise<{ events: number; receipts: number }> {
    return ((await this.admin('GET', '/admin/stats')) as { ledger: { events: number; receipts: number } }).ledger;
  }

  /** No relay claims while it is paused; nothing of that is measured. */
  async pause(paused: boolean): Promise<void> {
    await this.database.rows(
      `INSERT INTO delivery_switch VALUES ('population', $1, now(), 'bench', 'bench') ON CONFLICT (topic) DO UPDATE SET paused = $1`,
      [paused],
    );
  }

  async left(): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox WHERE topic = 'population' AND state = 'pending'`,
    );
    return row?.n ?? 0;
  }

  async close(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.stop('SIGTERM', 10_000)));
    if (this.redis.kind === 'redis') await this.redis.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async admin(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(new URL(path, this.standIn.origin), {
      method,
      headers: { 'X-Admin-Token': this.adminToken, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  private async launch(name: string, env: Readonly<Record<string, string>>): Promise<Running> {
    const port = await findFreePort();
    const { PATH = '' } = process.env;
    const program = new ServiceProcess(
      process.execPath,
      [join(projectRoot(), 'dist', 'apps', name, 'src', 'main.js')],
      { cwd: projectRoot(), env: { PATH, LOG_LEVEL: 'warn', PORT: String(port), HEALTH_PORT: String(port), ...env } },
      () => undefined,
    );
    this.programs.push(program);
    const origin = new URL(`http://127.0.0.1:${port}`);
    await untilReady(program, name, 20_000, async () => (await fetch(new URL('/health/ready', origin))).ok);
    return { process: program, origin };
  }
}

/** Resident memory in MB now, or at its most; 0 where /proc does not tell. */
export function rssMb({ process: { pid } }: Running, field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  try {
    const [, kb = '0'] =
      new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  } catch {
    return 0;
  }
}
