import { Agent, get as httpGet, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { addDays, localDate } from '@luutru/calendar';
import type { ServiceProcess } from '@luutru/local-services';
import { ScreeningIndex } from '@luutru/screening';
import { launch, storeList } from './alert-programs';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { Random } from './names/random';
import { keepResult } from './rounds';
import { declaredAs, inventListed, inventPerson, type ListedPerson, type SeenPerson } from './watched-people';

const LISTED = Number(process.env.BENCH_LISTED ?? 50_000);
const PER_SECOND = Number(process.env.BENCH_RATE ?? 100);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
/** Every so many declarations one of a listed person. */
const PLANTED_EVERY = 100;

interface Sent {
  readonly stayId: string;
  readonly acknowledgedAt: number;
  readonly planted: ListedPerson | null;
}

/**
 * How long it takes from the answer of a declaration until an alert is stored, and until a duty desk has it, while
 * declarations arrive at a steady pace and one in a hundred is of a listed person with an error in the name. The population
 * database is away all the while, as it must be allowed to be.
 */
export async function alerts(): Promise<void> {
  const database = await startBenchDatabase();
  const programs: ServiceProcess[] = [];
  const forgets: (() => void)[] = [];
  try {
    const random = new Random(2_026);
    const listed = inventListed(LISTED, random);
    const listing = await storeList(database, listed);
    const { origin, key, cookie, forget } = await launch(database, programs);
    forgets.push(forget);
    const received = new Map<string, number>();
    const desk = followDesk(origin, cookie, received);
    const first = await declare(origin, key, database, declaredAs(listed[0]!, random, true));
    const begin = performance.now();
    await until(() => received.has(first.stayId), 60_000);
    const firstLoadMs = performance.now() - begin;

    const stored = new Map<string, number>();
    const watching = await watchTable(database, stored);
    const sent = await load(origin, key, database, listed, random);
    await pause(3_000);
    await watching.stop();
    desk.close();

    const planted = sent.filter((one) => one.planted !== null);
    const raised = await database.rows<{ stayId: string; entryId: string }>(
      'SELECT stay_id AS "stayId", entry_id AS "entryId" FROM watch_alert',
    );
    const right = planted.filter(({ stayId, planted: person }) =>
      raised.some((alert) => alert.stayId === stayId && alert.entryId === person?.entryId),
    );
    const innocents = sent.filter((one) => one.planted === null);
    const innocentIds = new Set(innocents.map(({ stayId }) => stayId));
    const falsely = new Set(raised.filter(({ stayId }) => innocentIds.has(stayId)).map(({ stayId }) => stayId));
    const latencies = (seen: ReadonlyMap<string, number>): number[] =>
      sent
        .flatMap(({ stayId, acknowledgedAt }) => (seen.has(stayId) ? [seen.get(stayId)! - acknowledgedAt] : []))
        .sort((a, b) => a - b);
    const [toStore, toDesk] = [latencies(stored), latencies(received)];
    const [left] = await database.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox WHERE topic = 'screening' AND state <> 'done'`,
    );
    const rows = calibrate(listed, random);
    const figures = {
      p99_ms_at_100: rank(toDesk, 0.99),
      p95_ms_at_100: rank(toDesk, 0.95),
      p50_ms_at_100: rank(toDesk, 0.5),
      stored_p99_ms: rank(toStore, 0.99),
      stored_p50_ms: rank(toStore, 0.5),
      declared: sent.length,
      per_second: Math.round(sent.length / SECONDS),
      listed: LISTED,
      storing_the_list_ms: Math.round(listing),
      first_load_ms: Math.round(firstLoadMs),
      planted: planted.length,
      recall: Number((right.length / planted.length).toFixed(3)),
      false_alerts_per_10k: Number(((falsely.size / innocents.length) * 10_000).toFixed(1)),
      unscreened: left?.n ?? -1,
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    keepResult('alerts', figures, rows);
  } finally {
    for (const program of programs) await program.stop('SIGTERM', 10_000);
    await database.close();
    for (const forget of forgets) forget();
  }
}

/** What each threshold would bring, by the same people: the table that the default thresholds are chosen from. */
function calibrate(listed: readonly ListedPerson[], random: Random): object[] {
  const index = new ScreeningIndex(listed.map(({ entryId, description }) => ({ id: entryId, person: description })));
  const describe = (seen: SeenPerson) => ({
    names: [seen.fullName],
    documentNumbers: [seen.number],
    birthDates: [dateOf(seen.birthDate)],
    sex: seen.sex,
    nationality: 'VNM',
  });
  const least = 0.5;
  const planted = Array.from({ length: 1_000 }, () => {
    const person = random.pick(listed);
    const hits = index.screen(describe(declaredAs(person, random, false)), least);
    return hits.find(({ id }) => id === person.entryId)?.score.score ?? 0;
  });
  const begin = performance.now();
  const innocent = Array.from(
    { length: 5_000 },
    () => index.screen(describe(inventPerson(random)), least)[0]?.score.score ?? 0,
  );
  const msEach = (performance.now() - begin) / innocent.length;
  const rows = [0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999].map((threshold) => ({
    threshold,
    recall: planted.filter((score) => score >= threshold).length / planted.length,
    false_alerts_per_10k: (innocent.filter((score) => score >= threshold).length / innocent.length) * 10_000,
  }));
  for (const { threshold, recall, false_alerts_per_10k } of rows) {
    process.stdout.write(
      `threshold ${threshold}: recall ${recall.toFixed(3)}, ${false_alerts_per_10k.toFixed(1)} false alerts per 10,000\n`,
    );
  }
  process.stdout.write(`screening one person against ${listed.length}: ${msEach.toFixed(3)} ms\n`);
  return [...rows, { screening_ms_each: Number(msEach.toFixed(3)) }];
}

const dateOf = (text: string) => {
  const [year = 0, month, day] = text.split('-').map(Number);
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
};

const rank = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? -1);

/** Declares at a steady pace, whatever the answers take. */
async function load(
  origin: string,
  key: string,
  database: BenchDatabase,
  listed: readonly ListedPerson[],
  random: Random,
): Promise<Sent[]> {
  const count = PER_SECOND * SECONDS;
  const begin = performance.now();
  const running: Promise<Sent>[] = [];
  for (let at = 0; at < count; at += 1) {
    const wait = begin + (at * 1_000) / PER_SECOND - performance.now();
    if (wait > 1) await pause(wait);
    const person = at % PLANTED_EVERY === 50 ? random.pick(listed) : null;
    const seen = person ? declaredAs(person, random, false) : inventPerson(random);
    running.push(declare(origin, key, database, seen).then((done) => ({ ...done, planted: person })));
  }
  return Promise.all(running);
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let serial = 0;

function declare(
  origin: string,
  key: string,
  database: BenchDatabase,
  seen: SeenPerson,
): Promise<{ stayId: string; acknowledgedAt: number }> {
  const facilityId = database.facilityIds[(serial += 1) % database.facilityIds.length] ?? '';
  const body = JSON.stringify({
    facilityId,
    kind: 'guest',
    person: {
      fullName: seen.fullName,
      birthDate: seen.birthDate,
      sex: seen.sex,
      document: { type: 1, number: seen.number },
    },
    expectedDepartureAt: `${addDays(localDate(new Date()), 1)}T12:00`,
    reason: 1,
    place: { room: '1' },
  });
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${key}`,
      'idempotency-key': `bench-${serial}`,
    };
    const sent = request(`${origin}/v1/stays`, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const acknowledgedAt = performance.now();
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode !== 201) reject(new Error(`${answer.statusCode}: ${text}`));
        else resolve({ stayId: (JSON.parse(text) as { stayId: string }).stayId, acknowledgedAt });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A duty desk: when each stay's first alert was received. */
function followDesk(origin: string, cookie: string, received: Map<string, number>): { close: () => void } {
  let text = '';
  const sent = httpGet(`${origin}/v1/police/alerts/events`, { headers: { cookie } }, (answer) => {
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      const at = performance.now();
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, data] = /^data: (.*)$/m.exec(text.slice(0, end)) ?? [];
        text = text.slice(end + 2);
        const { stayId } = JSON.parse(data ?? '{}') as { stayId?: string };
        if (stayId !== undefined && !received.has(stayId)) received.set(stayId, at);
      }
    });
  });
  sent.on('error', () => undefined);
  return { close: () => sent.destroy() };
}

/** When each stay's first alert could be seen in the table, to some 10 ms. */
async function watchTable(
  database: BenchDatabase,
  stored: Map<string, number>,
): Promise<{ stop: () => Promise<void> }> {
  const client = new Client({ connectionString: database.urlFor('postgres') });
  await client.connect();
  let running = true;
  const watching = (async () => {
    while (running) {
      const { rows } = await client.query<{ stayId: string }>('SELECT stay_id AS "stayId" FROM watch_alert');
      const at = performance.now();
      for (const { stayId } of rows) if (!stored.has(stayId)) stored.set(stayId, at);
      await pause(10);
    }
    await client.end();
  })();
  return {
    stop: () => {
      running = false;
      return watching;
    },
  };
}

async function until(done: () => boolean, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !done();) {
    if (Date.now() > end) throw new Error('No alert came');
    await pause(5);
  }
}
