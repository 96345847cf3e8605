import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import type { TestClock } from './clock';

/** How a signature is not as it should be. */
export interface Signing {
  readonly keyId?: string;
  readonly created?: Date;
  readonly nonce?: string | null;
  readonly key?: KeyObject;
  readonly fields?: string[];
  /** The path that is signed, when it is not the one that is called. */
  readonly path?: string;
}

/** A partner's system: signs what it sends as RFC 9421 says. */
export class SigningPartner {
  private readonly pair = generateKeyPairSync('ed25519');
  readonly publicKey = this.pair.publicKey.export({ format: 'jwk' }).x ?? '';
  key = { id: '', text: '' };

  constructor(
    private readonly clock: TestClock,
    private readonly base: () => Promise<string>,
  ) {}

  /** Headers of a request without a body. */
  async headers(method: string, path: string, change: Signing = {}, body?: string): Promise<Record<string, string>> {
    const nonce = change.nonce === undefined ? randomBytes(16).toString('base64url') : change.nonce;
    const digest: Record<string, string> =
      body === undefined ? {} : { 'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:` };
    const query = path.includes('?') ? ['@query'] : [];
    const { headers } = await httpbis.signMessage(
      {
        key: {
          id: change.keyId ?? this.key.id,
          alg: 'ed25519',
          sign: async (data) => sign(null, data, change.key ?? this.pair.privateKey),
        },
        fields: change.fields ?? ['@method', '@path', ...query, ...Object.keys(digest)],
        params: ['created', 'keyid', 'alg', ...(nonce === null ? [] : ['nonce'])],
        paramValues: { created: change.created ?? this.clock.now(), ...(nonce !== null && { nonce }) },
      },
      { method, url: `http://x${change.path ?? path}`, headers: digest },
    );
    return headers;
  }

  /** Over real HTTP, under its key. */
  async send(
    method: string,
    path: string,
    given: {
      headers?: Record<string, string>;
      body?: object;
      signing?: Signing;
      signature?: Record<string, string>;
    } = {},
  ): Promise<{ status: number; headers: Headers; text: string; body: unknown }> {
    const body = given.body && JSON.stringify(given.body);
    const signature = given.signature ?? (await this.headers(method, path, given.signing, body));
    const answer = await fetch(`${await this.base()}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.key.text}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...signature,
        ...given.headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: text === '' ? null : JSON.parse(text) };
  }
}
