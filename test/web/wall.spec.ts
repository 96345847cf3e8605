import type { ConsoleSystem } from './support/console-system';
import { AREA, createFigureStage, GUEST_NAME } from './support/figure-stage';

/** Seven in house: rounded up or down. */
const ROUNDED = /^(5|10)$/;
const LARGE = { width: 1920, height: 1080 };

describe('the wall screen', () => {
  let stage: ConsoleSystem;
  beforeAll(async () => {
    stage = await createFigureStage();
  }, 180_000);
  afterAll(() => stage.close());

  it('says that it keeps the session alive before it does, and shows figures in large', async () => {
    const leader = await stage.visit('provincial-leader', AREA, { viewport: LARGE });
    const { page } = leader;
    await leader.go('/wall');
    await page.getByText(/^Phiên đăng nhập được giữ mở dù không ai thao tác, chậm nhất đến \d/).waitFor();
    expect(await leader.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Bắt đầu, không có người trông' }).click();
    await page.getByRole('heading', { level: 1, name: /^Tình hình lưu trú · .*Đà Nẵng/ }).waitFor();
    await page.getByText(ROUNDED).first().waitFor();
    await page
      .getByRole('img', { name: /^Lượt khách đến từng ngày/ })
      .locator('canvas')
      .waitFor();
    await page.locator('[data-map=drawn]').waitFor();
    expect(await leader.violations()).toEqual([]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollHeight <= window.innerHeight')).toBe(true);
    expect((await page.content()).toUpperCase()).not.toContain(GUEST_NAME.toUpperCase());
    if (process.env.LUUTRU_GALLERY) await page.screenshot({ path: `${process.env.LUUTRU_GALLERY}/wall-1920.png` });
    await leader.picture('wall');

    await page.getByRole('button', { name: 'Kết thúc và đăng xuất' }).click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    await leader.go('/figures');
    await page.getByLabel('Tên đăng nhập').waitFor();
    expect(leader.troubles).toEqual([]);
    await leader.leave();
  });

  it('renews itself, and shows no figure once the session is over', async () => {
    const leader = await stage.visit('provincial-leader', AREA, { viewport: LARGE });
    const { page } = leader;
    await page.clock.install();
    await leader.go('/wall');
    await page.getByRole('button', { name: 'Bắt đầu, không có người trông' }).click();
    await page.getByRole('heading', { level: 1, name: /^Tình hình lưu trú/ }).waitFor();
    // All is answered, so that the next minute counts for all.
    await page.getByText(ROUNDED).first().waitFor();
    await page.locator('[data-map=drawn]').waitFor();
    let asked = 0;
    page.on('request', (request) => (asked += request.url().includes('/v1/statistics/now') ? 1 : 0));
    await page.clock.fastForward(61_000);
    for (const end = Date.now() + 10_000; asked < 2 && Date.now() < end;) await new Promise((r) => setTimeout(r, 50));
    expect(asked).toBeGreaterThanOrEqual(2);
    await stage.system.build.rows(`UPDATE session SET started_at = now() - interval '13 hours' WHERE account_id = $1`, [
      leader.person.accountId,
    ]);
    await page.clock.fastForward(61_000);
    await page.getByRole('heading', { name: 'Phiên của màn hình đã kết thúc' }).waitFor();
    expect(await page.getByText('Đang lưu trú').count()).toBe(0);
    await page.getByRole('link', { name: 'Đăng nhập lại' }).click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    await leader.leave();
  });

  it('leads nowhere else: another page ends the session', async () => {
    const leader = await stage.visit('provincial-leader', AREA);
    const { page } = leader;
    await leader.go('/wall');
    await page.getByRole('button', { name: 'Bắt đầu, không có người trông' }).click();
    await page.getByRole('heading', { level: 1, name: /^Tình hình lưu trú/ }).waitFor();
    await leader.go('/reports');
    await page.getByLabel('Tên đăng nhập').waitFor();
    const { status } = await leader.person.browser.send('get', '/v1/session');
    expect(status).toBe(401);
    await leader.leave();
  });

  it('is not for those who may look at people', async () => {
    const officer = await stage.visit('provincial-police', AREA);
    await officer.go('/wall');
    await officer.page.getByText('Tài khoản này không dùng được cho màn hình lớn').waitFor();
    expect(await officer.page.getByRole('button', { name: /^Bắt đầu/ }).count()).toBe(0);
    expect(await officer.violations()).toEqual([]);
    await officer.leave();
  });
});
