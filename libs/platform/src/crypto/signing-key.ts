import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { ConfigFault, type ConfigReader } from '../config/read-config';

/** What a signing key is for; a key of one use is never accepted for another. */
export const SIGNING_USES = ['receipt', 'seal'] as const;
export type SigningUse = (typeof SIGNING_USES)[number];

/** An Ed25519 key pair (RFC 8032) with the id its signatures name it by, such as `receipt-1`. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** PKCS #8 wrapping of a bare Ed25519 seed (RFC 8410 section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes the key pair of a 32-byte seed. */
export function signingKey(use: SigningUse, id: number, seed: Buffer): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  return { keyId: `${use}-${id}`, privateKey, publicKey: createPublicKey(privateKey) };
}

/** Signs bytes; 64 bytes come back, the same for the same input. */
export const signBytes = (key: SigningKey, data: Buffer): Buffer => sign(null, data, key.privateKey);

/** True when the signature over the bytes was made by the holder of the key. Never throws. */
export function signatureHolds(publicKey: KeyObject, data: Buffer, signature: Buffer): boolean {
  return signature.length === 64 && verify(null, data, publicKey, signature);
}

/** Reads `id:base64` (a seed of 32 bytes, id 1..32767): the key that signs from now on. Never repeats the value in a fault. */
export const signingKeyOf =
  (use: SigningUse): ConfigReader<SigningKey> =>
  (name, value) => {
    if (value === undefined) throw new ConfigFault(`${name} is not set; give the ${use} signing key as id:base64`);
    const [, id, encoded = ''] = /^\s*(\d{1,5}):([A-Za-z0-9+/_-]+={0,2})\s*$/.exec(value) ?? [];
    const seed = Buffer.from(encoded, 'base64');
    if (id === undefined || Number(id) < 1 || Number(id) > 32_767 || seed.length !== 32) {
      throw new ConfigFault(`${name} must be id:base64 with an id from 1 to 32767 and a seed of 32 bytes`);
    }
    return signingKey(use, Number(id), seed);
  };
