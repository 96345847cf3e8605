import { type PublicJwk, signingKey } from '@luutru/platform';
import { readJwks, receiptKeys } from './public-keys';
import { randomReceiptKey } from './testing/receipt.builder';

const jwkOf = ({ keyId, publicKey }: ReturnType<typeof randomReceiptKey>): PublicJwk => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: publicKey.export({ format: 'jwk' }).x ?? '',
  kid: keyId,
  use: 'sig',
  alg: 'EdDSA',
});
const first = jwkOf(randomReceiptKey(1));
const second = jwkOf(randomReceiptKey(2));
const seal = jwkOf(signingKey('seal', 1, Buffer.alloc(32, 7)));
const read = (keys: unknown) => readJwks(JSON.stringify({ keys }));

describe('published keys', () => {
  it('are those of receipts, by id; a key of another use never becomes one', () => {
    expect([...receiptKeys([first, seal, second]).keys()]).toEqual(['receipt-1', 'receipt-2']);
    expect([...(read([seal, second, first]) ?? [])].map(([id, key]) => [id, key.export({ format: 'jwk' }).x])).toEqual([
      ['receipt-2', second.x],
      ['receipt-1', first.x],
    ]);
  });

  it('may stand among keys of other kinds, and twice', () => {
    expect(read([{ kty: 'RSA', kid: 'receipt-1', n: 'AQAB', e: 'AQAB' }, null, 1, first, first])?.size).toBe(1);
  });

  it('are not read when one is broken or one id belongs to two', () => {
    expect(read([{ ...first, x: 'AAAA' }])).toBeNull();
    expect(read([first, { ...second, kid: first.kid }])).toBeNull();
  });

  it.each(['', 'null', '1', '[]', '{}', '{"keys":{}}', '{"keys"'])('are not read from %j', (text) => {
    expect(readJwks(text)).toBeNull();
  });
});
