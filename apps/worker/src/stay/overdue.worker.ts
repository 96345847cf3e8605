import { Inject, Injectable } from '@nestjs/common';
import { OverdueMarking } from '@luutru/declaration';
import { CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 30_000;

/** Marks overdue stays while the worker runs. */
@Injectable()
export class OverdueWorker extends RepeatedWork {
  private readonly marking: OverdueMarking;

  constructor(database: Database, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) logger: Logger) {
    super('overdue', INTERVAL_MS, logger);
    this.marking = new OverdueMarking(database, clock);
  }

  protected async work(): Promise<void> {
    const marked = await this.marking.run();
    if (marked.length > 0) this.logger.info({ stays: marked.length }, 'stays marked overdue');
  }
}
