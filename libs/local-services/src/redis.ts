import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { findFreePort } from './free-port';
import { ServiceProcess, untilReady } from './service-process';

export type LocalRedis =
  | {
      readonly kind: 'redis';
      readonly url: string;
      /** Undefined when it is not ours (REDIS_URL): then stop and kill do nothing. */
      readonly pid: number | undefined;
      /** Settles when the server has ended, for whatever reason. */
      readonly exited: Promise<void>;
      readonly lastLines: string;
      stop(): Promise<void>;
      /** Ends it as a crash would, and waits until it is gone. */
      kill(): Promise<void>;
    }
  | {
      readonly kind: 'none';
      /** Why there is none and how to get one. */
      readonly reason: string;
      stop(): Promise<void>;
    };

export interface RedisOptions {
  /** Taken if it is free, else any other. */
  readonly port?: number;
  /** May install Debian's package when there is no server and we are root. */
  readonly install: boolean;
  readonly log?: (line: string) => void;
}

const PROGRAMS = ['redis-server', 'valkey-server'];
const INSTALL_LIMIT_MS = 120_000;
const START_LIMIT_MS = 10_000;

const nothing = async (): Promise<void> => undefined;
const none = (reason: string): LocalRedis => ({ kind: 'none', reason, stop: nothing });

/**
 * Redis by the first of: REDIS_URL, a server program on PATH, Debian's package when we are root. It keeps nothing on
 * disk, because nothing in it needs to survive (ADR 0003).
 */
export async function startRedis(options: RedisOptions): Promise<LocalRedis> {
  const given = process.env.REDIS_URL;
  if (given) return external(given);
  const program = findProgram() ?? (options.install ? install(options.log) : null);
  if (!program) {
    return none('no REDIS_URL, no redis-server on PATH, and it could not be installed (apt-get install redis-server)');
  }
  const port = await findFreePort(options.port);
  const kept = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const service = new ServiceProcess(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', ...kept],
    { cwd: '/' },
    options.log ?? (() => undefined),
  );
  try {
    await untilReady(service, 'Redis', START_LIMIT_MS, () => ping(port));
  } catch (error) {
    return none((error as Error).message);
  }
  return {
    kind: 'redis',
    url: `redis://127.0.0.1:${port}`,
    pid: service.pid,
    exited: service.exited,
    get lastLines() {
      return service.lastLines;
    },
    stop: () => service.stop('SIGTERM', 5_000),
    kill: () => service.stop('SIGKILL', 0),
  };
}

const external = (url: string): LocalRedis => ({
  kind: 'redis',
  url,
  pid: undefined,
  exited: new Promise(() => undefined),
  lastLines: '',
  stop: nothing,
  kill: nothing,
});

function findProgram(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const program of PROGRAMS) {
      const path = join(folder, program);
      if (folder && existsSync(path)) return path;
    }
  }
  return null;
}

function install(log: RedisOptions['log']): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  log?.('installing redis-server with apt-get');
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      timeout: INSTALL_LIMIT_MS,
      stdio: 'ignore',
      // RUNLEVEL=1 keeps the package from starting a system service of its own.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    }).status === 0;
  const get = (): boolean => apt('install', '-y', '--no-install-recommends', 'redis-server');
  if (!get() && apt('update')) get();
  return findProgram();
}

function ping(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(500, () => socket.destroy());
    socket.once('data', (answer) => {
      resolve(answer.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
