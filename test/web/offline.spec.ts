import { cardOf } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { PHONE, Visitor } from './support/visitor';
import { until } from './support/until';

interface Held {
  readonly stays: readonly {
    readonly stayId: string;
    readonly arrivedAt: string;
    readonly person: { readonly fullName: string };
    readonly place: { readonly room: string };
  }[];
}

/** Everything that the desk keeps in the browser, in letters, and whether its keys could be taken out. */
const ON_DISK = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('luutru-desk');
  opening.onerror = () => reject(new Error('no database'));
  opening.onsuccess = () => {
    const transaction = opening.result.transaction(['waiting', 'keys']);
    const waiting = transaction.objectStore('waiting').getAll();
    const keys = transaction.objectStore('keys').getAll();
    transaction.oncomplete = () =>
      resolve({
        text: waiting.result
          .map((record) => JSON.stringify(record) + new TextDecoder('latin1').decode(record.sealed))
          .join(),
        extractable: keys.result.map(({ extractable }) => extractable),
      });
  };
})`;

describe('the desk without a network', () => {
  let system: ConsoleSystem;
  let facilityId: string;
  let key: string;
  beforeAll(async () => {
    system = await createConsoleSystem();
    const facility = await system.system.build.facility({ rooms: ['101', '102', '103', '104'] });
    facilityId = facility.facilityId;
    key = await system.system.build.apiKey([facility]);
  });
  afterAll(() => system.close());

  const held = async (): Promise<Held['stays']> =>
    ((await system.system.get('/v1/stays?limit=200', key)) as unknown as Held).stays;

  /** @returns what was on the card */
  const declare = async ({ page }: Visitor, name: string, room: string): Promise<string> => {
    const card = cardOf(name);
    await page.getByPlaceholder('Sẵn sàng quét').focus();
    await page.keyboard.insertText(card);
    await page.keyboard.press('Enter');
    await page.getByText('quét thẻ', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: /^Phòng/ }).fill(room);
    await page.keyboard.press('Enter');
    await page.getByText(name).last().waitFor();
    await page.getByText('Đã giữ khai báo của 1 người').waitFor();
    return card;
  };

  it('keeps declarations through the end of the tab, unreadable on disk, and sends each once and in order', async () => {
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facilityId }, { viewport: PHONE });
    const { page, context } = visitor;
    await visitor.go('/check-in');
    await page.getByPlaceholder('Sẵn sàng quét').waitFor();
    await until(page, 'navigator.serviceWorker.controller !== null');

    await context.setOffline(true);
    const cards = [await declare(visitor, 'NGUYỄN VĂN MỘT', '101')];
    await visitor.picture('offline-kept');
    expect(await visitor.violations()).toEqual([]);
    cards.push(await declare(visitor, 'NGUYỄN VĂN HAI', '102'));
    const entered = Date.now();
    await page.close({ runBeforeUnload: false });

    // Opened again, still without a network: the shell, the form and what waits are there.
    const again = Visitor.of(context, await context.newPage(), visitor.url);
    await again.go('/check-in');
    await again.page.getByText('2 người chờ gửi').waitFor();
    cards.push(await declare(again, 'NGUYỄN VĂN BA', '103'));
    expect(await held()).toEqual([]);
    const raw = await again.page.evaluate<{ text: string; extractable: boolean[] }>(ON_DISK);
    // The whole number, for three digits of it may stand in any id or time by chance.
    const numbers = cards.map((card) => card.split('|')[0] ?? '');
    expect(new Set(numbers.map(({ length }) => length))).toEqual(new Set([12]));
    expect([...numbers, 'NGUY', 'Minh An', '15081990'].filter((personal) => raw.text.includes(personal))).toEqual([]);
    expect(raw.extractable).toEqual([false]);
    await again.go('/waiting');
    await again.page.getByText('NGUYỄN VĂN BA').waitFor();
    await again.picture('offline-waiting');
    expect(await again.violations()).toEqual([]);
    await again.page.close();

    // A third time, with a network.
    await context.setOffline(false);
    const back = Visitor.of(context, await context.newPage(), visitor.url);
    await back.go('/waiting');
    await back.page.getByText('Không có khai báo nào chờ gửi').waitFor();
    const stays = [...(await held())].sort((a, b) => (a.stayId < b.stayId ? -1 : 1));
    expect(stays.map(({ person, place }) => [person.fullName, place.room])).toEqual([
      ['NGUYỄN VĂN MỘT', '101'],
      ['NGUYỄN VĂN HAI', '102'],
      ['NGUYỄN VĂN BA', '103'],
    ]);
    expect(Date.parse(stays[0]?.arrivedAt ?? '')).toBeLessThan(entered);
    const first = await system.system.get(`/v1/stays/${stays[0]?.stayId ?? ''}`, key);
    expect(first.note).toMatch(/^Nhập lúc mất mạng: \d\d:\d\d \d\d\/\d\d\/\d{4}, người nhập: /);
    expect([...visitor.troubles, ...again.troubles, ...back.troubles]).toEqual([]);
    await visitor.leave();
  });

  it('does not record twice what had arrived though its answer was lost', async () => {
    const before = (await held()).length;
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facilityId });
    await visitor.go('/check-in');
    await visitor.page.getByPlaceholder('Sẵn sàng quét').waitFor();
    // The request arrives, the answer does not.
    await visitor.page.route('**/v1/stays/group', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await declare(visitor, 'TRẦN VĂN LẠC', '104');
    expect(await held()).toHaveLength(before + 1);
    await visitor.page.unroute('**/v1/stays/group');
    await visitor.go('/waiting');
    await visitor.page.getByText('Không có khai báo nào chờ gửi').waitFor();
    expect(await held()).toHaveLength(before + 1);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('says of a waiting declaration why the system would not take it', async () => {
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facilityId });
    const { page, context } = visitor;
    await visitor.go('/check-in');
    await page.getByPlaceholder('Sẵn sàng quét').waitFor();
    await context.setOffline(true);
    const card = cardOf('VÕ THỊ TRÙNG');
    for (const room of ['101', '102']) {
      await page.getByPlaceholder('Sẵn sàng quét').focus();
      await page.keyboard.insertText(card);
      await page.keyboard.press('Enter');
      await page.getByText('quét thẻ', { exact: true }).waitFor();
      await page.getByRole('combobox', { name: /^Phòng/ }).fill(room);
      await page.keyboard.press('Enter');
      await page.getByText('Đã giữ khai báo của 1 người').waitFor();
    }
    await context.setOffline(false);
    await visitor.go('/waiting');
    await page.getByText('Không được tiếp nhận', { exact: true }).waitFor();
    await visitor.picture('offline-refused');
    expect(await visitor.violations()).toEqual([]);
    expect((await held()).filter(({ person }) => person.fullName === 'VÕ THỊ TRÙNG')).toHaveLength(1);

    // Somebody else's card had been scanned: it is mended at the desk, as of when it was entered.
    await page.getByRole('button', { name: 'Sửa và khai báo lại' }).click();
    await page.getByRole('button', { name: /^Bỏ VÕ THỊ TRÙNG/ }).click();
    await page.getByPlaceholder('Sẵn sàng quét').focus();
    await page.keyboard.insertText(cardOf('VÕ THỊ ĐÚNG'));
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: /^Phòng/ }).fill('104');
    await page.keyboard.press('Enter');
    await page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
    const mended = (await held()).find(({ person }) => person.fullName === 'VÕ THỊ ĐÚNG');
    const { note } = await system.system.get(`/v1/stays/${mended?.stayId ?? ''}`, key);
    expect(note).toMatch(/^Nhập lúc mất mạng: /);
    await visitor.go('/waiting');
    await page.getByText('Không có khai báo nào chờ gửi').waitFor();
    await visitor.leave();
  });
});
