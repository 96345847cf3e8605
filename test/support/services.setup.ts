import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../libs/local-services/src/postgres';
import { startRedis } from '../../libs/local-services/src/redis';
import { prepareTemplate } from './prepare-template';
import { TEMPLATE_DATABASE, TEST_SUPERUSER_PASSWORD } from './roles';
import tearDown, { keepForTeardown } from './services.teardown';

const PREFIX = 'luutru-test-';

/** Starts PostgreSQL and Redis once for all test files and makes the template database. */
export default async function setUp(): Promise<void> {
  sweepLeftovers();
  try {
    await startServices();
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function startServices(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    durable: false,
    password: TEST_SUPERUSER_PASSWORD,
    maxConnections: 300,
  });
  keepForTeardown(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const redis = await startRedis({ install: true });
  if (redis.kind === 'redis') {
    keepForTeardown(() => redis.stop());
    process.env.LUUTRU_TEST_REDIS_URL = redis.url;
  } else {
    process.env.LUUTRU_TEST_REDIS_MISSING = redis.reason;
  }
  process.env.LUUTRU_TEST_PG_URL = postgres.urlFor('postgres');
  const admin = new Client({ connectionString: postgres.urlFor('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  await admin.end();
  await prepareTemplate(postgres.urlFor(TEMPLATE_DATABASE));
}

/** Folders of runs that were killed: their owner is gone, and the server with it or soon after. */
function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const ownerFile = join(folder, 'owner.pid');
    const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : 0;
    if (owner && existsSync(`/proc/${owner}`)) continue;
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    const server = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
    const command = server && existsSync(`/proc/${server}/cmdline`) ? readFileSync(`/proc/${server}/cmdline`, 'utf8') : '';
    if (command.includes(folder)) process.kill(server, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
