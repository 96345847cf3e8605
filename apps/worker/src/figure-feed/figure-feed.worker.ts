import { Inject, Injectable } from '@nestjs/common';
import { FeedCourier, FeedFigures, FeedPublisher, FeedRepository } from '@luutru/figure-feed';
import { CLOCK, type Clock, Database, KeyRing, type Logger, LOGGER } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { SafeSender, type SenderOptions } from '@luutru/webhook';
import { RepeatedWork } from '../repeated-work';
import { WEBHOOK_OPTIONS } from '../webhook/webhook.worker';

const INTERVAL_MS = 1_000;
/** Changes are told no more often: a number that is watched step by step says when each was declared. */
const PUBLISH_EVERY_MS = 60_000;

/** Tells operations centres what of the figures changed, and pushes it to those that want it pushed. */
@Injectable()
export class FigureFeedWorker extends RepeatedWork {
  private readonly publisher: FeedPublisher;
  private readonly courier: FeedCourier;
  private publishedAt = -Infinity;

  constructor(
    feed: FeedRepository,
    figures: FeedFigures,
    reference: ReferenceDataService,
    database: Database,
    keyRing: KeyRing,
    @Inject(WEBHOOK_OPTIONS) options: SenderOptions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    super('figure-feed', INTERVAL_MS, logger);
    this.publisher = new FeedPublisher(feed, figures, reference, clock);
    this.courier = new FeedCourier(database, keyRing, new SafeSender(options), clock, Math.random);
  }

  protected async work(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.publishedAt >= PUBLISH_EVERY_MS) {
      this.publishedAt = now;
      await this.safely(async () => void (await this.publisher.run()));
    }
    while ((await this.courier.run()) > 0);
  }
}
