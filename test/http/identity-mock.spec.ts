import { createHash, generateKeyPairSync } from 'node:crypto';
import { type Behaviour, GOOD_BEHAVIOUR } from '../../apps/identity-mock/src/behaviour/behaviour';
import { createIdentityMock, type IdentityMock } from '../../apps/identity-mock/src/identity-mock';
import type { Person } from '../../apps/identity-mock/src/people/person';
import { type BrowserEnd, IdentityBrowser, type ShownPage, signInAtIdentityMock } from '../support/identity-browser';
import { claimsOf, headerOf, type IdClaims, IdentityMockClient, partsOf } from './identity-mock.client';

const ADMIN_TOKEN = 'admin-token-of-the-test';
const PASSCODE = 'demo-passcode';
const CLIENT_ID = 'luutru-test';
const SECRET = 'secret-of-the-test-client';
const CALLBACK = 'http://127.0.0.1:9/callback?from=idp';
const ACR_1 = 'urn:luutru:acr:1';
const ACR_2 = 'urn:luutru:acr:2';

const AN: Person = {
  personalNumber: '001090000001',
  fullName: 'Nguyễn Văn An',
  birthDate: '1990-02-28',
  sex: 'M',
  level: 2,
};
const BINH: Person = {
  personalNumber: '049185000002',
  fullName: 'Trần Thị Bình <b>',
  birthDate: '1985-12-01',
  sex: 'F',
  level: 1,
};

let mock: IdentityMock;
let client: IdentityMockClient;

beforeAll(async () => {
  mock = await createIdentityMock({
    clients: {
      [CLIENT_ID]: { secret: SECRET, redirectUris: [CALLBACK] },
      other: { secret: 'secret-of-another-client', redirectUris: [CALLBACK] },
    },
    passcode: PASSCODE,
    adminToken: ADMIN_TOKEN,
    people: [AN],
  });
  await mock.listen(0, '127.0.0.1');
  client = new IdentityMockClient(mock.url, CLIENT_ID, SECRET, CALLBACK);
  expect((await admin('PUT', '/admin/people', [BINH])).status).toBe(200);
});

afterAll(() => mock.close());

describe('discovery', () => {
  it('offers the code flow with PKCE and nothing else', async () => {
    const discovery = (await (await fetch(`${mock.url}/.well-known/openid-configuration`)).json()) as object;
    expect(discovery).toMatchObject({
      issuer: mock.url,
      authorization_endpoint: `${mock.url}/auth`,
      token_endpoint: `${mock.url}/token`,
      jwks_uri: `${mock.url}/jwks`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      id_token_signing_alg_values_supported: ['ES256'],
      acr_values_supported: [ACR_1, ACR_2],
    });
    expect(discovery).not.toHaveProperty('registration_endpoint');
    expect(discovery).not.toHaveProperty('userinfo_endpoint');
  });

  it('publishes the public half of its key only', async () => {
    const keys = await client.publishedKeys();
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256' });
    expect(keys[0]).not.toHaveProperty('d');
  });
});

