import { createHash, createPublicKey, type JsonWebKey, randomBytes, verify } from 'node:crypto';
import { createIdentityMock, type IdentityMock } from '../../apps/identity-mock/src/identity-mock';
import type { Person } from '../../apps/identity-mock/src/people/person';
import { IdentityBrowser, type ShownPage, signInAtIdentityMock } from '../support/identity-browser';

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
    const { keys } = (await (await fetch(`${mock.url}/jwks`)).json()) as { keys: JsonWebKey[] };
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
});

interface Claims extends Record<string, unknown> {
  sub: string;
  iat: number;
  exp: number;
  auth_time: number;
}
interface TokenAnswer {
  status: number;
  body: { id_token: string; access_token: string; error?: string };
}

function authorization(change: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const nonce = randomBytes(16).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const parameters: Record<string, string | undefined> = {
    client_id: CLIENT_ID,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  };
  const url = new URL(`${mock.url}/auth`);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return { url: url.href, verifier, nonce, state };
}

async function codeFor(person: Person, acr?: string) {
  const request = authorization({ acr_values: acr });
  const callback = new URL(await signInAtIdentityMock(request.url, person.personalNumber, PASSCODE));
  expect(callback.href.startsWith(`${CALLBACK}&`)).toBe(true);
  expect(callback.searchParams.get('state')).toBe(request.state);
  expect(callback.searchParams.get('iss')).toBe(mock.url);
  return { request, code: callback.searchParams.get('code') ?? '' };
}

async function signedIn(person: Person, { acr }: { acr?: string } = {}) {
  const { request, code } = await codeFor(person, acr);
  return { request, code, tokens: await exchange(code, request.verifier) };
}

async function exchange(
  code: string,
  verifier: string | undefined,
  { id = CLIENT_ID, secret = SECRET, redirectUri = CALLBACK } = {},
): Promise<TokenAnswer> {
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  if (verifier !== undefined) body.set('code_verifier', verifier);
  const answer = await fetch(`${mock.url}/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as TokenAnswer['body'] };
}

const partsOf = (token: string) => token.split('.') as [string, string, string];
const claimsOf = (token: string) => JSON.parse(Buffer.from(partsOf(token)[1], 'base64url').toString()) as Claims;

async function isSigned(token: string): Promise<boolean> {
  const { keys } = (await (await fetch(`${mock.url}/jwks`)).json()) as { keys: (JsonWebKey & { kid: string })[] };
  const [header, payload, signature] = partsOf(token);
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) return false;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const content = Buffer.from(`${header}.${payload}`);
  return verify('sha256', content, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

async function verified(token: string): Promise<Claims> {
  expect(await isSigned(token)).toBe(true);
  return claimsOf(token);
}

function admin(method: string, path: string, body: unknown, token = ADMIN_TOKEN): Promise<Response> {
  return fetch(mock.url + path, { method, headers: { 'X-Admin-Token': token }, body: JSON.stringify(body) });
}
