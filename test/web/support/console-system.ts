import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Role, Scope } from '@luutru/access';
import { projectRoot } from '@luutru/platform';
import { People, type TestPerson } from '../../support/people';
import { createTestSystem, type TestSystem } from '../../support/test-system';
import { openBrowser } from './browser';
import { Visitor } from './visitor';

/** The whole system with the console, and a browser. */
export interface ConsoleSystem {
  readonly system: TestSystem;
  readonly browser: Browser;
  readonly people: People;
  /** Somebody of a role, signed in, with a browser profile of their own. */
  visit(
    role: Role,
    scope: Scope,
    options?: Parameters<typeof Visitor.arrive>[2],
  ): Promise<Visitor & { readonly person: TestPerson }>;
  close(): Promise<void>;
}

export async function createConsoleSystem(): Promise<ConsoleSystem> {
  if (!existsSync(join(projectRoot(), 'dist', 'web', 'index.html'))) {
    throw new Error('The console is not built: run npm run build first (npm test does)');
  }
  const [system, browser] = await Promise.all([createTestSystem(), openBrowser()]);
  const people = new People(system.api, { now: () => new Date() });
  return {
    system,
    browser,
    people,
    visit: async (role, scope, options) => {
      const person = await people.signedIn(role, scope);
      const visitor = await Visitor.arrive(browser, system.apiUrl, { ...options, cookie: person.browser.cookie });
      return Object.assign(visitor, { person });
    },
    close: async () => {
      await browser.close();
      await system.close();
    },
  };
}
