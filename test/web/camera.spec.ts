import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './support/browser';
import { cardOf } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { filmOf, photoOf } from './support/pictures';
import { PHONE, Visitor } from './support/visitor';

describe('a card before the camera', () => {
  let system: ConsoleSystem;
  let scope: { readonly kind: 'facility'; readonly id: string };
  const folder = mkdtempSync(join(tmpdir(), 'luutru-film-'));
  beforeAll(async () => {
    system = await createConsoleSystem();
    const { facilityId } = await system.system.build.facility({ rooms: ['101', '102'] });
    scope = { kind: 'facility', id: facilityId };
  });
  afterAll(async () => {
    await system.close();
    rmSync(folder, { recursive: true });
  });

  it('is read, and the guest declared', async () => {
    const film = join(folder, 'card.y4m');
    writeFileSync(film, filmOf(cardOf('NGÔ THỊ ẢNH')));
    const browser = await openBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    try {
      const { browser: person } = await system.people.signedIn('facility-clerk', scope);
      const visitor = await Visitor.arrive(browser, system.system.apiUrl, { cookie: person.cookie, viewport: PHONE });
      const { page } = visitor;
      await visitor.go('/check-in');
      await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
      await page.getByText('NGÔ THỊ ẢNH').waitFor();
      await page.getByRole('button', { name: 'Khai báo 1 người' }).click();
      await page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
      expect(visitor.troubles).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('is read from a photo where there is no camera; a photo without a code says so', async () => {
    const visitor = await system.visit('facility-clerk', scope);
    const { page } = visitor;
    await visitor.go('/check-in');
    await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
    await page.getByText('Không dùng được máy ảnh').waitFor();
    expect(await visitor.violations()).toEqual([]);
    const choose = async (name: string, buffer: Buffer): Promise<void> =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/bmp', buffer });
    await choose('chu.bmp', Buffer.from('no picture'));
    await page.getByText('Không đọc được mã QR trong ảnh').waitFor();
    await visitor.picture('camera-unread');
    expect(await visitor.violations()).toEqual([]);
    await choose('the.bmp', photoOf(cardOf('NGÔ VĂN HÌNH')));
    await page.getByText('NGÔ VĂN HÌNH').waitFor();
    await page.getByText('quét thẻ', { exact: true }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
