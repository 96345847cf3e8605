import { nextPersonalNumber } from '../support/builders';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { declareGuest, hoursAgo } from './support/seed';
import { PHONE, Visitor } from './support/visitor';

describe('everybody', () => {
  let console: ConsoleSystem;
  let receipt: string;
  beforeAll(async () => {
    console = await createConsoleSystem();
    const { system } = console;
    const facility = await system.build.facility({ rooms: ['101'] });
    const key = await system.build.apiKey([facility]);
    const stayId = await declareGuest(system, key, nextPersonalNumber(), '101');
    receipt = String((await system.get(`/v1/stays/${stayId}/receipt`, key)).receipt);
  });
  afterAll(() => console.close());

  const arrive = (options = {}): Promise<Visitor> => Visitor.arrive(console.browser, console.system.apiUrl, options);

  it('checks a receipt: pasted, and by the address of its QR code; a changed one is found out', async () => {
    const visitor = await arrive({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/about');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('public-about');
    await page.getByRole('link', { name: 'Kiểm tra giấy tiếp nhận' }).first().click();
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByText('Hãy dán mã của giấy tiếp nhận.').waitFor();
    await page.getByLabel('Mã của giấy tiếp nhận').fill(`https://luutru.example/v1/receipts/verify#${receipt}`);
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).press('Enter');
    await page.getByText('Giấy tiếp nhận hợp lệ').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('public-verify');
    await page.getByLabel('Mã của giấy tiếp nhận').fill(receipt.replace(/.{9}$/, 'AAAAAAAAA'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Giấy tiếp nhận không hợp lệ').waitFor();
    expect(await visitor.violations()).toEqual([]);

    await page.goto('about:blank');
    await visitor.go(`/verify#${receipt}`);
    await page.getByText('Giấy tiếp nhận hợp lệ').waitFor();
    expect(page.url()).not.toContain('#');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('sees whether the system works, and when it did not', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await visitor.go('/status');
    await page.getByText('Hệ thống đang hoạt động bình thường').waitFor();
    await page.getByText('Không có lần gián đoạn nào').waitFor();
    expect(await visitor.violations()).toEqual([]);
    const administrator = await console.people.signedIn('system-administrator');
    const outage = (from: number, until: number, vi: string) =>
      administrator.browser.send('post', '/v1/outages', {
        from: hoursAgo(from),
        until: hoursAgo(until),
        reason: { vi, en: 'Maintenance' },
      });
    expect((await outage(30, 29, 'Nâng cấp máy chủ')).status).toBe(201);
    expect((await outage(1, -2, 'Bảo trì cơ sở dữ liệu')).status).toBe(201);
    await page.reload();
    await page.getByText('Hệ thống đang gián đoạn').waitFor();
    await page.getByRole('cell', { name: 'Nâng cấp máy chủ' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('public-status');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('The system is out of service').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('finds what the API can do', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await visitor.go('/developers');
    await page.getByLabel('Lọc thao tác').fill('receipts/verify');
    await page.getByText('POST /v1/receipts/verify').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('public-developers');
    await page.getByLabel('Lọc thao tác').fill('không có gì');
    await page.getByText('Không có thao tác nào khớp').waitFor();
    await page.getByRole('link', { name: 'Đặc tả đầy đủ' }).click();
    await page.locator('.swagger-ui .info').waitFor();
    await visitor.leave();
  });
});
