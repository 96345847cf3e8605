import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey, MACHINE_PERMISSIONS } from '@luutru/access';
import { findFreePort, ServiceProcess, startRedis, untilReady } from '@luutru/local-services';
import { projectRoot } from '@luutru/platform';
import type { BenchDatabase } from './bench-database';

const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
const CLOCK_TICKS_PER_SECOND = 100;

const KEYS = ['LUUTRU_MASTER_KEYS', 'LUUTRU_INDEX_KEYS', 'LUUTRU_RECEIPT_KEY'] as const;
type Keys = Readonly<Record<(typeof KEYS)[number], string>>;

/** Those that the database knows already, where it stays for later runs. */
function keysOf({ folder }: BenchDatabase): Keys {
  const file = join(folder, 'keys.json');
  if (!existsSync(file)) {
    const made = Object.fromEntries(KEYS.map((name) => [name, secret()]));
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Keys;
}

/** A program of the build in a process of its own. */
export interface Launched {
  readonly origin: URL;
  readonly process: ServiceProcess;
  /** Resident memory in MB; 0 where /proc does not tell. */
  rssMb(): number;
  /** The most it had so far. */
  peakMb(): number;
  /** CPU time used so far, in seconds; 0 where /proc does not tell. */
  cpuSeconds(): number;
}

/** The programs of a benchmark, with one set of keys; all are stopped by {@link close}. */
export class Programs {
  readonly keys: Keys;
  private readonly sealKey = secret();
  private readonly ours = pem();
  private readonly its = pem();
  private readonly adminToken = randomBytes(16).toString('hex');
  private readonly folder = mkdtempSync(join(tmpdir(), 'luutru-bench-programs-'));
  private readonly closing: (() => Promise<void>)[] = [];

  constructor(private readonly database: BenchDatabase) {
    this.keys = keysOf(database);
  }

  /** @param file below dist */
  async launch(
    file: string,
    env: NodeJS.ProcessEnv,
    { port = 'PORT', ready = '/health/ready', nodeArguments = [] as readonly string[] } = {},
  ): Promise<Launched> {
    const number = await findFreePort();
    const { PATH = '' } = process.env;
    const program = new ServiceProcess(
      process.execPath,
      [...nodeArguments, join(projectRoot(), 'dist', file)],
      { cwd: projectRoot(), env: { PATH, ...env, [port]: String(number) } },
      (line) => void process.stderr.write(`${file}: ${line}\n`),
    );
    this.closing.push(() => program.stop('SIGTERM', 10_000));
    const origin = new URL(`http://127.0.0.1:${number}`);
    await untilReady(program, file, 30_000, async () => (await fetch(new URL(ready, origin))).ok);
    return {
      origin,
      process: program,
      rssMb: () => memoryMb(program.pid, 'VmRSS'),
      peakMb: () => memoryMb(program.pid, 'VmHWM'),
      cpuSeconds: () => cpuSeconds(program.pid),
    };
  }

  /** BENCH_PROFILE=folder leaves a CPU profile of the API there. */
  api(env: NodeJS.ProcessEnv = {}): Promise<Launched> {
    const { BENCH_PROFILE } = process.env;
    return this.launch(
      'apps/api/src/main.js',
      {
        PUBLIC_URL: 'http://127.0.0.1',
        DATABASE_URL: this.database.urlFor('luutru_app'),
        AUTHORITY_DATABASE_URL: this.database.urlFor('luutru_authority'),
        ...this.keys,
        IDENTITY_ISSUER: 'http://127.0.0.1:1',
        IDENTITY_CLIENT_ID: 'bench',
        IDENTITY_CLIENT_SECRET: 'bench-client-secret',
        RATE_LIMIT_PER_CREDENTIAL: '10000000',
        LOG_LEVEL: 'warn',
        ...env,
      },
      { nodeArguments: BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${BENCH_PROFILE}`] : [] },
    );
  }

  /** The stand-in of the population database, in a database of its own on the same server. */
  async standIn(): Promise<Launched & { admin(method: string, path: string, body?: object): Promise<unknown> }> {
    await this.database.rows('CREATE DATABASE stand_in');
    const url = new URL(this.database.urlFor('postgres'));
    url.pathname = '/stand_in';
    const launched = await this.launch('apps/population-mock/src/main.js', {
      POPULATION_MOCK_DATABASE_URL: url.href,
      POPULATION_MOCK_CLIENTS: JSON.stringify({ bench: this.ours.publicKey }),
      POPULATION_MOCK_PRIVATE_KEY: this.its.privateKey,
      POPULATION_MOCK_ADMIN_TOKEN: this.adminToken,
    });
    const admin = async (method: string, path: string, body?: object): Promise<unknown> => {
      const answer = await fetch(new URL(path, launched.origin), {
        method,
        headers: { 'X-Admin-Token': this.adminToken, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
      return answer.json();
    };
    return { ...launched, admin };
  }

  async worker(population: URL, redisUrl: string, env: NodeJS.ProcessEnv = {}): Promise<Launched> {
    const heads = join(this.folder, 'heads');
    mkdirSync(heads, { recursive: true });
    return this.launch(
      'apps/worker/src/main.js',
      {
        DATABASE_URL: this.database.urlFor('luutru_worker'),
        REDIS_URL: redisUrl,
        ...this.keys,
        LUUTRU_SEAL_KEY: this.sealKey,
        AUDIT_HEADS_DIR: heads,
        POPULATION_URL: population.origin,
        ...this.populationKeys,
        LOG_LEVEL: 'warn',
        ...env,
      },
      { port: 'HEALTH_PORT', ready: '/health/live' },
    );
  }

  /** As the population database knows us. */
  get populationKeys() {
    return {
      POPULATION_CLIENT_ID: 'bench',
      POPULATION_CLIENT_KEY: this.ours.privateKey,
      POPULATION_SERVER_KEY: this.its.publicKey,
    };
  }

  async redis(): Promise<string> {
    const redis = await startRedis({ install: true });
    if (redis.kind === 'none') throw new Error(`This benchmark needs Redis: ${redis.reason}`);
    this.closing.push(() => redis.stop());
    return redis.url;
  }

  /** A key that may do everything machines may, at these facilities; at all of them unless they are named. */
  async apiKey(facilityIds?: readonly string[]): Promise<string> {
    const key = issueApiKey();
    await this.database.rows(
      `INSERT INTO api_key (api_key_id, secret_hash, label, permissions, created_at) VALUES ($1, $2, 'bench', $3, now())`,
      [key.id, key.secretHash, MACHINE_PERMISSIONS],
    );
    await this.database.rows(
      'INSERT INTO api_key_facility SELECT $1, facility_id FROM facility WHERE $2::uuid[] IS NULL OR facility_id = ANY($2)',
      [key.id, facilityIds ?? null],
    );
    return key.text;
  }

  async close(): Promise<void> {
    for (const close of this.closing.reverse()) await close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function memoryMb(pid: number | undefined, field: string): number {
  const [, kb = '0'] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(procFile(pid, 'status')) ?? [];
  return Math.round(Number(kb) / 1024);
}

/** User and system time, all threads; see proc(5), fields 14 and 15 of stat. */
function cpuSeconds(pid: number | undefined): number {
  const fields = procFile(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / CLOCK_TICKS_PER_SECOND;
}

function procFile(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

const pem = (): { privateKey: string; publicKey: string } =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
