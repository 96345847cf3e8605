import type { Page } from 'playwright-core';
import { sheetsOf } from '../../support/opened-file';

/** What stands on each sheet of paper. */
export const printed = async (page: Page): Promise<readonly string[]> => sheetsOf(await page.pdf({ format: 'A4' }));
