import { startBenchDatabase } from './bench-database';
import { declaring, guest, inTurn } from './guests';
import { HttpLoad } from './http-load';
import { fillStays } from './many-stays';
import { Programs } from './programs';
import { keepResult, round } from './rounds';

const SIZES = (process.env.BENCH_SIZES ?? '100000,1000000,10000000').split(',').map(Number);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 10_000);
const CONCURRENCY = 16;

/** How long a declaration takes when so many stays are stored already. */
export async function growth(): Promise<void> {
  const database = await startBenchDatabase();
  const programs = new Programs(database);
  try {
    const key = await programs.apiKey();
    const api = await programs.api();
    const next = inTurn(database.facilityIds);
    const figures: Record<string, number> = {};
    const rows: object[] = [];
    let stored = 0;
    for (const size of SIZES) {
      const begin = performance.now();
      await fillStays(database, stored, size);
      stored = size;
      const fillSeconds = (performance.now() - begin) / 1_000;
      process.stdout.write(`${size} stored; measuring\n`);
      const load = new HttpLoad(api.origin, CONCURRENCY);
      const declareOnce = (): Promise<unknown> => load.post('/v1/stays', guest(next()), declaring(key));
      // Plans made for the size before are not what is measured.
      await round(CONCURRENCY, ROUND_MS / 4, declareOnce);
      const result = await round(CONCURRENCY, ROUND_MS, declareOnce);
      load.close();
      if (load.refused > 0) throw new Error(`${load.refused} declarations were not answered 201`);
      const [disk] = await database.rows<{ gb: number }>(
        'SELECT round(pg_database_size(current_database()) / 1e9, 2)::float AS gb',
      );
      rows.push({ stored: size, fillSeconds, databaseGb: disk?.gb, ...result });
      process.stdout.write(
        `${String(size).padStart(9)} stored (${disk?.gb} GB, made in ${fillSeconds.toFixed(0)} s): ${result.perSecond.toFixed(0)}/s, ` +
          `p50/p95/p99 ${[result.p50, result.p95, result.p99].map((ms) => ms.toFixed(1)).join('/')} ms\n`,
      );
      figures[`p50_ms_${size}`] = result.p50;
      figures[`p99_ms_${size}`] = result.p99;
      figures[`rps_${size}`] = result.perSecond;
    }
    const [smallest = 0, largest = 0] = [SIZES[0], SIZES.at(-1)].map((size) => figures[`p50_ms_${size}`] ?? 0);
    figures.p50_growth = largest / smallest;
    keepResult('growth', figures, rows);
  } finally {
    await programs.close();
    await database.close();
  }
}
