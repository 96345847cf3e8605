import { type Database, openDatabase } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { EditionMaking, type EditionRun, StatisticsReckoning, type StatisticsRun } from '@luutru/statistics';
import type { TestApi } from './test-api';

/** Runs the worker's counting of statistics once, as the worker. */
export const countStatistics = (api: TestApi): Promise<StatisticsRun> =>
  asWorker(api, (database) => new StatisticsReckoning(database, api.clock).run());

/** Runs the worker's making of editions until there is nothing left to make, as the worker. */
export const makeEditions = (api: TestApi): Promise<EditionRun> =>
  asWorker(api, async (database) => {
    const reference = new ReferenceDataService(database);
    await reference.reload();
    const making = new EditionMaking(database, reference, api.clock);
    let [made, looked] = [0, 0];
    for (;;) {
      const done = await making.run();
      made += done.made;
      looked += done.looked;
      if (done.looked === 0) return { made, looked };
    }
  });

async function asWorker<T>(api: TestApi, work: (database: Database) => Promise<T>): Promise<T> {
  const url = api.database.urlFor('luutru_worker');
  const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
  try {
    return await work(database);
  } finally {
    await close();
  }
}
