import { type KeyObject, sign, verify } from 'node:crypto';
import { base64UrlBytes } from './base64-url';
import { readHeader, type HeaderFault } from './jws-header';

/** A private key with the id its signatures name it by. */
export interface NamedPrivateKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

/** Why a text is not a signed statement of ours; {@link receiptRefusals} says each in both languages. */
export type JwsFault =
  | HeaderFault
  | 'too-large'
  | 'not-three-parts'
  | 'base64url-not-canonical'
  | 'trailing-data'
  | 'signature-malformed'
  | 'signature-wrong'
  | 'payload-not-json';

export type JwsResult =
  | { readonly ok: true; readonly keyId: string; readonly payload: unknown }
  | { readonly ok: false; readonly fault: JwsFault };

export const RECEIPT_LIMIT = 4 * 1024;
export const DIGEST_LIMIT = 64 * 1024;

const SIGNATURE_BYTES = 64;
const SIGNATURE_CHARACTERS = 86;

/** The compact serialization (RFC 7515 section 7.1) of ready bytes; Ed25519 gives the same text for the same input. */
export function compactOf(privateKey: KeyObject, header: string, payload: string): string {
  const input = `${Buffer.from(header).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
}

/** Signs a JSON payload under the one header that {@link verifyCompact} takes. */
export function signCompact({ keyId, privateKey }: NamedPrivateKey, typ: string, payload: object): string {
  return compactOf(privateKey, JSON.stringify({ alg: 'EdDSA', kid: keyId, typ }), JSON.stringify(payload));
}

/**
 * Checks a compact JWS against known keys. There is exactly one text per statement and key: what decodes to the same
 * but is written otherwise is refused, so that the hash of a text identifies the statement. Never throws.
 */
export function verifyCompact(
  jws: string,
  keys: ReadonlyMap<string, KeyObject>,
  typ: string,
  limit = RECEIPT_LIMIT,
): JwsResult {
  const refuse = (fault: JwsFault): JwsResult => ({ ok: false, fault });
  if (jws.length > limit) return refuse('too-large');
  const [first, second, third, ...more] = jws.split('.');
  if (!first || !second || !third || more.length > 0) return refuse('not-three-parts');
  if (third.length > SIGNATURE_CHARACTERS) return refuse('trailing-data');
  const [header, payload, signature] = [base64UrlBytes(first), base64UrlBytes(second), base64UrlBytes(third)];
  if (!header || !payload || !signature) return refuse('base64url-not-canonical');
  const named = readHeader(header, typ);
  if (!named.ok) return refuse(named.fault);
  const key = keys.get(named.keyId);
  if (key?.asymmetricKeyType !== 'ed25519') return refuse('key-unknown');
  if (signature.length !== SIGNATURE_BYTES) return refuse('signature-malformed');
  if (!verify(null, Buffer.from(`${first}.${second}`), key, signature)) return refuse('signature-wrong');
  try {
    return { ok: true, keyId: named.keyId, payload: JSON.parse(payload.toString()) as unknown };
  } catch {
    return refuse('payload-not-json');
  }
}
