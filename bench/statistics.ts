import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '@luutru/access';
import { addDays, localDate, localTimeOfDay } from '@luutru/calendar';
import { type Database, openDatabase } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { EditionReadModel, NowReadModel, StatisticsReadModel, StatisticsReckoning } from '@luutru/statistics';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { keepResult, median, round, summarise } from './rounds';
import { editions } from './statistics-editions';
import { backlogOf, freshness } from './statistics-freshness';
import { fillProvince } from './statistics-population';
import { type Answer, questionsOf, type StatisticsQuestion } from './statistics-questions';

const STAYS = Number(process.env.BENCH_STAYS ?? 10_000_000);
const CLIENTS = [1, 4, 8];
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 3_000);
const RAW_ROUNDS = Number(process.env.BENCH_RAW_ROUNDS ?? 1);
const BACKLOG = 20_000;
const EDITION_ROUNDS = 40;
/** Questions are about as many months or wards, one after the other. */
const DIFFERENT = 24;
/** What is measured is how long it takes; nothing is given up on a busy machine. */
const LIMITS = { connectMs: 60_000, statementMs: 3_600_000 };
const CLOCK_TICKS_PER_SECOND = 100;

/**
 * What the statistics pages ask, of a province with three years of stays, each beside the same made of the stays themselves
 * in the same run; and how long it takes to count all of them from nothing, and to keep up. BENCH_STAYS is how many stays
 * (10 million). With BENCH_WAIT it waits for a line of input before the rounds, so that other work can be halted for them. What was
 * filled and counted stays in the folder BENCH_DATA, where one is given, for later runs.
 */
export async function statistics(): Promise<void> {
  const bench = await startBenchDatabase(process.env.BENCH_DATA);
  try {
    const open = (role: string, poolSize: number) =>
      openDatabase({ url: bench.urlFor(role), poolSize, applicationName: 'bench', entities: [], limits: LIMITS });
    const [app, worker] = [await open('luutru_app', 8), await open('luutru_worker', 1)];
    const clock = { now: () => new Date() };
    const reckoning = new StatisticsReckoning(worker.database, clock);
    const filled = await once(join(bench.folder, 'filled.json'), async () => ({
      stays: STAYS,
      fill_s: await fillProvince(bench, STAYS),
    }));
    process.stdout.write(`filled ${JSON.stringify(filled)}\n`);
    const counted = await once(join(bench.folder, 'counted.json'), async () => {
      const times = await countAll(bench, reckoning);
      await bench.rows('VACUUM ANALYZE');
      await bench.rows('CHECKPOINT');
      return { ...times, ...(await sizesOf(bench)) };
    });
    const made = { ...filled, ...counted };
    process.stdout.write(`made ${JSON.stringify(made)}\n`);

    const questions = await prepare(bench, app.database, clock);
    await quiet('the questions');
    const times = new Map<string, Record<string, number>>();
    for (const question of questions) times.set(question.name, await time(question));
    // What was declared in an earlier run is in this database, so that it is not declared again.
    const fresh = await once(join(bench.folder, 'fresh.json'), async () => ({
      ...(await freshness(bench, reckoning)),
      stays_counted_per_s: await backlogOf(bench, reckoning, BACKLOG),
    }));
    process.stdout.write(`fresh ${JSON.stringify(fresh)}\n`);
    process.stdout.write('rounds done\n');

    const rows = [];
    for (const question of questions) {
      const row = { question: question.name, ...times.get(question.name), ...(await compare(question)) };
      process.stdout.write(`${JSON.stringify(row)}\n`);
      rows.push(row);
    }
    const figures = {
      ...made,
      ...fresh,
      p95_ms: Math.max(...[...times.values()].map(({ p95_1 }) => p95_1 ?? 0)),
      mismatched_cells: rows.reduce((sum, { mismatched }) => sum + mismatched, 0),
    };
    keepResult('statistics', figures, rows);
    for (const [name, value] of Object.entries(figures))
      process.stdout.write(`${name.padEnd(28)} ${value.toFixed(1)}\n`);
    await app.close();
    await worker.close();
  } finally {
    await bench.close();
  }
}

/** What was given out of closed months, and how long that took; BENCH_STAYS as above. */
export async function statisticsEditions(): Promise<void> {
  const bench = await startBenchDatabase(process.env.BENCH_DATA);
  try {
    await once(join(bench.folder, 'filled.json'), async () => ({
      stays: STAYS,
      fill_s: await fillProvince(bench, STAYS),
    }));
    const open = (role: string) =>
      openDatabase({ url: bench.urlFor(role), poolSize: 4, applicationName: 'bench', entities: [], limits: LIMITS });
    const [app, worker] = [await open('luutru_app'), await open('luutru_worker')];
    const clock = { now: () => new Date() };
    const reckoning = new StatisticsReckoning(worker.database, clock);
    // The second run knows that all is counted.
    for (let times = 0; times < 2; times += 1) await reckoning.run();
    await bench.rows('VACUUM ANALYZE');
    await editions({ bench, app: app.database, worker: worker.database, clock, stays: STAYS, rounds: EDITION_ROUNDS });
    await app.close();
    await worker.close();
  } finally {
    await bench.close();
  }
}

