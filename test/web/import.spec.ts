import { addDays, localDate } from '@luutru/calendar';
import { createLogger } from '@luutru/platform';
import { createImporter } from '../../apps/importer/src/create-importer';
import { portalRow, portalWorkbook } from '../support/portal-file';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';

const dayOf = (days: number): string => addDays(localDate(new Date()), days).split('-').reverse().join('/');

describe('a file of declarations', () => {
  let system: ConsoleSystem;
  let importer: Awaited<ReturnType<typeof createImporter>>;
  beforeAll(async () => {
    system = await createConsoleSystem();
    const { database, masterKeys, indexKeys, receiptKey } = system.system;
    importer = await createImporter({
      databaseUrl: database.urlFor('luutru_app'),
      poolSize: 5,
      masterKeys,
      indexKeys,
      receiptKey,
      issuer: 'http://127.0.0.1',
      pollMs: 20,
      clock: { now: () => new Date() },
      logger: createLogger('importer', 'silent'),
    });
    await importer.init();
  });
  afterAll(async () => {
    await importer.close();
    await system.close();
  });

  it('is checked, shows what is wrong by row and column, and its valid rows are recorded', async () => {
    const facility = await system.system.build.facility({ rooms: ['203'] });
    const key = await system.system.build.apiKey([facility]);
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facility.facilityId });
    const { page } = visitor;
    await visitor.go('/import');
    await page.getByRole('heading', { name: 'Nhập tệp' }).waitFor();
    await visitor.picture('import');
    expect(await visitor.violations()).toEqual([]);
    const days = { N: `${dayOf(0)} 00:05:00`, O: dayOf(1) };
    const rows = [portalRow(1, days), portalRow(2, { ...days, C: '31/02/1990' }), portalRow(3, days)];
    const buffer = await portalWorkbook(rows);
    await page.locator('input[type=file]').setInputFiles({
      name: 'khach.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    });
    await page.getByText('2 dòng hợp lệ (0 dòng có lưu ý)').waitFor();
    await page.getByRole('cell', { name: /^C/ }).waitFor();
    await visitor.picture('import-checked');
    expect(await visitor.violations()).toEqual([]);
    const held = async (): Promise<number> =>
      ((await system.system.get('/v1/stays?limit=50', key)) as { stays: unknown[] }).stays.length;
    expect(await held()).toBe(0);
    await page.getByRole('button', { name: 'Ghi nhận 2 dòng hợp lệ' }).click();
    await page.getByText('2 dòng đã được ghi nhận').waitFor();
    expect(await held()).toBe(2);
    await page.getByRole('link', { name: /Tải tệp đã đánh dấu/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
