import { openDatabase } from '@luutru/platform';
import { StatisticsReckoning, type StatisticsRun } from '@luutru/statistics';
import type { TestApi } from './test-api';

/** Runs the worker's counting of statistics once, as the worker. */
export async function countStatistics(api: TestApi): Promise<StatisticsRun> {
  const url = api.database.urlFor('luutru_worker');
  const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
  try {
    return await new StatisticsReckoning(database, api.clock).run();
  } finally {
    await close();
  }
}
