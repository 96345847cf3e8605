import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type LocalPostgres, startPostgres } from '@luutru/local-services';
import { prepareDatabase, uuidV7 } from '@luutru/platform';
import { loadReferenceData } from '@luutru/reference-data';

/** A PostgreSQL of the benchmark's own, with synchronous commit, the schema, reference data and some hotels. */
export interface BenchDatabase {
  readonly facilityIds: readonly string[];
  readonly folder: string;
  urlFor(role: string): string;
  rows<R>(sql: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

const FACILITIES = 50;

/** @param kept where it stays for later runs; removed in the end unless given */
export async function startBenchDatabase(kept?: string): Promise<BenchDatabase> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'luutru-bench-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const secret = join(folder, 'password');
  const isNew = !existsSync(secret);
  if (isNew) writeFileSync(secret, randomBytes(12).toString('hex'), { mode: 0o600 });
  const password = readFileSync(secret, 'utf8');
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    durable: true,
    password,
    maxConnections: 200,
  });
  await prepareDatabase({
    adminUrl: postgres.url,
    rolePasswords: { luutru_app: password, luutru_worker: password, luutru_authority: password },
  });
  const facilityIds = isNew ? await makeFacilities(postgres) : await madeFacilities(postgres);
  return {
    ...{ facilityIds, folder },
    urlFor: (role) => (role === 'postgres' ? postgres.url : postgres.urlFor('postgres', role, password)),
    rows: (sql, values) => asSuperuser(postgres, async (client) => (await client.query(sql, values)).rows as never[]),
    close: async () => {
      await postgres.stop();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asSuperuser<T>(postgres: LocalPostgres, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const madeFacilities = (postgres: LocalPostgres): Promise<string[]> =>
  asSuperuser(postgres, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT facility_id AS id FROM facility WHERE code LIKE 'B-%' ORDER BY facility_id`,
    );
    return rows.map(({ id }) => id);
  });

const makeFacilities = (postgres: LocalPostgres): Promise<string[]> =>
  asSuperuser(postgres, async (client) => {
    await loadReferenceData(client);
    const ids = Array.from({ length: FACILITIES }, () => uuidV7(new Date()));
    for (const [at, id] of ids.entries()) {
      await client.query(
        `INSERT INTO facility (facility_id, code, kind, name, ward_id, address_line, status, created_at, updated_at)
         VALUES ($1, $2, 'khach-san', 'x', 'w20410', 'x', 'active', now(), now())`,
        [id, `B-${at}`],
      );
    }
    return ids;
  });
