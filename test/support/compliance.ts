import { ComplianceReckoning } from '@luutru/compliance';
import { type Clock, openDatabase } from '@luutru/platform';
import type { TestDatabase } from './database';

/** Runs the worker's reckoning once, as the worker. */
export async function reckon({ database: of, clock }: { database: TestDatabase; clock: Clock }): Promise<void> {
  const url = of.urlFor('luutru_worker');
  const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
  try {
    await new ComplianceReckoning(database, clock).run();
  } finally {
    await close();
  }
}
