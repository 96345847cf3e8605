import { Inject, Injectable } from '@nestjs/common';
import { OutageKeeping } from '@luutru/outage';
import { CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 30_000;

/** Finds outages and applies them while the worker runs. */
@Injectable()
export class OutageWorker extends RepeatedWork {
  private readonly keeping: OutageKeeping;

  constructor(database: Database, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) logger: Logger) {
    super('outages', INTERVAL_MS, logger);
    this.keeping = new OutageKeeping(database, clock);
  }

  protected async work(): Promise<void> {
    const { observed, judged } = await this.keeping.run();
    if (observed + judged > 0) this.logger.info({ observed, judged }, 'outages');
  }
}
