import { Inject, Injectable } from '@nestjs/common';
import type { SigningKey } from '@luutru/platform';
import { signCompact } from './domain/compact-jws';
import { DIGEST_TYPE, type DigestClaims, readDigest } from './domain/digest';
import { readReceipt } from './domain/read-receipt';
import { RECEIPT_TYPE, type ReceiptClaims } from './domain/receipt';

/** Injection token of the {@link SigningKey} that signs receipts. */
export const RECEIPT_SIGNING_KEY = Symbol('ReceiptSigningKey');

/** Signs receipts and digests. The key must have been published before (`SigningKeyRepository.publish`). */
@Injectable()
export class ReceiptSigner {
  constructor(@Inject(RECEIPT_SIGNING_KEY) private readonly key: SigningKey) {}

  /** The receipt, a compact JWS; the same for the same claims. Throws RangeError on claims no verifier would take. */
  issue(claims: ReceiptClaims): string {
    if (!readReceipt(claims)) throw new RangeError('These claims make no receipt');
    return signCompact(this.key, RECEIPT_TYPE, claims);
  }

  /** As {@link issue}, for the digest of a day. */
  issueDigest(claims: DigestClaims): string {
    if (!readDigest(claims)) throw new RangeError('These claims make no digest');
    return signCompact(this.key, DIGEST_TYPE, claims);
  }
}
