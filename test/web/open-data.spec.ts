import { openDatabase } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { EditionMaking } from '@luutru/statistics';
import type { ConsoleSystem } from './support/console-system';
import { createFigureStage } from './support/figure-stage';
import { PHONE, Visitor } from './support/visitor';

describe('open data', () => {
  let stage: ConsoleSystem;
  beforeAll(async () => {
    stage = await createFigureStage();
  }, 180_000);
  afterAll(() => stage.close());

  it('are listed for everybody once months are published, and go home as files', async () => {
    const visitor = await Visitor.arrive(stage.browser, stage.system.apiUrl, { viewport: PHONE });
    const { page } = visitor;
    await publish(stage);
    await visitor.go('/about');
    await page.getByRole('link', { name: 'Dữ liệu mở', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Dữ liệu mở' }).waitFor();
    const file = page.getByRole('link', { name: /^CSV, Khách lưu trú theo tháng.*10\/2026$/ });
    await file.waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('open-data');
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe('2026-10.csv');
    await page.getByRole('button', { name: 'English' }).click();
    await page
      .getByRole('link', { name: /^CSV, Guests of lodging by month/ })
      .first()
      .waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});

/** Makes the editions that the worker makes once a day; when it is at it itself, there is nothing to do but wait. */
async function publish({ system }: ConsoleSystem): Promise<void> {
  const url = system.database.urlFor('luutru_worker');
  const { database, close } = await openDatabase({ url, poolSize: 2, applicationName: 'test', entities: [] });
  const reference = new ReferenceDataService(database);
  await reference.reload();
  const making = new EditionMaking(database, reference, { now: () => new Date() });
  const published = async (): Promise<boolean> => {
    const rows = await system.build.rows(
      `SELECT FROM statistic_edition WHERE scope_id LIKE 'public:%' AND month = '2026-10-01'`,
    );
    return rows.length > 0;
  };
  for (const end = Date.now() + 30_000; !(await published());) {
    if (Date.now() > end) throw new Error('The months are not published');
    await making.run();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await close();
}
