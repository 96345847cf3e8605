import { KeyRing, openDatabase } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { ReportCourier, ReportPlanner, type ReportTools } from '@luutru/report-subscription';
import { EditionReadModel, StatisticsReadModel, StatisticsReports } from '@luutru/statistics';
import type { TestApi } from './test-api';

/** The worker's part of reports at fixed times, as the worker. */
export interface ReportWorker {
  readonly planner: ReportPlanner;
  /** One that sends with these. */
  courier(tools: Pick<ReportTools, 'mails' | 'options' | 'sender'>): ReportCourier;
  close(): Promise<void>;
}

export async function reportWorker(api: TestApi): Promise<ReportWorker> {
  const url = api.database.urlFor('luutru_worker');
  const { database, close } = await openDatabase({ url, poolSize: 6, applicationName: 'test', entities: [] });
  const reference = new ReferenceDataService(database);
  await reference.onModuleInit();
  const editions = new EditionReadModel(database, reference, api.clock);
  const statistics = new StatisticsReadModel(database, reference, editions, api.clock);
  const reports = new StatisticsReports(statistics, reference, database, api.clock);
  const keyRing = api.app.get(KeyRing);
  return {
    planner: new ReportPlanner(database, api.clock),
    courier: (tools) =>
      new ReportCourier({ database, keyRing, reference, reports, clock: api.clock, random: () => 0.5, ...tools }),
    close,
  };
}
