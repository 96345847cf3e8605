import { ComplianceReckoning } from '@luutru/compliance';
import { openDatabase } from '@luutru/platform';
import { nextPersonalNumber } from '../support/builders';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { declareGuest } from './support/seed';
import { PHONE, type Visitor } from './support/visitor';

const number = nextPersonalNumber();
const guest = {
  personalNumber: number,
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  level: 2,
} as const;

describe('the owner of a facility', () => {
  let console: ConsoleSystem;
  let facility: { facilityId: string; code: string };
  let stayId: string;
  beforeAll(async () => {
    console = await createConsoleSystem({ citizens: [guest] });
    const { system } = console;
    facility = await system.build.facility({ name: 'Khách sạn Sông Hoài', rooms: ['101', '102'] });
    const key = await system.build.apiKey([facility]);
    stayId = await declareGuest(system, key, number, '101');
    await system.build.rows(`INSERT INTO vendor VALUES (gen_random_uuid(), 'PMS-1', 'Phần mềm Thử Nghiệm', now())`);
  });
  afterAll(() => console.close());

  const visit = (options = {}): Promise<Visitor> =>
    console.visit('facility-owner', { kind: 'facility', id: facility.facilityId }, options);

  it('keeps the list of rooms', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('/facility');
    await page.getByText('2 phòng, 4 giường').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('owner-facility');
    await page.getByRole('button', { name: 'Sửa danh sách phòng' }).click();
    const rooms = page.getByRole('dialog').getByRole('textbox', { name: 'Phòng' });
    await rooms.fill('101, 2\n102 hai giường, x\n');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Dòng 2: “102 hai giường, x” chưa đúng dạng', { exact: false }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await rooms.fill('101, 2\n102, 3\n201\t4\n');
    await page.getByRole('button', { name: 'Lưu' }).press('Enter');
    await page.getByText('3 phòng, 9 giường').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('takes on a clerk, whose first password is shown once, and removes them', async () => {
    const visitor = await visit({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/staff');
    await page.getByText('Chủ cơ sở').first().waitFor();
    expect(await page.getByRole('button', { name: /^Gỡ khỏi cơ sở/ }).count()).toBe(0);
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Thêm nhân viên' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ và tên').fill('Lê Thị Tân');
    await dialog.getByRole('button', { name: 'Thêm nhân viên' }).click();
    await dialog.locator('[aria-invalid=true]').first().waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('owner-staff-add');
    await dialog.getByLabel(/^Tên đăng nhập( \*)?$/).fill('le.tan.song.hoai');
    await page.keyboard.press('Enter');
    await page.getByText('Mật khẩu chỉ hiện một lần này', { exact: false }).waitFor();
    const secret = (await page.getByRole('dialog').locator('pre').textContent()) ?? '';
    expect(secret.length).toBeGreaterThan(8);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('owner-staff-secret');
    await page.getByRole('button', { name: 'Tôi đã ghi lại' }).click();
    await page.getByText('Tên đăng nhập le.tan.song.hoai').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('owner-staff');
    await page.getByRole('button', { name: 'Gỡ khỏi cơ sở: Lê Thị Tân' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gỡ khỏi cơ sở' }).click();
    await page.getByText('Tên đăng nhập le.tan.song.hoai').waitFor({ state: 'detached' });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('delegates to a vendor and takes it back, and makes a key that is shown once', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('/connected-software');
    await page.getByText('Chưa ủy quyền cho nhà cung cấp nào').waitFor();
    await page.getByRole('button', { name: 'Ủy quyền cho nhà cung cấp' }).click();
    await page.getByRole('dialog').getByLabel('Mã nhà cung cấp').fill('pms-1');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Ủy quyền cho nhà cung cấp' }).click();
    await page.getByText('Phần mềm Thử Nghiệm (PMS-1)').waitFor();
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.getByRole('dialog').getByLabel('Tên khóa').fill('Máy lễ tân');
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo khóa' }).click();
    const key = (await page.getByRole('dialog').locator('pre').textContent()) ?? '';
    expect(key).toMatch(/^lt_/);
    await page.getByRole('button', { name: 'Tôi đã ghi lại' }).click();
    await page.getByRole('cell', { name: 'Máy lễ tân', exact: true }).waitFor();
    expect(await page.content()).not.toContain(key);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('owner-software');
    await page.getByRole('button', { name: 'Thu hồi: Phần mềm Thử Nghiệm' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByText('Chưa ủy quyền cho nhà cung cấp nào').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('sees what its points are made of', async () => {
    const { system } = console;
    const url = system.database.urlFor('luutru_worker');
    const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
    await new ComplianceReckoning(database, { now: () => new Date() }).run();
    await close();
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('/standing');
    await page.getByRole('heading', { name: /^Điểm: / }).waitFor();
    await page.getByRole('heading', { name: 'Tỷ lệ khai muộn' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('owner-standing');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('answers a request for correction', async () => {
    const citizen = await console.citizen(number);
    const asked = await citizen.send('post', '/v1/self/corrections', { stayId, text: 'Sai tên đệm' });
    expect(asked.status).toBe(201);
    const visitor = await visit({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/corrections');
    await page.getByText('Sai tên đệm').waitFor();
    await page.getByRole('button', { name: 'Xem lưu trú' }).click();
    await page.getByText('Trần Thị Bình').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('owner-corrections');
    await page.getByRole('button', { name: 'Trả lời' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Trả lời' }).click();
    await dialog.getByText('Hãy chọn kết quả.').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await dialog.getByLabel('Không đồng ý').check();
    await dialog.getByLabel(/^Trả lời cho khách/).fill('Thông tin trên thẻ căn cước đúng như đã khai.');
    await dialog.getByRole('button', { name: 'Trả lời' }).click();
    await page.getByText('Không có yêu cầu nào đang chờ').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('takes the data away', async () => {
    const visitor = await visit({ language: 'en' });
    const { page } = visitor;
    await visitor.go('/exports');
    await page.getByLabel('A period of the past').check();
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByText('Choose a day.').first().waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.getByLabel('Guests in house').check();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByText('No file was sent yet').waitFor();
    await visitor.picture('owner-exports');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
