import { application } from '../support/world';
import { nextPersonalNumber } from '../support/builders';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { declareGuest, hoursAgo } from './support/seed';
import { PHONE, type Visitor } from './support/visitor';

const NONE = { kind: 'none', id: null } as const;

describe('administrators, auditors and the police that reviews applications', () => {
  let console: ConsoleSystem;
  let facility: { facilityId: string; code: string };
  let key: string;
  beforeAll(async () => {
    console = await createConsoleSystem();
    facility = await console.system.build.facility({ rooms: ['101'] });
    key = await console.system.build.apiKey([facility]);
  });
  afterAll(() => console.close());

  const visit = (options = {}): Promise<Visitor> => console.visit('system-administrator', NONE, options);

  it('creates an account and grants it a ward', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('/accounts');
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ và tên').fill('Lê Văn Kiểm');
    await dialog.getByLabel('Tên đăng nhập', { exact: false }).last().fill('le.van.kiem');
    await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await page.getByRole('button', { name: 'Tôi đã ghi lại' }).click();
    await page.getByLabel(/^Lọc theo tên/).fill('kiem');
    await page.getByRole('button', { name: 'Mở: Lê Văn Kiểm' }).click();
    await page.getByRole('button', { name: 'Cấp vai trò' }).click();
    await dialog.getByLabel(/^Vai trò/).selectOption({ label: 'Công an phường, xã' });
    await dialog.getByLabel(/^Tỉnh, thành phố/).selectOption({ label: 'Thành phố Đà Nẵng' });
    await dialog.getByLabel(/^Phường, xã/).selectOption({ label: 'Phường Hội An' });
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('admin-grant');
    await dialog.getByRole('button', { name: 'Cấp vai trò' }).click();
    await page.getByText('w20410').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('admin-accounts');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('proposes a change of a policy, which another administrator sees and approves', async () => {
    const [one, two] = [await visit(), await visit()];
    await one.go('/policies');
    await one.page.getByText('Không có đề nghị nào').waitFor();
    expect(await one.violations()).toEqual([]);
    await one.picture('admin-policies');
    await one.page
      .getByRole('link', { name: /^Xem: / })
      .first()
      .click();
    await one.page.getByText('Phiên bản đầu tiên').waitFor();
    expect(await one.violations()).toEqual([]);
    await one.page.getByRole('button', { name: 'Đề nghị thay đổi' }).click();
    await one.page
      .getByRole('dialog')
      .getByLabel(/^Căn cứ pháp lý/)
      .fill('Quyết định 12/2026/QĐ-UBND');
    expect(await one.violations()).toEqual([]);
    await one.picture('admin-policy-propose');
    await one.page.getByRole('dialog').getByRole('button', { name: 'Đề nghị thay đổi' }).click();
    await one.page.getByText(/chờ người khác duyệt/).waitFor();
    await one.page.getByRole('link', { name: 'Về danh sách chính sách' }).click();
    await one.page.getByRole('table', { name: 'Các đề nghị' }).getByRole('link').click();
    await one.page.getByText('Đây là đề nghị của chính bạn', { exact: false }).waitFor();
    expect(await one.page.getByRole('button', { name: 'Duyệt' }).count()).toBe(0);

    await two.page.goto(one.page.url());
    await two.page.getByText('+ Quyết định 12/2026/QĐ-UBND').waitFor();
    expect(await two.violations()).toEqual([]);
    await two.picture('admin-policy-proposal');
    await two.page.getByRole('button', { name: 'Duyệt' }).click();
    await two.page.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click();
    await two.page.getByText('Đã duyệt', { exact: true }).waitFor();
    expect([...one.troubles, ...two.troubles]).toEqual([]);
    await one.leave();
    await two.leave();
  });

  it('records an outage and withdraws it', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('/outages');
    await page.getByRole('button', { name: 'Ghi nhận gián đoạn' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Bắt đầu/).fill(hoursAgo(3));
    await dialog.getByLabel(/^Kết thúc/).fill(hoursAgo(5));
    await dialog.getByLabel(/tiếng Việt/).fill('Mất điện trung tâm dữ liệu');
    await dialog.getByLabel(/tiếng Anh/).fill('Power failure');
    await dialog.getByRole('button', { name: 'Ghi nhận gián đoạn' }).click();
    await dialog.locator('[aria-invalid=true]').first().waitFor();
    expect(await visitor.violations()).toEqual([]);
    await dialog.getByLabel(/^Kết thúc/).fill(hoursAgo(2));
    await dialog.getByRole('button', { name: 'Ghi nhận gián đoạn' }).click();
    await page.getByRole('cell', { name: 'Mất điện trung tâm dữ liệu' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('admin-outages');
    await page.getByRole('button', { name: /^Rút lại/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rút lại' }).click();
    await page.getByText(/^Đã rút lại lúc/).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('watches the delivery, pauses it, and puts back what was set aside', async () => {
    const { system } = console;
    const stayId = await declareGuest(system, key, nextPersonalNumber(), '101');
    await system.settled(stayId, key, ['verified', 'mismatch', 'not_found', 'delivered']);
    await system.build.rows(
      `UPDATE outbox SET state = 'dead', last_error = 'INVALID', finished_at = now(), failed_attempts = 3 WHERE stay_id = $1 AND topic = 'population'`,
      [stayId],
    );
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('/delivery');
    await page.getByRole('heading', { name: 'CSDL quốc gia về dân cư' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Tạm dừng: CSDL quốc gia về dân cư' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Lý do/)
      .fill('Nơi nhận bảo trì');
    await page.getByRole('dialog').getByRole('button', { name: 'Tạm dừng' }).click();
    await page.getByText(/^Đang tạm dừng từ .*Nơi nhận bảo trì/).waitFor();
    await visitor.picture('admin-delivery');
    await page
      .getByRole('link', { name: /^Xem sự kiện bị gác lại/ })
      .first()
      .click();
    await page.getByText('INVALID').first().waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('admin-dead-letters');
    await page.getByRole('button', { name: /^Gửi lại: / }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi lại' }).click();
    await page.getByText('Đã đưa 1 sự kiện của 1 lưu trú trở lại hàng chờ', { exact: false }).waitFor();
    await page.getByText('Không có sự kiện nào bị gác lại').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('reads codes and dated rules', async () => {
    const visitor = await visit({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/reference');
    await page.getByText('stay.deadline', { exact: true }).first().waitFor();
    await page.getByLabel('Danh mục', { exact: true }).selectOption('look-purpose');
    await page.getByText('Kiểm tra lưu trú').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('admin-reference');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('lets auditors read the trail and verify it', async () => {
    const visitor = await console.visit('auditor', NONE);
    const { page } = visitor;
    await visitor.go('/audit');
    await page.getByLabel('Hành động').fill('account.create');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page
      .getByRole('button', { name: /^Chi tiết: account\.create/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('account.create').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
    await page.getByText('Nhật ký nguyên vẹn').waitFor();
    await page.getByText('Đã kiểm tra 1 trên 1 ngày').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('auditor-audit');
    await page.getByLabel('Hành động').fill('khong.co');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page.getByText('Không có dòng nào khớp').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('lets the police of the ward decide on applications', async () => {
    const { system } = console;
    for (const name of ['Nhà nghỉ Sông Hoài', 'Nhà nghỉ Cửa Đại']) {
      const body = JSON.stringify({ ...application('Phường Hội An, Đà Nẵng'), name });
      const headers = { 'Content-Type': 'application/json' };
      const sent = await fetch(`${system.apiUrl}/v1/facility-applications`, { method: 'POST', headers, body });
      expect(sent.status).toBe(201);
    }
    const visitor = await console.visit('ward-police', { kind: 'unit', id: 'w20410' });
    const { page } = visitor;
    await visitor.go('/applications');
    await page.getByRole('heading', { name: 'Nhà nghỉ Sông Hoài' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('police-applications');
    await page.getByRole('button', { name: 'Duyệt: Nhà nghỉ Sông Hoài' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click();
    await page.getByText(/^Đã duyệt\. Mã cơ sở: /).waitFor();
    await page.getByRole('button', { name: 'Từ chối: Nhà nghỉ Cửa Đại' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Lý do/)
      .fill('Trùng hồ sơ');
    await page.getByRole('dialog').getByRole('button', { name: 'Từ chối' }).click();
    await page.getByText('Không có hồ sơ nào').waitFor();
    await page.getByText('Đã từ chối', { exact: true }).click();
    await page.getByRole('heading', { name: 'Nhà nghỉ Cửa Đại' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
