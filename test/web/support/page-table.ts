import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';

/** The cells of a table as somebody reads them, row by row, as soon as it holds what the first of them says. */
export async function tableOf(page: Page, name: RegExp | string, first?: string): Promise<string[][]> {
  const table = page.getByRole('table', { name });
  const rows = table.getByRole('row');
  await (first === undefined ? rows.nth(1) : table.getByRole('cell', { name: first, exact: true }).first()).waitFor();
  const texts: string[][] = [];
  for (const row of await rows.all())
    texts.push((await row.getByRole('cell').allInnerTexts()).map((text) => text.trim()));
  return texts.filter((cells) => cells.length > 0);
}

/** What a button gives to keep, as bytes. */
export async function fileOf(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await download.path());
}

/** The rows of a CSV file without its header. */
export const csvRows = (file: Buffer): string[][] => parse(file, { bom: true, from_line: 2 });

/** Letters that only Vietnamese has; what is written with them is a label in Vietnamese, or a name. */
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1EA0-\u1EF9]/;

/** Lines of a page in Vietnamese, leaving out names that stay so. */
export async function vietnameseOn(page: Page, names: readonly string[]): Promise<string[]> {
  const lines = (await page.locator('body').innerText()).split('\n');
  return lines
    .map((line) => names.reduce((rest, name) => rest.replaceAll(name, ''), line))
    .filter((line) => VIETNAMESE.test(line));
}
