import { SeededRandom } from './random';
import { faultsOf, judge, type Verdict } from './judge';
import { Load, markOf, nameOf } from './load';
import { type Fault, KILLS, makePlan, type Step } from './plan';
import { pause, restart, Stage, type StageOptions } from './stage';

export interface ChaosOptions extends StageOptions {
  readonly seed: number;
  readonly kills: number;
  /** At least so long, and at least so many declarations. */
  readonly seconds: number;
  readonly declarations?: number;
  readonly clients: number;
  /** How long what is queued may take to arrive once everything is well again. */
  readonly drainSeconds: number;
  readonly say?: (line: string) => void;
}

export interface ChaosReport {
  readonly seed: number;
  readonly seconds: number;
  readonly acknowledged: number;
  readonly versions: number;
  readonly stays: number;
  readonly delivered: number;
  readonly kills: number;
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  /** Requests that clients sent again. */
  readonly retries: number;
  /** Requests that were told to come back later (503). */
  readonly putOff: number;
  /** Connections that the networks spoilt. */
  readonly spoilt: number;
  readonly refusals: readonly string[];
  readonly verdict: Verdict;
  readonly guilty: Readonly<Record<string, number>>;
}

const FACILITIES = 20;

/** Load and faults at once, then calm, then judgement. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, say = () => undefined } = options;
  const stage = await Stage.open(options);
  const begin = Date.now();
  try {
    const desks = [];
    for (let n = 0; n < FACILITIES; n += 1) {
      desks.push({ apiUrl: stage.apiUrl, key: await stage.build.apiKey([await stage.build.facility()]) });
    }
    const load = new Load(desks, new SeededRandom(seed + 1));
    let running = true;
    const clients = Promise.all(Array.from({ length: options.clients }, () => load.client(() => running)));
    const faults = new Mischief(stage, load);
    const wanted = options.declarations ?? 0;
    const enough = (): boolean =>
      Date.now() - begin >= options.seconds * 1_000 &&
      load.acknowledged.length >= wanted &&
      faults.kills >= options.kills;
    for (let round = 0; !enough(); round += 1) {
      for (const step of makePlan(seed + round, 1)) {
        // Faults keep pace with the load: all over by the time the last declarations come, they would show little.
        while (!enough() && faults.kills * wanted > load.acknowledged.length * options.kills) await pause(100);
        if (enough()) break;
        await faults.do(step);
      }
      say(
        `${String(load.acknowledged.length)} acknowledged, ${String(faults.kills)} kills, ${String(load.retries)} sent again`,
      );
    }
    await faults.over();
    running = false;
    await clients;
    say(`calm after ${String(Math.round((Date.now() - begin) / 1_000))} s; what is queued is on its way`);
    await drain(stage, options.drainSeconds);
    const evidence = await gather(stage, load);
    const verdict = judge(evidence);
    return {
      seed,
      seconds: Math.round((Date.now() - begin) / 1_000),
      acknowledged: load.acknowledged.length,
      versions: load.acknowledged.reduce((sum, { marks }) => sum + marks.length, 0),
      stays: evidence.stays.length,
      delivered: evidence.ledger.length,
      kills: faults.kills,
      faults: faults.done,
      retries: load.retries,
      putOff: load.putOff,
      spoilt: stage.clients.spoilt + stage.databases.spoilt + stage.upstream.spoilt,
      refusals: load.refusals,
      verdict,
      guilty: faultsOf(verdict),
    };
  } finally {
    await stage.close();
  }
}

/** Does the steps of a plan. What happens to one program happens to it one after the other; different ones overlap. */
class Mischief {
  kills = 0;
  readonly done: Partial<Record<Fault, number>> = {};
  private readonly queues = new Map<string, Promise<void>>();
  /** Requests that faults sent, to be in their way. */
  private readonly errands: Promise<void>[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly load: Load,
  ) {}

  async do(step: Step): Promise<void> {
    await pause(step.after);
    if (step.fault === 'fill-batch-disk' && !this.stage.canFillDisk) return;
    this.begin(step);
    // Not more than a few at a time: a system that is nowhere up shows nothing.
    while (this.queues.size > 3) await Promise.race(this.queues.values());
  }

  async over(): Promise<void> {
    while (this.queues.size > 0) await Promise.all(this.queues.values());
    await this.stage.calm();
    await Promise.all(this.errands);
  }

