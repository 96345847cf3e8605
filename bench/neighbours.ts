import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '@luutru/local-services';
import { projectRoot } from '@luutru/platform';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { declaring, guest } from './guests';
import type { AttackOutcome, AttackPlan } from './neighbour-attack';
import { Programs } from './programs';
import { keepResult } from './rounds';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 4);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 8_000);
/** Only these attacks beside calm, by name and comma; all unless given. */
const ONLY = process.env.BENCH_ATTACKS?.split(',');
const VICTIMS = 10;
const PER_SECOND = 20;
/** An attack goes on for so long before it counts, so that starting its process is not measured. */
const LEAD_MS = 1_000;
/** Longer than this nobody at a desk waits. */
const PATIENCE_MS = 10_000;

/**
 * What facilities that declare at a steady rate notice of others that behave badly: an attack in each round, in turn with calm.
 * `flood_generous` goes to an API that hardly limits rates, so that only turns and places protect. `control` sends as many
 * requests as the flood did to a server that does nothing: what the attacker takes from this machine, and not from the API.
 */
export async function neighbours(): Promise<void> {
  const database = await startBenchDatabase();
  const programs = new Programs(database);
  try {
    const [attacked = '', ...others] = database.facilityIds;
    const victims = await Promise.all(
      others.slice(0, VICTIMS).map(async (id) => ({ id, key: await programs.apiKey([id]) })),
    );
    const key = await programs.apiKey([attacked]);
    const chain = await programs.apiKey(others.slice(VICTIMS));
    // The attackers' addresses are made up, as behind a proxy.
    const behindProxy = { TRUSTED_PROXIES: '127.0.0.1' };
    const limited = await programs.api({ ...behindProxy, RATE_LIMIT_PER_CREDENTIAL: '6000' });
    const generous = await programs.api(behindProxy);
    const sinkOrigin = `http://127.0.0.1:${await findFreePort()}`;
    const rows: Row[] = [];
    let floodRate = 1;
    for (const api of [limited, generous]) await victimLoad(api.origin, victims, 8_000);
    await database.rows('ANALYZE');
    const flooders = [
      { id: attacked, key },
      { id: others[VICTIMS] ?? '', key: chain },
    ];
    for (let i = 0; i < ROUNDS; i += 1) {
      for (const name of [
        'calm',
        'slow-loris',
        'idle',
        'bodies',
        'flood',
        'flood_generous',
        'flood_chain',
        'passwords',
        'control',
      ].filter((attack) => !ONLY || attack === 'calm' || ONLY.includes(attack))) {
        // They are facilities like others, whose keys are known to be good.
        if (name.startsWith('flood'))
          for (const api of [limited, generous]) await victimLoad(api.origin, flooders, 200);
        const api = name === 'flood_generous' || name === 'flood_chain' ? generous : limited;
        const plan = planOf(name, api.origin, { key, chain, attacked, chained: others[VICTIMS] ?? '' }, floodRate);
        const sink =
          name === 'control'
            ? await attack({ ...plan, kind: 'sink', origin: sinkOrigin, ms: LEAD_MS + ROUND_MS + 4_000 }, i)
            : null;
        const attacker = plan && (await attack(name === 'control' ? { ...plan, origin: sinkOrigin } : plan, i));
        const { took, refused } = await victimLoad(api.origin, victims, ROUND_MS);
        const rssMb = api.rssMb();
        const outcome = await attacker?.outcome;
        if (name === 'flood_generous' && outcome)
          floodRate = Math.max(1, outcome.requests / ((LEAD_MS + ROUND_MS + 1_000) / 1_000));
        await sink?.outcome;
        rows.push({ attack: name, round: i, took, refused, rssMb, ...(outcome && { outcome }) });
        await pause(500);
      }
    }
    report(rows);
    await verify(database, rows);
  } finally {
    await programs.close();
    await database.close();
  }
}

interface Row {
  readonly attack: string;
  readonly round: number;
  readonly took: readonly number[];
  readonly refused: number;
  readonly rssMb: number;
  readonly outcome?: AttackOutcome;
}

interface Targets {
  readonly key: string;
  readonly chain: string;
  readonly attacked: string;
  readonly chained: string;
}

function planOf(name: string, origin: URL, to: Targets, floodRate: number): AttackPlan {
  const kind = name.startsWith('flood') || name === 'control' ? 'flood' : (name as AttackPlan['kind']);
  const isChain = name === 'flood_chain';
  return {
    kind,
    origin: origin.href,
    // Longer than the victims declare, so that all of their time is bad.
    ms: LEAD_MS + ROUND_MS + 1_000,
    key: isChain ? to.chain : to.key,
    facilityId: isChain ? to.chained : to.attacked,
    rate: name === 'control' ? floodRate : 1e6,
  };
}

