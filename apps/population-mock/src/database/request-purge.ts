import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OPTIONS, type PopulationMockOptions } from '../options';
import { Database } from './database';

const INTERVAL_MS = 60_000;
const BATCH = 10_000;

/**
 * Forgets used request ids. A signed request is acceptable from 10 minutes before to 10 minutes after its time, so its id must be
 * known for 20 minutes; 25 leaves room.
 */
@Injectable()
export class RequestPurge implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private running = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(OPTIONS) private readonly options: PopulationMockOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.purge());
    }, INTERVAL_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async purge(): Promise<void> {
    try {
      let deleted: number | null;
      do {
        const result = await this.database.query({
          name: 'request_purge',
          text: `DELETE FROM population.request WHERE ctid = ANY (ARRAY(
                   SELECT ctid FROM population.request WHERE seen_at < now() - interval '25 minutes' LIMIT $1))`,
          values: [BATCH],
        });
        deleted = result.rowCount;
      } while (deleted === BATCH);
    } catch (error) {
      this.options.logger.warn({ code: (error as { code?: string }).code }, 'purge of request ids failed');
    }
  }
}
