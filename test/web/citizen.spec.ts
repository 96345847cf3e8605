import { nextPersonalNumber } from '../support/builders';
import { PASSCODE } from '../support/identity-provider';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { declareGuest } from './support/seed';
import { PHONE, Visitor } from './support/visitor';

const number = nextPersonalNumber();
const person = {
  personalNumber: number,
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  level: 2,
} as const;

describe('a citizen', () => {
  let console: ConsoleSystem;
  let facility: { facilityId: string; code: string };
  let stayId: string;
  beforeAll(async () => {
    console = await createConsoleSystem({ citizens: [person] });
    const { system, people } = console;
    facility = await system.build.facility({ name: 'Khách sạn Sông Hoài', rooms: ['203'] });
    const key = await system.build.apiKey([facility]);
    stayId = await declareGuest(system, key, number, '203');
    const officer = await people.signedIn('ward-police', { kind: 'unit', id: 'w20410' });
    const look = (purpose: string, caseNumber?: string) =>
      officer.browser.send('post', '/v1/police/inspections', {
        facilityId: facility.facilityId,
        stayId,
        purpose,
        caseNumber,
      });
    await look('kiem-tra-luu-tru');
    // Not to be known yet.
    await look('dieu-tra', 'VA-2026/1');
  });
  afterAll(() => console.close());

  const signIn = async (options = {}): Promise<Visitor> => {
    const visitor = await Visitor.arrive(console.browser, console.system.apiUrl, options);
    const { page } = visitor;
    await visitor.go('/sign-in');
    await page.getByRole('link', { name: /VNeID/ }).click();
    await page.locator('[name=personalNumber]').fill(number);
    await page.locator('[name=passcode]').fill(PASSCODE);
    await page.keyboard.press('Enter');
    return visitor;
  };

  it('sees their stays and who looked, asks for a correction, and reads the answer', async () => {
    const visitor = await signIn({ viewport: PHONE });
    const { page } = visitor;
    await page.getByRole('heading', { name: 'Lưu trú của tôi', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Khách sạn Sông Hoài' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('citizen-stays');

    await page.getByRole('link', { name: /^Xem chi tiết/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Công an phường, xã', { exact: true }).waitFor();
    await page.getByText('Kiểm tra lưu trú').waitFor();
    expect(await page.getByText('Điều tra').count()).toBe(0);
    await page.getByText('15/08/1990').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('citizen-stay');

    await page.getByRole('button', { name: 'Yêu cầu đính chính' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await dialog.getByLabel('Điều cần sửa').fill('Ngày sinh đúng là 16/08/1990.');
    await visitor.picture('citizen-correction-ask');
    await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await page.getByText(/^Bạn đã gửi yêu cầu đính chính/).waitFor();
    await page.getByRole('link', { name: 'Theo dõi yêu cầu' }).click();
    await page.getByText('Đang chờ trả lời').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('citizen-corrections');

    await answerAsOwner('Đã sửa theo thẻ căn cước.');
    await page.reload();
    await page.getByText('Đã đồng ý sửa').waitFor();
    await page.getByText('Đã sửa theo thẻ căn cước.').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  const answerAsOwner = async (text: string): Promise<void> => {
    const owner = await console.people.signedIn('facility-owner', { kind: 'facility', id: facility.facilityId });
    const queue = await owner.browser.send('get', `/v1/facilities/${facility.code}/corrections`);
    const [open] = (queue.body as { corrections: { requestId: string }[] }).corrections;
    const path = `/v1/corrections/${open?.requestId ?? ''}/answer`;
    expect((await owner.browser.send('post', path, { decision: 'accepted', text })).status).toBe(204);
  };

  it('has the receipt: to show, to check and to print', async () => {
    const visitor = await signIn({ viewport: PHONE });
    const { page } = visitor;
    await page.getByRole('link', { name: /^Xem chi tiết/ }).click();
    await page.getByRole('link', { name: 'Xem giấy tiếp nhận' }).click();
    await page.getByRole('img', { name: /^Mã QR/ }).waitFor();
    await page.getByRole('button', { name: 'Kiểm tra chữ ký' }).click();
    await page.getByText(/^Chữ ký đúng/).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('citizen-receipt');
    const href = (await page.getByRole('link', { name: /PDF/ }).getAttribute('href')) ?? '';
    const printed = await page.request.get(new URL(href, console.system.apiUrl).href);
    expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('is told why looks may appear later, and what is wrong when nothing comes', async () => {
    const visitor = await signIn();
    const { page } = visitor;
    await page.getByRole('link', { name: 'Ai đã xem' }).click();
    await page.getByRole('heading', { name: 'Vì sao có lượt xem hiện muộn?' }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('citizen-looks');

    await page.route('**/v1/self/looks', (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('Không có kết nối mạng').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.unroute('**/v1/self/looks');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('row').nth(1).waitFor();

    await visitor.go('/accounts');
    await page.getByText('Bạn không có quyền xem trang này').waitFor();
    const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(kept).not.toMatch(new RegExp(`${number}|Sông Hoài|1990-08-15|15/08/1990`));
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('reads it all in English too', async () => {
    const visitor = await signIn({ language: 'en' });
    const { page } = visitor;
    await page.getByRole('heading', { name: 'My stays', level: 1 }).waitFor();
    await page.getByRole('link', { name: /^See details/ }).click();
    await page.getByText('Ward police').waitFor();
    expect(await visitor.violations()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
