import { setTimeout as wait } from 'node:timers/promises';
import { startBenchDatabase } from './bench-database';
import { DeliveryStage } from './delivery-stage';
import { keepResult } from './rounds';
import { storeStays } from './stays-in-waiting';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 900);
const WORKERS = [1, 2, 3, 4];
const LATENCY_MS = 40;
/** Each event is two calls: the record, and the question who it is about. */
const CALLS_PER_EVENT = 2;
/** Low enough that it is the limit that ends the curve, and not the processors that all programs share. */
const LIMIT_PER_SECOND = Number(process.env.BENCH_LIMIT ?? 60);
const CONCURRENCY = Number(process.env.BENCH_CONCURRENCY ?? 2);
const ROUND_LIMIT_MS = 90_000;

/** Delivers the same backlog with 1 to 4 workers to a stand-in that takes its time and takes no more than so many calls. */
export async function scale(): Promise<void> {
  const database = await startBenchDatabase();
  const stage = await DeliveryStage.open(database);
  try {
    await stage.behave({
      latencyMs: { min: LATENCY_MS, max: LATENCY_MS },
      rateLimitPerSecond: LIMIT_PER_SECOND * CALLS_PER_EVENT,
    });
    const rows: { workers: number; perSecond: number; overLimit: number; overOne: number; rssMb: number[] }[] = [];
    for (const workers of WORKERS) {
      await stage.pause(true);
      await storeStays(database, stage.masterKeys, EVENTS);
      await database.rows('ANALYZE');
      const running = await Promise.all(Array.from({ length: workers }, () => stage.worker(CONCURRENCY)));
      // The bucket of the limit is full again, and nothing is left of the start.
      await wait(2_000);
      const begin = performance.now();
      await stage.pause(false);
      while ((await stage.left()) > 0) {
        if (performance.now() - begin > ROUND_LIMIT_MS) throw new Error(`${workers} workers did not get done`);
        await wait(50);
      }
      const perSecond = EVENTS / ((performance.now() - begin) / 1_000);
      const memory = running.map((worker) => worker.peakMb());
      await Promise.all(running.map((worker) => worker.process.stop('SIGTERM', 10_000)));
      rows.push({
        workers,
        perSecond,
        overLimit: perSecond / LIMIT_PER_SECOND,
        overOne: perSecond / (rows[0]?.perSecond ?? perSecond),
        rssMb: memory,
      });
      process.stdout.write(
        `${workers} workers: ${perSecond.toFixed(0)} events/s, ${(perSecond / LIMIT_PER_SECOND).toFixed(2)} of the limit, ${memory.join(' ')} MB\n`,
      );
    }
    const { events, receipts } = await stage.ledger();
    const figures: Record<string, number> = {
      limit_per_second: LIMIT_PER_SECOND,
      latency_ms: LATENCY_MS,
      concurrency: CONCURRENCY,
      events,
      sent_twice: receipts - events,
      rss_mb_max: Math.max(...rows.flatMap((row) => row.rssMb)),
    };
    for (const row of rows) {
      figures[`per_second_${row.workers}`] = row.perSecond;
      figures[`over_limit_${row.workers}`] = row.overLimit;
      figures[`over_one_${row.workers}`] = row.overOne;
    }
    if (events !== EVENTS * WORKERS.length) throw new Error(`${events} events arrived`);
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    keepResult('scale', figures, rows);
  } finally {
    await stage.close();
    await database.close();
  }
}
