import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { findFreePort } from './free-port';
import { postgresBinaries, postgresUser } from './postgres-binaries';
import { prepareDataFolder, SERVER_ENVIRONMENT, stopLeftover } from './postgres-data-folder';
import { ServiceProcess, untilReady } from './service-process';

export interface PostgresOptions {
  /** Kept from start to start; used by one starter at a time. */
  readonly dataDir: string;
  /** Taken if it is free, else any other. */
  readonly port?: number;
  /** False trades safety after a power cut for speed: tests only. */
  readonly durable: boolean;
  /** Of the superuser `postgres`; set when the data folder is made. */
  readonly password: string;
  readonly maxConnections?: number;
  readonly log?: (line: string) => void;
}

export interface LocalPostgres {
  /** As the superuser, to the database `postgres`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number | undefined;
  /** Settles when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
  readonly lastLines: string;
  /** Connection URL of a database, as the superuser or as a role. */
  urlFor(database: string, user?: string, password?: string): string;
  /** Closes connections, writes everything down and ends. */
  stop(): Promise<void>;
  /** Ends at once, as in a crash; the next start recovers. Waits for nothing. */
  kill(): void;
}

const HOST = '127.0.0.1';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

/**
 * Starts a PostgreSQL server of our own on 127.0.0.1, making its data folder on the first start. Throws an Error that
 * says what to do when the folder cannot be used, was made by another major version or with another password.
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const { password } = options;
  const dataDir = resolve(options.dataDir);
  const runAs = postgresUser(dataDir);
  const bin = postgresBinaries(runAs);
  prepareDataFolder({ ...options, dataDir }, bin, runAs);
  await stopLeftover(dataDir);
  const port = await findFreePort(options.port);
  const service = new ServiceProcess(
    join(bin, 'postgres'),
    ['-D', dataDir, '-p', String(port), ...settings(options)],
    { ...runAs, cwd: dataDir, env: SERVER_ENVIRONMENT },
    options.log ?? (() => undefined),
    { signal: 'SIGINT', graceSeconds: STOP_LIMIT_MS / 1_000 },
  );
  const urlFor = (database: string, user = 'postgres', secret = password): string =>
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(secret)}@${HOST}:${port}/${encodeURIComponent(database)}`;
  const url = urlFor('postgres');
  let refused = false;
  await untilReady(service, 'PostgreSQL', START_LIMIT_MS, async () => {
    const answer = await ask(url);
    refused = answer === 'refused';
    return answer !== 'silent';
  });
  if (refused) {
    await service.stop('SIGINT', STOP_LIMIT_MS);
    throw new Error(`${dataDir} was made with another password: give that one, or start over with --fresh`);
  }
  return {
    url,
    host: HOST,
    port,
    dataDir,
    pid: service.pid,
    exited: service.exited,
    get lastLines() {
      return service.lastLines;
    },
    urlFor,
    stop: () => service.stop('SIGINT', STOP_LIMIT_MS),
    kill: () => service.signal('SIGQUIT'),
  };
}

function settings({ durable, maxConnections = 200 }: PostgresOptions): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: HOST,
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

async function ask(url: string): Promise<'ready' | 'refused' | 'silent'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return 'ready';
  } catch (error) {
    const wrongPassword = (error as { code?: string }).code === '28P01';
    return wrongPassword ? 'refused' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}
