import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type { NationalIdentityOptions } from '@luutru/national-identity';
import { createIdentityMock, type IdentityMock } from '../../apps/identity-mock/src/identity-mock';
import { signInAtIdentityMock } from './identity-browser';
import { Browser } from './people';

export const PASSCODE = 'thu-nghiem-2026';
const REDIRECT_URI = 'http://luutru.invalid/v1/sign-in/vneid/callback';

/** A person known to the stand-in of the national identity provider. */
export interface Citizen {
  readonly personalNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  readonly level: 1 | 2;
}

/** The stand-in of the national identity provider, and the way of a browser through it. */
export class IdentityProvider {
  private constructor(
    private readonly mock: IdentityMock,
    private readonly adminToken: string,
    readonly options: NationalIdentityOptions,
  ) {}

  /** @param redirectUri where a real browser is sent back to; left out when the way is walked by {@link signIn} */
  static async start(people: readonly Citizen[] = [], redirectUri = REDIRECT_URI): Promise<IdentityProvider> {
    const [adminToken = '', clientSecret = ''] = [1, 2].map(() => randomBytes(16).toString('hex'));
    const mock = await createIdentityMock({
      clients: { luutru: { secret: clientSecret, redirectUris: [redirectUri] } },
      passcode: PASSCODE,
      adminToken,
      people,
    });
    await mock.listen(0, '127.0.0.1');
    const options = { issuer: mock.issuer, clientId: 'luutru', clientSecret, redirectUri };
    return new IdentityProvider(mock, adminToken, options);
  }

  /** Bends what it issues; see apps/identity-mock/src/behaviour. */
  async behave(switches: Record<string, boolean>): Promise<void> {
    await this.admin('behaviour', switches);
  }

  async introduce(...people: Citizen[]): Promise<void> {
    await this.admin('people', people);
  }

  /** Leaves for the provider; returns where it sends the person back to, and the cookie of the way. */
  async leave(app: NestFastifyApplication, personalNumber: string): Promise<{ back: string; cookie: string }> {
    const left = await request(app.getHttpServer()).get('/v1/sign-in/vneid');
    if (left.status !== 302) throw new Error(`sign-in answered ${left.status}`);
    const cookie = left.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const back = await signInAtIdentityMock(left.headers.location ?? '', personalNumber, PASSCODE);
    return { back: back.slice(new URL(back).origin.length), cookie };
  }

  /** Signs a person in from beginning to end. */
  async signIn(app: NestFastifyApplication, personalNumber: string): Promise<Browser> {
    const { back, cookie } = await this.leave(app, personalNumber);
    const arrived = await request(app.getHttpServer()).get(back).set('Cookie', cookie);
    if (arrived.status !== 303) throw new Error(`the way back answered ${arrived.status} ${arrived.text}`);
    const browser = new Browser(app);
    const session = (arrived.headers['set-cookie'] as unknown as string[]).find((one) => one.startsWith('luutru='));
    browser.cookie = session?.split(';')[0] ?? '';
    browser.take(await browser.send('get', '/v1/session'));
    return browser;
  }

  async close(): Promise<void> {
    await this.mock.close();
  }

  private async admin(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.mock.url}/admin/${path}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Admin-Token': this.adminToken },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the stand-in refused: ${answer.status} ${await answer.text()}`);
  }
}
