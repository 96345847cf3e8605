import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import {
  findFreePort,
  isAlive,
  type LocalPostgres,
  ServiceProcess,
  startPostgres,
  startRedis,
} from '@luutru/local-services';
import { asSuperuser } from '../support/database';
import { startOwnRedis, testRedisUrl } from '../support/redis';

const PASSWORD = 'mật khẩu/thử?';

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise(setImmediate);
}

describe('startPostgres', () => {
  let folder: string;
  let dataDir: string;
  const running: LocalPostgres[] = [];

  const start = async (password = PASSWORD): Promise<LocalPostgres> => {
    const postgres = await startPostgres({ dataDir, durable: true, password, maxConnections: 10 });
    running.push(postgres);
    return postgres;
  };
  const ask = (postgres: LocalPostgres, sql: string): Promise<Record<string, unknown> | undefined> =>
    asSuperuser(postgres.url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows[0]);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), `luutru-jest-${process.pid}-`));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'postgres');
  });
  afterEach(async () => {
    for (const postgres of running.splice(0)) await postgres.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps its data from start to start', async () => {
    const first = await start();
    await ask(first, `CREATE TABLE kept AS SELECT 'Nguyễn'::text AS name`);
    await first.stop();
    const second = await start();
    expect(await ask(second, 'SELECT name FROM kept')).toEqual({ name: 'Nguyễn' });
  });

  it('speaks UTF-8 and UTC, sorts by code point and listens on this machine only', async () => {
    const postgres = await start();
    const sql = `SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
      current_setting('listen_addresses') AS addresses, datcollate FROM pg_database WHERE datname = 'postgres'`;
    expect(await ask(postgres, sql)).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      addresses: '127.0.0.1',
      datcollate: 'C',
    });
  });

  it('recovers after a crash, though the number of the dead server now belongs to another process', async () => {
    const first = await start();
    await ask(first, 'CREATE TABLE before_crash (id int)');
    first.kill();
    await first.exited;
    const pidFile = join(dataDir, 'postmaster.pid');
    writeFileSync(pidFile, [process.pid, dataDir, '0', '5432', '', '127.0.0.1', ''].join('\n'));
    const second = await start();
    expect(await ask(second, 'SELECT count(*)::int AS n FROM before_crash')).toEqual({ n: 0 });
  });

  it('replaces a server that was left running on its folder', async () => {
    const left = await start();
    const second = await start();
    await left.exited;
    expect(await ask(second, 'SELECT 1 AS one')).toEqual({ one: 1 });
    expect(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]).toBe(String(second.pid));
  });

  it('says so when the password is not the one the folder was made with', async () => {
    await expect(start('another')).rejects.toThrow(/another password/);
  });

  it('refuses the folder of another major version', async () => {
    const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8');
    writeFileSync(join(dataDir, 'PG_VERSION'), '9\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 9, but this is 18/);
    writeFileSync(join(dataDir, 'PG_VERSION'), version);
  });

  it('works below a closed folder, or names it and the remedy when root may not use its own rights', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const attempt = startPostgres({ dataDir: join(closed, 'postgres'), durable: false, password: PASSWORD });
    const outcome = await attempt.then(
      async (postgres) => (await postgres.stop(), 'works'),
      (error: Error) => error.message,
    );
    const wanted = process.getuid?.() === 0 ? `its user may not enter ${closed}: open that folder` : 'works';
    expect(outcome).toContain(wanted);
  });
});

describe('findFreePort', () => {
  let taken: Server;
  let port: number;

  beforeAll(async () => {
    taken = createServer();
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    port = (taken.address() as { port: number }).port;
  });
  afterAll(() => taken.close());

  it('takes another port when the preferred one is taken', async () => {
    const found = await findFreePort(port);
    expect(found).not.toBe(port);
    expect(found).toBeGreaterThan(0);
  });

  it('takes the preferred port when it is free', async () => {
    const free = await findFreePort();
    expect(await findFreePort(free)).toBe(free);
  });
});

describe('startRedis', () => {
  const givenUrl = process.env.REDIS_URL;
  const givenPath = process.env.PATH;
  afterEach(() => {
    if (givenUrl === undefined) delete process.env.REDIS_URL;
    else process.env.REDIS_URL = givenUrl;
    process.env.PATH = givenPath;
  });

  it('is shared by the test files', async () => {
    const client = new Redis(testRedisUrl());
    expect(await client.ping()).toBe('PONG');
    client.disconnect();
  });

  it('starts one that evicts nothing and keeps nothing on disk', async () => {
    const redis = await startOwnRedis();
    const client = new Redis(redis.url);
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await client.config('GET', 'save')).toEqual(['save', '']);
    client.disconnect();
    await redis.stop();
    expect(isAlive(redis.pid ?? 0)).toBe(false);
  });

  it('leaves alone the server that REDIS_URL names', async () => {
    process.env.REDIS_URL = 'redis://redis.invalid:6379';
    const redis = await startRedis({ install: false });
    expect(redis).toMatchObject({ kind: 'redis', url: 'redis://redis.invalid:6379', pid: undefined });
    await redis.stop();
  });

  it('says why there is none', async () => {
    delete process.env.REDIS_URL;
    process.env.PATH = '';
    expect(await startRedis({ install: false })).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('REDIS_URL') as string,
    });
  });
});

describe('ServiceProcess', () => {
  it('keeps the last lines of what could not be started', async () => {
    const service = new ServiceProcess('/nowhere/program', [], {}, () => undefined);
    await service.exited;
    expect(service.running).toBe(false);
    expect(service.lastLines).toContain('ENOENT');
  });

  it('ends a service that does not listen to the signal', async () => {
    const lines: string[] = [];
    const service = new ServiceProcess('sh', ['-c', 'trap "" TERM; echo deaf; while :; do sleep 1; done'], {}, (line) =>
      lines.push(line),
    );
    await until(() => lines.includes('deaf'));
    await service.stop('SIGTERM', 50);
    expect(service.running).toBe(false);
  });

  it.each([
    ['an obedient service', 'echo up; exec sleep 600', 15],
    ['a service that does not listen', 'trap "" TERM INT; echo up; while :; do sleep 1; done', 0],
  ])('%s does not outlive its starter', async (_kind, script, graceSeconds) => {
    const starter = spawn(process.execPath, ['-e', starterOf(script, graceSeconds)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(starter.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    starter.kill('SIGKILL');
    await until(() => !isAlive(pid));
    expect(isAlive(pid)).toBe(false);
  });
});

/** Runs the class in a process of its own, which prints the number of its service once that is up. */
const starterOf = (script: string, graceSeconds: number): string => `
  const source = ${JSON.stringify(join(__dirname, '../../libs/local-services/src/service-process.ts'))};
  const { code } = require('@swc/core').transformFileSync(source);
  const loaded = {};
  new Function('require', 'exports', code)(require, loaded);
  const orphaned = { signal: 'SIGTERM', graceSeconds: ${graceSeconds} };
  const service = new loaded.ServiceProcess('sh', ['-c', ${JSON.stringify(script)}], {}, () => console.log(service.pid), orphaned);
`;
