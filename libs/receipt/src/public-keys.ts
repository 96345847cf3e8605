import { type PublicJwk, publicKeyOf } from '@luutru/platform';
import type { PublicKeys } from './domain/verify-receipt';

/** Keys of another use may stand in the same published list; they never sign receipts. */
const RECEIPT_KEY_ID = /^receipt-\d{1,5}$/;

/** The keys of receipts among published ones, by id. */
export const receiptKeys = (published: readonly PublicJwk[]): PublicKeys =>
  new Map(published.filter(({ kid }) => RECEIPT_KEY_ID.test(kid)).map((jwk) => [jwk.kid, publicKeyOf(jwk)]));

/**
 * The keys of receipts in the text of a JSON Web Key Set (RFC 7517 section 5); those of other kinds are passed over.
 * Null when it is no such text, holds a broken key, or gives one id to two keys.
 */
export function readJwks(text: string): PublicKeys | null {
  const list = membersOf(text);
  if (!list) return null;
  const found = new Map<string, PublicJwk>();
  for (const entry of list) {
    const { kty, crv, kid, x } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (kty !== 'OKP' || crv !== 'Ed25519' || typeof kid !== 'string' || typeof x !== 'string') continue;
    const known = found.get(kid);
    if (Buffer.from(x, 'base64url').length !== 32 || (known && known.x !== x)) return null;
    found.set(kid, { kty, crv, kid, x, use: 'sig', alg: 'EdDSA' });
  }
  return receiptKeys([...found.values()]);
}

function membersOf(text: string): unknown[] | null {
  try {
    const { keys } = (JSON.parse(text) ?? {}) as { keys?: unknown };
    return Array.isArray(keys) ? keys : null;
  } catch {
    return null;
  }
}
