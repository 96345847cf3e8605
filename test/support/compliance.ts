import { ComplianceReckoning } from '@luutru/compliance';
import { openDatabase } from '@luutru/platform';
import type { TestApi } from './test-api';

/** Runs the worker's reckoning once, as the worker. */
export async function reckon(api: TestApi): Promise<void> {
  const url = api.database.urlFor('luutru_worker');
  const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
  try {
    await new ComplianceReckoning(database, api.clock).run();
  } finally {
    await close();
  }
}
