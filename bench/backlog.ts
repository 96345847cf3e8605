import { setTimeout as wait } from 'node:timers/promises';
import { OutboxRepository } from '@luutru/delivery';
import { openDatabase } from '@luutru/platform';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { DeliveryStage } from './delivery-stage';
import { declaring, guest, inTurn } from './guests';
import { HttpLoad } from './http-load';
import type { Launched } from './programs';
import { keepResult, median, round } from './rounds';
import { storeStays } from './stays-in-waiting';

const BACKLOG = Number(process.env.BENCH_BACKLOG ?? 200_000);
const CLAIMED_FROM = Number(process.env.BENCH_CLAIMED_FROM ?? 1_000_000);
const DECLARE_MS = 8_000;
const CLIENTS = 8;
const LIMIT_PER_SECOND = Number(process.env.BENCH_LIMIT ?? 60);
const DRAIN_MS = 25_000;
const CLAIMS = 200;
const CLAIM_LIMIT = 16;

/** The receiver is down for hours: what that does to declaring and to memory, how it drains, and what a claim costs. */
export async function backlog(): Promise<void> {
  const database = await startBenchDatabase();
  const stage = await DeliveryStage.open(database);
  try {
    const figures: Record<string, number> = { backlog: BACKLOG, limit_per_second: LIMIT_PER_SECOND };
    const [api, worker] = [await stage.api(), await stage.worker(16)];
    const key = await stage.apiKey();
    await stage.behave({ down: true });
    await declare(api, key, database);
    await database.rows('ANALYZE');
    const before = await declare(api, key, database);
    Object.assign(figures, { declare_before: before, api_mb_before: api.rssMb(), worker_mb_before: worker.rssMb() });
    await storeStays(database, stage.masterKeys, BACKLOG);
    await database.rows('ANALYZE');
    const after = await declare(api, key, database);
    Object.assign(figures, {
      declare_with_backlog: after,
      declare_with_over_before: after / before,
      api_mb_with_backlog: api.rssMb(),
      worker_mb_with_backlog: worker.rssMb(),
      metrics_ms: await metricsMs(worker),
    });
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    Object.assign(figures, await drain(stage, worker));
    await stage.pause(true);
    Object.assign(figures, await claims(database));
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    keepResult('backlog', figures, []);
  } finally {
    await stage.close();
    await database.close();
  }
}

/** Declarations a second. */
async function declare(api: Launched, key: string, database: BenchDatabase): Promise<number> {
  const load = new HttpLoad(api.origin, CLIENTS);
  const next = inTurn(database.facilityIds);
  const { perSecond } = await round(CLIENTS, DECLARE_MS, () => load.post('/v1/stays', guest(next()), declaring(key)));
  load.close();
  if (load.refused > 0) throw new Error(`${load.refused} declarations were refused`);
  return perSecond;
}

/** Comes back with a limit: the share of it that is used, over the time after the first deliveries. */
async function drain(stage: DeliveryStage, worker: Launched): Promise<Record<string, number>> {
  await stage.behave({
    down: false,
    latencyMs: { min: 40, max: 40 },
    rateLimitPerSecond: LIMIT_PER_SECOND * 2,
  });
  for (const { events: first } = await stage.ledger(); (await stage.ledger()).events === first;) await wait(50);
  // The limit allows a burst of one second once.
  await wait(3_000);
  const [begin, start] = [performance.now(), (await stage.ledger()).events];
  await wait(DRAIN_MS);
  const { events, receipts } = await stage.ledger();
  const perSecond = (events - start) / ((performance.now() - begin) / 1_000);
  return {
    drain_per_second: perSecond,
    drain_over_limit: perSecond / LIMIT_PER_SECOND,
    sent_twice: receipts - events,
    worker_mb_draining: worker.peakMb(),
  };
}

/** Claims from a few events, and from very many: half of one facility, the rest of ten large and thousands of small ones. */
async function claims(database: BenchDatabase): Promise<Record<string, number>> {
  const { database: pool, close } = await openDatabase({
    url: database.urlFor('luutru_worker'),
    poolSize: 1,
    applicationName: 'bench',
    entities: [],
  });
  const store = (facilities: number, events: number) =>
    database.rows(
      `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
       SELECT f, gen_random_uuid(), 'bench', gen_random_uuid(), current_date, 1, 'arrival', now(), now() - n * interval '1 ms'
       FROM (SELECT gen_random_uuid() AS f FROM generate_series(1, $1)) one, generate_series(1, $2) n`,
      [facilities, events],
    );
  const measure = async (): Promise<number> => {
    await database.rows('ANALYZE outbox');
    const outbox = new OutboxRepository(pool);
    const took: number[] = [];
    for (let i = 0; i < CLAIMS; i += 1) {
      const begin = performance.now();
      const jobs = await outbox.claim('bench', new Date(), 60_000, CLAIM_LIMIT);
      took.push(performance.now() - begin);
      if (jobs.length === 0) throw new Error('There was nothing to claim');
    }
    return median(took);
  };
  try {
    await store(100, 60);
    const few = await measure();
    await store(1, CLAIMED_FROM / 2);
    await store(10, CLAIMED_FROM / 40);
    await store(Math.floor(CLAIMED_FROM / 80), 20);
    const many = await measure();
    return { claim_ms_of_6k: few, claim_ms_of_many: many, claimed_from: CLAIMED_FROM };
  } finally {
    await close();
  }
}

/** How long the worker's metrics take when they are not fresh any more. */
async function metricsMs({ origin }: Launched): Promise<number> {
  await wait(5_500);
  const begin = performance.now();
  const answer = await fetch(new URL('/metrics', origin));
  const text = await answer.text();
  if (!text.includes('luutru_delivery_pending_events{topic="population"}')) throw new Error(text);
  return performance.now() - begin;
}
