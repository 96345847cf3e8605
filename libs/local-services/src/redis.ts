import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { findFreePort } from './free-port';
import { ServiceProcess, untilReady } from './service-process';

export type LocalRedis =
  | { readonly kind: 'redis'; readonly url: string; readonly pid: number | undefined; stop(): Promise<void>; kill(): Promise<void> }
  | { readonly kind: 'none'; readonly reason: string };

export interface RedisOptions {
  readonly port?: number;
  /** May install Debian's package when there is no server and we are root. */
  readonly install: boolean;
  readonly log?: (line: string) => void;
}

const PROGRAMS = ['redis-server', 'valkey-server'];
const INSTALL_LIMIT_MS = 120_000;

/**
 * Redis by the first of: REDIS_URL, a server program on PATH, Debian's package when we are root. It keeps nothing on
 * disk, because nothing in it needs to survive (ADR 0003).
 */
export async function startRedis(options: RedisOptions): Promise<LocalRedis> {
  const given = process.env.REDIS_URL;
  if (given) return { kind: 'redis', url: given, pid: undefined, stop: async () => undefined, kill: async () => undefined };
  const program = findProgram() ?? (options.install ? install(options.log) : null);
  if (!program) {
    return { kind: 'none', reason: 'no REDIS_URL, no redis-server on PATH, and it could not be installed (apt-get install redis-server)' };
  }
  const port = await findFreePort(options.port);
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const service = new ServiceProcess(program, flags, { cwd: '/' }, options.log ?? (() => undefined));
  await untilReady(service, 'Redis', 10_000, () => ping(port));
  return {
    kind: 'redis',
    url: `redis://127.0.0.1:${port}`,
    pid: service.pid,
    stop: () => service.stop('SIGTERM', 5_000),
    kill: () => service.stop('SIGKILL', 0),
  };
}

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
