import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
// Jest does not apply its module aliases to a global set-up.
import { isAlive, startPostgres, startRedis } from '../../libs/local-services/src';
import { TEMPLATE_LOCK } from './database';
import { prepareTemplate } from './prepare-template';
import { TEMPLATE_DATABASE, TEST_SUPERUSER_PASSWORD } from './roles';
import tearDown, { keepForTeardown } from './services.teardown';

const PREFIX = 'luutru-jest-';

/**
 * Starts PostgreSQL and Redis once for all test files and makes the template database. Each worker of jest has a PostgreSQL of its
 * own: transactions are numbered for a whole server, and one that a test leaves open would hold up what the tests of another
 * worker read by these numbers. Whoever has set LUUTRU_TEST_PG_URL (a superuser's URL) or REDIS_URL lends a running server: for tests
 * only, because the passwords of the database roles are set on it.
 */
export default async function setUp({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  sweepLeftovers();
  try {
    const lent = process.env.LUUTRU_TEST_PG_URL?.split(' ');
    const urls = lent ?? (await Promise.all(Array.from({ length: maxWorkers }, () => startOwnPostgres())));
    process.env.LUUTRU_TEST_PG_URL = urls.join(' ');
    await Promise.all(urls.map(makeTemplate));
    await startSharedRedis();
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function startOwnPostgres(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  keepForTeardown(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    durable: false,
    password: TEST_SUPERUSER_PASSWORD,
    maxConnections: 300,
  });
  keepForTeardown(async () => {
    await postgres.stop();
    delete process.env.LUUTRU_TEST_PG_URL;
  });
  return postgres.url;
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // On a lent server another run may be making or copying the template.
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE_DATABASE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
    const url = new URL(serverUrl);
    url.pathname = `/${TEMPLATE_DATABASE}`;
    await prepareTemplate(url.href);
  } finally {
    await client.end();
  }
}

async function startSharedRedis(): Promise<void> {
  if (process.env.LUUTRU_TEST_REDIS_URL) return;
  const redis = await startRedis({ install: true });
  if (redis.kind === 'none') {
    process.env.LUUTRU_TEST_REDIS_MISSING = redis.reason;
    return;
  }
  process.env.LUUTRU_TEST_REDIS_URL = redis.url;
  keepForTeardown(async () => {
    await redis.stop();
    delete process.env.LUUTRU_TEST_REDIS_URL;
  });
}

/** Folders of runs that were killed. Their servers ended with them (ServiceProcess). */
function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, owner] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (owner === undefined || isAlive(Number(owner))) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5 });
  }
}
