import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a request's signature binds together. `path` is as on the request line, query included. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
  readonly requestTime: string;
  readonly clientId: string;
  readonly body: Buffer;
}

/** The text a request's signature covers (docs/population-contract.md, "Signatures"). */
export function requestText({ method, path, requestId, requestTime, clientId, body }: SignedRequest): string {
  return [method, path, requestId, requestTime, clientId, sha256Hex(body)].join('\n');
}

/** The text an answer's signature covers. It holds the request id, so that an answer fits one request only. */
export function responseText(requestId: string, status: number, body: Buffer): string {
  return [requestId, status, sha256Hex(body)].join('\n');
}

/** Base64 Ed25519 signature. */
export function signText(text: string, key: KeyObject): string {
  return sign(null, Buffer.from(text, 'utf8'), key).toString('base64');
}

/** False for a missing or malformed signature, too. */
export function isSignedBy(text: string, signature: string | undefined, key: KeyObject): boolean {
  if (!signature) return false;
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
}

/** Throws at start rather than at the first call when the PEM is not an Ed25519 private key. */
export function ed25519PrivateKey(pem: string): KeyObject {
  return mustBeEd25519(createPrivateKey(pem));
}

/** As {@link ed25519PrivateKey}, for the other side's public key. */
export function ed25519PublicKey(pem: string): KeyObject {
  return mustBeEd25519(createPublicKey(pem));
}

function mustBeEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`Expected an Ed25519 key, not ${key.asymmetricKeyType}`);
  return key;
}

const sha256Hex = (body: Buffer): string => createHash('sha256').update(body).digest('hex');