/** Starts an attacker of its own process; resolves once its load has begun. */
async function attack(plan: AttackPlan, round: number): Promise<{ outcome: Promise<AttackOutcome> } | null> {
  if ((plan.kind as string) === 'calm') return null;
  const child: ChildProcess = spawn(process.execPath, [join(projectRoot(), 'dist', 'bench', 'neighbour-attack.js')], {
    env: { ...process.env, ATTACK_PLAN: JSON.stringify(plan), BENCH_PERSONS: String((persons += 60_000 + round)) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no attacker');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  await pause(LEAD_MS);
  const outcome = lines.next().then(({ value }) => JSON.parse(String(value)) as AttackOutcome);
  return { outcome };
}
let persons = 200_000;

/** Declares at a steady rate, whether or not earlier ones were answered: who waits does not keep others from coming. */
async function victimLoad(
  origin: URL,
  victims: readonly { id: string; key: string }[],
  ms: number,
): Promise<{ took: number[]; refused: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const took: number[] = [];
  let refused = 0;
  const begin = performance.now();
  const running: Promise<void>[] = [];
  for (let i = 0; i < (ms / 1_000) * PER_SECOND; i += 1) {
    const due = begin + (i * 1_000) / PER_SECOND;
    if (due > performance.now()) await pause(due - performance.now());
    const victim = victims[i % victims.length];
    if (!victim) break;
    const one = declareOnce(agent, origin, victim).then((status) => {
      took.push(performance.now() - due);
      if (status !== 201) refused += 1;
    });
    running.push(one);
  }
  await Promise.all(running);
  agent.destroy();
  return { took, refused };
}

function declareOnce(agent: Agent, { hostname, port }: URL, { id, key }: { id: string; key: string }): Promise<number> {
  const body = guest(id);
  const headers = {
    ...declaring(key),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const options = { hostname, port, path: '/v1/stays', method: 'POST', agent, headers, timeout: PATIENCE_MS };
    const sent = request(options, (answer) => {
      answer.resume().once('close', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('timeout', () => sent.destroy());
    sent.once('error', () => resolve(0));
    sent.end(body);
  });
}

function report(rows: readonly Row[]): void {
  const names = [...new Set(rows.map(({ attack: name }) => name))];
  const figures: Record<string, number> = {};
  const summary = names.map((name) => {
    const own = rows.filter((row) => row.attack === name);
    const took = own.flatMap((row) => row.took).sort((a, b) => a - b);
    const rank = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
    const statuses: Record<string, number> = {};
    for (const { outcome } of own) {
      for (const [status, n] of Object.entries(outcome?.statuses ?? {})) statuses[status] = (statuses[status] ?? 0) + n;
    }
    return {
      attack: name,
      requests: took.length,
      p50: rank(0.5),
      p95: rank(0.95),
      p99: rank(0.99),
      refused: own.reduce((sum, row) => sum + row.refused, 0),
      rssMb: Math.max(...own.map((row) => row.rssMb)),
      attackers: statuses,
    };
  });
  const calm = summary.find((row) => row.attack === 'calm');
  for (const { attack: name, p50, p95, p99, refused, rssMb, attackers } of summary) {
    const prefix = name.replace('-', '_');
    const ratio = p99 / (calm?.p99 ?? 1);
    figures[`${prefix}_p99_ms`] = p99;
    figures[`${prefix}_rss_mb`] = rssMb;
    figures[`${prefix}_refused`] = refused;
    if (name !== 'calm') figures[`${prefix}_p99_over_calm`] = ratio;
    process.stdout.write(
      `${name.padEnd(15)} p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms  ×${ratio.toFixed(2)}  ` +
        `refused ${refused}  ${rssMb} MB  ${JSON.stringify(attackers)}\n`,
    );
  }
  if (!ONLY) keepResult('neighbours', figures, summary);
}

/** What the victims were told must be there. */
async function verify(database: BenchDatabase, rows: readonly Row[]): Promise<void> {
  const acknowledged = rows.reduce((sum, row) => sum + row.took.length - row.refused, 0);
  const [stored] = await database.rows<{ n: number }>('SELECT count(*)::integer AS n FROM stay');
  process.stdout.write(`${acknowledged} acknowledged to victims; ${stored?.n} stays in all.\n`);
  if ((stored?.n ?? 0) < acknowledged) throw new Error('Acknowledged stays are missing');
}
