import type { Page } from 'playwright-core';
import { nextPersonalNumber } from '../support/builders';
import { cardOf, PASSPORT } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { photoOf } from './support/pictures';
import { printed } from './support/printed';
import { until } from './support/until';
import { DESK, PHONE, Visitor } from './support/visitor';

const TABLET = { width: 810, height: 1080 };

describe('guests who enter their own data', () => {
  let system: ConsoleSystem;
  let facilityId: string;
  let key: string;
  let token: string;
  beforeAll(async () => {
    system = await createConsoleSystem();
    const facility = await system.system.build.facility({ rooms: ['101', '102', '103', '104'] });
    facilityId = facility.facilityId;
    key = await system.system.build.apiKey([facility]);
  });
  afterAll(() => system.close());

  const person = (role: 'facility-clerk' | 'facility-owner', options = {}) =>
    system.visit(role, { kind: 'facility', id: facilityId }, options);
  const guest = async (path = '/guest', viewport = PHONE): Promise<Visitor> => {
    const visitor = await Visitor.arrive(system.browser, system.system.apiUrl, { viewport });
    await visitor.go(`${path}#${token}`);
    return visitor;
  };
  const present = async (): Promise<{ person: { fullName: string }; place: { room: string } }[]> => {
    const answer = await system.system.get('/v1/stays?state=in_house&limit=200', key);
    return answer.stays as { person: { fullName: string }; place: { room: string } }[];
  };
  const show = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('button', { name: /^Quét (mã QR trên thẻ|thẻ của người)/ }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'the.bmp', mimeType: 'image/bmp', buffer: photoOf(text) });
  };
  const send = async (page: Page): Promise<string> => {
    await page.getByLabel(/^Tôi đồng ý gửi/).check();
    await page.getByRole('button', { name: /^Gửi tới quầy/ }).click();
    const code = page.getByRole('img', { name: /^Mã của bạn/ });
    await code.waitFor();
    return (await code.textContent()) ?? '';
  };
  const byHand = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Nhập tay' }).click();
    await page.getByLabel(/^Họ và tên/).fill(name);
    await page.getByLabel(/^Số giấy tờ/).fill(nextPersonalNumber());
    await page.getByLabel(/^Ngày sinh/).fill('15081990');
    await page.getByLabel(/^Giới tính/).selectOption('F');
  };

  it('the owner makes the code, and what is printed is the card', async () => {
    const visitor = await person('facility-owner');
    const { page } = visitor;
    await visitor.go('/desk-code');
    await page.getByText('Quầy chưa có mã QR').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Tạo mã QR' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo mã QR' }).click();
    await page.getByRole('img', { name: /^QR:/ }).waitFor();
    const { url } = (await system.system.get(`/v1/facilities/${facilityId}/desk-link`, key)) as { url: string };
    token = url.split('#')[1] ?? '';
    expect(token).toHaveLength(24);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('desk-code');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Scan to check in by yourself').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Thay mã mới' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await printed(page)).toHaveLength(1);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('a family of two enters by scanning on a phone, the clerk confirms, and the phone shows it', async () => {
    const clerk = await person('facility-clerk', { viewport: DESK });
    await clerk.go('/check-in');
    await clerk.page.getByPlaceholder('Sẵn sàng quét').waitFor();

    const phone = await guest();
    const { page } = phone;
    await page.getByRole('heading', { name: 'Tự khai lưu trú' }).waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
    expect(await phone.violations()).toEqual([]);
    await phone.picture('guest-empty');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Enter your own details' }).waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    const father = cardOf('LÊ VĂN CHA', { sex: 'Nam' });
    await show(page, father);
    await page.getByText('LÊ VĂN CHA').waitFor();
    await show(page, cardOf('LÊ THỊ CON', { born: '01022015' }));
    await page.getByText('LÊ THỊ CON').waitFor();
    expect(await page.getByLabel(/^Tôi đồng ý gửi/).isChecked()).toBe(false);

    // Reloading, and coming back after going away, lose nothing.
    await page.reload();
    await page.getByText('LÊ THỊ CON').waitFor();
    await page.goto('about:blank');
    await page.goBack();
    await page.getByText('LÊ VĂN CHA').waitFor();
    expect(await phone.violations()).toEqual([]);
    await phone.picture('guest-family');

    // Without the consent nothing is taken.
    await page.getByRole('button', { name: 'Gửi tới quầy (2 người)' }).click();
    await page.getByText('Bạn chưa đồng ý gửi thông tin').waitFor();
    expect(await phone.violations()).toEqual([]);
    const code = await send(page);
    expect(code).toMatch(/^\d{4}$/);
    await page.getByText('Đang chờ quầy xác nhận').waitFor();
    expect(await phone.violations()).toEqual([]);
    await phone.picture('guest-waiting');
    // What was sent is not on the phone any more; where it waits is.
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('LÊ VĂN CHA');
    await page.reload();
    await page.getByText(code, { exact: true }).waitFor();

    await clerk.page.getByText('1 bản khách tự khai đang chờ').waitFor();
    await clerk.picture('check-in-guests-waiting');
    expect(await clerk.violations()).toEqual([]);
    await clerk.page.keyboard.press('F2');
    await clerk.page.getByRole('button', { name: new RegExp(code) }).waitFor();
    await clerk.page.getByText('LÊ VĂN CHA và 1 người nữa').waitFor();
    expect(await clerk.violations()).toEqual([]);
    await clerk.picture('guest-entries-list');
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByText(`Khách tự khai, mã ${code}`).waitFor();
    expect(await clerk.page.getByText('khách tự khai', { exact: true }).count()).toBe(2);
    expect(await clerk.violations()).toEqual([]);
    await clerk.picture('check-in-guest-statement');
    // The card itself, before the scanner of the desk: it takes the place of the guest's words.
    await clerk.page.getByPlaceholder('Sẵn sàng quét').focus();
    await clerk.page.keyboard.insertText(father);
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByText('quét thẻ', { exact: true }).waitFor();
    expect(await clerk.page.getByText('khách tự khai', { exact: true }).count()).toBe(1);
    await clerk.page.getByRole('combobox', { name: /^Phòng/ }).fill('103');
    await clerk.page.getByRole('button', { name: 'Khai báo 2 người' }).click();
    await clerk.page.getByText('Đã tiếp nhận khai báo của 2 người').waitFor();
    await page.getByText('Đã xác nhận').waitFor();
    expect(await phone.violations()).toEqual([]);
    await phone.picture('guest-confirmed');
    expect((await present()).map((stay) => [stay.person.fullName, stay.place.room]).sort()).toEqual([
      ['LÊ THỊ CON', '103'],
      ['LÊ VĂN CHA', '103'],
    ]);
    expect(await clerk.page.getByText('đang chờ', { exact: false }).count()).toBe(0);
    expect([...phone.troubles, ...clerk.troubles]).toEqual([]);
    await phone.leave();
    await clerk.leave();
  });

  it('says under the fields what is wrong, keeps everything without a network, and sends one entry', async () => {
    const phone = await guest();
    const { page } = phone;
    await page.getByRole('button', { name: 'Hộ chiếu' }).click();
    await page.getByLabel(/^Hai dòng ký tự/).fill(PASSPORT[0] ?? '');
    await page.getByRole('button', { name: 'Đọc hai dòng này' }).click();
    await page.getByText('Còn thiếu dòng thứ hai.').waitFor();
    await page.getByLabel(/^Hai dòng ký tự/).fill(PASSPORT.join('\n'));
    await page.getByRole('button', { name: 'Đọc hai dòng này' }).click();
    await page.getByText('MUELLER').waitFor();
    await byHand(page, 'Anna Mueller');
    await page.getByLabel(/^Số giấy tờ/).fill('12');
    await page.getByLabel(/^Tôi đồng ý gửi/).check();
    await page.getByRole('button', { name: 'Gửi tới quầy (2 người)' }).click();
    await page.getByText('Dữ liệu chưa hợp lệ').waitFor();
    expect(await page.getByLabel(/^Số giấy tờ/).getAttribute('aria-invalid')).toBe('true');
    expect(await phone.violations()).toEqual([]);
    await phone.picture('guest-refused');
    await page.getByLabel(/^Số giấy tờ/).fill(nextPersonalNumber());
    // The answer is lost on the way; the entry is not.
    let cut = 2;
    await page.route('**/v1/desk/entries', async (route) => {
      if (cut > 0) {
        cut -= 1;
        await route.fetch();
        await route.abort();
      } else await route.continue();
    });
    await page.getByRole('button', { name: 'Gửi tới quầy (2 người)' }).click();
    await page.getByText('Chưa gửi được: không có mạng').waitFor();
    expect(await phone.violations()).toEqual([]);
    await phone.picture('guest-unsent');
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await page.getByText('Đang chờ quầy xác nhận').waitFor();
    const count = await system.system.get(`/v1/facilities/${facilityId}/guest-entries/count`, key);
    expect(count).toMatchObject({ waiting: 1 });

    await page.getByRole('button', { name: 'Rút lại bản tự khai' }).click();
    expect(await phone.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Rút lại', exact: true }).click();
    await page.getByText('Đã rút lại').waitFor();
    expect(await phone.violations()).toEqual([]);
    expect(await system.system.get(`/v1/facilities/${facilityId}/guest-entries/count`, key)).toMatchObject({
      waiting: 0,
    });
    expect(phone.troubles).toEqual([]);
    await phone.leave();
  });

  it('a guest who takes it back while the desk looks at it: the desk is told and declares from the papers', async () => {
    const phone = await guest();
    await byHand(phone.page, 'Phạm Thị Rút');
    const code = await send(phone.page);
    const clerk = await person('facility-clerk');
    await clerk.go('/check-in');
    await clerk.page.getByRole('button', { name: 'Mở danh sách (F2)' }).click();
    await clerk.page.getByRole('button', { name: new RegExp(code) }).click();
    await clerk.page.getByText(`Khách tự khai, mã ${code}`).waitFor();
    await phone.page.getByRole('button', { name: 'Rút lại bản tự khai' }).click();
    await phone.page.getByRole('button', { name: 'Rút lại', exact: true }).click();
    await phone.page.getByText('Đã rút lại').waitFor();
    await clerk.page.getByRole('button', { name: 'Khai báo 1 người' }).click();
    await clerk.page.getByText(/Bản tự khai này không còn chờ: khách đã rút lại/).waitFor();
    expect(await clerk.violations()).toEqual([]);
    await clerk.picture('check-in-guest-ended');
    await clerk.page.getByRole('button', { name: 'Khai báo từ giấy tờ' }).click();
    await clerk.page.getByRole('button', { name: 'Khai báo 1 người' }).click();
    await clerk.page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
    expect((await present()).filter((stay) => stay.person.fullName === 'Phạm Thị Rút')).toHaveLength(1);
    expect([...phone.troubles, ...clerk.troubles]).toEqual([]);
    await phone.leave();
    await clerk.leave();
  });

  it('sent back by the desk, the guest reads why and begins anew', async () => {
    const phone = await guest();
    await byHand(phone.page, 'Đỗ Thị Sai');
    const code = await send(phone.page);
    const clerk = await person('facility-clerk', { viewport: PHONE });
    await clerk.go('/check-in');
    // The number that the guest says, typed where everything is typed.
    await clerk.page.getByPlaceholder('Sẵn sàng quét').fill(code);
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByText(`Khách tự khai, mã ${code}`).waitFor();
    expect(await clerk.violations()).toEqual([]);
    await clerk.page.getByRole('button', { name: 'Trả lại bản tự khai' }).click();
    await clerk.page.getByLabel('Không khớp với giấy tờ').check();
    expect(await clerk.violations()).toEqual([]);
    await clerk.page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await phone.page.getByText('Quầy đã trả lại bản tự khai').waitFor();
    await phone.page.getByText(/không khớp với giấy tờ/).waitFor();
    expect(await phone.violations()).toEqual([]);
    await phone.page.getByRole('button', { name: 'Khai lại từ đầu' }).click();
    await phone.page.getByRole('heading', { name: 'Tự khai lưu trú' }).waitFor();
    expect(await phone.page.getByText('Đỗ Thị Sai').count()).toBe(0);
    expect([...phone.troubles, ...clerk.troubles]).toEqual([]);
    await phone.leave();
    await clerk.leave();
  });

  describe('the tablet of a desk', () => {
    const kiosk = async (): Promise<Visitor> => {
      const visitor = await Visitor.arrive(system.browser, system.system.apiUrl, { viewport: TABLET });
      await visitor.page.clock.install();
      await visitor.go(`/guest/kiosk#${token}`);
      await visitor.page.getByRole('heading', { name: 'Tự khai lưu trú' }).waitFor();
      return visitor;
    };
    const traces = (page: Page): Promise<string> =>
      page.evaluate<string>(
        'document.documentElement.outerHTML + JSON.stringify(sessionStorage) + JSON.stringify(localStorage)',
      );

    it('clears everything when nobody touches it, and says so before', async () => {
      const visitor = await kiosk();
      const { page } = visitor;
      expect(await page.getByRole('link').count()).toBe(0);
      expect(await visitor.violations()).toEqual([]);
      await visitor.picture('kiosk-empty');
      await byHand(page, 'Vũ Thị Bỏ');
      await page.clock.runFor(74_000);
      expect(await page.getByText(/^Sẽ xóa hết sau/).count()).toBe(0);
      await page.clock.runFor(3_000);
      await page.getByText(/^Sẽ xóa hết sau 1\d giây/).waitFor();
      expect(await visitor.violations()).toEqual([]);
      await visitor.picture('kiosk-idle');
      // A touch is enough to go on.
      await page.getByLabel(/^Số điện thoại/).fill('0905000111');
      await page.clock.runFor(60_000);
      expect(await page.getByLabel(/^Họ và tên/).inputValue()).toBe('Vũ Thị Bỏ');
      await page.clock.runFor(31_000);
      await until(page, `document.querySelector('[data-field=fullName]') === null`);
      expect(await traces(page)).not.toContain('Vũ Thị Bỏ');
      expect(visitor.troubles).toEqual([]);
      await visitor.leave();
    });

    it('is not for guests while somebody is signed in on it', async () => {
      const visitor = await person('facility-clerk', { viewport: TABLET });
      const { page } = visitor;
      await visitor.go(`/guest/kiosk#${token}`);
      await page.getByText('Máy này đang có người đăng nhập').waitFor();
      expect(await page.getByRole('button', { name: 'Nhập tay' }).count()).toBe(0);
      expect(await visitor.violations()).toEqual([]);
      await page.getByRole('button', { name: 'Đăng xuất và mở trang tự khai' }).click();
      await page.getByRole('heading', { name: 'Tự khai lưu trú' }).waitFor();
      await visitor.go('/check-in');
      await page.getByLabel('Tên đăng nhập').waitFor();
      expect(visitor.troubles).toEqual([]);
      await visitor.leave();
    });

    it('shows the code after sending and begins anew, with nothing to go back to', async () => {
      const visitor = await kiosk();
      const { page } = visitor;
      await byHand(page, 'Hồ Thị Gửi');
      const code = await send(page);
      await page.getByText('Đã gửi tới quầy').waitFor();
      expect(await visitor.violations()).toEqual([]);
      await visitor.picture('kiosk-sent');
      await page.clock.runFor(21_000);
      await page.getByRole('heading', { name: 'Tự khai lưu trú' }).waitFor();
      expect(await traces(page)).not.toMatch(new RegExp(`Hồ Thị Gửi|>${code}<`));
      await page.goBack();
      await page.goForward();
      await page.getByRole('heading', { name: 'Tự khai lưu trú' }).waitFor();
      expect(await traces(page)).not.toMatch(new RegExp(`Hồ Thị Gửi|>${code}<`));
      await byHand(page, 'Hồ Thị Nửa');
      await page.goBack();
      await page.goForward();
      await page.getByRole('heading', { name: 'Tự khai lưu trú' }).waitFor();
      expect(await traces(page)).not.toContain('Hồ Thị Nửa');
      expect(visitor.troubles).toEqual([]);
      await visitor.leave();
    });
  });

  it('a code that was replaced leads nowhere', async () => {
    const old = token;
    const owner = await person('facility-owner');
    await owner.go('/desk-code');
    await owner.page.getByRole('button', { name: 'Thay mã mới' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Thay mã mới' }).click();
    await owner.page.getByText('Đã có mã QR mới').waitFor();
    token = old;
    const phone = await guest();
    await phone.page.getByText('Mã QR này không còn dùng được').waitFor();
    expect(await phone.violations()).toEqual([]);
    await phone.picture('guest-code-replaced');
    expect([...phone.troubles, ...owner.troubles]).toEqual([]);
    await phone.leave();
    await owner.leave();
  });
});
