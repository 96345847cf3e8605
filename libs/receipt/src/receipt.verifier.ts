import type { Clock, SigningKeyRepository } from '@luutru/platform';
import type { DigestClaims } from './domain/digest';
import type { ReceiptClaims } from './domain/receipt';
import { type PublicKeys, type Verified, verifyDigest, verifyReceipt } from './domain/verify-receipt';
import { receiptKeys } from './public-keys';

/** Anyone may send receipts with invented key ids; they must not become a query each. */
const RELOAD_EVERY_MS = 10_000;

/** Checks receipts and digests against every key that was ever published. Failures of the database are thrown. */
export class ReceiptVerifier {
  private keys: PublicKeys | null = null;
  private loading: Promise<PublicKeys> | null = null;
  private reloadedAt = -Infinity;

  constructor(
    private readonly published: Pick<SigningKeyRepository, 'list'>,
    private readonly clock: Clock,
  ) {}

  verify(jws: string): Promise<Verified<ReceiptClaims>> {
    return this.check((keys) => verifyReceipt(jws, keys));
  }

  verifyDigest(jws: string): Promise<Verified<DigestClaims>> {
    return this.check((keys) => verifyDigest(jws, keys));
  }

  private async check<Claims>(verified: (keys: PublicKeys) => Verified<Claims>): Promise<Verified<Claims>> {
    const result = verified(this.keys ?? (await this.load()));
    if (result.ok || result.fault !== 'key-unknown') return result;
    // Another process may have begun to sign with a new key since the list was read.
    return verified(await this.reload());
  }

  private async reload(): Promise<PublicKeys> {
    const now = this.clock.now().getTime();
    if (this.keys && !this.loading && now - this.reloadedAt < RELOAD_EVERY_MS) return this.keys;
    const keys = await this.load();
    this.reloadedAt = now;
    return keys;
  }

  /** One query, however many wait for it; a failed one is not remembered. */
  private load(): Promise<PublicKeys> {
    this.loading ??= this.published
      .list('receipt')
      .then((list) => (this.keys = receiptKeys(list)))
      .finally(() => (this.loading = null));
    return this.loading;
  }
}
