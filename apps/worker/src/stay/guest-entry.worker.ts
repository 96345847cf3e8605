import { Inject, Injectable } from '@nestjs/common';
import { EntryKeeping } from '@luutru/guest-entry';
import { CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 30_000;

/** Destroys what guests entered and no desk confirmed in time, while the worker runs. */
@Injectable()
export class GuestEntryWorker extends RepeatedWork {
  private readonly keeping: EntryKeeping;

  constructor(database: Database, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) logger: Logger) {
    super('guest-entry', INTERVAL_MS, logger);
    this.keeping = new EntryKeeping(database, clock);
  }

  protected async work(): Promise<void> {
    const entries = await this.keeping.run();
    if (entries > 0) this.logger.info({ entries }, 'guest entries expired');
  }
}
