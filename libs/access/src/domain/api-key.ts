import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const KEY = /^lt_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A key as it was issued: the text is shown once, only the hash of its secret is kept. */
export interface IssuedApiKey {
  readonly id: string;
  readonly text: string;
  readonly secretHash: Buffer;
}

/** Makes `lt_<id>_<32 random bytes, base64url>`. */
export function issueApiKey(): IssuedApiKey {
  const id = Array.from(randomBytes(12), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const secret = randomBytes(32).toString('base64url');
  return { id, text: `lt_${id}_${secret}`, secretHash: hashSecret(secret) };
}

/** Splits the text of a key, or null when it is none. */
export function parseApiKey(text: string): { id: string; secretHash: Buffer } | null {
  const [, id, secret] = KEY.exec(text) ?? [];
  return id && secret ? { id, secretHash: hashSecret(secret) } : null;
}

export const sameSecret = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** The secret has 256 random bits, so one round of SHA-256 is enough: there is nothing to guess. */
const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
