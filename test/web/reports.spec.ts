import { Mailbox, textOf } from '../support/mailbox';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { AREA } from './support/figure-stage';
import { violationsOf } from './support/police-stage';

const ADDRESS = 'can-bo@danang.example';

describe('scheduled reports', () => {
  let stage: ConsoleSystem;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await Mailbox.open();
    const mail = { smtpUrl: mailbox.url, from: 'luutru@danang.example', publicUrl: 'http://127.0.0.1' };
    stage = await createConsoleSystem({
      mail: { ...mail, domains: ['danang.example', '127.0.0.1'] },
      webhook: { allowHttp: true, allowAddress: (address) => address === '127.0.0.1' },
    });
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    await mailbox.close();
  });

  /** The code of the mail that came last. */
  const mailedCode = async (): Promise<string> => {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const mail = mailbox.mails.at(-1);
      const [code] = /\b\d{8}\b/.exec(textOf(mail)) ?? [];
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('No mail with a code came');
  };

  it('are subscribed to, confirmed by the code of the mail, paused, and removed', async () => {
    const analyst = await stage.visit('tourism-analyst', AREA);
    const { page } = analyst;
    await analyst.go('/reports');
    await page.getByText('Chưa có báo cáo định kỳ').waitFor();
    expect(await violationsOf(analyst)).toEqual([]);
    await page.getByRole('button', { name: 'Đăng ký báo cáo' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Chu kỳ').selectOption('weekly');
    await dialog.getByLabel('Thứ', { exact: true }).selectOption('1');
    await dialog.getByLabel('Kỳ', { exact: true }).selectOption('last-week');
    await dialog.getByText('Kỳ này tính theo ngày', { exact: false }).waitFor();
    await dialog.getByLabel('Địa chỉ thư').fill('can-bo@noi-khac.example');
    expect(await violationsOf(analyst)).toEqual([]);
    await analyst.picture('reports-subscribe');
    await dialog.getByRole('button', { name: 'Đăng ký báo cáo' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    await dialog.getByLabel('Địa chỉ thư').fill(ADDRESS);
    await page.keyboard.press('Enter');
    await page.getByText('Chờ xác nhận', { exact: true }).waitFor();

    const code = await mailedCode();
    await page.getByRole('button', { name: /^Xác nhận địa chỉ/ }).click();
    await page.getByLabel('Mã trong thư').fill(code === '00000000' ? '00000001' : '00000000');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('alert').or(page.locator('[aria-invalid=true]')).first().waitFor();
    await page.getByLabel('Mã trong thư').fill(code);
    await page.keyboard.press('Enter');
    await page.getByText('Đang gửi', { exact: true }).waitFor();
    await page.getByText('Thứ Hai hằng tuần lúc 07:00').waitFor();
    await page.getByRole('button', { name: /^Các lần gửi/ }).click();
    await page.getByRole('cell', { name: 'Thư xác nhận' }).waitFor();
    await page.getByRole('cell', { name: 'Đã gửi' }).waitFor();
    expect(await violationsOf(analyst)).toEqual([]);
    await analyst.picture('reports');

    await page.getByRole('button', { name: /^Sửa/ }).click();
    expect(await dialog.getByLabel('Kỳ', { exact: true }).inputValue()).toBe('last-week');
    expect(await dialog.getByLabel('Địa chỉ thư').count()).toBe(0);
    await dialog.getByLabel('Chu kỳ').selectOption('monthly');
    await dialog.getByLabel('Ngày trong tháng').selectOption('15');
    await dialog.getByLabel('Kỳ', { exact: true }).selectOption('last-month');
    await dialog.getByLabel('Chia theo').selectOption('ward');
    await dialog.getByLabel('Định dạng').selectOption('csv');
    expect(await violationsOf(analyst)).toEqual([]);
    await analyst.picture('reports-change');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Ngày 15 hằng tháng lúc 07:00').waitFor();
    await page.getByText('theo Phường, xã · Tháng trước', { exact: false }).waitFor();

    await page.getByRole('button', { name: /^Tạm dừng/ }).click();
    await page.getByText('Bạn đã tạm dừng.').waitFor();
    await page.getByRole('button', { name: /^Tiếp tục/ }).click();
    await page.getByText('Đang gửi', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Xóa/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click();
    await page.getByText('Chưa có báo cáo định kỳ').waitFor();
    expect(analyst.troubles).toEqual([]);
    await analyst.leave();
  });

  it.each([
    ['of one ward', { measures: 'arrivals', by: 'kind', ward: 'w20410' }],
    ['of what is not offered here', { measures: 'arrivals,bed-nights-used' }],
  ])('that a program asks %s keep that when their hour is changed', async (_what, conditions) => {
    const analyst = await stage.visit('tourism-analyst', AREA);
    const { page } = analyst;
    await analyst.go('/reports');
    const wanted = {
      report: 'figures',
      ...conditions,
      format: 'csv',
      cadence: 'monthly',
    };
    const sent = { ...wanted, hour: 7, onDay: 12, channel: 'webhook', target: 'http://127.0.0.1:9/luutru' };
    const asked = async (): Promise<unknown> =>
      (
        await stage.system.build.rows<{ asked: object }>(
          `SELECT asked FROM report_subscription WHERE state <> 'removed'`,
        )
      )[0]?.asked;
    expect((await analyst.person.browser.send('post', '/v1/statistics/subscriptions', sent)).status).toBe(201);
    const before = await asked();
    await page.reload();
    await page.getByRole('button', { name: /^Sửa/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('được giữ nguyên', { exact: false }).waitFor();
    await dialog.getByLabel('Giờ').selectOption('9');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Ngày 12 hằng tháng lúc 09:00').waitFor();
    expect(await asked()).toEqual(before);
    await page.getByRole('button', { name: /^Xóa/ }).click();
    await dialog.getByRole('button', { name: 'Xóa' }).click();
    await page.getByText('Chưa có báo cáo định kỳ').waitFor();
    expect(analyst.troubles).toEqual([]);
    await analyst.leave();
  });

  it('to a webhook show the secret once', async () => {
    const analyst = await stage.visit('tourism-analyst', AREA);
    const { page } = analyst;
    await analyst.go('/reports');
    await page.getByRole('button', { name: 'Đăng ký báo cáo' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Biểu 015.N').check();
    await dialog.getByLabel('Webhook').check();
    await dialog.getByLabel('Địa chỉ webhook').fill('http://127.0.0.1:9/luutru');
    await dialog.getByRole('button', { name: 'Đăng ký báo cáo' }).click();
    await page.getByRole('dialog', { name: 'Khóa kiểm tra chữ ký' }).locator('pre').waitFor();
    const secret = await page.getByRole('dialog').locator('pre').innerText();
    expect(secret.length).toBeGreaterThan(20);
    expect(await violationsOf(analyst)).toEqual([]);
    await page.getByRole('button', { name: 'Tôi đã ghi lại' }).click();
    await page.getByText('http://127.0.0.1:9/luutru').waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.reload();
    await page.getByText('http://127.0.0.1:9/luutru').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(analyst.troubles).toEqual([]);
    await analyst.leave();
  });
});
