import { nextPersonalNumber } from '../support/builders';
import {
  createPoliceStage,
  NEXT_WARD,
  type PoliceStage,
  statePurpose,
  WARD,
  violationsOf,
} from './support/police-stage';

describe('looking beyond the jurisdiction', () => {
  let stage: PoliceStage;
  const number = nextPersonalNumber();
  beforeAll(async () => {
    stage = await createPoliceStage();
    await stage.declare(stage.elsewhere, { document: { type: 1, number } });
  });
  afterAll(() => stage.close());

  it('is opened with a reason, stays in sight, widens searches, is ended and reviewed', async () => {
    const officer = await stage.visit('ward-police', WARD);
    const supervisor = await stage.visit('police-supervisor', WARD);
    const { page } = officer;
    await officer.go('/search');
    await statePurpose(officer);
    await page.getByRole('searchbox').fill(number);
    await page.keyboard.press('Enter');
    await page.getByText('Không tìm thấy ai trong địa bàn').waitFor();

    await page.getByRole('link', { name: 'Tra cứu khẩn cấp' }).click();
    await page.getByRole('heading', { name: 'Mở một lần tra cứu khẩn cấp' }).waitFor();
    await page.getByRole('button', { name: 'Mở trong một giờ' }).click();
    expect(await page.getByText('Cần điền mục này.').count()).toBe(2);
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('break-glass-form');
    await page.getByLabel('Nơi cần tra cứu, trong tỉnh của bạn').selectOption(NEXT_WARD.id);
    await page.getByLabel('Vì sao cần tra cứu ngay, ngoài địa bàn').fill('Trẻ mất tích, có thể sang phường bên');
    await page.getByRole('button', { name: 'Mở trong một giờ' }).click();
    const bar = page.getByRole('region', { name: 'Tra cứu khẩn cấp đang mở' });
    await bar.getByText(/^Còn (59:\d\d|1:00:00)$/).waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('break-glass-open');

    await page.getByRole('link', { name: 'Tra cứu người' }).click();
    await bar.waitFor();
    expect(await page.getByRole('switch', { name: /^Dùng tra cứu khẩn cấp/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    await page.getByRole('heading', { name: /^Tìm thấy 1 người/ }).waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('break-glass-search');

    await supervisor.go('/break-glass/reviews');
    await supervisor.page.getByRole('button', { name: 'Kết thúc ngay' }).waitFor();
    expect(await violationsOf(supervisor)).toEqual([]);
    await bar.getByRole('button', { name: 'Kết thúc' }).click();
    await bar.waitFor({ state: 'hidden' });
    expect(await page.getByRole('switch', { name: /^Dùng tra cứu khẩn cấp/ }).count()).toBe(0);

    await supervisor.page.reload();
    await supervisor.page.getByRole('button', { name: /^Mở hồ sơ của/ }).click();
    await supervisor.page.getByText('Trẻ mất tích, có thể sang phường bên').waitFor();
    await supervisor.page.getByText(/Tra cứu người · 1 người/).waitFor();
    await supervisor.page.getByLabel('Có căn cứ', { exact: true }).check();
    await supervisor.page.getByLabel('Nhận xét').fill('Đúng quy định');
    expect(await violationsOf(supervisor)).toEqual([]);
    await supervisor.picture('break-glass-review');
    await supervisor.page.getByRole('button', { name: 'Lưu xem xét' }).click();
    await supervisor.page.getByText('Không có lần nào chờ xem xét').waitFor();
    await officer.go('/break-glass');
    await page.getByText('Đã xem xét').waitFor();

    await supervisor.go('/supervision');
    await supervisor.page.getByText('mở tra cứu khẩn cấp').waitFor();
    expect(await violationsOf(supervisor)).toEqual([]);
    await supervisor.picture('supervision-notices');
    await supervisor.page
      .getByRole('button', { name: /^Xem các lần tra cứu của/ })
      .first()
      .click();
    await supervisor.page.getByText('số giấy tờ').first().waitFor();
    expect(await supervisor.page.getByText(number).count()).toBe(0);
    expect(await violationsOf(supervisor)).toEqual([]);
    await supervisor.picture('supervision-searches');
    await supervisor.page.getByText('Cảnh báo tra cứu', { exact: true }).click();
    await supervisor.page.getByRole('button', { name: /^Đã xử lý cảnh báo về/ }).click();
    await supervisor.page.getByText('Không có cảnh báo nào').waitFor();
    expect([officer.troubles, supervisor.troubles]).toEqual([[], []]);
    await Promise.all([officer.leave(), supervisor.leave()]);
  });
});
