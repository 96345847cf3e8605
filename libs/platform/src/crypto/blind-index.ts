import { createHmac } from 'node:crypto';
import type { KeySet, NamedKey } from './key-material';

const BYTES = 16;

/** A keyed fingerprint of a value and the id of the key that made it. */
export interface BlindValue {
  readonly keyId: number;
  readonly value: Buffer;
}

/**
 * Keyed fingerprints (HMAC-SHA-256, first 128 bits) that let equal values be found without storing them.
 * A 12-digit number can be tried out in minutes by whoever holds the key, so it is a key of its own and never leaves
 * the process. `purpose` separates uses: the same number indexed for two purposes cannot be linked.
 */
export class BlindIndex {
  constructor(private readonly keys: KeySet) {}

  /** The id of the key that new rows are fingerprinted with. */
  get keyId(): number {
    return this.keys.active.id;
  }

  /** The fingerprint that new rows store. */
  of(purpose: string, value: string): BlindValue {
    return this.with(this.keys.active, purpose, value);
  }

  /** The fingerprints of a value under every key still in use, for look-ups while keys change. */
  candidates(purpose: string, value: string): readonly BlindValue[] {
    return this.keys.keys.map((key) => this.with(key, purpose, value));
  }

  private with(key: NamedKey, purpose: string, value: string): BlindValue {
    const digest = createHmac('sha256', key.key).update(purpose).update('\0').update(value, 'utf8').digest();
    return { keyId: key.id, value: digest.subarray(0, BYTES) };
  }
}