describe('a sign-in', () => {
  it('tells the client who the person is', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { tokens, request } = await signedIn(AN, { acr: ACR_2 });
    expect(tokens).toMatchObject({ status: 200, body: { token_type: 'Bearer', scope: 'openid' } });
    expect(tokens.body).not.toHaveProperty('refresh_token');

    const claims = await verified(tokens.body.id_token);
    expect(claims).toMatchObject({
      iss: mock.url,
      aud: CLIENT_ID,
      nonce: request.nonce,
      personal_number: AN.personalNumber,
      name: AN.fullName,
      birthdate: AN.birthDate,
      gender: 'male',
      acr: ACR_2,
      amr: ['pwd', 'otp'],
    });
    expect(claims.exp - claims.iat).toBe(300);
    expect(claims.auth_time).toBeGreaterThanOrEqual(before);
    expect(claims.sub).not.toContain(AN.personalNumber);
  });

  it('gives a person the same opaque subject every time, and nobody else’s', async () => {
    const subjects = await Promise.all(
      [AN, AN, BINH].map(async (person) => claimsOf((await signedIn(person)).tokens.body.id_token).sub),
    );
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[0]).not.toBe(subjects[2]);
  });

  it('asks again every time, also in the same browser, so that another person may come', async () => {
    const browser = new IdentityBrowser(mock.url);
    for (const person of [AN, BINH, AN]) {
      const { url, verifier } = client.authorization();
      const form = page(await browser.open(url));
      expect(form.status).toBe(200);
      const end = await browser.submit(form.url, { personalNumber: person.personalNumber, passcode: PASSCODE });
      const tokens = await client.exchange(codeOf(end), verifier);
      expect(claimsOf(tokens.body.id_token).personal_number).toBe(person.personalNumber);
    }
    const silent = await browser.open(client.authorization({ prompt: 'none' }).url);
    expect(errorOf(silent)).toBe('login_required');
  });

  it('can be cancelled', async () => {
    const { browser, form } = await openForm();
    const end = await browser.submit(form.url, { cancel: '1', personalNumber: '', passcode: '' });
    expect(errorOf(end)).toBe('access_denied');
  });
});

describe('levels of assurance', () => {
  const strong = { acr: ACR_2, amr: ['pwd', 'otp'] };
  const weak = { acr: ACR_1, amr: ['pwd'] };

  it.each([
    ['a person of level 2 asked for 2', AN, ACR_2, strong],
    ['a person of level 2 asked for 1', AN, ACR_1, weak],
    ['a person of level 2 asked for either, 2 first', AN, `${ACR_2} ${ACR_1}`, strong],
    ['a person of level 2 asked for nothing', AN, undefined, weak],
    ['a person of level 2 asked for something unheard of', AN, 'urn:x', strong],
    ['a person of level 1 asked for 2: the client has to see it', BINH, ACR_2, weak],
    ['a person of level 1 asked for nothing', BINH, undefined, weak],
  ])('%s', async (_case, person, acr, expected) => {
    const { tokens } = await signedIn(person, { acr });
    expect(await verified(tokens.body.id_token)).toMatchObject(expected);
  });
});

