import { addDays, localDate, toLocalIso } from '@luutru/calendar';
import { nextPersonalNumber } from '../support/builders';
import { cardOf } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { PHONE } from './support/visitor';

interface Held {
  readonly stayId: string;
  readonly version: number;
  readonly expectedDepartureAt: string | null;
  readonly person: { readonly fullName: string };
  readonly place: Readonly<Record<string, string>>;
}

describe('housing of an industrial zone', () => {
  let system: ConsoleSystem;
  let facilityId: string;
  let code: string;
  let key: string;
  const today = localDate(new Date());
  beforeAll(async () => {
    system = await createConsoleSystem();
    await system.system.build.rows(
      `INSERT INTO industrial_zone (zone_id, name, province_id) VALUES ('KCN-THU', 'KCN Thử Nghiệm', 'p48')`,
    );
    const housing = await system.system.build.facility({
      kind: 'nha-o-kcn',
      name: 'Nhà ở công nhân Thử Nghiệm',
      rooms: ['A101', 'A102', 'A103'],
      industrialZoneId: 'KCN-THU',
    });
    ({ facilityId, code } = housing);
    key = await system.system.build.apiKey([housing]);
    await tenant('Nguyễn Thị Cũ', 'A101', 'Công ty Giày Mẫu', addDays(today, 10));
    await tenant('Nguyễn Thị Dài', 'A101', 'Công ty May Mẫu', addDays(today, 200));
  });
  afterAll(() => system.close());

  const tenant = (fullName: string, unit: string, employer: string, until: string): Promise<void> =>
    declare(key, { facilityId: code, expectedDepartureAt: `${until}T12:00`, place: { unit, employer } }, { fullName });
  async function declare(apiKey: string, terms: object, person: object): Promise<void> {
    const answer = await system.system.post('/v1/stays', apiKey, {
      kind: 'tenant',
      arrivedAt: toLocalIso(new Date(Date.now() - 3_600_000)),
      reason: 19,
      ...terms,
      person: { birthDate: '1990-08-15', sex: 'F', document: { type: 1, number: nextPersonalNumber() }, ...person },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  }
  const clerk = (options = {}) => system.visit('facility-clerk', { kind: 'facility', id: facilityId }, options);
  const held = async (): Promise<Held[]> =>
    (await system.system.get('/v1/stays?state=in_house&limit=200', key)).stays as Held[];
  const named = async (name: string): Promise<Held | undefined> =>
    (await held()).find(({ person }) => person.fullName === name);

  it('takes in two workers of one employer, who is known already, into two units', async () => {
    const visitor = await clerk();
    const { page } = visitor;
    await visitor.go('/check-in');
    await page.getByPlaceholder('Sẵn sàng quét').waitFor();
    for (const name of ['TRẦN THỊ THỢ', 'TRẦN THỊ MAY']) {
      await page.getByPlaceholder('Sẵn sàng quét').focus();
      await page.keyboard.insertText(cardOf(name));
      await page.keyboard.press('Enter');
      await page.getByText(name, { exact: true }).waitFor();
    }
    // Tenants come first here: unit, employer, end of the term.
    const employer = page.getByRole('combobox', { name: 'Nơi làm việc' });
    await employer.fill('giày');
    await page.getByRole('option', { name: 'Công ty Giày Mẫu' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await employer.inputValue()).toBe('Công ty Giày Mẫu');
    await page.getByLabel('Ở đến ngày').fill(addDays(today, 20));
    await page.getByRole('combobox', { name: /^Căn, phòng thuê/ }).fill('A102');
    await page.getByLabel('Ở nhiều phòng').check();
    await page.getByLabel('Phòng của TRẦN THỊ MAY').fill('A103');
    await visitor.picture('tenants-check-in');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Khai báo 2 người' }).click();
    await page.getByText('Đã tiếp nhận khai báo của 2 người').waitFor();
    expect((await named('TRẦN THỊ THỢ'))?.place).toMatchObject({ unit: 'A102', employer: 'Công ty Giày Mẫu' });
    expect((await named('TRẦN THỊ MAY'))?.place).toMatchObject({ unit: 'A103', employer: 'Công ty Giày Mẫu' });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('shows who lives where and whose term ends, and renews many at once', async () => {
    const visitor = await clerk({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/tenants');
    await page.getByText('4 người thuê ở 3 căn, 0 căn trống').waitFor();
    await visitor.picture('tenants-units');
    expect(await visitor.violations()).toEqual([]);
    await page.getByText('Hết hạn trong 30 ngày (3)').click();
    expect(await page.getByText('Nguyễn Thị Dài').count()).toBe(0);
    await page.getByLabel('Chọn tất cả đang hiện').check();
    // One of them is renewed further by somebody else meanwhile.
    const other = await named('Nguyễn Thị Cũ');
    const until = addDays(today, 400);
    await page.getByRole('button', { name: 'Gia hạn 3 người' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ở đến ngày').fill(addDays(today, 180));
    await system.system.post(`/v1/stays/${other?.stayId ?? ''}/extend`, key, {
      version: other?.version,
      expectedDepartureAt: `${until}T12:00`,
    });
    expect(await visitor.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.getByText('1 người chưa gia hạn được').waitFor();
    await dialog.getByText('vừa được thay đổi ở nơi khác', { exact: false }).waitFor();
    await visitor.picture('tenants-renew-failed');
    expect(await visitor.violations()).toEqual([]);
    const ends = new Map(
      (await held()).map(({ person, expectedDepartureAt }) => [person.fullName, expectedDepartureAt]),
    );
    expect(ends.get('TRẦN THỊ THỢ')).toContain(addDays(today, 180));
    expect(ends.get('TRẦN THỊ MAY')).toContain(addDays(today, 180));
    expect(ends.get('Nguyễn Thị Cũ')).toContain(until);
    // It is about what is there now: pressing again with a later day works.
    await dialog.getByLabel('Ở đến ngày').fill(addDays(today, 500));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect((await named('Nguyễn Thị Cũ'))?.expectedDepartureAt).toContain(addDays(today, 500));
    await page.getByText('Hết hạn trong 30 ngày (0)').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('says who is to register temporary residence, records it for many, and takes it back of one', async () => {
    const house = await system.system.build.facility({
      kind: 'nha-tro',
      name: 'Nhà trọ Thử Nghiệm',
      rooms: ['1', '2'],
    });
    const own = await system.system.build.apiKey([house]);
    const since = (days: number) => `${addDays(today, -days)}T10:00`;
    for (const [fullName, unit, days] of [
      ['Lê Văn Lâu', '1', 41],
      ['Lê Thị Tròn', '1', 30],
      ['Lê Văn Gần', '2', 29],
    ] as const) {
      await declare(own, { arrivedAt: since(days), place: { unit } }, { fullName });
    }
    const passport = { nationality: 'KOR', document: { type: 4, number: 'M1234567' } };
    await declare(own, { arrivedAt: since(41), place: { unit: '2' } }, { fullName: 'KIM MINSU', ...passport });
    const kept = async () =>
      ((await system.system.get('/v1/stays?limit=200', own)).stays as Held[])
        .map(({ person, place }) => [person.fullName, place.temporaryResidenceOn ?? null])
        .sort();
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: house.facilityId });
    const { page } = visitor;
    await visitor.go('/tenants');
    await page.getByText('Chưa đăng ký tạm trú (2)').waitFor();
    await page.getByText('chưa đủ 30 ngày').waitFor();
    await page.getByText('người nước ngoài').waitFor();
    await visitor.picture('tenants-registration');
    // Chosen with the others: only citizens are recorded.
    await page.getByLabel('Chọn tất cả đang hiện').check();
    await page.getByRole('button', { name: 'Ghi đăng ký tạm trú 3 người' }).waitFor();
    await page.getByLabel('Chọn tất cả đang hiện').uncheck();
    await page.getByText('Chưa đăng ký tạm trú (2)').click();
    expect(await page.getByText('Lê Văn Gần').count()).toBe(0);
    await page.getByLabel('Chọn tất cả đang hiện').check();
    await page.getByRole('button', { name: 'Ghi đăng ký tạm trú 2 người' }).click();
    const dialog = page.getByRole('dialog');
    const day = addDays(today, -3);
    await dialog.getByLabel('Ngày đăng ký tạm trú tại đây').fill(day);
    await visitor.picture('tenants-register');
    expect(await visitor.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Đã ghi đăng ký tạm trú của 2 người').waitFor();
    await page.getByText('Chưa đăng ký tạm trú (0)').waitFor();
    const expected = [
      ['KIM MINSU', null],
      ['Lê Thị Tròn', day],
      ['Lê Văn Gần', null],
      ['Lê Văn Lâu', day],
    ];
    expect(await kept()).toEqual(expected);
    await page.getByText('Tất cả', { exact: true }).click();
    await page.getByRole('link', { name: 'Lê Văn Lâu' }).click();
    await page.getByText('Đăng ký tạm trú ngày').waitFor();
    await page.getByText(day.split('-').reverse().join('/'), { exact: true }).waitFor();
    await visitor.picture('tenants-registered-stay');
    await page.getByRole('button', { name: 'Điều chỉnh' }).click();
    await page.getByLabel('Đăng ký tạm trú ngày').fill('');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await kept()).toEqual(expected.map(([name, on]) => [name, name === 'Lê Văn Lâu' ? null : on]));
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
