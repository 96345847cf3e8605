import { toLocalIso } from '@luutru/calendar';
import type { Page } from 'playwright-core';
import { nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { cardOf } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { until } from './support/until';
import { PHONE } from './support/visitor';

interface Held {
  readonly stayId: string;
  readonly state: string;
  readonly person: { readonly fullName: string };
  readonly place: Readonly<Record<string, string>>;
}

describe('the trips of a bus operator', () => {
  let system: ConsoleSystem;
  let facilityId: string;
  let key: string;
  beforeAll(async () => {
    system = await createConsoleSystem();
    const operator = await system.system.build.facility({
      kind: 'nha-xe',
      name: 'Nhà xe Thử Nghiệm',
      vehicles: ['43B-012.34', '43B-056.78'],
      routes: [NORTHBOUND],
    });
    ({ facilityId } = operator);
    key = await system.system.build.apiKey([operator]);
  });
  afterAll(() => system.close());

  const clerk = (options = {}) => system.visit('facility-clerk', { kind: 'facility', id: facilityId }, options);
  const held = async (tripId: string): Promise<Held[]> =>
    (await system.system.get(`/v1/stays?tripId=${tripId}&limit=200`, key)).stays as Held[];
  const bySeat = async (tripId: string): Promise<(string | undefined)[][]> =>
    (await held(tripId)).map(({ person, place }) => [place.seat, person.fullName]).sort();
  const tripOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const newTrip = async (plate = '43B-012.34'): Promise<string> => {
    const departsAt = toLocalIso(new Date());
    const body = { facilityId, externalRef: nextPersonalNumber(), plate, routeCode: 'DN-HN', departsAt };
    return String((await system.system.post('/v1/trips', key, body)).body.tripId);
  };

  it('begins at the trips of today, creates one, and declares a scanned passenger by keyboard', async () => {
    const visitor = await clerk();
    const { page } = visitor;
    await visitor.go('/');
    await page.getByText('Không có chuyến nào').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Tạo chuyến' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Biển số xe' }).fill('43B-0');
    await page.keyboard.press('Escape');
    await dialog.getByLabel('Xuất bến').fill(toLocalIso(new Date()).slice(0, 16));
    await dialog.getByLabel('Lái xe').fill('Nguyễn Văn Lái');
    await page.keyboard.press('Enter');
    await dialog.getByText('Biển số xe không đúng', { exact: false }).waitFor();
    await dialog.getByRole('combobox', { name: 'Biển số xe' }).fill('43B-012.34');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đà Nẵng - Hà Nội' }).waitFor();
    await page.getByText('Nguyễn Văn Lái').waitFor();
    await page.getByPlaceholder('Sẵn sàng quét').focus();
    await page.keyboard.insertText(cardOf('TRẦN THỊ KHÁCH'));
    await page.keyboard.press('Enter');
    await until(page, `document.activeElement?.dataset.field?.endsWith(' seat')`);
    await page.keyboard.type('a1');
    await visitor.picture('trips-scanned');
    expect(await visitor.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Đã tiếp nhận 1 hành khách').waitFor();
    expect(await bySeat(tripOf(page))).toEqual([['A1', 'TRẦN THỊ KHÁCH']]);
    await page.getByRole('list', { name: 'Sơ đồ ghế' }).getByText('TRẦN THỊ KHÁCH').waitFor();
    await visitor.picture('trips-seats');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('link', { name: 'Tất cả chuyến xe' }).click();
    await page.getByText('1 / 34').waitFor();
    await visitor.picture('trips-board');
    expect(await visitor.violations()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('takes a pasted list: sends what is right, keeps the rest to be mended in place', async () => {
    const tripId = await newTrip();
    const visitor = await clerk();
    const { page } = visitor;
    await visitor.go(`/trips/${tripId}`);
    await page.getByRole('button', { name: 'Dán danh sách' }).click();
    expect(await visitor.violations()).toEqual([]);
    const [one = '', two = '', three = ''] = [nextPersonalNumber(), nextPersonalNumber(), nextPersonalNumber()];
    const list = [
      'STT\tGhế\tHọ tên\tSố CCCD\tNgày sinh\tĐiểm xuống',
      // Without the leading zero, as tables leave it.
      `1\tA1\tNguyễn Thị Một\t${one.slice(1)}\t15/08/1990\tBến xe Vinh`,
      `2\tA2\tNguyễn Thị Hai\t${two}\t31/02/1990\t`,
      `3\t\tNguyễn Thị Ba\t${three}\t1990\tHN`,
    ];
    await page.getByLabel('Danh sách').last().fill(list.join('\n'));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Khai báo 1 hành khách' }).waitFor();
    await page.getByText('2 dòng còn lỗi').waitFor();
    await visitor.picture('trips-pasted');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Khai báo 1 hành khách' }).press('Enter');
    await page.getByText('Đã tiếp nhận 1 hành khách').waitFor();
    expect(await bySeat(tripId)).toEqual([['A1', 'Nguyễn Thị Một']]);
    expect((await held(tripId))[0]?.place).toMatchObject({ boardingStop: 'DN', alightingStop: 'VINH' });

    await page.getByLabel('Dòng 1: Ngày sinh').fill('28/02/1990');
    // The seat of somebody who is on the bus already is doubted, not refused.
    await page.getByLabel('Dòng 2: Ghế').fill('a1');
    await page.getByText('Ghế này đã có người trên cùng chặng').waitFor();
    await page.getByLabel('Dòng 2: Ghế').fill('B1');
    await page.keyboard.press('Enter');
    await page.getByText('Đã tiếp nhận 2 hành khách').waitFor();
    expect(await bySeat(tripId)).toEqual([
      ['A1', 'Nguyễn Thị Một'],
      ['A2', 'Nguyễn Thị Hai'],
      ['B1', 'Nguyễn Thị Ba'],
    ]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('records nobody twice when the answer is lost, and says that it needs a network', async () => {
    const tripId = await newTrip();
    const visitor = await clerk({ viewport: PHONE });
    const { page, context } = visitor;
    await visitor.go(`/trips/${tripId}`);
    await page.getByRole('button', { name: 'Dán danh sách' }).click();
    await page
      .getByLabel('Danh sách')
      .last()
      .fill(`A1; Trần Thị Chín; ${nextPersonalNumber()}; 15/08/1990\nA2; Trần Thị Mười; ${nextPersonalNumber()}; 1990`);
    await page.getByRole('button', { name: 'Đọc danh sách' }).click();
    const declare = page.getByRole('button', { name: 'Khai báo 2 hành khách' });
    await context.setOffline(true);
    await page.getByText('Khai báo hành khách cần mạng', { exact: false }).waitFor();
    expect(await declare.isDisabled()).toBe(true);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('trips-offline');
    await context.setOffline(false);
    // The requests arrive, the answers do not.
    await page.route('**/passengers', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await declare.click();
    await page.getByText('Không có kết nối mạng').waitFor();
    await page.unroute('**/passengers');
    expect(await held(tripId)).toHaveLength(2);
    await declare.click();
    await page.getByText('Đã tiếp nhận 2 hành khách').waitFor();
    expect(await held(tripId)).toHaveLength(2);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('departs, lets passengers off, arrives; and cancels a trip whose passengers did not come', async () => {
    const tripId = await newTrip('43B-056.78');
    const passenger = (fullName: string, seat: string, to: string) => ({
      person: {
        fullName,
        birthDate: '1990-08-15',
        sex: 'F',
        document: { type: 1, number: nextPersonalNumber() },
      },
      place: { seat, boardingStop: 'DN', alightingStop: to },
    });
    const passengers = [passenger('Lê Thị Vinh', 'A1', 'VINH'), passenger('Lê Thị Hà', 'A2', 'HN')];
    const answer = await system.system.post(`/v1/trips/${tripId}/passengers`, key, { passengers });
    expect(answer.body).toMatchObject({ accepted: 2 });
    const visitor = await clerk({ viewport: PHONE });
    const { page } = visitor;
    const act = async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await visitor.violations()).toEqual([]);
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await visitor.go(`/trips/${tripId}`);
    await act('Xuất bến');
    await page.getByText('Đang chạy').waitFor();
    await act('Đến điểm dừng');
    await page.getByText('1 hành khách đã rời xe').waitFor();
    await act('Đến nơi');
    await page.getByText('Đã đến nơi').waitFor();
    // A bus of the evening arrives a day before it was expected here.
    const ended = expect.stringMatching(/^(departed|left_early)$/) as string;
    expect((await held(tripId)).map(({ state }) => state)).toEqual([ended, ended]);
    await visitor.picture('trips-arrived');

    const other = await newTrip('43B-056.78');
    await system.system.post(`/v1/trips/${other}/passengers`, key, {
      passengers: [passenger('Lê Thị Vắng', 'B1', 'HN')],
    });
    await visitor.go(`/trips/${other}`);
    await page.getByText('Lê Thị Vắng').waitFor();
    await act('Hủy chuyến');
    await page.getByText('Đã hủy').first().waitFor();
    expect((await held(other)).map(({ state }) => state)).toEqual(['cancelled']);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
