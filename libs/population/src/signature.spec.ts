import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { ed25519PrivateKey, isSignedBy, requestText, responseText, signText } from './signature';

/** The worked example of docs/population-contract.md; its key is the first test key of RFC 8032. */
const requestSignature = 'xxnYq3RO3C5ejRbTLIVl1NKXLtuZtcYFNkF6fLIOjJXCpztxo2AuF3+hdtoDo35D3SfCQgg/rGm9NC2d+hh/AA==';
const answerSignature = 'iGwCzkBm+oHTU7P8lF/MWTG/6AaZE6eyJi3TBUH4CsGNSyoYNYWZWSLe2BRq5qx936QcsouNmbmGBdNcAK2ODQ==';
const key = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
});
const requestId = '7d9f1c1e-5f0e-4a51-9d2c-0b8f6f3a2c11';
const requestTime = '2026-11-23T14:55:00.123Z';

describe('signatures of the client', () => {
  it('are those of the contract', () => {
    const body = Buffer.from('{"fullName":"Nguyễn Văn An"}');
    const request = { method: 'POST', path: '/v1/identities/verify', requestId, requestTime, clientId: 'luutru', body };
    expect(requestText(request)).toBe(
      'POST\n/v1/identities/verify\n7d9f1c1e-5f0e-4a51-9d2c-0b8f6f3a2c11\n2026-11-23T14:55:00.123Z\nluutru\n02604c054750ce3ba18104759e65182c3895d2024c4e451c0c5fc61fb0793b70',
    );
    expect(signText(requestText(request), key)).toBe(requestSignature);
    const answered = responseText(requestId, 200, Buffer.from('{"result":"match"}'));
    expect(isSignedBy(answered, answerSignature, createPublicKey(key))).toBe(true);
  });

  it('hold for the signed text only', () => {
    const publicKey = createPublicKey(key);
    fc.assert(
      fc.property(fc.string(), fc.string(), (signed, read) => {
        expect(isSignedBy(read, signText(signed, key), publicKey)).toBe(read === signed);
      }),
    );
  });

  it.each([undefined, '', 'x', '===='])('are not taken when they are %j', (signature) => {
    expect(isSignedBy('text', signature, createPublicKey(key))).toBe(false);
  });

  it('want an Ed25519 key', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(() => ed25519PrivateKey(rsa.toString())).toThrow('Expected an Ed25519 key');
  });
});
