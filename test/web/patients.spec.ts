import { toLocalIso } from '@luutru/calendar';
import type { Page } from 'playwright-core';
import { nextPersonalNumber } from '../support/builders';
import { cardOf } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { until } from './support/until';
import { PHONE, type Visitor } from './support/visitor';

interface Held {
  readonly kind: string;
  readonly state: string;
  readonly note: string | null;
  readonly person: { readonly fullName: string };
  readonly place: Readonly<Record<string, string>>;
}

describe('the desk and the wards of a hospital', () => {
  let system: ConsoleSystem;
  let facilityId: string;
  let code: string;
  let key: string;
  beforeAll(async () => {
    system = await createConsoleSystem();
    const hospital = await system.system.build.facility({
      kind: 'co-so-kham-chua-benh',
      name: 'Bệnh viện Thử Nghiệm',
      departments: ['NOI', 'NGOAI', 'SAN'],
    });
    ({ facilityId, code } = hospital);
    key = await system.system.build.apiKey([hospital]);
  });
  afterAll(() => system.close());

  const clerk = (options = {}) => system.visit('facility-clerk', { kind: 'facility', id: facilityId }, options);
  const held = async (state = 'in_house'): Promise<Held[]> =>
    (await system.system.get(`/v1/stays?state=${state}&limit=200`, key)).stays as Held[];
  const inHouse = async (name: string): Promise<Held | undefined> =>
    (await held()).find(({ person }) => person.fullName === name);
  const scan = async (page: Page, card: string): Promise<void> => {
    await page.getByPlaceholder('Sẵn sàng quét').focus();
    await page.keyboard.insertText(card);
    await page.keyboard.press('Enter');
  };
  const ready = async ({ page }: Visitor): Promise<void> => {
    await page.getByPlaceholder('Sẵn sàng quét').waitFor();
  };

  it('admits a patient and a relative in one go, told at once what is missing', async () => {
    const visitor = await clerk();
    const { page } = visitor;
    // The desk is where a clerk of a hospital starts.
    await visitor.go('/');
    await ready(visitor);
    expect(await visitor.violations()).toEqual([]);
    await scan(page, cardOf('PHẠM VĂN BỆNH', { sex: 'Nam' }));
    await page.getByText('PHẠM VĂN BỆNH').waitFor();
    const record = page.getByLabel(/^Số hồ sơ bệnh án/);
    await until(page, `document.activeElement?.closest('form') !== null && document.activeElement.value === ''`);
    await page.keyboard.type('BA-26-0001');
    expect(await record.inputValue()).toBe('BA-26-0001');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Khoa NO');
    await scan(page, cardOf('PHẠM THỊ CON', { born: '01022001' }));
    await page.getByText('PHẠM THỊ CON', { exact: true }).waitFor();
    await visitor.picture('patients-admit');
    expect(await visitor.violations()).toEqual([]);
    await record.focus();
    await page.keyboard.press('Enter');
    // Nobody is recorded while something is missing, the admission neither.
    await page.getByText('Thông tin chưa đúng, chưa có gì được ghi nhận').waitFor();
    expect(await held()).toEqual([]);
    const relation = page.getByLabel('PHẠM THỊ CON là gì của bệnh nhân');
    await until(page, `document.activeElement?.getAttribute('aria-invalid') === 'true'`);
    await visitor.picture('patients-admit-refused');
    expect(await visitor.violations()).toEqual([]);
    await relation.selectOption('con');
    await record.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã tiếp nhận khai báo của 2 người').waitFor();
    await visitor.picture('patients-receipt');
    expect(await visitor.violations()).toEqual([]);
    const patient = await inHouse('PHẠM VĂN BỆNH');
    const relative = await inHouse('PHẠM THỊ CON');
    expect(patient).toMatchObject({ kind: 'patient', place: { department: 'NOI' } });
    expect(relative).toMatchObject({ kind: 'relative', place: { department: 'NOI', relation: 'con' } });
    expect(relative?.place.patientId).toBe(patient?.place.patientId);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('takes a relative who comes later, on a phone, from the list of patients', async () => {
    const visitor = await clerk({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/patients');
    await page.getByRole('link', { name: 'Thêm thân nhân của PHẠM VĂN BỆNH' }).click();
    await ready(visitor);
    await until(page, `document.querySelector('input[role=combobox], input[aria-haspopup=listbox]') !== null`);
    await scan(page, cardOf('PHẠM THỊ VỢ'));
    await page.getByLabel('PHẠM THỊ VỢ là gì của bệnh nhân').selectOption('vo-chong');
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('patients-relative');
    await page.getByRole('button', { name: 'Khai báo 1 thân nhân' }).click();
    await page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
    const patient = await inHouse('PHẠM VĂN BỆNH');
    expect((await inHouse('PHẠM THỊ VỢ'))?.place).toMatchObject({
      patientId: patient?.place.patientId,
      relation: 'vo-chong',
      department: 'NOI',
    });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('goes on with the relatives when only they are refused', async () => {
    const visitor = await clerk();
    const { page } = visitor;
    await visitor.go('/admit');
    await ready(visitor);
    // The same card for both: each is in order alone.
    const card = cardOf('ĐẶNG THỊ TRÙNG');
    await scan(page, card);
    await page.getByLabel(/^Số hồ sơ bệnh án/).fill('BA-26-0009');
    await page.getByLabel(/^Khoa/).selectOption('SAN');
    await scan(page, card);
    await page.getByLabel('ĐẶNG THỊ TRÙNG là gì của bệnh nhân').selectOption('con');
    await page.getByRole('button', { name: 'Khai báo bệnh nhân và 1 thân nhân' }).click();
    await page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
    await page
      .getByRole('alert')
      .getByText(/đang lưu trú tại cơ sở/)
      .first()
      .waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('patients-partly');
    // What is left at the desk is the relative, of this patient; another card in the place of the wrong one.
    await page.getByRole('button', { name: /^Bỏ ĐẶNG THỊ TRÙNG/ }).click();
    await scan(page, cardOf('ĐẶNG THỊ CHÁU'));
    await page.getByLabel('ĐẶNG THỊ CHÁU là gì của bệnh nhân').selectOption('chau');
    await page.getByRole('button', { name: 'Khai báo 1 thân nhân' }).click();
    await page.getByText('ĐẶNG THỊ CHÁU').last().waitFor();
    await until(page, `document.body.textContent.includes('Đã tiếp nhận khai báo của 1 người')`);
    const patient = await inHouse('ĐẶNG THỊ TRÙNG');
    expect((await inHouse('ĐẶNG THỊ CHÁU'))?.place.patientId).toBe(patient?.place.patientId);
    const { patientId } = patient?.place ?? {};
    await system.system.post(`/v1/patients/${patientId ?? ''}/actions`, key, { action: 'discharge' });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('keeps an admission without a network, and sends patient and relative once and together', async () => {
    const visitor = await clerk();
    const { page, context } = visitor;
    await visitor.go('/admit');
    await ready(visitor);
    await until(page, 'navigator.serviceWorker.controller !== null');
    await context.setOffline(true);
    await scan(page, cardOf('VÕ VĂN NGOẠI', { sex: 'Nam' }));
    await page.getByLabel(/^Số hồ sơ bệnh án/).fill('BA-26-0002');
    await page.getByLabel(/^Khoa/).selectOption('NGOAI');
    await scan(page, cardOf('VÕ THỊ CHĂM'));
    // Codes come with the network; those of relations were fetched with the page.
    await page.getByLabel('VÕ THỊ CHĂM là gì của bệnh nhân').selectOption('anh-chi-em');
    await page.getByRole('button', { name: 'Khai báo bệnh nhân và 1 thân nhân' }).click();
    await page.getByText('Đã giữ khai báo của 2 người').waitFor();
    await visitor.picture('patients-kept');
    expect(await inHouse('VÕ VĂN NGOẠI')).toBeUndefined();
    await context.setOffline(false);
    await visitor.go('/waiting');
    await page.getByText('Không có khai báo nào chờ gửi').waitFor();
    const patient = await inHouse('VÕ VĂN NGOẠI');
    const relative = await inHouse('VÕ THỊ CHĂM');
    expect(patient?.place).toMatchObject({ department: 'NGOAI' });
    expect(relative?.place).toMatchObject({ patientId: patient?.place.patientId, relation: 'anh-chi-em' });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('discharges those who are due, takes it back, and tells of each who could not be', async () => {
    await admitBefore('TRẦN THỊ HẠN', 'BA-26-0003', new Date(Date.now() - 60_000));
    const visitor = await clerk();
    const { page } = visitor;
    await visitor.go('/patients');
    await page.getByRole('link', { name: 'TRẦN THỊ HẠN', exact: true }).waitFor();
    await visitor.picture('patients-list');
    expect(await visitor.violations()).toEqual([]);
    await page.getByLabel('Chọn người ra viện hôm nay và quá hạn').check();
    await page.getByRole('button', { name: 'Cho ra viện 1 bệnh nhân' }).click();
    await page.getByText('Đã cho 1 bệnh nhân ra viện').waitFor();
    expect(await inHouse('TRẦN THỊ HẠN')).toBeUndefined();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('link', { name: 'TRẦN THỊ HẠN', exact: true }).waitFor();

    // Somebody else discharged one of two meanwhile: the other goes home all the same.
    await page.getByLabel('Chọn PHẠM VĂN BỆNH').check();
    await page.getByLabel('Chọn TRẦN THỊ HẠN').check();
    const patientId = (await inHouse('PHẠM VĂN BỆNH'))?.place.patientId ?? '';
    await page.route('**/v1/stays?**', (route) => route.abort());
    const elsewhere = await system.system.post(`/v1/patients/${patientId}/actions`, key, { action: 'discharge' });
    expect(elsewhere.status).toBe(200);
    await page.getByRole('button', { name: 'Cho ra viện 2 bệnh nhân' }).click();
    await page.getByText('Đã cho 1 bệnh nhân ra viện').waitFor();
    await page.getByText('Đã được cho ra viện ở nơi khác', { exact: false }).waitFor();
    await visitor.picture('patients-discharge-failed');
    await page.unroute('**/v1/stays?**');
    expect((await held()).map(({ person }) => person.fullName).sort()).toEqual(['VÕ THỊ CHĂM', 'VÕ VĂN NGOẠI']);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('discharges a pasted list of record numbers, and keeps those that are wrong', async () => {
    const visitor = await clerk({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/patients');
    await page.getByRole('button', { name: 'Chuyển khoa, phòng, giường của VÕ VĂN NGOẠI' }).click();
    await page.getByRole('dialog').getByLabel('Khoa').selectOption('SAN');
    await page.getByRole('dialog').getByLabel('Giường').fill('7');
    expect(await visitor.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await inHouse('VÕ VĂN NGOẠI'))?.place).toMatchObject({ department: 'SAN', bed: '7' });
    expect((await inHouse('VÕ THỊ CHĂM'))?.place).toMatchObject({ department: 'SAN' });
    await page.getByRole('button', { name: 'Ra viện theo danh sách' }).click();
    await page.getByRole('dialog').getByLabel('Số hồ sơ bệnh án').fill('BA-26-0002\nBA-SAI');
    await page.getByRole('button', { name: 'Cho ra viện 2 người' }).click();
    await page.getByText('1 số hồ sơ chưa ra viện được').waitFor();
    await visitor.picture('patients-by-list');
    expect(await visitor.violations()).toEqual([]);
    expect(await page.getByRole('dialog').getByLabel('Số hồ sơ bệnh án').inputValue()).toBe('BA-SAI');
    expect(await held()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  async function admitBefore(fullName: string, recordNumber: string, leaves: Date): Promise<void> {
    const came = toLocalIso(new Date(Date.now() - 3 * 3_600_000));
    const admission = { facilityId: code, recordNumber, department: 'NOI', room: '305', bed: '2', admittedAt: came };
    const { patientId } = (await system.system.post('/v1/patients', key, admission)).body;
    const answer = await system.system.post('/v1/stays', key, {
      kind: 'patient',
      facilityId: code,
      person: { fullName, birthDate: '1990-08-15', sex: 'F', document: { type: 1, number: nextPersonalNumber() } },
      arrivedAt: came,
      expectedDepartureAt: toLocalIso(leaves),
      place: { patientId },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  }
});