  private begin({ fault, lasts, pick }: Step): void {
    const { stage } = this;
    const api = Math.floor(pick * 2);
    const worker = Math.floor(pick * 2);
    const actions: Record<Fault, [targets: readonly string[], act: () => Promise<void>]> = {
      'kill-api': [[`api${String(api)}`], () => restart(stage.apis[api], lasts)],
      'kill-worker': [[`worker${String(worker)}`], () => restart(stage.workers[worker], lasts)],
      'kill-both-workers': [
        ['worker0', 'worker1'],
        async () => {
          await Promise.all(stage.workers.map((program) => restart(program, lasts)));
        },
      ],
      'kill-importer': [['importer'], () => restart(stage.importer, lasts)],
      'kill-redis': [['redis'], () => stage.killRedis(lasts)],
      'kill-stand-in': [['stand-in'], () => stage.restartStandIn(lasts)],
      'crash-postgres': [['postgres'], () => stage.crashPostgres(lasts)],
      'freeze-worker': [[`worker${String(worker)}`], () => freeze(stage.workers[worker], lasts)],
      'freeze-api': [[`api${String(api)}`], () => freeze(stage.apis[api], lasts)],
      'flush-redis': [['redis'], () => stage.flushRedis()],
      // Not while PostgreSQL recovers, which needs room.
      'fill-batch-disk': [
        ['postgres'],
        () => {
          this.errands.push(this.load.sendOneFile());
          return stage.fillBatchDisk(lasts);
        },
      ],
      'stand-in-slow': [['stand-in'], () => stage.misbehave({ latencyMs: { min: 300, max: 1_500 } }, lasts)],
      'stand-in-errors': [['stand-in'], () => stage.misbehave({ errorRate: 0.6 }, lasts)],
      'stand-in-drops-answers': [['stand-in'], () => stage.misbehave({ dropAfterCommitRate: 0.5 }, lasts)],
      'stand-in-refuses-rate': [['stand-in'], () => stage.misbehave({ rateLimitPerSecond: 10 }, lasts)],
      'stand-in-down': [['stand-in'], () => stage.misbehave({ down: true }, lasts)],
      'stand-in-clock': [['stand-in'], () => stage.misbehave({ clockSkewMs: 15 * 60_000 }, lasts)],
      'cut-clients': [['clients'], () => spoil(stage.clients, 'cut', lasts)],
      'delay-clients': [['clients'], () => spoil(stage.clients, 'delay', lasts)],
      'half-close-clients': [['clients'], () => spoil(stage.clients, 'half-close', lasts)],
      'cut-database': [['databases'], () => spoil(stage.databases, 'cut', lasts)],
      'cut-upstream': [['upstream'], () => spoil(stage.upstream, 'cut', lasts)],
      'delay-upstream': [['upstream'], () => spoil(stage.upstream, 'delay', lasts)],
    };
    const [targets, act] = actions[fault];
    const before = Promise.all(targets.map((target) => this.queues.get(target) ?? Promise.resolve()));
    const settled: Promise<void> = before
      .then(act)
      .then(() => {
        this.done[fault] = (this.done[fault] ?? 0) + 1;
        this.kills += KILLS[fault] ?? 0;
      })
      .finally(() => {
        for (const target of targets) if (this.queues.get(target) === settled) this.queues.delete(target);
      });
    for (const target of targets) this.queues.set(target, settled);
  }
}

type Killable = Stage['importer'] | undefined;

async function freeze(program: Killable, lasts: number): Promise<void> {
  program?.signal('SIGSTOP');
  await pause(lasts);
  program?.signal('SIGCONT');
}

async function spoil(proxy: Stage['clients'], mode: 'cut' | 'delay' | 'half-close', lasts: number): Promise<void> {
  proxy.set(mode);
  await pause(lasts);
  proxy.set('through');
}

/** Until nothing is queued, or until that takes too long: then what is left is evidence. */
async function drain(stage: Stage, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(200)) {
    const [row] = await stage.build.rows<{ n: number }>(
      `SELECT (SELECT count(*) FROM outbox WHERE state = 'pending')::int
            + (SELECT count(*) FROM batch WHERE state IN ('received', 'validating', 'committing'))::int AS n`,
    );
    if (row?.n === 0) return;
  }
}

async function gather(stage: Stage, load: Load) {
  const stays = await stage.build.rows<{ stayId: string; room: string; version: number }>(
    'SELECT stay_id AS "stayId", room, version FROM stay',
  );
  const events = await stage.build.rows<{
    stayId: string;
    sequence: number;
    state: 'pending' | 'done' | 'dead';
    claims: number;
  }>(`SELECT stay_id AS "stayId", sequence, state, claim_number AS claims FROM outbox WHERE topic = 'population'`);
  const ledger = (await stage.ledger()).map(({ stayId, sequence, receivedCount, content }) => {
    const { place, departedAt } = (content?.stay ?? {}) as { place?: { room?: string }; departedAt?: string };
    return { stayId, sequence, receivedCount, mark: markOf(place?.room ?? '', departedAt !== undefined) };
  });
  return {
    acknowledged: load.acknowledged,
    stays: stays.map(({ stayId, room, version }) => ({ stayId, version, name: nameOf(room) })),
    events,
    ledger,
  };
}
