import { Client } from 'pg';
import type { DemoSecrets } from './secrets';
import { DemoError } from './say';

/** Connection URLs, each with no more rights than its user needs. */
export interface DatabaseUrls {
  /** May create roles and extensions; only for `migrate`. */
  readonly admin: string;
  readonly app: string;
  readonly worker: string;
  readonly authority: string;
  readonly population: string;
  /** For the queue where there is no Redis. */
  readonly queue: string;
}

const MAIN = 'luutru';
const POPULATION = 'luutru_population';
const QUEUE = 'luutru_queue';
const CONNECT_LIMIT_MS = 10_000;

export function databaseUrls(serverUrl: string, secrets: DemoSecrets): DatabaseUrls {
  const url = (database: string, user?: string, password?: string): string => {
    const made = new URL(serverUrl);
    made.pathname = `/${database}`;
    if (user !== undefined) made.username = user;
    if (password !== undefined) made.password = password;
    return made.href;
  };
  return {
    admin: url(MAIN),
    app: url(MAIN, 'luutru_app', secrets.app),
    worker: url(MAIN, 'luutru_worker', secrets.worker),
    authority: url(MAIN, 'luutru_authority', secrets.authority),
    population: url(POPULATION, POPULATION, secrets.population),
    queue: url(QUEUE, QUEUE, secrets.queue),
  };
}

/** Throws a {@link DemoError} when the platform's database is there already: its data need the keys it was made with. */
export async function assertNoDatabase(serverUrl: string): Promise<void> {
  await connected(serverUrl, async (client) => {
    if (await exists(client, 'pg_database', 'datname', MAIN)) throw otherKeys();
  });
}

/**
 * Creates the databases that are not there yet. The stand-in and the queue own theirs; that of the platform is prepared
 * by `migrate`.
 */
export async function createDatabases(serverUrl: string, secrets: DemoSecrets): Promise<void> {
  await connected(serverUrl, async (client) => {
    await createOwned(client, POPULATION, secrets.population);
    await createOwned(client, QUEUE, secrets.queue);
    await createDatabase(client, MAIN);
  });
}

async function connected(serverUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: serverUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } catch (error) {
    throw error instanceof DemoError ? error : cannotPrepare(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createOwned(client: Client, name: string, password: string): Promise<void> {
  if (!(await exists(client, 'pg_roles', 'rolname', name))) await client.query(`CREATE ROLE ${name}`);
  await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  await createDatabase(client, name);
  await client.query(`GRANT ${name} TO CURRENT_USER`);
  await client.query(`ALTER DATABASE ${name} OWNER TO ${name}`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
}

async function createDatabase(client: Client, name: string): Promise<void> {
  if (await exists(client, 'pg_database', 'datname', name)) return;
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
}

async function exists(client: Client, catalogue: string, column: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT 1 FROM ${catalogue} WHERE ${column} = $1`, [name]);
  return rowCount === 1;
}

const otherKeys = (): DemoError =>
  new DemoError(
    `Cơ sở dữ liệu "${MAIN}" đã có trên máy chủ này nhưng không có secrets.json chứa khóa của nó: khôi phục tệp đó, hoặc tự xóa bằng DROP DATABASE ${MAIN}`,
    `The database "${MAIN}" is on this server already, but there is no secrets.json with its keys: restore that file, or DROP DATABASE ${MAIN} yourself`,
  );

/** A connection's error may quote its password, so that only its code is told. */
function cannotPrepare(error: unknown): DemoError {
  const { code = 'unknown' } = error as { code?: string };
  return new DemoError(
    `Không tạo được cơ sở dữ liệu (mã ${code}): kiểm tra DATABASE_URL có đúng và có quyền quản trị không`,
    `The databases cannot be created (code ${code}): check that DATABASE_URL is right and has a superuser's rights`,
  );
}
