import { NEW_PASSWORD } from '../support/people';
import type { ConsoleSystem } from './support/console-system';
import { AREA, createFigureStage, GUEST_NAME } from './support/figure-stage';
import { heardBy } from './support/heard';
import { PHONE, Visitor } from './support/visitor';

describe('the figures', () => {
  let stage: ConsoleSystem;
  beforeAll(async () => {
    stage = await createFigureStage();
  }, 180_000);
  afterAll(() => stage.close());

  it('open for an analyst after signing in, and say why what is not shown is not', async () => {
    const grant = { role: 'tourism-analyst', scope: AREA, expiresAt: null } as const;
    const { username, password } = await stage.people.account(grant);
    const visitor = await Visitor.arrive(stage.browser, stage.system.apiUrl);
    const answers = heardBy(visitor);
    const { page } = visitor;
    await visitor.go('/figures');
    await page.getByLabel('Tên đăng nhập').fill(username);
    await page.getByLabel(/^Mật khẩu( \*)?$/).fill(password);
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Mật khẩu mới( \*)?$/).fill(NEW_PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Chỉ tiêu chính: 10/2026' }).waitFor();
    const tiles = page.getByRole('list', { name: 'Chỉ tiêu chính: 10/2026' });
    await tiles.getByRole('heading', { name: 'Tỷ trọng khách quốc tế' }).waitFor();
    const [october] = await stage.system.build.rows<{ arrivals: number }>(
      `SELECT count(*)::integer AS arrivals FROM stay WHERE arrived_on >= '2026-10-01' AND arrived_on < '2026-11-01'`,
    );
    const arrivals = tiles.getByRole('listitem').filter({ hasText: 'Lượt khách đến' }).first();
    expect(await arrivals.innerText()).toContain(`${numbered(october?.arrivals)} lượt`);
    await page.locator('[data-map=drawn]').waitFor();
    // Circles have their names below them, which nothing but a drawn map puts there.
    await page.locator('[data-map=drawn]').getByText('Phường Hội An Đông').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('figures');

    await page.getByLabel('Tiêu thức', { exact: true }).selectOption('kind');
    await page.getByRole('cell', { name: 'Không công bố' }).first().waitFor();
    await page.getByText('Vì sao có ô không có số').first().waitFor();
    await page.getByText('Không có nghĩa là 0', { exact: false }).first().waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.getByLabel('Tiêu thức', { exact: true }).scrollIntoViewIfNeeded();
    await visitor.picture('figures-kind');
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter((answer) => answer.toUpperCase().includes(GUEST_NAME.toUpperCase()))).toEqual([]);
    expect(await page.content()).not.toContain(GUEST_NAME);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('lead into a ward and back by the keyboard and the browser, and keep what is looked at in the address', async () => {
    const visitor = await stage.visit('tourism-analyst', AREA);
    const { page } = visitor;
    await visitor.go('/figures');
    await page
      .getByRole('group', { name: /^Bản đồ.*danh sách$/ })
      .getByRole('button', { name: /^Phường Hội An \d/ })
      .press('Enter');
    await page.getByRole('navigation', { name: 'Đang xem' }).getByText('Phường Hội An').waitFor();
    expect(page.url()).toContain('ward=w20410');
    await page
      .getByRole('cell', { name: 'Việt Nam' })
      .or(page.getByRole('cell', { name: 'Viet Nam' }))
      .first()
      .waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('figures-ward');
    await page.goBack();
    await page.getByRole('group', { name: /^Bản đồ.*danh sách$/ }).waitFor();
    expect(page.url()).not.toContain('ward=');

    await page.getByText('Quý', { exact: true }).click();
    await page.getByRole('heading', { name: /^Chỉ tiêu chính: 10\/2026$/ }).waitFor();
    await page.getByRole('combobox', { name: 'Quý' }).selectOption('2026-07-01');
    await page.getByRole('heading', { name: 'Chỉ tiêu chính: Q3/2026' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Chỉ tiêu chính: Q3/2026' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('draw what went on, to be read by arrow keys and as a table', async () => {
    const visitor = await stage.visit('tourism-analyst', AREA);
    const { page } = visitor;
    await visitor.go('/figures');
    const drawing = page.getByRole('img', { name: /^Lượt khách đến: từ .* cao nhất/ });
    await drawing.locator('canvas').waitFor();
    await page.getByRole('group', { name: /^Diễn biến/ }).focus();
    await page.keyboard.press('End');
    await page.getByText(/^10\/2026 · Lượt khách đến: \d/).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(/^09\/2026 · Lượt khách đến: \d/).waitFor();
    await page.getByRole('switch', { name: 'Xem dạng bảng' }).press('Space');
    await page.getByRole('rowheader', { name: '08/2026' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.getByText('Ngày', { exact: true }).click();
    await page.getByText(/làm tròn xuống bội số của 5/).waitFor();
    await page.getByRole('rowheader', { name: '31/10' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('go home as files, and form 015.N with them', async () => {
    const visitor = await stage.visit('tourism-analyst', AREA, { viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/figures');
    const save = async (group: RegExp, button: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('group', { name: group }).getByRole('button', { name: button }).click(),
      ]);
      return download.suggestedFilename();
    };
    expect(await save(/^Tải bảng này/, 'CSV')).toMatch(/\.csv$/);
    expect(await save(/^Tải bảng này/, 'PDF')).toMatch(/\.pdf$/);
    expect(await save(/^Tải biểu 015.N năm \d{4}/, 'Excel')).toMatch(/\.xlsx$/);
    expect(await visitor.violations()).toEqual([]);

    const allow = (exports: boolean) =>
      stage.system.build.rows(`UPDATE authority_policy SET exports = $1 WHERE policy_id = 'tourism-analyst'`, [
        exports,
      ]);
    await allow(false);
    await page.reload();
    await page.getByText('không cho tải số liệu thành tệp').nth(1).waitFor();
    expect(await page.getByRole('group', { name: /^Tải/ }).count()).toBe(0);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('figures-files-closed');
    await allow(true);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it.each([
    ['health-analyst', 'Lượt bệnh nhân nội trú'],
    ['transport-analyst', 'Số chuyến xe'],
    ['provincial-leader', 'Lượt khách đến'],
    ['zone-analyst', 'Lượt khách đi'],
    ['provincial-police', 'Tỷ lệ khai báo muộn'],
  ] as const)('are for %s what concerns them, without an error', async (role, heading) => {
    const visitor = await stage.visit(role, AREA);
    const { page } = visitor;
    await visitor.go('/figures');
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
    await page.getByRole('heading', { name: 'Chia theo tiêu thức' }).waitFor();
    await page.waitForTimeout(300);
    expect(await page.getByRole('alert').filter({ hasText: 'Mã tra cứu' }).count()).toBe(0);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture(`figures-${role}`);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('are not for a clerk', async () => {
    const { facilityId } = await stage.system.build.facility({ rooms: ['101'] });
    const visitor = await stage.visit('facility-clerk', { kind: 'facility', id: facilityId });
    await visitor.go('/figures');
    await visitor.page.getByRole('heading', { name: 'Bạn không có quyền xem trang này' }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});

const numbered = (arrivals: number | undefined): string => new Intl.NumberFormat('vi-VN').format(arrivals ?? 0);
