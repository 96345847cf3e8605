import { keptIn } from '../support/legible';
import { Browser, NEW_PASSWORD, People, totpCode } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';

const MINUTE = 60_000;

describe('signing in with a local account', () => {
  let api: TestApi;
  let people: People;
  let facilityId: string;
  beforeAll(async () => {
    api = await createTestApi();
    people = new People(api.app, api.clock);
    ({ facilityId } = await api.build.facility());
  });
  afterAll(() => api.close());

  const clerk = () =>
    people.account({ role: 'facility-clerk', scope: { kind: 'facility', id: facilityId }, expiresAt: null });
  const signIn = (username: string, password: string) => api.call('post', '/v1/sign-in').send({ username, password });
  const code = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

  it('starts with a first password that must be changed, then opens the desk', async () => {
    const { username, password } = await clerk();
    const browser = new Browser(api.app);
    expect((await browser.step('/v1/sign-in', { username, password })).body).toMatchObject({
      stage: 'password-change',
    });
    expect(code(await browser.send('get', '/v1/stays'))).toBe('sign-in-incomplete');
    const weak = await browser.send('post', '/v1/session/password', { currentPassword: password, newPassword: 'ngắn' });
    expect([weak.status, weak.body]).toEqual([
      422,
      expect.objectContaining({
        errors: [expect.objectContaining({ code: 'password-too-short', pointer: '/newPassword' })],
      }),
    ]);
    const changed = await browser.step('/v1/session/password', {
      currentPassword: password,
      newPassword: NEW_PASSWORD,
    });
    expect(changed.body).toMatchObject({ stage: 'full' });
    expect((await browser.send('get', '/v1/stays')).status).toBe(200);
    expect((await browser.send('get', '/v1/session')).body).toMatchObject({
      roles: ['facility-clerk'],
      permissions: ['facility.read', 'patient.manage', 'stay.declare', 'stay.read', 'trip.manage'],
      unitIds: [],
    });
  });

  it('answers wrong name, wrong password, locked and disabled accounts alike', async () => {
    const { username, password, accountId } = await clerk();
    const unknown = await signIn('khong.co.ai', password);
    const wrong = await signIn(username, 'sai mật khẩu rồi nhé');
    expect([unknown.status, code(unknown)]).toEqual([401, 'sign-in-refused']);
    expect([wrong.status, code(wrong)]).toEqual([401, 'sign-in-refused']);
    await api.build.rows('UPDATE account SET disabled_at = now(), disabled_because = $2 WHERE account_id = $1', [
      accountId,
      'x',
    ]);
    expect(code(await signIn(username, password))).toBe('sign-in-refused');
    const { detail } = unknown.body as { detail: string };
    expect((wrong.body as { detail: string }).detail).toBe(detail);
  });

  it('locks after five wrong attempts, longer each time, however many come at once', async () => {
    const { username, password } = await clerk();
    await Promise.all(Array.from({ length: 12 }, () => signIn(username, 'đoán mò mười hai lần')));
    expect((await signIn(username, password)).status).toBe(401);
    api.clock.advance(61 * MINUTE);
    expect((await signIn(username, password)).status).toBe(200);
    for (let i = 0; i < 5; i += 1) await signIn(username, 'lại đoán mò nữa đây');
    api.clock.advance(59_000);
    expect((await signIn(username, password)).status).toBe(401);
    api.clock.advance(2_000);
    expect((await signIn(username, password)).status).toBe(200);
  });

  it('refuses an account that nobody has used for 45 days', async () => {
    const { username, password } = await clerk();
    api.clock.advance(46 * 24 * 60 * MINUTE);
    expect((await signIn(username, password)).status).toBe(401);
  });

  it('gives a new cookie at every step, so that a planted one is worth nothing', async () => {
    const { username, password } = await clerk();
    const browser = new Browser(api.app);
    await browser.step('/v1/sign-in', { username, password });
    const planted = browser.cookie;
    await browser.step('/v1/session/password', { currentPassword: password, newPassword: NEW_PASSWORD });
    expect(browser.cookie).not.toBe(planted);
    const thief = new Browser(api.app);
    thief.cookie = planted;
    expect(code(await thief.send('get', '/v1/session'))).toBe('session-over');
  });

  it('sets a cookie that scripts cannot read and other sites cannot use', async () => {
    const { username, password } = await clerk();
    const answer = await signIn(username, password);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^luutru=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const crossSite = await api
      .call('post', '/v1/sign-in')
      .set('Sec-Fetch-Site', 'cross-site')
      .send({ username, password });
    expect(code(crossSite)).toBe('csrf-token-wrong');
  });

  describe('a session', () => {
    it('changes nothing without the CSRF token, or from another site', async () => {
      const { browser } = await people.signedIn('facility-clerk', { kind: 'facility', id: facilityId });
      const right = browser.csrf;
      browser.csrf = '';
      expect(code(await browser.send('delete', '/v1/session'))).toBe('csrf-token-wrong');
      browser.csrf = `${right.slice(0, -1)}_`;
      expect(code(await browser.send('delete', '/v1/session'))).toBe('csrf-token-wrong');
      browser.csrf = right;
      const forged = await browser.send('delete', '/v1/session').set('Sec-Fetch-Site', 'same-site');
      expect(code(forged)).toBe('csrf-token-wrong');
      expect((await browser.send('delete', '/v1/session')).status).toBe(204);
      expect(code(await browser.send('get', '/v1/session'))).toBe('session-over');
    });

    it('ends after 15 minutes without a request, after 5 for an administrator, and after 12 hours in any case', async () => {
      const { browser } = await people.signedIn('facility-clerk', { kind: 'facility', id: facilityId });
      for (let i = 0; i < 3; i += 1) {
        api.clock.advance(14 * MINUTE);
        expect((await browser.send('get', '/v1/session')).status).toBe(200);
      }
      api.clock.advance(15 * MINUTE);
      expect(code(await browser.send('get', '/v1/session'))).toBe('session-over');

      const administrator = await people.signedIn('system-administrator');
      api.clock.advance(5 * MINUTE);
      expect(code(await administrator.browser.send('get', '/v1/session'))).toBe('session-over');

      const busy = await people.signedIn('facility-clerk', { kind: 'facility', id: facilityId });
      for (let hours = 0; hours < 12; hours += 0.2) {
        api.clock.advance(12 * MINUTE);
        if ((await busy.browser.send('get', '/v1/session')).status !== 200) break;
      }
      expect(code(await busy.browser.send('get', '/v1/session'))).toBe('session-over');
    });

    it('can be listed and ended from another device, and only by its owner', async () => {
      const person = await people.signedIn('facility-clerk', { kind: 'facility', id: facilityId });
      const phone = new Browser(api.app);
      await phone.step('/v1/sign-in', { username: person.username, password: person.password });
      const { sessions } = (await person.browser.send('get', '/v1/session/all')).body as {
        sessions: { sessionId: string; current: boolean }[];
      };
      const other = sessions.find((session) => !session.current)?.sessionId ?? '';
      const stranger = await people.signedIn('facility-clerk', { kind: 'facility', id: facilityId });
      expect((await stranger.browser.send('delete', `/v1/session/${other}`)).status).toBe(404);
      expect((await person.browser.send('delete', `/v1/session/${other}`)).status).toBe(204);
      expect((await phone.send('get', '/v1/session')).status).toBe(401);
      expect((await person.browser.send('get', '/v1/session')).status).toBe(200);
    });

    it('ends at once when the account is disabled, and others end when the password changes', async () => {
      const person = await people.signedIn('facility-clerk', { kind: 'facility', id: facilityId });
      const phone = new Browser(api.app);
      await phone.step('/v1/sign-in', { username: person.username, password: person.password });
      await person.browser.step('/v1/session/password', {
        currentPassword: person.password,
        newPassword: 'con diều bay qua cầu 9',
      });
      expect((await phone.send('get', '/v1/session')).status).toBe(401);
      expect((await person.browser.send('get', '/v1/session')).status).toBe(200);
      await api.build.rows('UPDATE account SET disabled_at = now(), disabled_because = $2 WHERE account_id = $1', [
        person.accountId,
        'nghỉ việc',
      ]);
      expect((await person.browser.send('get', '/v1/session')).status).toBe(401);
    });
  });

  describe('a second factor', () => {
    it('is asked of police and administrators before anything else', async () => {
      const { username, password } = await people.account({
        role: 'ward-police',
        scope: { kind: 'unit', id: 'w20410' },
        expiresAt: null,
      });
      const browser = new Browser(api.app);
      await browser.step('/v1/sign-in', { username, password });
      const changed = await browser.step('/v1/session/password', {
        currentPassword: password,
        newPassword: NEW_PASSWORD,
      });
      expect(changed.body).toMatchObject({ stage: 'enrolment' });
      expect(code(await browser.send('get', '/v1/session/all'))).toBe('sign-in-incomplete');
      const { body } = (await browser.send('post', '/v1/session/second-factor')) as { body: unknown };
      const { secret, uri } = body as { secret: string; uri: string };
      expect(uri).toContain(`secret=${secret}`);
      const wrong = await browser.send('post', '/v1/session/second-factor/confirm', { code: '000000' });
      expect(code(wrong)).toBe('code-wrong');
      const done = await browser.step('/v1/session/second-factor/confirm', { code: totpCode(secret, api.clock.now()) });
      expect(done.body).toMatchObject({ stage: 'full' });
      expect(new Set((done.body as { recoveryCodes: string[] }).recoveryCodes).size).toBe(10);
      expect((await browser.send('get', '/v1/session/all')).status).toBe(200);
    });

    it('is not set up by whoever finds a desk unattended', async () => {
      const { browser, password } = await people.signedIn('facility-clerk', { kind: 'facility', id: facilityId });
      api.clock.advance(5 * MINUTE + 1);
      expect(code(await browser.send('post', '/v1/session/second-factor'))).toBe('step-up-required');
      await browser.step('/v1/session/step-up', { proof: password });
      expect((await browser.send('post', '/v1/session/second-factor')).status).toBe(201);
    });

    it('works once: a code seen over the shoulder or sent twice at once opens nothing', async () => {
      const { username, code: app } = await people.signedIn('auditor');
      api.clock.advance(30_000);
      const used = app?.() ?? '';
      const attempts = await Promise.all(
        [1, 2, 3].map(async () => {
          const browser = new Browser(api.app);
          await browser.step('/v1/sign-in', { username, password: NEW_PASSWORD });
          return browser.step('/v1/sign-in/second-factor', { code: used });
        }),
      );
      expect(attempts.map((answer) => answer.status).sort()).toEqual([200, 401, 401]);
    });

    it('cannot be guessed by signing in with the password again and again', async () => {
      const { username } = await people.signedIn('auditor');
      for (let i = 0; i < 5; i += 1) {
        const browser = new Browser(api.app);
        await browser.step('/v1/sign-in', { username, password: NEW_PASSWORD });
        await browser.step('/v1/sign-in/second-factor', { code: '123456' });
      }
      expect((await signIn(username, NEW_PASSWORD)).status).toBe(401);
    });

    it('can be replaced by a recovery code, once', async () => {
      const { username, password } = await people.account({
        role: 'auditor',
        scope: { kind: 'none', id: null },
        expiresAt: null,
      });
      const first = new Browser(api.app);
      await first.step('/v1/sign-in', { username, password });
      await first.step('/v1/session/password', { currentPassword: password, newPassword: NEW_PASSWORD });
      const { body } = (await first.send('post', '/v1/session/second-factor')) as { body: unknown };
      const confirmed = await first.step('/v1/session/second-factor/confirm', {
        code: totpCode((body as { secret: string }).secret, api.clock.now()),
      });
      const [recovery = ''] = (confirmed.body as { recoveryCodes: string[] }).recoveryCodes;
      const again = async () => {
        const browser = new Browser(api.app);
        await browser.step('/v1/sign-in', { username, password: NEW_PASSWORD });
        return browser.step('/v1/sign-in/second-factor', { code: recovery.toUpperCase() });
      };
      expect((await again()).body).toMatchObject({ stage: 'full' });
      expect((await again()).status).toBe(401);
    });
  });

  it('names every missing field, and refuses unknown ones', async () => {
    const answer = await api.call('post', '/v1/sign-in').send({});
    expect((answer.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toEqual([
      '/username',
      '/password',
    ]);
    expect((await api.call('post', '/v1/sign-in').send({ username: 'a', password: 'b', role: 'x' })).status).toBe(422);
    expect((await api.call('post', '/v1/sign-in').send([1])).status).toBe(422);
  });

  it('keeps neither names nor passwords nor codes in the clear', async () => {
    const text = await keptIn(api.build, 'account', 'session', 'audit_entry', 'recovery_code');
    expect(text.length).toBeGreaterThan(5_000);
    expect(text).not.toMatch(/thu\.nghiem|Thử Nghiệm|mưa rào/);
  });
});
