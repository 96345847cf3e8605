import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Secret, TOTP } from 'otpauth';
import request from 'supertest';
import { AccountService, type NewGrant, type Role, ROLES, type Scope } from '@luutru/access';
import type { Clock } from '@luutru/platform';
import { withBody } from './route-cases';

const BY = { actor: { kind: 'system', id: 'test' }, requestId: null } as const;
export const NEW_PASSWORD = 'mưa rào trên mái ngói 7';

/** A person's browser: keeps the cookie and sends the CSRF token, as our own page does. */
export class Browser {
  cookie = '';
  csrf = '';

  constructor(private readonly app: NestFastifyApplication) {}

  send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: object, key?: string): request.Test {
    const sent = request(this.app.getHttpServer())[method](path).set('Cookie', this.cookie);
    if (method !== 'get') void sent.set('X-CSRF-Token', this.csrf).set('Sec-Fetch-Site', 'same-origin');
    return withBody(sent, body, key);
  }

  /** Sends and takes on what signing in answers: the new cookie and the new CSRF token. */
  async step(path: string, body: object): Promise<request.Response> {
    const answer = await this.send('post', path, body);
    this.take(answer);
    return answer;
  }

  take(answer: request.Response): void {
    const [cookie] = (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const { csrfToken } = answer.body as { csrfToken?: string };
    if (csrfToken) this.csrf = csrfToken;
  }
}

/** A person who has gone through everything that signing in asks for. */
export interface TestPerson {
  readonly accountId: string;
  readonly username: string;
  readonly password: string;
  readonly browser: Browser;
  /** The code that an authenticator app would show at the clock's time; null without a second factor. */
  readonly code: (() => string) | null;
}

export const totpCode = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at.getTime() });

let serial = 0;

/** Makes people with roles and signs them in through the API. */
export class People {
  private readonly accounts: AccountService;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly clock: Clock,
  ) {
    this.accounts = app.get(AccountService);
  }

  /** An account with its first password, not signed in yet. */
  async account(...grants: readonly NewGrant[]): Promise<{ accountId: string; username: string; password: string }> {
    const username = `thu.nghiem${(serial += 1)}`;
    const identity = { displayName: `Người Thử Nghiệm ${serial}`, username, personalNumber: null };
    const { accountId, password } = await this.accounts.create(identity, BY);
    for (const granted of grants) await this.accounts.grant(accountId, granted, BY);
    return { accountId, username, password: password ?? '' };
  }

  async signedIn(role: Role, scope: Scope = { kind: 'none', id: null }): Promise<TestPerson> {
    const { accountId, username, password } = await this.account({ role, scope, expiresAt: null });
    const browser = new Browser(this.app);
    await browser.step('/v1/sign-in', { username, password });
    await browser.step('/v1/session/password', { currentPassword: password, newPassword: NEW_PASSWORD });
    const code = ROLES[role].secondFactor ? await this.enrol(browser) : null;
    return { accountId, username, password: NEW_PASSWORD, browser, code };
  }

  /** Sets up a second factor. The code of this half minute is spent by that: move the clock on for the next. */
  async enrol(browser: Browser): Promise<() => string> {
    const { body } = (await browser.send('post', '/v1/session/second-factor')) as { body: unknown };
    const { secret } = body as { secret: string };
    const code = (): string => totpCode(secret, this.clock.now());
    await browser.step('/v1/session/second-factor/confirm', { code: code() });
    return code;
  }
}
