import { Inject, Injectable } from '@nestjs/common';
import { AnomalyReckoning } from '@luutru/anomaly';
import { CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 10 * 60_000;

/** Notes days that are not like others of their place, once they are over. */
@Injectable()
export class AnomalyWorker extends RepeatedWork {
  private readonly reckoning: AnomalyReckoning;

  constructor(database: Database, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) logger: Logger) {
    super('anomaly', INTERVAL_MS, logger);
    this.reckoning = new AnomalyReckoning(database, clock);
  }

  protected async work(): Promise<void> {
    const done = await this.reckoning.run();
    if (done.found + done.withdrawn > 0) this.logger.info(done, 'unusual days noted');
  }
}
