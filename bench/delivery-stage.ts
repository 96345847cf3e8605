import type { BenchDatabase } from './bench-database';
import { type Launched, Programs } from './programs';

/** A stand-in, Redis, and as many workers and APIs as a benchmark of the delivery wants. */
export class DeliveryStage {
  private constructor(
    private readonly database: BenchDatabase,
    private readonly programs: Programs,
    private readonly standIn: Awaited<ReturnType<Programs['standIn']>>,
    private readonly redisUrl: string,
  ) {}

  static async open(database: BenchDatabase): Promise<DeliveryStage> {
    const programs = new Programs(database);
    return new DeliveryStage(database, programs, await programs.standIn(), await programs.redis());
  }

  get masterKeys(): string {
    return this.programs.keys.LUUTRU_MASTER_KEYS;
  }

  api(): Promise<Launched> {
    return this.programs.api();
  }

  apiKey(): Promise<string> {
    return this.programs.apiKey();
  }

  worker(concurrency: number): Promise<Launched> {
    return this.programs.worker(this.standIn.origin, this.redisUrl, {
      DATABASE_POOL: '10',
      DELIVERY_CONCURRENCY: String(concurrency),
    });
  }

  async behave(behaviour: object): Promise<void> {
    await this.standIn.admin('PUT', '/admin/behaviour', behaviour);
  }

  /** What the stand-in recorded, and how often something was sent to be recorded. */
  async ledger(): Promise<{ events: number; receipts: number }> {
    return ((await this.standIn.admin('GET', '/admin/stats')) as { ledger: { events: number; receipts: number } })
      .ledger;
  }

  /** No relay claims while it is paused; nothing of that is measured. */
  async pause(paused: boolean): Promise<void> {
    await this.database.rows(
      `INSERT INTO delivery_switch VALUES ('population', $1, now(), 'bench', 'bench') ON CONFLICT (topic) DO UPDATE SET paused = $1`,
      [paused],
    );
  }

  async left(): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox WHERE topic = 'population' AND state = 'pending'`,
    );
    return row?.n ?? 0;
  }

  close(): Promise<void> {
    return this.programs.close();
  }
}
