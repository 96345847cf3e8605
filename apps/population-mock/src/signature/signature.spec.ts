import { createPrivateKey, createPublicKey } from 'node:crypto';
import { answerText, isSignedBy, requestText, signText } from './signature';

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

describe('signatures of the stand-in', () => {
  it('are those of the contract', () => {
    const body = Buffer.from('{"fullName":"Nguyễn Văn An"}');
    const text = requestText('POST', '/v1/identities/verify', requestId, requestTime, 'luutru', body);
    expect(text).toBe(
      'POST\n/v1/identities/verify\n7d9f1c1e-5f0e-4a51-9d2c-0b8f6f3a2c11\n2026-11-23T14:55:00.123Z\nluutru\n02604c054750ce3ba18104759e65182c3895d2024c4e451c0c5fc61fb0793b70',
    );
    expect(isSignedBy(text, requestSignature, createPublicKey(key))).toBe(true);
    expect(signText(answerText(requestId, 200, Buffer.from('{"result":"match"}')), key)).toBe(answerSignature);
  });

  it.each(['', 'x', '====', requestSignature.slice(4), answerSignature])('do not take %j', (signature) => {
    expect(isSignedBy('text', signature, createPublicKey(key))).toBe(false);
  });
});
