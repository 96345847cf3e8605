import { cardOf } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { printed } from './support/printed';
import { until } from './support/until';

const NAMES = ['NGUYỄN THỊ ƯỚC', 'ĐẶNG VĂN QUỲNH', 'LÝ ỬNG HẬU'];
const PEOPLE = 60;

describe('on paper', () => {
  let system: ConsoleSystem;
  let facilityId: string;
  beforeAll(async () => {
    system = await createConsoleSystem();
    const rooms = Array.from({ length: PEOPLE }, (_, at) => String(101 + at));
    const facility = await system.system.build.facility({ rooms });
    facilityId = facility.facilityId;
    const key = await system.system.build.apiKey([facility]);
    for (const [at, room] of rooms.slice(NAMES.length).entries()) {
      const person = { qr: cardOf(`TRẦN VĂN SỐ ${String.fromCharCode(65 + (at % 26))}`) };
      const stay = { facilityId, kind: 'guest', reason: 1, place: { room }, person };
      expect((await system.system.post('/v1/stays', key, { ...stay, expectedDepartureAt: dayAfter(1) })).status).toBe(
        201,
      );
    }
  }, 120_000);
  afterAll(() => system.close());

  it('a receipt for each guest and the list of who is in the house have every letter, and nothing of the screen', async () => {
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facilityId });
    const { page } = visitor;
    // What the printer would be told is looked at instead.
    await page.addInitScript({ content: 'window.print = () => { window.printed = (window.printed ?? 0) + 1; }' });
    await visitor.go('/check-in');
    for (const name of NAMES) {
      await page.getByPlaceholder('Sẵn sàng quét').focus();
      await page.keyboard.insertText(cardOf(name));
      await page.keyboard.press('Enter');
      await page.getByText(name).first().waitFor();
    }
    await page.getByRole('combobox', { name: /^Phòng/ }).fill('101');
    await page.getByRole('button', { name: 'Khai báo 3 người' }).click();
    await page.getByText('Đã tiếp nhận khai báo của 3 người').waitFor();
    await page.getByRole('button', { name: 'In giấy tiếp nhận' }).click();
    await until(page, 'window.printed === 1');
    const receipts = (await printed(page)).join(' ');
    for (const name of NAMES) expect(receipts).toContain(name);
    expect(receipts).toContain('Phòng 101');
    expect(receipts.match(/Giấy tiếp nhận khai báo lưu trú/g)).toHaveLength(NAMES.length);
    expect(receipts).not.toMatch(/Sẵn sàng quét|Nhận khách|đến hạn 23:00 |Sơ đồ phòng|Chờ gửi/);

    await visitor.go('/stays');
    await page.getByLabel('Tình trạng').selectOption({ label: 'Đang lưu trú' });
    await page.getByRole('button', { name: 'In danh sách' }).click();
    await until(page, 'window.printed === 1');
    const sheets = await printed(page);
    const list = sheets.join(' ');
    for (const name of NAMES) expect(list).toContain(name);
    expect(list.match(/TRẦN VĂN SỐ/g)).toHaveLength(PEOPLE - NAMES.length);
    expect(list).toContain(`${PEOPLE} người · in lúc`);
    expect(list).not.toMatch(/Nhận khách|Chờ gửi|Xem thêm|In danh sách/);
    expect(sheets.length).toBeLessThan(6);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});

function dayAfter(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)}T12:00`;
}
