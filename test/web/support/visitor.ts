import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolations } from './axe';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** Somebody at the console, in a browser profile of their own, with everything noted that must not happen to them. */
export class Visitor {
  /** Errors of the page, of its console, and refusals by the content security policy. */
  readonly troubles: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
  ) {}

  /** @param cookie of somebody signed in, as `luutru=…` */
  static async arrive(
    browser: Browser,
    url: string,
    options: { cookie?: string; language?: 'vi' | 'en'; viewport?: typeof PHONE } = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: options.viewport ?? DESK,
      locale: 'vi-VN',
      reducedMotion: 'reduce',
    });
    if (options.cookie) {
      const [name = '', value = ''] = options.cookie.split('=');
      await context.addCookies([{ name, value, url }]);
    }
    if (options.language === 'en')
      await context.addInitScript({ content: `localStorage.setItem('luutru.language', 'en')` });
    return Visitor.of(context, await context.newPage(), url);
  }

  static of(context: BrowserContext, page: Page, url: string): Visitor {
    const visitor = new Visitor(context, page, url);
    page.on('pageerror', (error) => visitor.troubles.push(error.stack ?? error.message));
    page.on('console', (message) => {
      // A refused request is an answer like others; the page says what it means.
      const refused = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !refused) visitor.troubles.push(message.text());
    });
    return visitor;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}/app${path}`);
  }

  /** What axe finds against WCAG 2.2 AA on the page as it is; its colours in the dark too. */
  async violations(): Promise<string[]> {
    const found = await axeViolations(this.page);
    await this.page.emulateMedia({ colorScheme: 'dark' });
    await this.page.locator('html[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
    const dark = await axeViolations(this.page, ['color-contrast']);
    await this.page.emulateMedia({ colorScheme: 'light' });
    return [...found, ...dark.map((violation) => `dark: ${violation}`)];
  }

  /**
   * Pictures of the page as it is: phone and desk, light and dark. Only when LUUTRU_GALLERY names a folder
   * (`npm run screenshots`), so that stories can say where they are worth looking at.
   */
  async picture(name: string): Promise<void> {
    const folder = process.env.LUUTRU_GALLERY;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const before = this.page.viewportSize();
    for (const [width, viewport] of [
      ['390', PHONE],
      ['1440', DESK],
    ] as const) {
      await this.page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await this.page.emulateMedia({ colorScheme });
        // Transitions of colours are over.
        await this.page.waitForTimeout(350);
        // A map is drawn anew in other colours.
        await this.page.locator('[data-map=drawing]').first().waitFor({ state: 'detached' });
        await this.page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      }
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
    if (before) await this.page.setViewportSize(before);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
