import { openDatabase } from '@luutru/platform';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { declareStatement } from './declare-statement';
import { declaring, guest, inTurn } from './guests';
import { HttpLoad } from './http-load';
import { asScript, hasPgbench, pgbenchRound } from './pgbench';
import { type Launched, Programs } from './programs';
import { keepResult, median, type Round, round } from './rounds';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 8_000);
const CONCURRENCY = [1, 16, 64];

interface Variant {
  readonly name: string;
  readonly run: (concurrency: number, ms: number) => Promise<Round>;
  /** The program that answers, whose time and memory are told. */
  readonly server?: Launched;
}

/**
 * Declaring, in alternating rounds on one PostgreSQL: ours in full over HTTP; a bare Fastify that does the same inserts in a
 * transaction, and in one statement; that statement without any HTTP; and by pgbench, where there is one.
 */
export async function declare(): Promise<void> {
  const database = await startBenchDatabase();
  const programs = new Programs(database);
  const direct = await openDatabase({
    url: database.urlFor('postgres'),
    poolSize: 64,
    applicationName: 'bench',
    entities: [],
  });
  try {
    const key = await programs.apiKey();
    const ours = await programs.api();
    const idleMb = ours.rssMb();
    const bare = await programs.launch('bench/bare-server.js', {
      DATABASE_URL: database.urlFor('postgres'),
      FACILITIES: database.facilityIds.join(),
    });
    const next = inTurn(database.facilityIds);
    const overHttp = (name: string, server: Launched, path: string, headers = (): Record<string, string> => ({})) => ({
      name,
      server,
      run: async (concurrency: number, ms: number): Promise<Round> => {
        const load = new HttpLoad(server.origin, concurrency);
        const result = await round(concurrency, ms, () => load.post(path, guest(next()), headers()));
        load.close();
        if (load.refused > 0) throw new Error(`${name}: ${load.refused} requests were not answered 201`);
        return result;
      },
    });
    const variants: Variant[] = [
      overHttp('ours', ours, '/v1/stays', () => declaring(key)),
      overHttp('fastify_tx', bare, '/transaction'),
      overHttp('fastify_one_statement', bare, '/statement'),
      {
        name: 'statement_alone',
        run: (concurrency, ms) =>
          round(concurrency, ms, () => direct.database.run({ facilityIds: [] }, declareStatement(next()))),
      },
    ];
    if (hasPgbench()) {
      const script = asScript([declareStatement(next()), declareStatement(next())], database.facilityIds);
      const url = database.urlFor('postgres');
      variants.push({ name: 'pgbench', run: (concurrency, ms) => pgbenchRound(url, script, concurrency, ms) });
    }
    const rows = await measure(variants, database);
    report(rows, variants, { api_rss_mb_idle: idleMb, api_rss_mb_loaded: ours.rssMb() });
    await verify(database, rows);
  } finally {
    await direct.close();
    await programs.close();
    await database.close();
  }
}

type Row = Round & {
  readonly variant: string;
  readonly concurrency: number;
  /** CPU milliseconds of the answering program for each request. */
  readonly cpuMs?: number;
};

async function measure(variants: readonly Variant[], database: BenchDatabase): Promise<Row[]> {
  const rows: Row[] = [];
  for (let i = -1; i < ROUNDS; i += 1) {
    for (const concurrency of CONCURRENCY) {
      for (const { name, run, server } of i % 2 === 0 ? variants : [...variants].reverse()) {
        const before = server?.cpuSeconds();
        const result = await run(concurrency, i < 0 ? 2_000 : ROUND_MS);
        const cpu = server && before !== undefined ? (server.cpuSeconds() - before) * 1_000 : undefined;
        rows.push({
          variant: i < 0 ? `warm-up ${name}` : name,
          concurrency,
          ...result,
          ...(cpu !== undefined && { cpuMs: cpu / result.done }),
        });
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

function report(rows: readonly Row[], variants: readonly Variant[], memory: Record<string, number>): void {
  const figures: Record<string, number> = {};
  const of = (variant: string, concurrency: number, field: keyof Round | 'cpuMs'): number[] =>
    rows
      .filter((row) => row.variant === variant && row.concurrency === concurrency)
      .map((row) => row[field] ?? 0)
      .sort((a, b) => a - b);
  const middle = (...wanted: Parameters<typeof of>): number => median(of(...wanted));
  for (const concurrency of CONCURRENCY) {
    for (const { name, server } of variants) {
      const rates = of(name, concurrency, 'perSecond');
      const times = (['p50', 'p95', 'p99'] as const).map((field) => middle(name, concurrency, field).toFixed(1));
      const cpu = server ? `  ${middle(name, concurrency, 'cpuMs').toFixed(2)} ms CPU` : '';
      process.stdout.write(
        `c=${String(concurrency).padEnd(3)} ${name.padEnd(22)} ${median(rates).toFixed(0).padStart(6)}/s ` +
          `(${rates[0]?.toFixed(0)}–${rates.at(-1)?.toFixed(0)})  p50/p95/p99 ${times.join('/')} ms${cpu}\n`,
      );
    }
    const ours = middle('ours', concurrency, 'perSecond');
    figures[`ours_rps_c${concurrency}`] = ours;
    figures[`p99_ms_c${concurrency}`] = middle('ours', concurrency, 'p99');
    figures[`cpu_ms_c${concurrency}`] = middle('ours', concurrency, 'cpuMs');
    for (const { name } of variants) {
      if (name !== 'ours') figures[`ours_over_${name}_c${concurrency}`] = ours / middle(name, concurrency, 'perSecond');
    }
  }
  figures.ours_over_fastify_tx = figures.ours_over_fastify_tx_c16 ?? 0;
  figures.ours_over_fastify_one_statement = figures.ours_over_fastify_one_statement_c16 ?? 0;
  // Where there is no pgbench, the statement sent by Node stands for it.
  figures.ours_over_pgbench = figures.ours_over_pgbench_c16 ?? figures.ours_over_statement_alone_c16 ?? 0;
  Object.assign(figures, memory);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepResult(
    'declare',
    figures,
    rows.filter((row) => !row.variant.startsWith('warm-up')),
  );
}
