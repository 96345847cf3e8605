import { Inject, Injectable } from '@nestjs/common';
import { ComplianceReckoning } from '@luutru/compliance';
import { CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 60_000;

/** Keeps the figures of facilities up with their stays while the worker runs. */
@Injectable()
export class ComplianceWorker extends RepeatedWork {
  private readonly reckoning: ComplianceReckoning;

  constructor(database: Database, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) logger: Logger) {
    super('compliance', INTERVAL_MS, logger);
    this.reckoning = new ComplianceReckoning(database, clock);
  }

  protected async work(): Promise<void> {
    const done = await this.reckoning.run();
    if (done.facilities > 0) this.logger.info(done, 'compliance reckoned');
  }
}