/** From nothing, as at the first start; meanwhile for how long younger transactions had to wait for one that wrote. */
async function countAll(bench: BenchDatabase, reckoning: StatisticsReckoning): Promise<Record<string, number>> {
  let over = false;
  let longest = 0;
  const watching = (async () => {
    const since = new Map<string, number>();
    while (!over) {
      const [row] = await bench.rows<{ xid: string }>(
        `SELECT backend_xid::text AS xid FROM pg_stat_activity WHERE usename = 'luutru_worker' AND backend_xid IS NOT NULL`,
      );
      if (row) {
        const first = since.get(row.xid) ?? performance.now();
        since.set(row.xid, first);
        longest = Math.max(longest, performance.now() - first);
      }
      await sleep(100);
    }
  })();
  const began = performance.now();
  const cpu = await workerCpu(bench);
  const { spans } = await reckoning.run();
  const count_all_s = (performance.now() - began) / 1000;
  const count_all_cpu_s = (await workerCpu(bench)) - cpu;
  over = true;
  await watching;
  return { count_all_s, count_all_cpu_s, spans, longest_write_s: longest / 1000 };
}

/** Seconds that the worker's session computed; the machine may have had other work besides. 0 where /proc does not tell. */
async function workerCpu(bench: BenchDatabase): Promise<number> {
  const [row] = await bench.rows<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE usename = 'luutru_worker'`);
  if (!row) return 0;
  try {
    const fields = readFileSync(`/proc/${row.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

async function sizesOf(bench: BenchDatabase): Promise<Record<string, number>> {
  const tables = await bench.rows<{ name: string; mb: number; rows: number }>(
    `SELECT relname AS name, (pg_total_relation_size(oid) / 1048576)::integer AS mb, reltuples::integer AS rows FROM pg_class
     WHERE relname IN ('statistic_day', 'statistic_month', 'statistic_now', 'statistic_worker_now', 'statistic_stay', 'statistic_place')`,
  );
  const [whole] = await bench.rows<{ mb: number }>(
    'SELECT (pg_database_size(current_database()) / 1048576)::integer AS mb',
  );
  return Object.fromEntries([
    ...tables.flatMap(({ name, mb, rows }) => [[`${name}_mb`, mb] as const, [`${name}_rows`, rows] as const]),
    ['database_mb', whole?.mb ?? 0],
  ]);
}

/** What an earlier run left in a file, or what is done now. */
async function once(file: string, work: () => Promise<Record<string, number>>): Promise<Record<string, number>> {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await work()));
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
}

async function quiet(what: string): Promise<void> {
  if (process.env.BENCH_WAIT === undefined) return;
  process.stdout.write(`waiting before ${what}\n`);
  const lines = createInterface({ input: process.stdin });
  await new Promise((resolve) => lines.once('line', resolve));
  lines.close();
}

async function prepare(
  bench: BenchDatabase,
  database: Database,
  clock: { now(): Date },
): Promise<readonly StatisticsQuestion[]> {
  const reference = new ReferenceDataService(database);
  await reference.reload();
  const wards = reference.adminUnits.children('p48').map(({ unitId }) => unitId);
  const area = { wardIds: wards, formerWardIds: [], zoneIds: [], kinds: null };
  const permissions = new Set(['statistics.read', 'statistics.exact'] as const);
  const grant = { role: null, permissions, reach: { facilityIds: [], areas: [area] } };
  const caller: Caller = {
    principal: { kind: 'person', id: 'bench', grants: [grant], ownIndexes: [] },
    requestId: 'bench',
  };
  const today = localDate(clock.now());
  return questionsOf({
    figures: new StatisticsReadModel(database, reference, new EditionReadModel(database, reference, clock), clock),
    now: new NowReadModel(database, reference, clock),
    caller,
    wards,
    today,
    lastNight: addDays(today, localTimeOfDay(clock.now()) < '04:00' ? -2 : -1),
    raw: (sql, values) => bench.rows(sql, values),
  });
}

/** How long it takes, of each of its months or wards for the first time, and then again and again. */
async function time(question: StatisticsQuestion): Promise<Record<string, number>> {
  let at = 0;
  const first: number[] = [];
  for (; at < DIFFERENT; at += 1) {
    const began = performance.now();
    await question.ask(at);
    first.push(performance.now() - began);
  }
  const times: Record<string, number> = { p95_first: summarise(first, 1).p95 };
  for (const clients of CLIENTS) {
    const { p50, p95, p99, perSecond } = await round(clients, ROUND_MS, () => question.ask((at += 1)));
    Object.assign(times, { [`p50_${clients}`]: p50, [`p95_${clients}`]: p95, [`p99_${clients}`]: p99 });
    times[`per_s_${clients}`] = perSecond;
  }
  process.stdout.write(`${question.name}: ${JSON.stringify(times)}\n`);
  return times;
}

/** Cell by cell against the same straight from the stays. */
async function compare(question: StatisticsQuestion) {
  const raws: number[] = [];
  let mismatched = 0;
  let cells = 0;
  for (let at = 0; at < RAW_ROUNDS; at += 1) {
    const began = performance.now();
    const expected = await question.raw(at);
    raws.push(performance.now() - began);
    const ours = await question.ours(at);
    cells += expected.size;
    mismatched += differences(ours, expected);
  }
  return { raw_ms: median(raws), cells, mismatched };
}

function differences(ours: Answer, raw: Answer): number {
  const keys = new Set([...ours.keys(), ...raw.keys()]);
  return [...keys].filter((key) => Math.abs((ours.get(key) ?? 0) - (raw.get(key) ?? 0)) > 1e-9).length;
}
