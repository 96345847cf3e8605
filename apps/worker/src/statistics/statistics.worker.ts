import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { StatisticsReckoning } from '@luutru/statistics';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 1_000;

/** Keeps the figures up with stays, trips and facilities while the worker runs. */
@Injectable()
export class StatisticsWorker extends RepeatedWork {
  private readonly reckoning: StatisticsReckoning;

  constructor(database: Database, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) logger: Logger) {
    super('statistics', INTERVAL_MS, logger);
    this.reckoning = new StatisticsReckoning(database, clock);
  }

  protected async work(): Promise<void> {
    const done = await this.reckoning.run();
    if (done.spans > 0) this.logger.info(done, 'statistics counted from nothing');
  }
}