describe('the token endpoint refuses', () => {
  it('a code used twice', async () => {
    const { request, code, tokens } = await signedIn(AN);
    expect(tokens.status).toBe(200);
    expect(await client.exchange(code, request.verifier)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  it('a wrong verifier or none, and takes the right one after it', async () => {
    const { request, code } = await codeFor(AN);
    for (const wrong of [client.authorization().verifier, undefined]) {
      expect(await client.exchange(code, wrong)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    }
    expect((await client.exchange(code, request.verifier)).status).toBe(200);
  });

  it('a wrong secret and an unknown client', async () => {
    const { request, code } = await codeFor(AN);
    for (const credentials of [{ secret: 'not-the-secret' }, { id: 'nobody' }]) {
      const answer = await client.exchange(code, request.verifier, credentials);
      expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    }
  });

  it('a client that sends its secret in the body', async () => {
    const { request, code } = await codeFor(AN);
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: request.verifier,
      client_id: CLIENT_ID,
      client_secret: SECRET,
    });
    const answer = await fetch(`${mock.url}/token`, { method: 'POST', body });
    expect(answer.status).toBe(401);
  });

  it('the code of another client, and another redirect than the one the code was sent to', async () => {
    const { request, code } = await codeFor(AN);
    for (const change of [
      { id: 'other', secret: 'secret-of-another-client' },
      { redirectUri: 'http://127.0.0.1:9/elsewhere' },
    ]) {
      const answer = await client.exchange(code, request.verifier, change);
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    }
  });

  it.each([
    [59, 200],
    [60, 400],
  ])('after %i seconds with %i', async (seconds, status) => {
    const { request, code } = await codeFor(AN);
    const later = Date.now() + seconds * 1000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
    try {
      expect((await client.exchange(code, request.verifier)).status).toBe(status);
    } finally {
      clock.mockRestore();
    }
  });
});

describe('the authorization endpoint refuses', () => {
  it.each([
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['PKCE without a hash', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['tokens in the front channel', { response_type: 'id_token' }, 'unsupported_response_type'],
  ])('%s', async (_case, change, error) => {
    expect(errorOf(await new IdentityBrowser(mock.url).open(client.authorization(change).url))).toBe(error);
  });

  it.each([
    ['an unknown redirect', { redirect_uri: 'https://evil.example/callback' }],
    ['a redirect that only begins like a known one', { redirect_uri: `${CALLBACK}&more=1` }],
    ['no redirect', { redirect_uri: undefined }],
    ['an unknown client', { client_id: 'nobody' }],
  ])('%s on a page of its own, without a redirect', async (_case, change) => {
    const shown = page(await new IdentityBrowser(mock.url).open(client.authorization(change).url));
    expect(shown.status).toBe(400);
    expect(shown.text).toContain('Bản mô phỏng');
    expect(shown.text).toContain('Stand-in');
  });
});

it('says at its own address what it is', async () => {
  const shown = page(await new IdentityBrowser(mock.url).open(`${mock.url}/`));
  expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('Bản mô phỏng') as string });
});

describe('the form', () => {
  it('says what it is, offers people, escapes names and loads nothing from elsewhere', async () => {
    const { form } = await openForm();
    expect(form.text).toContain('Bản mô phỏng');
    expect(form.text).toContain('Stand-in');
    expect(form.text).toContain('<html lang="vi">');
    expect(form.text).toContain(`<option value="${AN.personalNumber}">Nguyễn Văn An – mức 2</option>`);
    expect(form.text).toContain('Trần Thị Bình &lt;b&gt;');
    expect(form.text).not.toMatch(/<script|src=|href=|https?:/);

    const policy = form.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    // Chromium holds the redirect that follows the form against the policy, so the client's origin has to be in it.
    expect(policy).toContain("form-action 'self' http://127.0.0.1:9;");
    const style = /<style>([^]*)<\/style>/.exec(form.text)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it.each([
    ['a wrong passcode', { personalNumber: AN.personalNumber, passcode: 'wrong-passcode' }, 401, 'không đúng'],
    ['an unknown person', { personalNumber: '001090999999', passcode: PASSCODE }, 401, 'không đúng'],
    ['nothing', { personalNumber: '', passcode: '' }, 422, 'đúng 12 chữ số'],
    ['11 digits', { personalNumber: '00109000000', passcode: PASSCODE }, 422, 'đúng 12 chữ số'],
  ])('is shown again after %s, and then takes the right answer', async (_case, fields, status, message) => {
    const { browser, form } = await openForm();
    const again = page(await browser.submit(form.url, fields));
    expect(again.status).toBe(status);
    expect(again.text).toContain(message);
    expect(again.text).toContain(`value="${fields.personalNumber}"`);
    expect(again.text).not.toContain(fields.passcode || PASSCODE);
    const end = await browser.submit(again.url, { personalNumber: AN.personalNumber, passcode: PASSCODE });
    expect(codeOf(end)).not.toBe('');
  });

  it('cannot be filled by a browser that did not open it', async () => {
    const { form } = await openForm();
    const stranger = new IdentityBrowser(mock.url);
    const end = page(await stranger.submit(form.url, { personalNumber: AN.personalNumber, passcode: PASSCODE }));
    expect(end.status).toBe(400);
    expect(end.text).toContain('Không thể đăng nhập');
  });

  it('refuses an endless body', async () => {
    const { browser, form } = await openForm();
    expect(page(await browser.submit(form.url, { personalNumber: '1'.repeat(10_000) })).status).toBe(413);
  });
});

describe('bad tokens on request', () => {
  afterEach(() => behave(GOOD_BEHAVIOUR));

  it.each<[keyof Behaviour, object]>([
    ['issueWrongNonce', { nonce: 'nonce-of-somebody-else' }],
    ['issueWrongAudience', { aud: 'client-of-somebody-else' }],
    ['issueWrongIssuer', { iss: 'https://idp.example' }],
    ['weakAcr', { acr: ACR_1, amr: ['pwd'] }],
  ])('%s bends this claim only, under a good signature', async (name, change) => {
    await behave({ [name]: true });
    const { tokens, request } = await signedIn(AN, { acr: ACR_2 });
    const claims = await verified(tokens.body.id_token);
    const good = { nonce: request.nonce, aud: CLIENT_ID, iss: mock.url, acr: ACR_2, amr: ['pwd', 'otp'] };
    expect(claims).toMatchObject({ ...good, ...change });
    expect(claims.exp).toBeGreaterThan(Date.now() / 1000);
  });

  it('expiredIdToken', async () => {
    await behave({ expiredIdToken: true });
    const claims = await verified((await signedIn(AN)).tokens.body.id_token);
    expect(claims.exp).toBeLessThan(Date.now() / 1000 - 3_000);
    expect(claims.exp - claims.iat).toBe(300);
  });

  it('algNone', async () => {
    await behave({ algNone: true });
    const { id_token } = (await signedIn(AN)).tokens.body;
    expect(headerOf(id_token)).toMatchObject({ alg: 'none' });
    expect(partsOf(id_token)[2]).toBe('');
  });

  it('strangersSignature', async () => {
    await behave({ strangersSignature: true });
    const { tokens, request } = await signedIn(AN);
    expect(await client.isSigned(tokens.body.id_token)).toBe(false);
    expect(claimsOf(tokens.body.id_token)).toMatchObject({ nonce: request.nonce, aud: CLIENT_ID });
  });

  it('down answers 503 to all but health and admin', async () => {
    await behave({ down: true });
    expect((await fetch(`${mock.url}/jwks`)).status).toBe(503);
    expect((await fetch(`${mock.url}/health/ready`)).status).toBe(200);
    await behave({ down: false });
    expect((await fetch(`${mock.url}/jwks`)).status).toBe(200);
  });

  it('keeps the switches that a change leaves out, and refuses unknown ones', async () => {
    await behave({ weakAcr: true });
    await behave({ algNone: true });
    const answer = await admin('GET', '/admin/behaviour');
    expect(await answer.json()).toEqual({ ...GOOD_BEHAVIOUR, weakAcr: true, algNone: true });
    for (const body of [{ weakAkr: true }, { weakAcr: 1 }, [], null]) {
      expect((await admin('PUT', '/admin/behaviour', body)).status).toBe(400);
    }
  });
});

describe('admin', () => {
  it('refuses without its token', async () => {
    for (const token of ['', `${ADMIN_TOKEN}x`]) {
      const answer = await admin('PUT', '/admin/people', [], token);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'ADMIN_TOKEN' });
    }
  });

  it('replaces a person who is given again', async () => {
    const person: Person = { ...BINH, personalNumber: '001200000003', level: 1 };
    await admin('PUT', '/admin/people', [person]);
    await admin('PUT', '/admin/people', [{ ...person, fullName: 'Lê Thị Chi', level: 2 }]);
    const { tokens } = await signedIn(person, { acr: ACR_2 });
    expect(claimsOf(tokens.body.id_token)).toMatchObject({ name: 'Lê Thị Chi', acr: ACR_2 });
  });

  it('names the field at fault, never its value', async () => {
    const answer = await admin('PUT', '/admin/people', [AN, { ...AN, birthDate: '1990-02-30' }]);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'INVALID', field: '[1].birthDate' });
    expect(text).not.toContain('1990-02-30');
  });

  it('answers 404 to what it does not know', async () => {
    expect((await admin('DELETE', '/admin/people')).status).toBe(404);
  });
});

