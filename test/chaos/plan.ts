import { SeededRandom } from './random';

/** What is done to whom. Kills are SIGKILL; PostgreSQL is stopped in immediate mode and recovers from its log. */
export const FAULTS = [
  'kill-api',
  'kill-worker',
  'kill-both-workers',
  'kill-importer',
  'kill-redis',
  'kill-stand-in',
  'crash-postgres',
  'freeze-worker',
  'freeze-api',
  'flush-redis',
  'fill-batch-disk',
  'stand-in-slow',
  'stand-in-errors',
  'stand-in-drops-answers',
  'stand-in-refuses-rate',
  'stand-in-down',
  'stand-in-clock',
  'cut-clients',
  'delay-clients',
  'half-close-clients',
  'cut-database',
  'cut-upstream',
  'delay-upstream',
] as const;
export type Fault = (typeof FAULTS)[number];

/** How many processes a fault ends by force. */
export const KILLS: Readonly<Partial<Record<Fault, number>>> = {
  'kill-api': 1,
  'kill-worker': 1,
  'kill-both-workers': 2,
  'kill-importer': 1,
  'kill-redis': 1,
  'kill-stand-in': 1,
  'crash-postgres': 1,
};

export interface Step {
  readonly fault: Fault;
  /** Milliseconds after the step before it. */
  readonly after: number;
  /** How long it lasts; for a kill until the start of another. */
  readonly lasts: number;
  /** Decides between several of a kind. */
  readonly pick: number;
}

/** Kills come up more often than the rest: they are what loses things. */
const DECK: readonly Fault[] = [
  ...FAULTS,
  'kill-api',
  'kill-api',
  'kill-worker',
  'kill-worker',
  'kill-worker',
  'kill-redis',
  'kill-stand-in',
  'kill-both-workers',
];
/** Longer than a lease, so that the work of whoever was frozen has gone on elsewhere when it wakes. */
const FREEZE_MS = 4_500;

/** A plan that a seed decides, with at least so many kills; every fault comes up before any comes up again in full. */
export function makePlan(seed: number, kills: number): Step[] {
  const random = new SeededRandom(seed);
  const steps: Step[] = [];
  let killed = 0;
  while (killed < kills) {
    for (const fault of random.shuffled(DECK)) {
      const lasts = fault.startsWith('freeze') ? FREEZE_MS : random.between(200, 1_500);
      steps.push({ fault, after: random.between(100, 1_100), lasts, pick: random.next() });
      killed += KILLS[fault] ?? 0;
    }
  }
  return steps;
}
