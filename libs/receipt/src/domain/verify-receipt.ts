import type { KeyObject } from 'node:crypto';
import { DIGEST_LIMIT, type JwsFault, RECEIPT_LIMIT, verifyCompact } from './compact-jws';
import { DIGEST_TYPE, type DigestClaims, readDigest } from './digest';
import { readReceipt } from './read-receipt';
import { RECEIPT_TYPE, type ReceiptClaims } from './receipt';

/** Why a receipt or a digest is refused. */
export type ReceiptFault = JwsFault | 'claims-unreadable';

/** What came of a check; `keyId` is the key that signed. */
export type Verified<Claims> =
  | { readonly ok: true; readonly keyId: string; readonly claims: Claims }
  | { readonly ok: false; readonly fault: ReceiptFault };

/** Public keys by id. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/** Checks signature and shape of a receipt of at most 4 kB. Never throws. */
export const verifyReceipt = (jws: string, keys: PublicKeys): Verified<ReceiptClaims> =>
  verified(jws, keys, { typ: RECEIPT_TYPE, limit: RECEIPT_LIMIT, read: readReceipt });

/** Checks signature and shape of a digest of at most 64 kB. Never throws. */
export const verifyDigest = (jws: string, keys: PublicKeys): Verified<DigestClaims> =>
  verified(jws, keys, { typ: DIGEST_TYPE, limit: DIGEST_LIMIT, read: readDigest });

function verified<Claims>(
  jws: string,
  keys: PublicKeys,
  { typ, limit, read }: { typ: string; limit: number; read: (payload: unknown) => Claims | null },
): Verified<Claims> {
  const result = verifyCompact(jws, keys, typ, limit);
  if (!result.ok) return result;
  const claims = read(result.payload);
  return claims ? { ok: true, keyId: result.keyId, claims } : { ok: false, fault: 'claims-unreadable' };
}
