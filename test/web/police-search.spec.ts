import { nextPersonalNumber } from '../support/builders';
import {
  createPoliceStage,
  NEXT_WARD,
  type PoliceStage,
  signInFirst,
  statePurpose,
  traces,
  WARD,
  violationsOf,
} from './support/police-stage';
import { PHONE } from './support/visitor';

describe('searching for people', () => {
  let stage: PoliceStage;
  const number = nextPersonalNumber();
  beforeAll(async () => {
    stage = await createPoliceStage();
    const room = { place: { room: '203' } };
    await stage.declare(stage.hotel, { document: { type: 1, number }, phone: '0905000111' }, room);
    await stage.declare(stage.hotel, { fullName: 'Lê Văn Cường', sex: 'M', birthDate: '1988-03-02' }, room);
    await stage.declare(
      stage.hotel,
      { fullName: 'Trần Thị Bích', birthDate: '1991-01-01' },
      { place: { room: '204' } },
    );
  });
  afterAll(() => stage.close());

  it('goes from signing in over purpose and name to the person and a companion, by keyboard, leaving no trace', async () => {
    const { visitor, accountId } = await signInFirst(stage, '/search');
    const { page } = visitor;
    await page.getByRole('heading', { name: 'Tra cứu người lưu trú' }).waitFor();
    await visitor.picture('search-purpose');
    expect(await violationsOf(visitor)).toEqual([]);
    await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
    expect(await page.getByText('Cần điền mục này.').count()).toBe(2);
    await statePurpose(visitor);

    await page.getByRole('searchbox').fill('Bình');
    await page.getByText('Một từ của tên thì cần thêm năm sinh').waitFor();
    await page.getByRole('searchbox').fill('tran binh 1990');
    await page.getByText('Tự nhận: Họ tên').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Tìm thấy \d+ người/ }).waitFor();
    const best = page.getByRole('article').first();
    expect(await best.textContent()).toContain('Trần Thị Bình');
    expect(await best.textContent()).toContain(number);
    expect(await violationsOf(visitor)).toEqual([]);
    await visitor.picture('search-results');
    expect(await traces(visitor, 'binh', 'Bình', number, 'VV-2026')).toEqual([]);

    await best.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.getByRole('heading', { name: 'Các lần lưu trú' }).waitFor();
    await page.getByText('Lê Văn Cường').waitFor();
    await page.getByText('Ở cùng phòng, cùng thời gian').waitFor();
    await page.getByText('Phường Hội An, Thành phố Đà Nẵng').first().waitFor();
    expect(await violationsOf(visitor)).toEqual([]);
    await visitor.picture('person');
    expect(await traces(visitor, 'Bình', 'Cường', number, 'VV-2026')).toEqual([]);
    const looks = await stage.system.build.rows<{ action: string; purpose: string }>(
      `SELECT action, detail->>'purpose' AS purpose FROM audit_entry WHERE actor_id = $1 AND action LIKE 'person.%' ORDER BY xact`,
      [accountId],
    );
    expect(looks.map(({ action }) => action)).toEqual(['person.search', 'person.view']);

    await page.getByRole('button', { name: 'Xem hồ sơ Lê Văn Cường' }).click();
    await page.waitForURL(/person\/2$/);
    await page.getByRole('button', { name: 'Xem hồ sơ Trần Thị Bình' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Xem hồ sơ Lê Văn Cường' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: /^Tìm thấy/ }).waitFor();
    const [{ looked } = { looked: 0 }] = await stage.system.build.rows<{ looked: number }>(
      `SELECT count(*)::integer AS looked FROM audit_entry WHERE actor_id = $1 AND action LIKE 'person.%'`,
      [accountId],
    );
    // Going back shows what was seen already; nobody is looked at again.
    expect(looked).toBe(3);
    await page.reload();
    await page.getByRole('button', { name: 'Bắt đầu làm việc' }).waitFor();
    await visitor.go('/search/person/1');
    await page.getByText('Chưa chọn người nào').waitFor();
    expect(await violationsOf(visitor)).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('understands numbers, ends of numbers and phones, takes further criteria, and says what is wrong', async () => {
    const visitor = await stage.visit('ward-police', WARD, { viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/search');
    await statePurpose(visitor);
    const search = async (text: string): Promise<string> => {
      await page.getByRole('searchbox').fill(text);
      await page.keyboard.press('Enter');
      await page.getByText('Đang tra cứu…').waitFor({ state: 'hidden' });
      return (await page.getByRole('article').first().textContent()) ?? '';
    };
    expect(await search(number)).toContain('Trần Thị Bình');
    expect(await search(`${number.slice(-6)} 1990`)).toContain('Trần Thị Bình');
    expect(await search('0905 000 111')).toContain('Trần Thị Bình');
    await page.getByRole('searchbox').fill('001');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await violationsOf(visitor)).toEqual([]);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Thêm tiêu chí' }).click();
    await page.getByLabel('Mã cơ sở', { exact: true }).fill(stage.hotel.code);
    await page.getByLabel('Thời gian').selectOption('in-house');
    expect(await violationsOf(visitor)).toEqual([]);
    await visitor.picture('search-further');
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    await page.getByRole('heading', { name: /^Tìm thấy 3 người/ }).waitFor();
    await page.getByRole('searchbox').fill('Ngô Không Ai 1955');
    await page.getByRole('button', { name: 'Xóa tiêu chí thêm' }).click();
    await page.getByRole('searchbox').press('Enter');
    await page.getByText('Không tìm thấy ai trong địa bàn').waitFor();
    expect(await violationsOf(visitor)).toEqual([]);
    await visitor.context.setOffline(true);
    await page.getByRole('searchbox').fill('Lê Văn Cường');
    await page.keyboard.press('Enter');
    await page.getByText('Trang này cần mạng').waitFor();
    await visitor.context.setOffline(false);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('is not for clerks, and is there in English', async () => {
    const clerk = await stage.visit('facility-clerk', { kind: 'facility', id: stage.hotel.facilityId });
    await clerk.go('/search');
    await clerk.page.getByText('Bạn không có quyền xem trang này').waitFor();
    expect(await violationsOf(clerk)).toEqual([]);
    await clerk.leave();
    const visitor = await stage.visit('ward-police', NEXT_WARD, { language: 'en' });
    await visitor.go('/search');
    await visitor.page.getByLabel('Purpose').selectOption('kiem-tra-luu-tru');
    await visitor.page.getByLabel('Case number').fill('X-1');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('searchbox').fill(number);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByText('Nobody found in the jurisdiction').waitFor();
    expect(await violationsOf(visitor)).toEqual([]);
    await visitor.go('/findings');
    await visitor.page.getByText('No findings').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
