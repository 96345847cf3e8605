import { AppError, type Database, type Logger, NO_FACILITY, type Transaction } from '@luutru/platform';
import { AuditSealRepository } from './audit-seal.repository';
import type { SealSink } from './seal-sink';

/** First of the locks by which one worker at a time writes to the sink of that place in the list. */
const SINK_LOCK = 7_305_010;
const BATCH = 500;
/** A sink that keeps failing is spoken of once in that many runs. */
const SPEAK_EVERY = 60;

/** How far a sink is behind. */
export interface SinkLag {
  readonly sink: string;
  /** Seals that it is not known to hold. */
  readonly behind: number;
}

class SinkState {
  held = 0;
  last = 0;
  failures = 0;
  constructor(
    readonly sink: SealSink,
    readonly lock: number,
  ) {}

  lag(): SinkLag {
    return { sink: this.sink.name, behind: Math.max(0, this.last - this.held) };
  }
}

/** Carries heads to the sinks, each from where that sink stopped: one that fails holds back neither sealing nor the other. */
export class SealExporter {
  private readonly seals = new AuditSealRepository();
  private readonly states: readonly SinkState[];

  constructor(
    private readonly database: Database,
    sinks: readonly SealSink[],
    private readonly logger: Logger,
  ) {
    this.states = sinks.map((sink, index) => new SinkState(sink, SINK_LOCK + index));
  }

  /** The lag of every sink as of the last run. */
  lag(): SinkLag[] {
    return this.states.map((state) => state.lag());
  }

  /** Brings every sink as far as it can go; never throws. */
  async run(): Promise<void> {
    await Promise.all(this.states.map((state) => this.runSafely(state)));
  }

  private async runSafely(state: SinkState): Promise<void> {
    try {
      while (await this.export(state));
      if (state.failures > 0) this.logger.info(state.lag(), 'audit heads are exported again');
      state.failures = 0;
    } catch (error) {
      state.failures += 1;
      if (state.failures % SPEAK_EVERY !== 1) return;
      const cause = error instanceof AppError ? { code: error.code, ...error.params } : { err: error };
      this.logger.error({ ...state.lag(), ...cause }, 'audit heads are not exported');
    }
  }

  /** One batch; true when there may be more. */
  private export(state: SinkState): Promise<boolean> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const last = await this.seals.findLast(tx);
      const [{ mine }] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
        state.lock,
      ]);
      if (!mine || !last) return false;
      state.last = last.sealNumber;
      state.held = await this.heldNumber(tx, state.sink);
      const seals = await this.seals.listAfter(tx, state.held, BATCH);
      if (seals.length > 0) await state.sink.append(seals);
      state.held = seals.at(-1)?.sealNumber ?? state.held;
      return state.held < state.last;
    });
  }

  /** Throws `audit-heads-differ` when the sink holds a head that is not, or no longer, the database's. */
  private async heldNumber(tx: Transaction, sink: SealSink): Promise<number> {
    const held = await sink.findLast();
    if (!held) return 0;
    const seal = await this.seals.find(tx, held.sealNumber);
    if (!seal?.head.equals(held.head)) {
      throw new AppError('audit-heads-differ', 'conflict', { sealNumber: held.sealNumber });
    }
    return held.sealNumber;
  }
}
