import { insertStays, times } from '../support/masked-stays';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { AREA, GUEST_NAME } from './support/figure-stage';
import { violationsOf } from './support/police-stage';
import { declareGuest } from './support/seed';
import { nextPersonalNumber } from '../support/builders';
import { PHONE } from './support/visitor';

describe('records of a sector', () => {
  let stage: ConsoleSystem;
  beforeAll(async () => {
    stage = await createConsoleSystem();
    const { build } = stage.system;
    const hotel = await build.facility({ name: 'Khách sạn Sông Hoài', rooms: ['101'] });
    await insertStays(build, [
      ...times(62, { facility: hotel, arrivedOn: '2026-11-20' }),
      ...times(2, { facility: hotel, arrivedOn: '2026-11-20', nationality: 'KOR', origin: undefined }),
    ]);
    await declareGuest(stage.system, await build.apiKey([hotel]), nextPersonalNumber(), '101');
  }, 120_000);
  afterAll(() => stage.close());

  it('are read for a purpose, page by page, with the columns of the policy and nobody’s name', async () => {
    const analyst = await stage.visit('tourism-analyst', AREA);
    const { page } = analyst;
    await analyst.go('/authority');
    await page.getByRole('heading', { name: 'Ngành du lịch: lưu trú du lịch' }).waitFor();
    await page.getByRole('button', { name: 'Đọc', exact: true }).click();
    await page.getByText('Hãy chọn mục đích trước khi đọc.').waitFor();
    expect(await violationsOf(analyst)).toEqual([]);
    await page.getByRole('combobox', { name: 'Mục đích' }).selectOption('thong-ke');
    await page.getByLabel('Từ ngày').fill('2026-11-01');
    await page.getByLabel('Đến ngày').fill('2026-11-26');
    await page.getByRole('button', { name: 'Đọc', exact: true }).press('Enter');
    await page.getByRole('columnheader', { name: /^Quốc tịch/ }).waitFor();
    await page.getByRole('cell', { name: 'Phường Hội An' }).first().waitFor();
    expect(await page.getByRole('row').count()).toBe(51);
    expect(await violationsOf(analyst)).toEqual([]);
    await analyst.picture('records');
    await page.getByRole('button', { name: 'Đọc tiếp' }).click();
    await page.getByRole('row').nth(60).waitFor();
    await page.getByRole('cell', { name: 'để trống' }).first().waitFor();
    const text = (await page.content()).toUpperCase();
    expect(text).not.toContain(GUEST_NAME.toUpperCase());
    expect(text).not.toContain('0905123456');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải toàn bộ (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const looks = await stage.system.build.rows<{ n: number }>(
      `SELECT count(*)::integer AS n FROM audit_entry WHERE actor_id = $1 AND action LIKE 'authority%'`,
      [analyst.person.accountId],
    );
    // Two pages and a file: as often as somebody asked, and no oftener.
    expect(looks).toEqual([{ n: 3 }]);
    expect(analyst.troubles).toEqual([]);
    await analyst.leave();
  });

  it('are facilities and trips for transport, on a phone too', async () => {
    const analyst = await stage.visit('transport-analyst', AREA, { viewport: PHONE });
    const { page } = analyst;
    await analyst.go('/authority');
    await page.getByRole('heading', { name: 'Đọc dữ liệu' }).waitFor();
    await page.getByRole('combobox', { name: 'Mục đích' }).selectOption('thong-ke');
    await page.getByRole('button', { name: 'Đọc', exact: true }).click();
    await page.getByText('Không có dòng nào').waitFor();
    expect(await violationsOf(analyst)).toEqual([]);
    expect(analyst.troubles).toEqual([]);
    await analyst.leave();
  });
});
