import { PopulationClient } from '@luutru/population';
import { stayEvent } from '../test/http/population.builders';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { declaring, guest, inTurn } from './guests';
import { HttpLoad } from './http-load';
import { type Launched, Programs } from './programs';
import { keepResult, type Round, round, summarise } from './rounds';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
/** What the stand-in is set to take in the rounds at its limit; each event is two calls: record it, verify who it is. */
const CALLS_PER_SECOND = Number(process.env.BENCH_CALLS_PER_SECOND ?? 200);
const CALLS_PER_EVENT = 2;
const GENTLE_PER_SECOND = 50;
/** Of a receiver in another city. */
const LATENCY_MS = { min: 10, max: 40 };

type StandIn = Awaited<ReturnType<Programs['standIn']>>;

interface Stage {
  readonly database: BenchDatabase;
  readonly api: Launched;
  readonly standIn: StandIn;
  readonly key: string;
  readonly next: () => string;
}

/**
 * From the acknowledgement of a declaration to the status that says it was verified, at 50 a second and at the most the stand-in
 * takes; how much of what the stand-in takes is used; and how fast one worker is when the stand-in takes everything.
 */
export async function deliver(): Promise<void> {
  const database = await startBenchDatabase();
  const programs = new Programs(database);
  try {
    const standIn = await programs.standIn();
    const api = await programs.api();
    const worker = await programs.worker(standIn.origin, await programs.redis());
    const idleMb = worker.rssMb();
    const stage: Stage = { database, api, standIn, key: await programs.apiKey(), next: inTurn(database.facilityIds) };
    await standIn.admin('PUT', '/admin/behaviour', { latencyMs: LATENCY_MS });
    await declareAt(stage, 10, 5);
    await drained(stage);
    await database.rows('ANALYZE');

    const gentle = await latencies(stage, GENTLE_PER_SECOND);
    print(`at ${GENTLE_PER_SECOND}/s`, gentle);

    await standIn.admin('PUT', '/admin/behaviour', { rateLimitPerSecond: CALLS_PER_SECOND });
    const full = await latencies(stage, CALLS_PER_SECOND / CALLS_PER_EVENT);
    print(`at ${CALLS_PER_SECOND / CALLS_PER_EVENT}/s, all that the stand-in takes`, full);

    const limited = await backlog(stage, Math.round((CALLS_PER_SECOND / CALLS_PER_EVENT) * SECONDS));
    const overAccepted = (limited.perSecond * CALLS_PER_EVENT) / CALLS_PER_SECOND;
    print(`a backlog, to a stand-in that takes ${CALLS_PER_SECOND} calls/s`, limited);

    await standIn.admin('PUT', '/admin/behaviour', { rateLimitPerSecond: null });
    const free = await backlog(stage, 200 * SECONDS);
    print('a backlog, to a stand-in that takes everything', free);
    const loadedMb = worker.rssMb();
    const ceiling = await straight(programs, standIn);
    print('the same calls without us', ceiling);

    const figures = {
      ours_over_accepted: overAccepted,
      ack_to_verified_p50_ms_at_50: gentle.p50,
      ack_to_verified_p95_ms_at_50: gentle.p95,
      ack_to_verified_p99_ms_at_50: gentle.p99,
      ack_to_verified_p50_ms_saturated: full.p50,
      ack_to_verified_p95_ms_saturated: full.p95,
      ack_to_verified_p99_ms_saturated: full.p99,
      events_per_s_unlimited: free.perSecond,
      ours_over_straight_calls: free.perSecond / ceiling.perSecond,
      worker_rss_mb_idle: idleMb,
      worker_rss_mb_loaded: loadedMb,
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    keepResult('deliver', figures, [
      { round: 'gentle', ...gentle },
      { round: 'saturated', ...full },
      { round: 'backlog, limited', ...limited },
      { round: 'backlog, unlimited', ...free },
      { round: 'straight', ...ceiling },
    ]);
  } finally {
    await programs.close();
    await database.close();
  }
}

type Rate = Pick<Round, 'done' | 'perSecond'>;

function print(what: string, round: Rate | Round): void {
  const times = 'p50' in round ? [round.p50, round.p95, round.p99].map((ms) => ms.toFixed(0)).join('/') : null;
  const latency = times === null ? '' : `, p50/p95/p99 ${times} ms`;
  process.stdout.write(`${what}: ${round.done} in all, ${round.perSecond.toFixed(0)}/s${latency}\n`);
}

/** Declares so many a second, evenly, whatever the answers take. Returns when each was acknowledged, by stay. */
async function declareAt({ api, key, next }: Stage, perSecond: number, seconds: number): Promise<Map<string, number>> {
  const load = new HttpLoad(api.origin, 64);
  const acknowledged = new Map<string, number>();
  const requests: Promise<void>[] = [];
  const begin = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const wait = begin + (n * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    requests.push(
      load
        .post('/v1/stays', guest(next()), declaring(key))
        .then((location = '') => void acknowledged.set(location.slice(location.lastIndexOf('/') + 1), Date.now())),
    );
  }
  await Promise.all(requests);
  load.close();
  if (load.refused > 0) throw new Error(`${load.refused} declarations were not answered 201`);
  return acknowledged;
}

/** Milliseconds from acknowledgement to the verdict on the identity, both by this machine's clock. */
async function latencies(stage: Stage, perSecond: number): Promise<Round> {
  const begin = performance.now();
  const acknowledged = await declareAt(stage, perSecond, SECONDS);
  await drained(stage);
  const seconds = (performance.now() - begin) / 1_000;
  const rows = await stage.database.rows<{ stayId: string; at: Date }>(
    'SELECT stay_id AS "stayId", verified_at AS at FROM stay WHERE stay_id = ANY($1) AND verified_at IS NOT NULL',
    [[...acknowledged.keys()]],
  );
  if (rows.length !== acknowledged.size) throw new Error(`${acknowledged.size} acknowledged, ${rows.length} verified`);
  // The status may be there before the answer has reached the client.
  const took = rows.map(({ stayId, at }) => Math.max(0, at.getTime() - (acknowledged.get(stayId) ?? 0)));
  return summarise(took, seconds);
}

/** Queues so many while the stand-in is down; then the time until all are delivered. */
async function backlog(stage: Stage, events: number): Promise<Rate> {
  const { api, key, next, standIn, database } = stage;
  await standIn.admin('PUT', '/admin/behaviour', { down: true });
  const load = new HttpLoad(api.origin, 16);
  let left = events;
  const client = async (): Promise<void> => {
    while ((left -= 1) >= 0) await load.post('/v1/stays', guest(next()), declaring(key));
  };
  await Promise.all(Array.from({ length: 16 }, client));
  load.close();
  if (load.refused > 0) throw new Error(`${load.refused} declarations were not answered 201`);
  const pending = await pendingEvents(database);
  await standIn.admin('PUT', '/admin/behaviour', { down: false });
  // The breaker tries again when it will; what counts begins with the first event delivered.
  while ((await pendingEvents(database)) >= pending) await new Promise((resolve) => setTimeout(resolve, 20));
  const [first, begin] = [await pendingEvents(database), performance.now()];
  await drained(stage);
  const seconds = (performance.now() - begin) / 1_000;
  return { done: first, perSecond: first / seconds };
}

async function pendingEvents(database: BenchDatabase): Promise<number> {
  const [row] = await database.rows<{ n: number }>(
    `SELECT count(*)::integer AS n FROM outbox WHERE topic = 'population' AND state = 'pending'`,
  );
  return row?.n ?? 0;
}

async function drained({ database }: Stage): Promise<void> {
  for (const end = Date.now() + 600_000; Date.now() < end;) {
    if ((await pendingEvents(database)) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The backlog does not drain');
}

/** The two calls of an event, at once, by as many as a worker has at once; without outbox, queue, keys or database of ours. */
async function straight(programs: Programs, standIn: StandIn): Promise<Round> {
  const { POPULATION_CLIENT_ID, POPULATION_CLIENT_KEY, POPULATION_SERVER_KEY } = programs.populationKeys;
  const client = new PopulationClient({
    baseUrl: standIn.origin.origin,
    clientId: POPULATION_CLIENT_ID,
    privateKey: POPULATION_CLIENT_KEY,
    serverPublicKey: POPULATION_SERVER_KEY,
    timeoutMs: 10_000,
    maxConnections: 64,
    now: () => new Date(),
  });
  const result = await round(32, Math.min(SECONDS, 10) * 1_000, async () => {
    const event = stayEvent();
    await Promise.all([client.recordStayEvent(event), client.verifyIdentity(event.person)]);
  });
  await client.close();
  return result;
}
