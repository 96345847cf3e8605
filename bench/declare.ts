import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findFreePort, ServiceProcess, untilReady } from '@luutru/local-services';
import { issueApiKey, MACHINE_PERMISSIONS } from '@luutru/access';
import { openDatabase, projectRoot } from '@luutru/platform';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { declareStatement } from './declare-statement';
import { HttpLoad } from './http-load';
import { keepResult, median, type Round, round } from './rounds';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 8_000);
const CONCURRENCY = [1, 16, 64];

interface Variant {
  readonly name: string;
  readonly prepare: (concurrency: number) => { work: () => Promise<unknown>; close: () => void; refused: () => number };
}

/**
 * Declaring, in alternating rounds on one PostgreSQL: ours in full over HTTP; a bare Fastify that does the same inserts in a
 * transaction, and in one statement; and that statement without any HTTP.
 */
export async function declare(): Promise<void> {
  const database = await startBenchDatabase();
  const programs: ServiceProcess[] = [];
  try {
    const key = await makeKey(database);
    // BENCH_PROFILE=folder leaves a CPU profile of the API there.
    const { BENCH_PROFILE } = process.env;
    const profile = BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${BENCH_PROFILE}`] : [];
    const ours = await launch(programs, 'apps/api/src/main.js', apiEnvironment(database), profile);
    const bare = await launch(programs, 'bench/bare-server.js', {
      DATABASE_URL: database.urlFor('postgres'),
      FACILITIES: database.facilityIds.join(),
    });
    const direct = await openDatabase({
      url: database.urlFor('postgres'),
      poolSize: 64,
      applicationName: 'bench',
      entities: [],
    });
    let turn = 0;
    const nextFacility = (): string => database.facilityIds[(turn += 1) % database.facilityIds.length] ?? '';
    const overHttp = (
      origin: URL,
      path: string,
      body: () => string,
      headers: () => Record<string, string>,
    ): Variant['prepare'] => {
      return (concurrency) => {
        const load = new HttpLoad(origin, concurrency);
        return {
          work: () => load.post(path, body(), headers()),
          close: () => load.close(),
          refused: () => load.refused,
        };
      };
    };
    const variants: Variant[] = [
      {
        name: 'ours',
        prepare: overHttp(
          ours,
          '/v1/stays',
          () => guest(nextFacility()),
          () => ({
            authorization: `Bearer ${key}`,
            'idempotency-key': randomBytes(9).toString('base64url'),
          }),
        ),
      },
      {
        name: 'fastify_tx',
        prepare: overHttp(
          bare,
          '/transaction',
          () => guest(nextFacility()),
          () => ({}),
        ),
      },
      {
        name: 'fastify_one_statement',
        prepare: overHttp(
          bare,
          '/statement',
          () => guest(nextFacility()),
          () => ({}),
        ),
      },
      {
        name: 'statement_alone',
        prepare: () => ({
          work: () => direct.database.run({ facilityIds: [] }, declareStatement(nextFacility())),
          close: () => undefined,
          refused: () => 0,
        }),
      },
    ];
    const rows = await measure(variants, database);
    await direct.close();
    report(rows);
    await verify(database, rows);
  } finally {
    for (const program of programs) await program.stop('SIGTERM', 10_000);
    await database.close();
  }
}

type Row = Round & { readonly variant: string; readonly concurrency: number };

async function measure(variants: readonly Variant[], database: BenchDatabase): Promise<Row[]> {
  const rows: Row[] = [];
  for (let i = -1; i < ROUNDS; i += 1) {
    for (const concurrency of CONCURRENCY) {
      for (const { name, prepare } of i % 2 === 0 ? variants : [...variants].reverse()) {
        const { work, close, refused } = prepare(concurrency);
        const result = await round(concurrency, i < 0 ? 2_000 : ROUND_MS, work);
        close();
        if (refused() > 0) throw new Error(`${name}: ${refused()} requests were refused`);
        rows.push({ variant: i < 0 ? `warm-up ${name}` : name, concurrency, ...result });
      }
    }
    // As autovacuum does: plans made for empty tables are not what is measured.
    if (i < 0) await database.rows('ANALYZE');
  }
  return rows;
}

/** What was counted must be there: one stay for each answer. */
async function verify(database: BenchDatabase, rows: readonly Row[]): Promise<void> {
  const answered = rows.reduce((sum, row) => sum + row.done, 0);
  const [stored] = await database.rows<{ n: number }>('SELECT count(*)::integer AS n FROM stay');
  process.stdout.write(`${answered} answers, ${stored?.n} stays.\n`);
  if (stored?.n !== answered) throw new Error('Answers and stays do not agree');
}

function report(rows: readonly Row[]): void {
  const figures: Record<string, number> = {};
  const of = (variant: string, concurrency: number, field: keyof Round): number =>
    median(rows.filter((row) => row.variant === variant && row.concurrency === concurrency).map((row) => row[field]));
  for (const concurrency of CONCURRENCY) {
    for (const variant of ['ours', 'fastify_tx', 'fastify_one_statement', 'statement_alone']) {
      const line = (['perSecond', 'p50', 'p95', 'p99'] as const).map((field) => of(variant, concurrency, field));
      const [perSecond = 0, ...ms] = line;
      process.stdout.write(
        `c=${String(concurrency).padEnd(3)} ${variant.padEnd(22)} ${perSecond.toFixed(0).padStart(6)}/s  ` +
          `p50 ${ms.map((value) => value.toFixed(1)).join('  p95/p99 ')} ms\n`,
      );
    }
    const ours = of('ours', concurrency, 'perSecond');
    figures[`ours_rps_c${concurrency}`] = ours;
    figures[`p99_ms_c${concurrency}`] = of('ours', concurrency, 'p99');
    for (const peer of ['fastify_tx', 'fastify_one_statement', 'statement_alone']) {
      figures[`ours_over_${peer}_c${concurrency}`] = ours / of(peer, concurrency, 'perSecond');
    }
  }
  figures.ours_over_fastify_tx = figures.ours_over_fastify_tx_c16 ?? 0;
  figures.ours_over_fastify_one_statement = figures.ours_over_fastify_one_statement_c16 ?? 0;
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepResult(
    'declare',
    figures,
    rows.filter((row) => !row.variant.startsWith('warm-up')),
  );
}

/** Several processes that declare at one facility begin with different people. */
let persons = Number(process.env.BENCH_PERSONS ?? 0);
const PROVINCES = ['049', '048', '046', '001', '079'];

/** A person never seen before: nobody may be in house twice. */
function nextNumber(): string {
  persons += 1;
  return `${PROVINCES[persons % PROVINCES.length]}190${String(Math.floor(persons / PROVINCES.length)).padStart(6, '0')}`;
}

export const guest = (facilityId: string): string =>
  JSON.stringify({
    facilityId,
    kind: 'guest',
    person: {
      fullName: 'Trần Thị Bình',
      birthDate: '1990-08-15',
      sex: 'F',
      document: { type: 1, number: nextNumber() },
      phone: '0905000111',
    },
    arrivedAt: new Date().toISOString(),
    expectedDepartureAt: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 1,
    place: { room: '203' },
  });

/** A key for these facilities; for all of them unless they are named. */
export async function makeKey(database: BenchDatabase, facilityIds?: readonly string[]): Promise<string> {
  const key = issueApiKey();
  await database.rows(
    `INSERT INTO api_key (api_key_id, secret_hash, label, permissions, created_at) VALUES ($1, $2, 'bench', $3, now())`,
    [key.id, key.secretHash, MACHINE_PERMISSIONS],
  );
  await database.rows(
    'INSERT INTO api_key_facility SELECT $1, facility_id FROM facility WHERE $2::uuid[] IS NULL OR facility_id = ANY($2)',
    [key.id, facilityIds ?? null],
  );
  return key.text;
}

export function apiEnvironment(database: BenchDatabase): NodeJS.ProcessEnv {
  const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
  return {
    DATABASE_URL: database.urlFor('luutru_app'),
    LUUTRU_MASTER_KEYS: secret(),
    LUUTRU_INDEX_KEYS: secret(),
    LUUTRU_RECEIPT_KEY: secret(),
    PUBLIC_URL: 'http://127.0.0.1',
    IDENTITY_ISSUER: 'http://127.0.0.1:1',
    IDENTITY_CLIENT_ID: 'bench',
    IDENTITY_CLIENT_SECRET: 'bench-client-secret',
    RATE_LIMIT_PER_CREDENTIAL: '10000000',
    LOG_LEVEL: 'warn',
  };
}

export async function launch(
  programs: ServiceProcess[],
  file: string,
  env: NodeJS.ProcessEnv,
  nodeArguments: readonly string[] = [],
): Promise<URL> {
  const port = await findFreePort();
  const program = new ServiceProcess(
    process.execPath,
    [...nodeArguments, join(projectRoot(), 'dist', file)],
    { cwd: projectRoot(), env: { ...process.env, ...env, PORT: String(port) } },
    () => undefined,
  );
  programs.push(program);
  const origin = new URL(`http://127.0.0.1:${port}`);
  await untilReady(program, file, 20_000, async () => (await fetch(new URL('/health/ready', origin))).ok);
  return origin;
}
