import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { cardOf } from './support/cards';

/** The same stay on two desks at once. */
describe('two clerks at the same stay', () => {
  let system: ConsoleSystem;
  beforeAll(async () => {
    system = await createConsoleSystem();
  });
  afterAll(() => system.close());

  it('neither undoes what the other did: who comes second is told and shown, and nothing of theirs is recorded', async () => {
    const facility = await system.system.build.facility({ rooms: ['101', '102', '103'] });
    const scope = { kind: 'facility', id: facility.facilityId } as const;
    const key = await system.system.build.apiKey([facility]);
    const first = await system.visit('facility-clerk', scope);
    await first.go('/check-in');
    await first.page.getByPlaceholder('Sẵn sàng quét').focus();
    await first.page.keyboard.insertText(cardOf('PHẠM VĂN HAI'));
    await first.page.keyboard.press('Enter');
    await first.page.getByText('quét thẻ', { exact: true }).waitFor();
    await first.page.keyboard.press('Enter');
    await first.page.getByText('Đã tiếp nhận khai báo của 1 người').waitFor();
    const { stays } = (await system.system.get('/v1/stays?limit=5', key)) as { stays: { stayId: string }[] };
    const stayId = stays[0]?.stayId ?? '';

    const second = await system.visit('facility-clerk', scope);
    for (const { page } of [first, second]) {
      await page.goto(`${first.url}/app/stays/${stayId}`);
      await page.getByRole('button', { name: 'Điều chỉnh' }).click();
      await page.getByRole('dialog').getByLabel('Họ và tên').waitFor();
    }
    await first.page.getByLabel('Điện thoại').fill('0905000001');
    await first.page.getByRole('dialog').getByRole('button', { name: 'Điều chỉnh' }).click();
    await first.page.getByRole('dialog').waitFor({ state: 'detached' });

    const dialog = second.page.getByRole('dialog');
    await second.page.getByLabel('Phòng', { exact: true }).fill('102');
    await dialog.getByRole('button', { name: 'Điều chỉnh' }).click();
    await second.page.getByText('Lưu trú vừa được người khác thay đổi').waitFor();
    expect(await second.violations()).toEqual([]);
    await second.picture('stay-changed-meanwhile');
    // Pressing again does not push it through either.
    await dialog.getByRole('button', { name: 'Điều chỉnh' }).click();
    await second.page.getByText('Lưu trú vừa được người khác thay đổi').waitFor();
    expect(await system.system.get(`/v1/stays/${stayId}`, key)).toMatchObject({
      version: 2,
      place: { room: '101' },
      person: { phone: '0905000001' },
    });

    await second.page.getByRole('button', { name: 'Xem bản mới' }).click();
    await second.page.getByText('0905000001').waitFor();
    await second.page.getByRole('button', { name: 'Điều chỉnh' }).click();
    await second.page.getByLabel('Phòng', { exact: true }).fill('102');
    await dialog.getByRole('button', { name: 'Điều chỉnh' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await system.system.get(`/v1/stays/${stayId}`, key)).toMatchObject({
      version: 3,
      place: { room: '102' },
      person: { phone: '0905000001' },
    });
    expect([...first.troubles, ...second.troubles]).toEqual([]);
    await first.leave();
    await second.leave();
  });
});
