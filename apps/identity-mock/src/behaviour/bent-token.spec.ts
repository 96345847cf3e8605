import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { decodeJwt, makeSigningKey, readSigningKey, signJwt, type SigningKey } from '../provider/signing-key';
import { GOOD_BEHAVIOUR } from './behaviour';
import { bentToken } from './bent-token';

const ED25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const CLAIMS = { iss: 'http://idp', aud: 'luutru', sub: 's', nonce: 'n', iat: 10_000, exp: 10_300, acr: 'a' };

describe.each<[string, SigningKey | null]>([
  ['ES256', makeSigningKey()],
  ['EdDSA', readSigningKey(ED25519)],
])('bentToken under %s', (algorithm, key) => {
  if (!key) throw new Error('the key cannot be read');
  const header = { alg: key.algorithm, kid: 'k' };
  const token = signJwt(key, header, CLAIMS);

  it('signs with this algorithm', () => {
    expect(key.algorithm).toBe(algorithm);
    expect(isSigned(token, key)).toBe(true);
  });

  it('leaves the token alone under good behaviour, byte by byte', () => {
    expect(bentToken(token, GOOD_BEHAVIOUR, key)).toBe(token);
  });

  it('signs bent claims under the same header', () => {
    const bent = bentToken(token, { ...GOOD_BEHAVIOUR, issueWrongNonce: true, expiredIdToken: true }, key);
    expect(isSigned(bent, key)).toBe(true);
    expect(decodeJwt(bent)).toEqual({
      header,
      payload: { ...CLAIMS, nonce: 'nonce-of-somebody-else', iat: 6_400, exp: 6_700 },
    });
  });

  it('signs as a stranger under the id of the known key', () => {
    const bent = bentToken(token, { ...GOOD_BEHAVIOUR, strangersSignature: true }, key);
    expect(decodeJwt(bent)).toEqual({ header, payload: CLAIMS });
    expect(isSigned(bent, key)).toBe(false);
  });

  it('leaves the signature out', () => {
    const bent = bentToken(token, { ...GOOD_BEHAVIOUR, algNone: true }, key);
    expect(bent.endsWith('.')).toBe(true);
    expect(decodeJwt(bent)).toEqual({ header: { alg: 'none', kid: 'k' }, payload: CLAIMS });
  });
});

function isSigned(token: string, { algorithm, privateKey }: SigningKey): boolean {
  const [header, payload, signature = ''] = token.split('.');
  const key = { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' as const };
  const content = Buffer.from(`${header}.${payload}`);
  return verify(algorithm === 'ES256' ? 'sha256' : null, content, key, Buffer.from(signature, 'base64url'));
}
