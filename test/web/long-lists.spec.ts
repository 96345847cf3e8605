import type { Page } from 'playwright-core';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { insertManyStays, nameOf } from './support/many-stays';
import { printed } from './support/printed';
import { until } from './support/until';
import { PHONE } from './support/visitor';

const STAYS = 3_000;
const ROOMS = 1_200;
const MOST = 200;

const rowsOf = (page: Page, list: string): Promise<number> =>
  page.evaluate<number>(`document.querySelectorAll('${list} > :not([data-space])').length`);
/** The row that has the focus, as it is read out. */
const focused = (page: Page): Promise<number> =>
  page.evaluate<number>(`Number(document.activeElement.closest('[aria-rowindex]')?.getAttribute('aria-rowindex'))`);
const columnsOf = (page: Page): Promise<number[]> =>
  page.evaluate<number[]>(`[...document.querySelectorAll('th')].map((th) => th.offsetLeft)`);
const seen = (page: Page, text: string): Promise<void> =>
  until(
    page,
    `[...document.querySelectorAll('tbody a, .tile p')].some((one) => one.textContent.trim() === ${JSON.stringify(text)} &&
       one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight)`,
  );

describe('long lists', () => {
  let system: ConsoleSystem;
  beforeAll(async () => {
    system = await createConsoleSystem();
  });
  afterAll(() => system.close());

  it('render what is near the window, go on from row to row with Tab, and are whole on paper', async () => {
    const { facilityId } = await system.system.build.facility({ rooms: ['101'] });
    await insertManyStays(system.system, facilityId, STAYS);
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facilityId });
    const { page } = visitor;
    await page.addInitScript({ content: 'window.print = () => { window.printed = (window.printed ?? 0) + 1; }' });
    await visitor.go('/stays');
    await page.getByRole('link', { name: nameOf(50) }).waitFor();
    // A short list says nothing of its length, as before.
    expect(await page.locator('table[aria-rowcount], [data-space], [data-index]').count()).toBe(0);
    await page.getByRole('button', { name: 'In danh sách' }).click();
    await until(page, 'window.printed === 1');
    await page.locator(`table[aria-rowcount="${STAYS + 1}"]`).waitFor();

    expect(await rowsOf(page, 'tbody')).toBeLessThan(MOST);
    const columns = await columnsOf(page);
    await page.getByRole('link', { name: nameOf(1), exact: true }).focus();
    for (let row = 2; row <= 40; row += 1) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(row + 1);
    }
    await seen(page, nameOf(40));

    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight / 2)');
    await until(page, `document.querySelectorAll('[aria-rowindex="${STAYS / 2}"]').length === 1`);
    expect(await rowsOf(page, 'tbody')).toBeLessThan(MOST);
    expect(await visitor.violations()).toEqual([]);

    await page.keyboard.press('End');
    await seen(page, nameOf(STAYS));
    expect(await rowsOf(page, 'tbody')).toBeLessThan(MOST);
    expect(await columnsOf(page)).toEqual(columns);
    await page.getByRole('link', { name: nameOf(STAYS) }).focus();
    for (let row = STAYS - 1; row >= STAYS - 25; row -= 1) {
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe(row + 1);
    }

    const paper = (await printed(page)).join(' ');
    for (const row of [1, 2, STAYS / 2, STAYS - 1, STAYS]) expect(paper).toContain(nameOf(row));
    expect(paper.match(/LÊ THỊ HÀNG/g)).toHaveLength(STAYS);
    await until(page, `document.querySelectorAll('tbody > tr').length < ${MOST}`);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  // Paper is the same for both.
  it.each([
    ['a desk', undefined],
    ['a phone', PHONE],
  ])('the board of a large hotel is bounded on %s too', async (_, viewport) => {
    const rooms = Array.from({ length: ROOMS }, (_, at) => String(1_001 + at));
    const { facilityId } = await system.system.build.facility({ rooms });
    const visitor = await system.visit(
      'facility-clerk',
      { kind: 'facility', id: facilityId },
      viewport && { viewport },
    );
    const { page } = visitor;
    await visitor.go('/rooms');
    await page.locator('.tiles > [data-space]').first().waitFor({ state: 'attached' });
    await seen(page, 'Phòng 1001');
    expect(await rowsOf(page, '.tiles')).toBeLessThan(MOST);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight / 2)');
    await until(page, `document.querySelectorAll('.tiles > [data-space]').length > 1`);
    expect(await rowsOf(page, '.tiles')).toBeLessThan(MOST);
    expect(await visitor.violations()).toEqual([]);
    await page.keyboard.press('End');
    await seen(page, `Phòng ${rooms.at(-1) ?? ''}`);
    expect(await rowsOf(page, '.tiles')).toBeLessThan(MOST);
    if (!viewport) expect((await printed(page)).join(' ').match(/Phòng \d{4}/g)).toHaveLength(ROOMS);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
