import type { Page } from 'playwright-core';
import { addDays, localDate } from '@luutru/calendar';
import { createLogger } from '@luutru/platform';
import { createImporter } from '../../apps/importer/src/create-importer';
import { numberOf, portalRow, portalWorkbook } from '../support/portal-file';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { PHONE } from './support/visitor';

const dayOf = (days: number): string => addDays(localDate(new Date()), days).split('-').reverse().join('/');

/** All drafts in the browser, in letters. */
const DRAFTS_ON_DISK = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('luutru-drafts');
  opening.onerror = () => reject(new Error('no database'));
  opening.onsuccess = () => {
    const drafts = opening.result.transaction('drafts').objectStore('drafts').getAll();
    drafts.onsuccess = () => {
      opening.result.close();
      resolve(drafts.result.map((draft) => JSON.stringify(draft) + new TextDecoder('latin1').decode(draft.sealed)).join());
    };
  };
})`;

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
    await page.getByRole('gridcell', { name: /31\/02\/1990/ }).waitFor();
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

  /** A workbook of four rows, three of them with faults of different kinds. */
  const faultyFile = (serial: number): Promise<Buffer> => {
    const days = { N: `${dayOf(0)} 00:05:00`, O: dayOf(1) };
    return portalWorkbook([
      portalRow(serial, days),
      portalRow(serial + 1, { ...days, C: '08/15/1990', D: '' }),
      portalRow(serial + 2, { ...days, B: 'Bình 12', E: 'Viet Nan' }),
      portalRow(serial + 3, { ...days, H: '12345' }),
    ]);
  };
  const sendFile = async (page: Page, buffer: Buffer): Promise<void> => {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.locator('input[type=file]').setInputFiles({ name: 'khach.xlsx', mimeType, buffer });
    await page.getByText('1 dòng hợp lệ (0 dòng có lưu ý), 3 dòng phải sửa').waitFor();
  };
  interface Held {
    readonly stays: readonly { readonly person: { readonly fullName: string; readonly birthDate: string } }[];
  }
  const heldAt = async (key: string): Promise<Held['stays']> =>
    ((await system.system.get('/v1/stays?limit=50', key)) as unknown as Held).stays;

  it('is mended in a sheet by keyboard, kept over a reload, and sent again until every row is in', async () => {
    const facility = await system.system.build.facility({ rooms: ['203'] });
    const key = await system.system.build.apiKey([facility]);
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facility.facilityId });
    const { page } = visitor;
    const { keyboard } = page;
    await visitor.go('/import');
    await sendFile(page, await faultyFile(100));
    await page.getByRole('button', { name: 'Ghi nhận 1 dòng hợp lệ' }).click();
    await page.getByText('1 dòng đã được ghi nhận').waitFor();
    const grid = page.getByRole('grid', { name: 'Sửa các dòng bị từ chối' });
    await visitor.picture('import-mend');
    expect(await visitor.violations()).toEqual([]);

    // Into the sheet: the first faulty cell. What is proposed for it, then the next fault: a list.
    await grid.getByRole('gridcell', { name: /08\/15\/1990/ }).focus();
    await keyboard.press('Alt+Enter');
    await grid.getByRole('gridcell', { name: /^15\/08\/1990 Đã sửa/ }).waitFor();
    await keyboard.press('Alt+ArrowDown');
    await keyboard.press('Enter');
    const sex = grid.getByRole('combobox', { name: 'Dòng 6, GIỚI TÍNH' });
    await sex.selectOption('F - Nữ');
    // Thought better of it: as it was. Then for good.
    await keyboard.press('Escape');
    await page.getByRole('button', { name: 'Gửi lại 1 dòng đã sửa' }).waitFor();
    await keyboard.press('F2');
    await sex.selectOption('F - Nữ');
    await keyboard.press('Enter');
    // The sheet went down a row; the name is two columns to the left. Typing takes the place of what was there.
    for (let at = 0; at < 2; at += 1) await keyboard.press('Shift+Tab');
    await keyboard.type('Trần Thị Mười Hai');
    await keyboard.press('Tab');
    await page.getByRole('button', { name: 'Gửi lại 2 dòng đã sửa' }).waitFor();
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByRole('button', { name: 'Gửi lại 2 dòng đã sửa' }).waitFor();
    await grid.getByRole('gridcell', { name: /^Trần Thị Mười Hai/ }).waitFor();
    const onDisk = await page.evaluate<string>(DRAFTS_ON_DISK);
    expect(onDisk).not.toBe('');
    expect(onDisk).not.toContain('Trần');

    await grid.getByRole('gridcell', { name: /^12345/ }).click();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(numberOf(103));
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await keyboard.press('Enter');
    // One row had another fault: the same sheet again, with the one row that is left.
    await page.getByText('Tổng cộng 3 dòng đã được ghi nhận, còn 1 dòng phải sửa.').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await grid.getByRole('button', { name: 'Dùng “VNM - Việt Nam”' }).click();
    await page.getByRole('button', { name: 'Gửi lại 1 dòng đã sửa' }).click();
    await page.getByText('Tổng cộng 4 dòng đã được ghi nhận, còn 0 dòng phải sửa.').waitFor();
    await grid.waitFor({ state: 'detached' });
    const held = await heldAt(key);
    expect(held.map(({ person }) => `${person.fullName} ${person.birthDate}`).sort()).toEqual([
      'Trần Thị Bình 1990-08-15',
      'Trần Thị Bình 1990-08-15',
      'Trần Thị Bình 1990-08-15',
      'Trần Thị Mười Hai 1990-08-15',
    ]);
    expect(await page.evaluate<string>(DRAFTS_ON_DISK)).toBe('');
    // Every batch is among the files sent, the mended ones with the file they belong to.
    const past = page.getByRole('table', { name: 'Các tệp đã gửi' });
    expect(await past.getByRole('link', { name: 'khach.xlsx' }).count()).toBe(3);
    await past.getByRole('link', { name: 'khach.xlsx' }).first().click();
    await page.getByRole('link', { name: 'Xem tệp gốc' }).click();
    await page.getByText('Tổng cộng 4 dòng đã được ghi nhận').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('is mended on a phone as cards, and leaves rows out', async () => {
    const facility = await system.system.build.facility({ rooms: ['203'] });
    const key = await system.system.build.apiKey([facility]);
    const scope = { kind: 'facility', id: facility.facilityId } as const;
    const visitor = await system.visit('facility-clerk', scope, { viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/import');
    await sendFile(page, await faultyFile(200));
    const grid = page.getByRole('grid', { name: 'Sửa các dòng bị từ chối' });
    await grid.getByRole('row').filter({ hasText: 'Dòng 8' }).waitFor();
    expect(await grid.getByRole('row').count()).toBe(4);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await visitor.violations()).toEqual([]);
    const bad = grid.getByRole('row').filter({ hasText: 'Dòng 7' });
    await bad.getByRole('button', { name: 'Bỏ dòng này' }).click();
    const first = grid.getByRole('row').filter({ hasText: 'Dòng 6' });
    await first.getByRole('button', { name: 'Dùng “15/08/1990”' }).click();
    await first.locator('[data-state=faulty]').click();
    await first.getByRole('combobox').selectOption('F - Nữ');
    await grid.getByRole('gridcell', { name: /12345/ }).click();
    await page.getByRole('textbox', { name: 'Dòng 8, SỐ GIẤY TỜ' }).fill(numberOf(203));
    await visitor.picture('import-mend-phone');
    await page.getByRole('button', { name: 'Gửi lại 2 dòng đã sửa' }).click();
    await page.getByText('Tổng cộng 2 dòng đã được ghi nhận, còn 1 dòng phải sửa.').waitFor();
    expect(await heldAt(key)).toHaveLength(2);
    // Recording the file itself afterwards leaves the mended rows alone.
    await page.getByRole('button', { name: 'Ghi nhận 1 dòng hợp lệ' }).click();
    await page.getByText('Tổng cộng 3 dòng đã được ghi nhận, còn 1 dòng phải sửa.').waitFor();
    expect(await heldAt(key)).toHaveLength(3);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