describe('start and stop', () => {
  const options = () => ({
    clients: { [CLIENT_ID]: { secret: SECRET, redirectUris: [CALLBACK] } },
    passcode: PASSCODE,
    adminToken: ADMIN_TOKEN,
  });

  it('calls itself by the issuer it is given', async () => {
    const own = await createIdentityMock({ ...options(), issuer: 'https://idp.example' });
    await own.listen(0, '127.0.0.1');
    try {
      const discovery: unknown = await (await fetch(`${own.url}/.well-known/openid-configuration`)).json();
      expect(discovery).toMatchObject({ issuer: 'https://idp.example', jwks_uri: 'https://idp.example/jwks' });
      const started = await fetch(client.authorization().url.replace(mock.url, own.url), {
        redirect: 'manual',
        headers: { 'X-Forwarded-Proto': 'http', 'X-Forwarded-Host': 'evil.example' },
      });
      expect(started.status).toBe(303);
      expect(started.headers.getSetCookie().every((cookie) => cookie.includes('; secure'))).toBe(true);
    } finally {
      await own.close();
    }
    await expect(fetch(own.url)).rejects.toThrow();
  });

  it('signs with the Ed25519 key it is given', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const own = await createIdentityMock({ ...options(), privateKey: pem });
    await own.listen(0, '127.0.0.1');
    try {
      const keys = await new IdentityMockClient(own.url, CLIENT_ID, SECRET, CALLBACK).publishedKeys();
      expect(keys[0]).toMatchObject({ alg: 'EdDSA', x: publicKey.export({ format: 'jwk' }).x });
      expect(keys[0]).not.toHaveProperty('d');
    } finally {
      await own.close();
    }
  });

  it('does not start with a client that makes no sense, or a key of another kind', async () => {
    const lame = await createIdentityMock({
      ...options(),
      clients: { lame: { secret: SECRET, redirectUris: ['http://127.0.0.1/#fragment'] } },
    });
    await expect(lame.listen(0, '127.0.0.1')).rejects.toThrow();
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    await expect(createIdentityMock({ ...options(), privateKey: rsa.toString() })).rejects.toThrow(/P-256 or Ed25519/);
  });
});

