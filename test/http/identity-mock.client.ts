import { createHash, createPublicKey, type JsonWebKey, randomBytes, verify } from 'node:crypto';

/** What an ID token of the stand-in tells. */
export interface IdClaims extends Record<string, unknown> {
  sub: string;
  iat: number;
  exp: number;
  auth_time: number;
}

export interface TokenAnswer {
  status: number;
  body: { id_token: string; access_token: string; error?: string };
}

type Published = JsonWebKey & { kid: string };

/** A client of the stand-in that plays by no rules but those it is told. */
export class IdentityMockClient {
  constructor(
    readonly url: string,
    readonly id: string,
    readonly secret: string,
    readonly callback: string,
  ) {}

  /** Parameters changed to `undefined` are left out. */
  authorization(change: Record<string, string | undefined> = {}) {
    const [verifier, nonce, state] = [random(), random(), random()];
    const parameters: Record<string, string | undefined> = {
      client_id: this.id,
      redirect_uri: this.callback,
      response_type: 'code',
      scope: 'openid',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...change,
    };
    const url = new URL(`${this.url}/auth`);
    for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
    return { url: url.href, verifier, nonce, state };
  }

  async exchange(
    code: string,
    verifier: string | undefined,
    { id = this.id, secret = this.secret, redirectUri = this.callback } = {},
  ): Promise<TokenAnswer> {
    const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    if (verifier !== undefined) body.set('code_verifier', verifier);
    const answer = await fetch(`${this.url}/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
      body,
    });
    return { status: answer.status, body: (await answer.json()) as TokenAnswer['body'] };
  }

  async publishedKeys(): Promise<Published[]> {
    return ((await (await fetch(`${this.url}/jwks`)).json()) as { keys: Published[] }).keys;
  }

  /** Whether an ES256 token bears the signature of a published key. */
  async isSigned(token: string): Promise<boolean> {
    const [header, payload, signature] = partsOf(token);
    const { kid } = headerOf(token);
    const jwk = (await this.publishedKeys()).find((key) => key.kid === kid);
    if (!jwk) return false;
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const content = Buffer.from(`${header}.${payload}`);
    return verify('sha256', content, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  }
}

export const partsOf = (token: string) => token.split('.') as [string, string, string];
export const headerOf = (token: string) => decoded(partsOf(token)[0]);
export const claimsOf = (token: string) => decoded(partsOf(token)[1]) as IdClaims;

const decoded = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
const random = (): string => randomBytes(32).toString('base64url');
