import { nextPersonalNumber } from '../support/builders';
import { cardOf } from './support/cards';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { until } from './support/until';
import { PHONE, type Visitor } from './support/visitor';

interface Held {
  readonly kind: string;
  readonly reason: number;
  readonly person: { readonly fullName: string; readonly sex: string };
  readonly place: Readonly<Record<string, string>>;
}

describe('a household with a phone', () => {
  let system: ConsoleSystem;
  let facilityId: string;
  let key: string;
  beforeAll(async () => {
    system = await createConsoleSystem();
    const household = await system.system.build.facility({ kind: 'ho-gia-dinh', name: 'Hộ bà Thử Nghiệm' });
    ({ facilityId } = household);
    key = await system.system.build.apiKey([household]);
  });
  afterAll(() => system.close());

  const arrive = async (): Promise<Visitor> => {
    const scope = { kind: 'facility', id: facilityId } as const;
    const visitor = await system.visit('facility-owner', scope, { viewport: PHONE });
    await visitor.go('/');
    await visitor.page.getByPlaceholder('Sẵn sàng quét').waitFor();
    return visitor;
  };
  const held = async (): Promise<Held[]> => (await system.system.get('/v1/stays?limit=200', key)).stays as Held[];

  it('declares a visitor in three fields and one button', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await visitor.picture('household-empty');
    expect(await visitor.violations()).toEqual([]);
    await page.getByLabel(/^Số căn cước/).fill(nextPersonalNumber());
    await page.keyboard.press('Tab');
    await page.keyboard.type('Trần Thị Thăm');
    // The number tells the year, and the sex.
    expect(await page.getByLabel(/^Ngày sinh/).inputValue()).toBe('1990');
    await page.getByLabel(/^Ngày sinh/).fill('15081990');
    await visitor.picture('household-typed');
    await page.getByRole('button', { name: 'Khai báo 1 người' }).click();
    await page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
    await page
      .getByText(/1 Nguyễn Duy Hiệu · tiếp nhận lúc/)
      .first()
      .waitFor();
    await visitor.picture('household-receipt');
    expect(await visitor.violations()).toEqual([]);
    expect(await held()).toMatchObject([
      { kind: 'guest', reason: 6, place: {}, person: { fullName: 'Trần Thị Thăm', sex: 'F' } },
    ]);
    // The form is empty again, for the next visitor.
    await page.getByRole('button', { name: 'Khai báo người khác' }).click();
    expect(await page.getByLabel(/^Số căn cước/).inputValue()).toBe('');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('puts a scan in the place of the empty form, and unfolds what a tenant needs', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await page.keyboard.insertText(cardOf('LÊ THỊ THUÊ'));
    await page.keyboard.press('Enter');
    await page.getByText('quét thẻ', { exact: true }).waitFor();
    expect(await page.getByLabel(/^Số căn cước/).count()).toBe(0);
    await page.getByRole('button', { name: 'Đổi thời hạn, lý do' }).click();
    await page.getByText('Người thuê dài ngày', { exact: true }).click();
    await visitor.picture('household-tenant');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Khai báo 1 người' }).click();
    await until(page, `document.activeElement?.getAttribute('aria-invalid') === 'true'`);
    await page.keyboard.type('Căn 2');
    await page.getByRole('button', { name: 'Khai báo 1 người' }).click();
    await page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
    expect((await held()).find(({ kind }) => kind === 'tenant')).toMatchObject({
      place: { unit: 'Căn 2' },
      reason: 19,
    });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('keeps a declaration without a network, as every desk does', async () => {
    const visitor = await arrive();
    const { page, context } = visitor;
    await until(page, 'navigator.serviceWorker.controller !== null');
    await context.setOffline(true);
    await page.getByLabel(/^Số căn cước/).fill(nextPersonalNumber());
    await page.getByLabel(/^Họ và tên/).fill('Trần Thị Mất Mạng');
    await page.getByRole('button', { name: 'Khai báo 1 người' }).click();
    await page.getByText('Đã giữ khai báo của 1 người').waitFor();
    await context.setOffline(false);
    await visitor.go('/waiting');
    await page.getByText('Không có khai báo nào chờ gửi').waitFor();
    expect((await held()).map(({ person }) => person.fullName)).toContain('Trần Thị Mất Mạng');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