async function codeFor(person: Person, acr?: string) {
  const request = client.authorization({ acr_values: acr });
  const callback = new URL(await signInAtIdentityMock(request.url, person.personalNumber, PASSCODE));
  expect(callback.href.startsWith(`${CALLBACK}&`)).toBe(true);
  expect(callback.searchParams.get('state')).toBe(request.state);
  expect(callback.searchParams.get('iss')).toBe(mock.url);
  return { request, code: callback.searchParams.get('code') ?? '' };
}

async function signedIn(person: Person, { acr }: { acr?: string } = {}) {
  const { request, code } = await codeFor(person, acr);
  return { request, code, tokens: await client.exchange(code, request.verifier) };
}

async function openForm() {
  const browser = new IdentityBrowser(mock.url);
  return { browser, form: page(await browser.open(client.authorization().url)) };
}

function page(end: BrowserEnd): ShownPage {
  if ('callbackUrl' in end) throw new Error(`the browser left for ${end.callbackUrl}`);
  return end;
}

function callbackOf(end: BrowserEnd): URLSearchParams {
  if (!('callbackUrl' in end)) throw new Error(`the stand-in answered ${end.status}`);
  const { search, hash } = new URL(end.callbackUrl);
  return new URLSearchParams(`${search}&${hash.slice(1)}`);
}
const codeOf = (end: BrowserEnd): string => callbackOf(end).get('code') ?? '';
const errorOf = (end: BrowserEnd): string | null => callbackOf(end).get('error');

async function behave(change: Partial<Behaviour>): Promise<void> {
  expect((await admin('PUT', '/admin/behaviour', change)).status).toBe(200);
}

async function verified(token: string): Promise<IdClaims> {
  expect(await client.isSigned(token)).toBe(true);
  return claimsOf(token);
}

function admin(method: string, path: string, body?: unknown, token = ADMIN_TOKEN): Promise<Response> {
  return fetch(mock.url + path, { method, headers: { 'X-Admin-Token': token }, body: JSON.stringify(body) });
}
