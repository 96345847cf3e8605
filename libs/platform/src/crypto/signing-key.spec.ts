import { randomBytes } from 'node:crypto';
import { ConfigFault } from '../config/read-config';
import { signatureHolds, signBytes, signingKey, signingKeyOf } from './signing-key';

/** RFC 8032 section 7.1, test 2. */
const SEED = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
const PUBLIC = Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex');
const SIGNATURE =
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';

describe('signing key', () => {
  it('signs as RFC 8032 says', () => {
    const key = signingKey('receipt', 1, SEED);
    expect(key.keyId).toBe('receipt-1');
    expect(key.publicKey.export({ format: 'jwk' }).x).toBe(PUBLIC.toString('base64url'));
    expect(signBytes(key, Buffer.from('72', 'hex')).toString('hex')).toBe(SIGNATURE);
  });

  it('tells a true signature from an altered, foreign or mutilated one', () => {
    const key = signingKey('seal', 2, randomBytes(32));
    const data = Buffer.from('head');
    const signature = signBytes(key, data);
    expect(signatureHolds(key.publicKey, data, signature)).toBe(true);
    expect(signatureHolds(key.publicKey, Buffer.from('heed'), signature)).toBe(false);
    expect(signatureHolds(signingKey('seal', 2, randomBytes(32)).publicKey, data, signature)).toBe(false);
    expect(signatureHolds(key.publicKey, data, signature.subarray(1))).toBe(false);
  });

  it('is read from the environment, and a fault never repeats the value', () => {
    const read = signingKeyOf('receipt');
    expect(read('K', `7:${SEED.toString('base64')}`).keyId).toBe('receipt-7');
    for (const value of [undefined, '', SEED.toString('base64'), '0:AAAA', `1:${randomBytes(31).toString('base64')}`]) {
      expect(() => read('K', value)).toThrow(ConfigFault);
    }
    expect(() => read('K', '1:c2VjcmV0')).toThrow(/^(?!.*c2VjcmV0)/);
  });
});
