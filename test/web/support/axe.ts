import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { until } from './until';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Scripts for the browser are texts here: the tests know Node only. */
const SETTLED = `document.getAnimations().every(
  ({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
)`;
let source: string | undefined;

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Each violation in one line: rule, what it wants, and where. */
export async function axeViolations(page: Page): Promise<string[]> {
  source ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  // What is fading in has not its colours yet.
  await until(page, SETTLED);
  await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help} | ${html.slice(0, 300)} | ${failureSummary ?? ''}`),
  );
}
