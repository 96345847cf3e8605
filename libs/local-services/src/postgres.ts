import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { findFreePort } from './free-port';
import { postgresBinaries, postgresUser, reachable, type RunAs } from './postgres-binaries';
import { ServiceProcess, untilReady } from './service-process';

export interface PostgresOptions {
  /** Kept from start to start. */
  readonly dataDir: string;
  readonly port?: number;
  /** False trades safety after a power cut for speed: tests only. */
  readonly durable: boolean;
  /** Of the superuser `postgres`; set when the data folder is made. */
  readonly password: string;
  readonly maxConnections?: number;
  readonly log?: (line: string) => void;
}

export interface LocalPostgres {
  readonly port: number;
  readonly pid: number | undefined;
  /** Connection URL of a database, as the superuser or as a role. */
  urlFor(database: string, user?: string, password?: string): string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

/** Starts a PostgreSQL server of our own on 127.0.0.1, making its data folder on the first start. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const runAs = postgresUser();
  const bin = postgresBinaries(runAs);
  const { dataDir, password } = options;
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(bin, dataDir, password, runAs);
  assertSameMajor(bin, dataDir, runAs);
  await stopLeftover(dataDir);
  const port = await findFreePort(options.port);
  const service = new ServiceProcess(
    join(bin, 'postgres'),
    ['-D', dataDir, '-p', String(port), ...settings(options)],
    { ...runAs, cwd: dataDir, env: { ...process.env, LC_ALL: 'C' } },
    options.log ?? (() => undefined),
  );
  const urlFor = (database: string, user = 'postgres', secret = password): string =>
    `postgres://${user}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`;
  await untilReady(service, 'PostgreSQL', START_LIMIT_MS, () => answers(urlFor('postgres')));
  return { port, pid: service.pid, urlFor, stop: () => service.stop('SIGINT', STOP_LIMIT_MS) };
}

function initialise(bin: string, dataDir: string, password: string, runAs: RunAs | null): void {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  if (runAs) {
    chownSync(dataDir, runAs.uid, runAs.gid);
    if (!reachable(dataDir, runAs)) {
      throw new Error(
        `PostgreSQL cannot run as root, and its user may not enter ${dataDir}: open the folders above it (chmod o+x) ` +
          'or choose another place with LUUTRU_STATE_DIR',
      );
    }
  }
  chmodSync(dataDir, 0o700);
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
  const flags = ['-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(bin, 'initdb'), ['-D', dataDir, `--pwfile=${passwordFile}`, ...flags], {
    ...runAs,
    cwd: dataDir,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder:\n${made.error?.message ?? made.stderr}`);
  }
}

function assertSameMajor(bin: string, dataDir: string, runAs: RunAs | null): void {
  const data = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { ...runAs, cwd: '/', encoding: 'utf8' });
  const [, program] = / (\d+)/.exec(stdout) ?? [];
  if (program !== data) {
    throw new Error(`${dataDir} was made by PostgreSQL ${data}, but this is ${program}: start over with --fresh, or move the data`);
  }
}

/** A server whose starter was killed may still run on our folder: it is ours, so it is stopped. */
async function stopLeftover(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isServerOf(pid, dataDir)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < STOP_LIMIT_MS && isServerOf(pid, dataDir); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isServerOf(pid: number, dataDir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir);
  } catch {
    return false;
  }
}

function settings({ durable, maxConnections = 200 }: PostgresOptions): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: maxConnections,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // Statements carry personal data as parameters: none is ever written to the server's log.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}
