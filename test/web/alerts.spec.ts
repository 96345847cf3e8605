import { nextPersonalNumber } from '../support/builders';
import { createPoliceStage, type PoliceStage, traces, WARD, violationsOf } from './support/police-stage';

describe('the duty desk', () => {
  let stage: PoliceStage;
  beforeAll(async () => {
    stage = await createPoliceStage();
    const listId = await stage.watch.list({ nameVi: 'Truy nã đặc biệt', nameEn: 'Wanted, special' });
    await stage.watch.entry(listId, { names: ['Trần Thị Bình', 'Bình Sẹo'], note: 'Có thể đi cùng trẻ nhỏ' });
  });
  afterAll(() => stage.close());

  it('hears of somebody declared within seconds at two desks; one takes it, the other sees that, and it is closed', async () => {
    const one = await stage.visit('ward-police', WARD);
    const two = await stage.visit('ward-police', WARD, { language: 'en' });
    await one.go('/alerts');
    await two.go('/alerts');
    await one.page.getByText('Đang nhận trực tiếp').waitFor();
    await two.page.getByText('Receiving live').waitFor();
    await one.page.getByText('Không có cảnh báo nào').waitFor();
    expect(await violationsOf(one)).toEqual([]);
    await stage.declare(stage.hotel, { document: { type: 1, number: nextPersonalNumber() } });
    const declaredAt = Date.now();
    await Promise.all([one, two].map(({ page }) => page.getByRole('button', { name: /Sông Hoài/ }).waitFor()));
    expect(Date.now() - declaredAt).toBeLessThan(5_000);
    await one.page.getByText(/^còn \d+:\d\d để nhận$/).waitFor();
    expect(await one.page.title()).toBe('(1) Bàn trực cảnh báo · Luutru');
    await one.picture('alerts');
    expect(await violationsOf(one)).toEqual([]);

    await one.page.getByRole('button', { name: /Sông Hoài/ }).press('Enter');
    await one.page.getByRole('heading', { name: 'Người trong danh sách' }).waitFor();
    await one.page.getByText('Bình Sẹo').waitFor();
    expect(await violationsOf(one)).toEqual([]);
    await one.picture('alert-open');
    await one.page.getByRole('button', { name: 'Nhận cảnh báo' }).press('Enter');
    await one.page.getByText('bạn đã nhận').first().waitFor();
    await two.page.getByText(/^taken by Người Thử Nghiệm/).waitFor();
    expect(await traces(one, 'Bình')).toEqual([]);

    await two.page.getByRole('button', { name: /Sông Hoài/ }).click();
    await two.page.getByText(/is dealing with this one/).waitFor();
    await one.page.getByRole('button', { name: 'Đóng, nêu kết quả' }).click();
    await one.page.getByRole('button', { name: 'Đóng cảnh báo' }).click();
    await one.page.getByText('Chọn một kết quả.').waitFor();
    await one.page.getByLabel('Không phải người này').check();
    expect(await one.page.getByLabel(/^Ghi nhớ/).isChecked()).toBe(true);
    expect(await violationsOf(one)).toEqual([]);
    await one.picture('alert-closing');
    await one.page.getByLabel('Ghi chú cho người sau').fill('Đã xem căn cước');
    await one.page.getByRole('button', { name: 'Đóng cảnh báo' }).click();
    await one.page.getByText('Kết luận đang được ghi nhớ').waitFor();
    await two.page.getByText('Not the same person').first().waitFor();
    await one.page.getByRole('button', { name: /Rút lại/ }).click();
    await one.page.getByText('Kết luận đang được ghi nhớ').waitFor({ state: 'hidden' });
    expect([one.troubles, two.troubles]).toEqual([[], []]);
    await Promise.all([one.leave(), two.leave()]);
  });

  it('is told of on other pages, goes on after a lost line with what was missed, and hands over', async () => {
    const ward = await stage.visit('ward-police', WARD);
    const above = await stage.visit('police-supervisor', WARD);
    await above.go('/alerts');
    await above.page.getByText('Đang nhận trực tiếp').waitFor();
    await ward.go('/search');
    await ward.page.getByRole('heading', { name: 'Tra cứu người lưu trú' }).waitFor();
    await stage.declare(stage.hotel, { document: { type: 1, number: nextPersonalNumber() } });
    await ward.page.getByText('1 cảnh báo chưa ai nhận').waitFor();
    expect(await violationsOf(ward)).toEqual([]);
    await ward.picture('alarm-elsewhere');
    await ward.page.getByRole('link', { name: 'Mở bàn trực' }).click();
    await ward.page.getByText('Đang nhận trực tiếp').waitFor();

    await ward.page.route('**/v1/police/alerts/events*', (route) => route.abort());
    await ward.page.evaluate(`window.dispatchEvent(new Event('offline'))`);
    await ward.page.getByText('Cả bàn trực cấp dưới').click();
    await ward.page.getByText(/^Mất kết nối/).waitFor();
    expect(await violationsOf(ward)).toEqual([]);
    await ward.picture('alerts-line-lost');
    const third = await stage.watch.list({ nameVi: 'Mất tích thử nghiệm', kind: 'mat-tich' });
    await stage.watch.entry(third, { names: ['Hoàng Văn Lạc'], birthDates: ['1999'], sex: 'M' });
    await stage.declare(stage.hotel, { fullName: 'Hoàng Văn Lạc', birthDate: '1999-05-05', sex: 'M' });
    await ward.page.unroute('**/v1/police/alerts/events*');
    await ward.page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await ward.page.getByRole('button', { name: /Mất tích thử nghiệm/ }).waitFor({ timeout: 25_000 });
    await ward.page.getByText('Đang nhận trực tiếp').waitFor();

    await ward.page.getByRole('button', { name: /Mất tích thử nghiệm/ }).click();
    await ward.page.getByRole('button', { name: 'Nhận cảnh báo' }).click();
    await ward.page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
    await ward.page.getByLabel('Bàn trực tiếp nhận').selectOption('supervisor');
    await ward.page.getByLabel('Ghi chú cho người sau').fill('Khách chưa về phòng');
    expect(await violationsOf(ward)).toEqual([]);
    await ward.page.getByRole('button', { name: 'Bàn giao', exact: true }).last().click();
    await above.page.getByRole('button', { name: /Mất tích thử nghiệm/ }).click();
    await above.page.getByText('Khách chưa về phòng').waitFor();
    await above.page.getByRole('button', { name: 'Nhận cảnh báo' }).click();
    await above.page.getByText('bạn đã nhận').first().waitFor();
    await above.picture('alert-handed-over');
    const sound = ward.page.getByRole('switch', { name: 'Âm báo' });
    await sound.press('Space');
    expect(await ward.page.evaluate(`localStorage.getItem('luutru.desk-sound')`)).toBe('off');
    expect([ward.troubles, above.troubles]).toEqual([[], []]);
    await Promise.all([ward.leave(), above.leave()]);
  });
});
