import { DeliveryReadModel } from '@luutru/delivery';
import { FeedCourier, FeedFigures, FeedPublisher, FeedRepository } from '@luutru/figure-feed';
import { type Database, KeyRing, openDatabase } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { EditionReadModel, NowReadModel, StatisticsReadModel } from '@luutru/statistics';
import { SafeSender, type SenderOptions } from '@luutru/webhook';
import type { TestApi } from './test-api';

/** The worker's part of the feed, as the worker. */
export interface FeedWorker {
  readonly database: Database;
  readonly reference: ReferenceDataService;
  readonly feed: FeedRepository;
  readonly publisher: FeedPublisher;
  courier(): FeedCourier;
  close(): Promise<void>;
}

export async function feedWorker(api: TestApi, sender: SenderOptions): Promise<FeedWorker> {
  const url = api.database.urlFor('luutru_worker');
  const { database, close } = await openDatabase({ url, poolSize: 6, applicationName: 'test', entities: [] });
  const reference = new ReferenceDataService(database);
  await reference.onModuleInit();
  const feed = new FeedRepository(database);
  const figures = new FeedFigures(
    new StatisticsReadModel(database, reference, new EditionReadModel(database, reference, api.clock), api.clock),
    new NowReadModel(database, reference, api.clock),
    new DeliveryReadModel(database, api.clock),
    reference,
    api.clock,
  );
  return {
    database,
    reference,
    feed,
    publisher: new FeedPublisher(feed, figures, reference, api.clock),
    courier: () => new FeedCourier(database, api.app.get(KeyRing), new SafeSender(sender), api.clock, () => 0.5),
    close,
  };
}
