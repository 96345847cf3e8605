import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Database, type Logger, LOGGER } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { EditionMaking } from '@luutru/statistics';
import { RepeatedWork } from '../repeated-work';

const INTERVAL_MS = 5_000;

/** Gives out the figures of closed months while the worker runs. */
@Injectable()
export class EditionWorker extends RepeatedWork {
  private making?: EditionMaking;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    super('statistics-editions', INTERVAL_MS, logger);
  }

  protected async work(): Promise<void> {
    const done = await (await this.maker()).run();
    if (done.made > 0) this.logger.info(done, 'editions of figures given out');
  }

  private async maker(): Promise<EditionMaking> {
    if (this.making) return this.making;
    const reference = new ReferenceDataService(this.database);
    await reference.reload();
    return (this.making = new EditionMaking(this.database, reference, this.clock));
  }
}
