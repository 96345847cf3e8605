import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@luutru/audit';
import type { Clock, Database, KeyRing } from '@luutru/platform';
import { type HeldStayEvent, LOOK_UP_MAX, type PopulationClient, PopulationUnavailable } from '@luutru/population';
import { type Difference, type EventKey, eventIdOf, eventKeyOf, judgeHeld } from './domain/difference';
import { type FinishedEvent, ReconciliationRepository } from './reconciliation.repository';

export interface ReconciliationParts {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly population: PopulationClient;
  readonly clock: Clock;
  readonly actor: Actor;
  /** Called for each difference as it is found; nothing is kept. */
  readonly report: (difference: Difference) => void;
  /** Called when all before that moment has been compared: a later run may begin there. */
  readonly reached: (moment: Date) => void;
  /** Waits between attempts while the receiver is away or wants to be left alone. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

export interface ReconciliationRequest {
  readonly from: Date;
  readonly to: Date;
  /** Reports and changes nothing. */
  readonly dryRun: boolean;
}

export interface ReconciliationResult {
  /** Events that they hold, and events that we call delivered. */
  readonly theirs: number;
  readonly ours: number;
  readonly differences: number;
  /** Differences that nothing was done about. */
  readonly remaining: number;
}

const SLICE_MS = 3_600_000;
const ATTEMPTS = 60;
const PAUSE_MS = 1_000;
/** Waiting does not help against these. */
const OURS_TO_MEND: ReadonlySet<string> = new Set(['credentials-refused', 'clock-skew']);

/**
 * Compares our view of the deliveries of a period with the population database's and repairs what can be repaired. It holds
 * one page at a time and repeats harmlessly: what was repaired is no difference any more.
 */
export class Reconciliation {
  private readonly repository: ReconciliationRepository;
  private counts = { theirs: 0, ours: 0, differences: 0, remaining: 0 };

  constructor(private readonly parts: ReconciliationParts) {
    this.repository = new ReconciliationRepository(parts.database, parts.keyRing);
  }

  async run({ from, to, dryRun }: ReconciliationRequest): Promise<ReconciliationResult> {
    this.counts = { theirs: 0, ours: 0, differences: 0, remaining: 0 };
    for (let start = from; start < to;) {
      const end = new Date(Math.min(start.getTime() + SLICE_MS, to.getTime()));
      await this.compareTheirs(start, end, dryRun);
      await this.compareOurs(start, end, dryRun);
      this.parts.reached(end);
      start = end;
    }
    return { ...this.counts };
  }

  /** All that they received from us in the slice. */
  private async compareTheirs(from: Date, to: Date, dryRun: boolean): Promise<void> {
    let after: string | null = null;
    do {
      const page = await this.asked((client) => client.listStayEvents({ from, to, after }));
      this.counts.theirs += page.entries.length;
      const keys = page.entries.flatMap(({ eventId }) => eventKeyOf(eventId) ?? []);
      const ours = await this.repository.ours(keys);
      for (const entry of page.entries) {
        const kind = judgeHeld(entry, ours.get(entry.eventId) ?? null);
        if (kind) await this.found({ kind, eventId: entry.eventId, at: new Date(entry.recordedAt) }, dryRun);
      }
      after = page.next;
    } while (after !== null);
  }

  /** All that we call delivered in the slice; they may have recorded it earlier, so that they are asked by id. */
  private async compareOurs(from: Date, to: Date, dryRun: boolean): Promise<void> {
    let last: FinishedEvent | null = null;
    for (;;) {
      const page: readonly FinishedEvent[] = await this.repository.finished(from, to, last, LOOK_UP_MAX);
      if (page.length === 0) return;
      this.counts.ours += page.length;
      const entries: readonly HeldStayEvent[] = await this.asked((client) =>
        client.lookUpStayEvents(page.map(eventIdOf)),
      );
      const held = new Set(entries.map(({ eventId }) => eventId));
      for (const event of page) {
        const eventId = eventIdOf(event);
        if (!held.has(eventId)) await this.found({ kind: 'missing-there', eventId, at: event.finishedAt }, dryRun);
      }
      last = page.at(-1) ?? null;
    }
  }

  private async found(difference: Omit<Difference, 'repaired'>, dryRun: boolean): Promise<void> {
    const key = eventKeyOf(difference.eventId);
    const repaired = !dryRun && key !== null && (await this.repair(difference, key));
    this.counts.differences += 1;
    if (!repaired) this.counts.remaining += 1;
    this.parts.report({ ...difference, repaired });
  }

  private async repair({ kind, at }: Omit<Difference, 'repaired'>, key: EventKey): Promise<boolean> {
    const { actor, clock } = this.parts;
    // When nothing was left to do, the worker, or the repair of an earlier event of the stay, was faster.
    if (kind === 'unfinished-here') await this.repository.settle(key, at, actor, clock.now());
    else if (kind === 'missing-there') await this.repository.sendAgain(key, actor, clock.now());
    else return false;
    return true;
  }

  private async asked<T>(ask: (client: PopulationClient) => Promise<T>): Promise<T> {
    const { population, pause = wait } = this.parts;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(population);
      } catch (error) {
        const hopeless = !(error instanceof PopulationUnavailable) || OURS_TO_MEND.has(error.reason);
        if (hopeless || attempt === ATTEMPTS) throw error;
        await pause(Math.max(PAUSE_MS, error.retryAfterMs ?? 0));
      }
    }
  }
}
