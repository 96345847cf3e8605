import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findFreePort, ServiceProcess, untilReady } from '@luutru/local-services';
import { issueApiKey, MACHINE_PERMISSIONS } from '@luutru/access';
import { projectRoot } from '@luutru/platform';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { keepResult } from './rounds';
import { portalWorkbookFile } from './portal-workbook';

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const MEMORY_ROWS = (process.env.BENCH_MEMORY_ROWS ?? '10000,500000').split(',').map(Number);
const TABLES = ['stay', 'occupancy', 'person_index', 'name_index', 'idempotency', 'outbox', 'audit_entry', 'batch_row'];

interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly accepted: number;
  readonly rejected: number;
}

interface Measured {
  readonly seconds: number;
  readonly peakMb: number;
  readonly accepted: number;
}

/**
 * Files of the portal's form, from sending to the last row recorded, against COPY of the very same rows into the same tables
 * with the same indexes; and the memory of the importer for small and for large files.
 */
export async function importFiles(): Promise<void> {
  const database = await startBenchDatabase();
  const programs: ServiceProcess[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'luutru-bench-import-'));
  try {
    const api = await launchApi(database, programs);
    const rows: object[] = [];
    const measure = async (count: number, mode: 'commit' | 'validate', facility: number): Promise<Measured> => {
      const path = join(folder, `${count}.xlsx`);
      await portalWorkbookFile(path, count);
      // A process of its own for each file: what one has used does not hide what the next needs.
      const importer = await launchImporter(database, programs);
      const measured = await run(api, database, importer, path, mode, `B-${facility}`);
      await importer.stop('SIGTERM', 10_000);
      rows.push({ rows: count, mode, ...measured });
      process.stdout.write(
        `${String(count).padStart(8)} rows ${mode}: ${measured.seconds.toFixed(1)} s, ${Math.round(count / measured.seconds)} rows/s, importer ${measured.peakMb} MB at most\n`,
      );
      return measured;
    };
    await measure(1_000, 'commit', 1);
    const ours = await measure(ROWS, 'commit', 2);
    const copy = await copySame(database, 2);
    process.stdout.write(`COPY of the same rows: ${copy.toFixed(1)} s\n`);
    const memory = new Map<number, number>();
    for (const [at, count] of MEMORY_ROWS.entries()) {
      memory.set(count, (await measure(count, 'commit', 10 + at)).peakMb);
    }
    const [small = 0, large = 0] = MEMORY_ROWS.map((count) => memory.get(count) ?? 0);
    const figures = {
      ours_over_copy: Number((copy / ours.seconds).toFixed(3)),
      ours_seconds: Number(ours.seconds.toFixed(1)),
      copy_seconds: Number(copy.toFixed(1)),
      rows: ROWS,
      accepted: ours.accepted,
      [`rss_mb_${MEMORY_ROWS[0]! / 1000}k`]: small,
      [`rss_mb_${MEMORY_ROWS[1]! / 1000}k`]: large,
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    keepResult('import', figures, rows);
  } finally {
    for (const program of programs) await program.stop('SIGTERM', 10_000);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  api: { origin: string; key: string },
  database: BenchDatabase,
  importer: ServiceProcess,
  path: string,
  mode: string,
  facility: string,
): Promise<Measured> {
  const begin = performance.now();
  const headers = { Authorization: `Bearer ${api.key}` };
  const sent = await fetch(`${api.origin}/v1/batches?mode=${mode}&facilityId=${facility}&again=true`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    body: readFileSync(path),
  });
  if (sent.status !== 202) throw new Error(`The file was answered ${sent.status}: ${await sent.text()}`);
  const { batchId } = (await sent.json()) as Batch;
  let peakMb = 0;
  for (;;) {
    peakMb = Math.max(peakMb, rssMb(importer.pid));
    const batch = (await (await fetch(`${api.origin}/v1/batches/${batchId}`, { headers })).json()) as Batch;
    if (['done', 'partly', 'validated'].includes(batch.state)) {
      if (batch.rejected > 0) throw new Error(`${batch.rejected} rows were refused`);
      return { seconds: (performance.now() - begin) / 1000, peakMb, accepted: batch.accepted };
    }
    if (['refused', 'cancelled'].includes(batch.state)) throw new Error(JSON.stringify(batch));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Resident memory of a process; 0 where /proc does not tell. */
function rssMb(pid: number | undefined): number {
  try {
    const [, kb = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  } catch {
    return 0;
  }
}

/** Takes the rows just imported out and puts them back by COPY, one table after the other, in one transaction each. */
async function copySame(database: BenchDatabase, facility: number): Promise<number> {
  const client = new Client({ connectionString: database.urlFor('postgres') });
  await client.connect();
  try {
    const [{ id } = { id: '' }] = (
      await client.query<{ id: string }>('SELECT facility_id AS id FROM facility WHERE code = $1', [`B-${facility}`])
    ).rows;
    let seconds = 0;
    const folder = mkdtempSync(join(tmpdir(), 'luutru-copy-'));
    for (const table of TABLES) {
      const where = `facility_id = '${id}'`;
      const columns = await client.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'xact' ORDER BY attnum`,
      );
      const list = columns.rows.map(({ name }) => name).join(', ');
      const program = `'cat > ${folder}.${table}'`;
      await client.query(`COPY (SELECT ${list} FROM ${table} WHERE ${where}) TO PROGRAM ${program}`);
      await client.query(`DELETE FROM ${table} WHERE ${where}`);
      await client.query(`VACUUM ${table}`);
      const begin = performance.now();
      await client.query(`COPY ${table} (${list}) FROM PROGRAM 'cat ${folder}.${table}'`);
      seconds += (performance.now() - begin) / 1000;
      await client.query(`COPY (SELECT 1) TO PROGRAM 'rm -f ${folder}.${table}'`);
    }
    rmSync(folder, { recursive: true, force: true });
    return seconds;
  } finally {
    await client.end();
  }
}

/** BENCH_PROFILE=folder leaves CPU profiles of the importer there. */
const { BENCH_PROFILE } = process.env;
const PROFILE = [
  // As docker-compose.yml starts it.
  '--max-old-space-size=220',
  '--max-semi-space-size=8',
  ...(BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${BENCH_PROFILE}`] : []),
];

const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
const KEYS = { LUUTRU_MASTER_KEYS: secret(), LUUTRU_INDEX_KEYS: secret(), LUUTRU_RECEIPT_KEY: secret() };

async function launchApi(
  database: BenchDatabase,
  programs: ServiceProcess[],
): Promise<{ origin: string; key: string }> {
  const key = issueApiKey();
  await database.rows(
    `INSERT INTO api_key (api_key_id, secret_hash, label, permissions, created_at) VALUES ($1, $2, 'bench', $3, now())`,
    [key.id, key.secretHash, MACHINE_PERMISSIONS],
  );
  await database.rows('INSERT INTO api_key_facility SELECT $1, facility_id FROM facility', [key.id]);
  const port = await findFreePort();
  await launch(programs, 'api', `http://127.0.0.1:${port}/health/ready`, {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.urlFor('luutru_app'),
    AUTHORITY_DATABASE_URL: database.urlFor('luutru_authority'),
    ...KEYS,
    IDENTITY_ISSUER: 'http://127.0.0.1:1',
    IDENTITY_CLIENT_ID: 'bench',
    IDENTITY_CLIENT_SECRET: 'bench-client-secret',
    RATE_LIMIT_PER_CREDENTIAL: '1000000',
    LOG_LEVEL: 'warn',
  });
  return { origin: `http://127.0.0.1:${port}`, key: key.text };
}

async function launchImporter(database: BenchDatabase, programs: ServiceProcess[]): Promise<ServiceProcess> {
  const port = await findFreePort();
  return launch(programs, 'importer', `http://127.0.0.1:${port}/health/live`, {
    HEALTH_PORT: String(port),
    PUBLIC_URL: 'http://127.0.0.1',
    DATABASE_URL: database.urlFor('luutru_app'),
    ...KEYS,
    LOG_LEVEL: 'warn',
  });
}

async function launch(
  programs: ServiceProcess[],
  name: string,
  readyUrl: string,
  env: Record<string, string>,
): Promise<ServiceProcess> {
  const main = join(projectRoot(), 'dist/apps', name, 'src/main.js');
  const { PATH = '' } = process.env;
  const program = new ServiceProcess(
    process.execPath,
    [...(name === 'importer' ? PROFILE : []), main],
    { env: { PATH, ...env } },
    (line) => {
      process.stderr.write(`${name}: ${line}\n`);
    },
  );
  programs.push(program);
  await untilReady(program, name, 30_000, async () => (await fetch(readyUrl)).ok);
  return program;
}
