import request from 'supertest';
import { LoadGauge } from '../../apps/api/src/http/load-gauge';
import { type Citizen, IdentityProvider } from '../support/identity-provider';
import { randomReceiptKey } from '../support/keys';
import { createTestApi, type TestApi } from '../support/test-api';

const BINH: Citizen = {
  personalNumber: '049190000777',
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  level: 2,
};
const AN: Citizen = { ...BINH, personalNumber: '049090000778', fullName: 'Lê Văn An', sex: 'M', level: 1 };

describe('signing in through the national identity provider', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await IdentityProvider.start([BINH, AN]);
    api = await createTestApi({ nationalIdentity: provider.options });
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });
  afterEach(() =>
    provider.behave({
      issueWrongNonce: false,
      issueWrongAudience: false,
      issueWrongIssuer: false,
      algNone: false,
      strangersSignature: false,
      expiredIdToken: false,
      weakAcr: false,
      down: false,
    }),
  );

  const comeBack = (path: string, cookie: string) => request(api.app.getHttpServer()).get(path).set('Cookie', cookie);
  const outcome = (answer: request.Response) => [answer.status, (answer.body as { code?: string }).code];

  it('makes a citizen of whoever comes, with nothing but their own data in reach', async () => {
    const browser = await provider.signIn(api.app, BINH.personalNumber);
    expect((await browser.send('get', '/v1/session')).body).toMatchObject({
      displayName: BINH.fullName,
      stage: 'full',
      strong: true,
      roles: ['citizen'],
      permissions: ['self.read', 'self.request-correction'],
    });
    const again = await provider.signIn(api.app, BINH.personalNumber);
    const id = async (of: typeof browser) =>
      ((await of.send('get', '/v1/session')).body as { accountId: string }).accountId;
    expect(await id(again)).toBe(await id(browser));
  });

  it('tells a weak sign-in from a strong one', async () => {
    const browser = await provider.signIn(api.app, AN.personalNumber);
    expect((await browser.send('get', '/v1/session')).body).toMatchObject({ strong: false, stage: 'full' });
    await provider.behave({ weakAcr: true });
    const weak = await provider.signIn(api.app, BINH.personalNumber);
    expect((await weak.send('get', '/v1/session')).body).toMatchObject({ strong: false });
  });

  it('asks who needs a second factor and came without one to set one up', async () => {
    const citizen = await provider.signIn(api.app, AN.personalNumber);
    const { accountId } = (await citizen.send('get', '/v1/session')).body as { accountId: string };
    await api.build.rows(
      `INSERT INTO account_grant (grant_id, account_id, role, scope_kind, scope_id, granted_at, granted_by)
       VALUES (gen_random_uuid(), $1, 'ward-police', 'unit', 'w20410', now(), 'test')`,
      [accountId],
    );
    const browser = await provider.signIn(api.app, AN.personalNumber);
    expect((await browser.send('get', '/v1/session')).body).toMatchObject({ stage: 'enrolment', permissions: [] });
  });

  it('takes away what was granted from who was away for 45 days, and leaves them their own data', async () => {
    const citizen = await provider.signIn(api.app, BINH.personalNumber);
    const { accountId } = (await citizen.send('get', '/v1/session')).body as { accountId: string };
    await api.build.rows(
      `INSERT INTO account_grant (grant_id, account_id, role, scope_kind, scope_id, granted_at, granted_by)
       VALUES (gen_random_uuid(), $1, 'tourism-analyst', 'unit', 'p48', now(), 'test')`,
      [accountId],
    );
    const roles = async () => {
      const browser = await provider.signIn(api.app, BINH.personalNumber);
      return ((await browser.send('get', '/v1/session')).body as { roles: string[] }).roles;
    };
    expect(await roles()).toEqual(['citizen', 'tourism-analyst']);
    api.clock.advance(46 * 86_400_000);
    expect(await roles()).toEqual(['citizen']);
    api.clock.advance(-46 * 86_400_000);
    expect(await roles()).toEqual(['citizen']);
  });

  it('keeps the state of the way in a cookie that is sealed, short-lived and for this way only', async () => {
    const left = await api.call('get', '/v1/sign-in/vneid');
    const [cookie = ''] = left.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Path=\/v1\/sign-in\/vneid/);
    const state = new URL(left.headers.location ?? '').searchParams.get('state') ?? '';
    expect(state.length).toBeGreaterThanOrEqual(40);
    expect(Buffer.from(cookie.split('=')[1]?.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain(state);
  });

  it.each([
    ['a nonce of another sign-in', 'issueWrongNonce'],
    ['a token for another client', 'issueWrongAudience'],
    ['a token of another issuer', 'issueWrongIssuer'],
    ['alg none', 'algNone'],
    ["a stranger's signature", 'strangersSignature'],
    ['an expired token', 'expiredIdToken'],
  ])('refuses %s', async (_what, behaviour) => {
    const { back, cookie } = await provider.leave(api.app, BINH.personalNumber);
    await provider.behave({ [behaviour]: true });
    const arrived = await comeBack(back, cookie);
    expect(outcome(arrived)).toEqual([401, 'identity-not-proven']);
    expect(String(arrived.headers['set-cookie'] ?? '')).not.toMatch(/luutru=[\w-]{20}/);
  });

  it('refuses a code used twice, a state of another browser, a way without its cookie, and one that took too long', async () => {
    const first = await provider.leave(api.app, BINH.personalNumber);
    expect((await comeBack(first.back, first.cookie)).status).toBe(303);
    expect(outcome(await comeBack(first.back, first.cookie))).toEqual([401, 'identity-not-proven']);

    const [mine, theirs] = [
      await provider.leave(api.app, BINH.personalNumber),
      await provider.leave(api.app, AN.personalNumber),
    ];
    expect(outcome(await comeBack(theirs.back, mine.cookie))).toEqual([401, 'identity-not-proven']);
    expect(outcome(await comeBack(theirs.back, ''))).toEqual([401, 'identity-not-proven']);
    expect(outcome(await comeBack(theirs.back, `${theirs.cookie.slice(0, -3)}AAA`))).toEqual([
      401,
      'identity-not-proven',
    ]);

    const slow = await provider.leave(api.app, BINH.personalNumber);
    api.clock.advance(11 * 60_000);
    expect(outcome(await comeBack(slow.back, slow.cookie))).toEqual([401, 'identity-not-proven']);
  });

  it('refuses answers that the provider never gave', async () => {
    const { cookie, back } = await provider.leave(api.app, BINH.personalNumber);
    const state = new URL(back, 'http://x').searchParams.get('state') ?? '';
    for (const query of [
      '',
      '?error=access_denied',
      `?state=${state}`,
      `?state=${state}&code=${'a'.repeat(40)}`,
      '?code=%00',
    ]) {
      const fresh = await comeBack(`/v1/sign-in/vneid/callback${query}`, cookie);
      expect([query, ...outcome(fresh)]).toEqual([query, 401, 'identity-not-proven']);
    }
  });

  it('says so when the provider is down, and works again when it is back', async () => {
    const { back, cookie } = await provider.leave(api.app, BINH.personalNumber);
    await provider.behave({ down: true });
    expect(outcome(await comeBack(back, cookie))).toEqual([503, 'identity-provider-unavailable']);
    await provider.behave({ down: false });
    await provider.signIn(api.app, BINH.personalNumber);
    const unreachable = await createTestApi({ database: api.database, receiptKey: randomReceiptKey(2) });
    expect(outcome(await unreachable.call('get', '/v1/sign-in/vneid'))).toEqual([503, 'identity-provider-unavailable']);
    await unreachable.app.close();
  });

  it('says it on a page to whoever follows the link in a browser, and lets them try again', async () => {
    const unreachable = await createTestApi({ database: api.database, receiptKey: randomReceiptKey(3) });
    const follow = (path: string) =>
      unreachable.call('get', path).set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8');
    const { status, headers, text } = await follow('/v1/sign-in/vneid?a="><script>');
    expect([status, headers['content-type'], headers['retry-after']]).toEqual([503, 'text/html; charset=utf-8', '2']);
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('<a class="button" href="/v1/sign-in/vneid');
    expect(text).not.toContain('<script>');
    expect(text).toMatch(/Trace ID: [\w-]{36}/);
    expect((await follow('/v1/self/looks')).text).toContain('Hãy đăng nhập từ trang chính');
    const elsewhere = await follow('//evil.example/');
    expect([elsewhere.status, elsewhere.text.includes('evil.example')]).toEqual([404, false]);
    await unreachable.app.close();
  });

  it('goes on while what only reads is turned away', async () => {
    for (let at = 0; at < 12; at += 1) api.app.get(LoadGauge).note(250);
    expect((await api.call('get', '/v1/sign-in/vneid')).status).toBe(302);
  });
});
