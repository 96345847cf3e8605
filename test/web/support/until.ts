import type { Page } from 'playwright-core';

const EVERY_MS = 25;
const MOST_MS = 20_000;

/**
 * Waits for a script, given as text, to be true in the page. Playwright's own waiting evaluates text in the page, which the
 * policy of the console forbids.
 */
export async function until(page: Page, script: string): Promise<void> {
  for (const end = Date.now() + MOST_MS; !(await page.evaluate<boolean>(script));) {
    if (Date.now() > end) throw new Error(`Not within ${MOST_MS} ms: ${script}`);
    await page.waitForTimeout(EVERY_MS);
  }
}
