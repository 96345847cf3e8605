import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { addDays, localDate } from '@luutru/calendar';
import { CLOCK, type Clock, type DatabaseModuleOptions, NO_FACILITY, openDatabase } from '@luutru/platform';

export const PROBE_DATABASE = Symbol('PROBE_DATABASE');

const LIMITS = { connectMs: 2_000, statementMs: 2_000, lockMs: 1_000 };

/**
 * Asks the database over a connection of its own: when the others are all at work, the process is busy, and not unready.
 * However many ask at once, the database is asked once.
 */
@Injectable()
export class ReadinessProbe implements OnApplicationShutdown {
  private opened?: ReturnType<typeof openDatabase>;
  private asked?: Promise<boolean>;

  constructor(
    @Inject(PROBE_DATABASE) private readonly options: DatabaseModuleOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** True when the database answers and has the partitions of today and the coming week. */
  canStore(): Promise<boolean> {
    this.asked ??= this.ask()
      .catch(() => false)
      .finally(() => (this.asked = undefined));
    return this.asked;
  }

  async onApplicationShutdown(): Promise<void> {
    const opened = await this.opened?.catch(() => undefined);
    await opened?.close();
  }

  private async ask(): Promise<boolean> {
    const { database } = await this.open();
    const today = localDate(this.clock.now());
    const partitions = [today, addDays(today, 7)].map((day) => `stay_${day.slice(0, 7).replace('-', '_')}`);
    const [result] = await database.run<{ missing: boolean }>(NO_FACILITY, {
      name: 'health_ready',
      text: `SELECT bool_or(to_regclass('public.' || p) IS NULL) AS missing FROM unnest($1::text[]) AS p`,
      values: [partitions],
    });
    return result?.rows[0]?.missing === false;
  }

  private open(): ReturnType<typeof openDatabase> {
    this.opened ??= openDatabase({ ...this.options, poolSize: 1, entities: [], limits: LIMITS });
    this.opened.catch(() => (this.opened = undefined));
    return this.opened;
  }
}
