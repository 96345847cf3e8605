import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseRole } from '@luutru/platform';
import { TEMPLATE_DATABASE, TEST_ROLE_PASSWORDS } from './roles';

/** PostgreSQL copies a template for one at a time: who makes or copies it holds this advisory lock. */
export const TEMPLATE_LOCK = 7_305_003;

/** A database of one test file: nobody else sees it. */
export interface TestDatabase {
  readonly name: string;
  urlFor(role: 'postgres' | DatabaseRole): string;
  drop(): Promise<void>;
}

/** A copy of the template: newest schema and reference data. */
export const createTestDatabase = (): Promise<TestDatabase> => create(`TEMPLATE ${TEMPLATE_DATABASE}`);

/** An empty database, for what brings its own schema. */
export const createBlankDatabase = (): Promise<TestDatabase> => create('');

/** Runs statements as the superuser of the tests' server. */
export async function asSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function create(template: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(serverUrl(), async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`CREATE DATABASE ${name} ${template}`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO PUBLIC`);
  });
  return {
    name,
    urlFor: (role) => urlFor(name, role),
    drop: () =>
      asSuperuser(serverUrl(), async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

function urlFor(name: string, role: 'postgres' | DatabaseRole): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  if (role !== 'postgres') {
    url.username = role;
    url.password = TEST_ROLE_PASSWORDS[role];
  }
  return url.href;
}

/** Of the server of this worker (services.setup.ts); the one server where it is lent. */
function serverUrl(): string {
  const urls = process.env.LUUTRU_TEST_PG_URL?.split(' ') ?? [];
  const url = urls[(Number(process.env.JEST_WORKER_ID ?? 1) - 1) % urls.length];
  if (!url) {
    throw new Error(
      'This test needs PostgreSQL: run it through jest, in a project with the services set-up (jest.config.cjs)',
    );
  }
  return url;
}
