import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser as WebBrowser } from 'playwright-core';
import type { Role, Scope } from '@luutru/access';
import { findFreePort } from '@luutru/local-services';
import { projectRoot } from '@luutru/platform';
import type { MailOptions } from '@luutru/report-subscription';
import type { SenderOptions } from '@luutru/webhook';
import { type Citizen, IdentityProvider } from '../../support/identity-provider';
import { type Browser, People, type TestPerson } from '../../support/people';
import { createTestSystem, type TestSystem } from '../../support/test-system';
import { openBrowser } from './browser';
import { Visitor } from './visitor';

/** The whole system with the console, and a browser. */
export interface ConsoleSystem {
  readonly system: TestSystem;
  readonly browser: WebBrowser;
  readonly people: People;
  /** Somebody of a role, signed in, with a browser profile of their own. */
  visit(
    role: Role,
    scope: Scope,
    options?: Parameters<typeof Visitor.arrive>[2],
  ): Promise<Visitor & { readonly person: TestPerson }>;
  /** One of the citizens it was made with, signed in at the API, without a page. */
  citizen(personalNumber: string): Promise<Browser>;
  close(): Promise<void>;
}

interface ConsoleOptions {
  /** Known to the stand-in of the national identity provider, which runs beside it then. */
  readonly citizens?: readonly Citizen[];
  /** Reports leave by it. */
  readonly mail?: MailOptions;
  readonly webhook?: SenderOptions;
}

export async function createConsoleSystem(options: ConsoleOptions = {}): Promise<ConsoleSystem> {
  if (!existsSync(join(projectRoot(), 'dist', 'web', 'index.html'))) {
    throw new Error('The console is not built: run npm run build first (npm test does)');
  }
  // The provider has to know beforehand where it sends people back to.
  const port = await findFreePort();
  const back = `http://127.0.0.1:${port}/v1/sign-in/vneid/callback`;
  const provider = options.citizens ? await IdentityProvider.start(options.citizens, back) : null;
  const [system, browser] = await Promise.all([
    createTestSystem({
      port,
      ...(provider && { nationalIdentity: provider.options }),
      ...(options.mail && { mail: options.mail }),
      ...(options.webhook && { webhook: options.webhook }),
    }),
    openBrowser(),
  ]);
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
    citizen: (personalNumber) => {
      if (!provider) throw new Error('The system knows no citizens');
      return provider.signIn(system.api, personalNumber);
    },
    close: async () => {
      await browser.close();
      await system.close();
      await provider?.close();
    },
  };
}
