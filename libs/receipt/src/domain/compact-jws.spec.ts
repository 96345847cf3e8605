import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { randomReceiptKey } from '../testing/receipt.builder';
import { compactOf, type JwsFault, signCompact, verifyCompact } from './compact-jws';

const TYP = 'luutru-receipt+jwt';
const key = randomReceiptKey();
const keys = new Map([[key.keyId, key.publicKey]]);
const header = { alg: 'EdDSA', kid: key.keyId, typ: TYP };
const payload = { rid: 'a', note: 'lưu trú' };
const good = signCompact(key, TYP, payload);
const check = (jws: string, limit?: number) => verifyCompact(jws, keys, TYP, limit);
const part = (text: string): string => Buffer.from(text).toString('base64url');
/** Signed by the true key, so that nothing but the header can be what is refused. */
const withHeader = (value: unknown): string =>
  compactOf(key.privateKey, typeof value === 'string' ? value : JSON.stringify(value), JSON.stringify(payload));

describe('compact JWS', () => {
  it('is signed as in RFC 8037 appendix A.4, and such a header without key id and type is not taken', () => {
    const rfc = createPrivateKey({
      format: 'jwk',
      key: {
        kty: 'OKP',
        crv: 'Ed25519',
        d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
        x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      },
    });
    const jws = compactOf(rfc, '{"alg":"EdDSA"}', 'Example of Ed25519 signing');
    expect(jws).toBe(
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    );
    expect(check(jws)).toEqual({ ok: false, fault: 'type-wrong' });
  });

  it('comes back as it was signed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(verifyCompact(signCompact(key, TYP, value), keys, TYP)).toEqual({
          ok: true,
          keyId: key.keyId,
          payload: JSON.parse(JSON.stringify(value)) as unknown,
        });
      }),
    );
  });

  it('is refused when any one bit of it is another', () => {
    const bytes = Buffer.from(good);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(check(altered.toString('latin1')).ok).toBe(false);
    }
  });

  it('is refused, never thrown at, when it is any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(check(text).ok).toBe(false);
        expect(check(good + text).ok).toBe(text === '');
      }),
    );
  });

  it('verifies by old keys and new ones after a rotation, by no other and by none of the same id', () => {
    const next = randomReceiptKey(2);
    const both = new Map([...keys, [next.keyId, next.publicKey]]);
    expect(verifyCompact(good, both, TYP).ok).toBe(true);
    expect(verifyCompact(signCompact(next, TYP, payload), both, TYP)).toMatchObject({ keyId: 'receipt-2' });
    expect(check(signCompact(next, TYP, payload))).toEqual({ ok: false, fault: 'key-unknown' });
    expect(check(signCompact(randomReceiptKey(1), TYP, payload))).toEqual({ ok: false, fault: 'signature-wrong' });
  });

  const [first = '', second = '', third = ''] = good.split('.');
  const hmac = (): string => {
    const input = `${part(JSON.stringify({ ...header, alg: 'HS256' }))}.${second}`;
    const secret = key.publicKey.export({ type: 'spki', format: 'der' });
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const jwk = randomReceiptKey(1).publicKey.export({ format: 'jwk' });
  const attacks: readonly [string, string, JwsFault][] = [
    ['nothing', '', 'not-three-parts'],
    ['two parts', `${first}.${second}`, 'not-three-parts'],
    ['no signature', `${first}.${second}.`, 'not-three-parts'],
    ['a fourth part', `${good}.${third}`, 'not-three-parts'],
    ['an empty fourth part', `${good}.`, 'not-three-parts'],
    ['data after the signature', `${good}AA`, 'trailing-data'],
    ['a line feed after the signature', `${good}\n`, 'trailing-data'],
    ['padding', `${first}=.${second}.${third}`, 'base64url-not-canonical'],
    ['a space', `${first}. ${second}.${third}`, 'base64url-not-canonical'],
    ['the other base64 alphabet', `${first}.${second}+/8.${third}`, 'base64url-not-canonical'],
    ['a short signature', `${first}.${second}.${third.slice(0, 80)}`, 'signature-malformed'],
    ['a zero signature', `${first}.${second}.${Buffer.alloc(64).toString('base64url')}`, 'signature-wrong'],
    ['another payload', `${first}.${part('{"rid":"b"}')}.${third}`, 'signature-wrong'],
    ['algorithm none', withHeader({ ...header, alg: 'none' }), 'algorithm-none'],
    ['algorithm nOnE', withHeader({ ...header, alg: 'nOnE' }), 'algorithm-none'],
    ['HMAC keyed with the public key', hmac(), 'algorithm-refused'],
    ['algorithm Ed25519', withHeader({ ...header, alg: 'Ed25519' }), 'algorithm-refused'],
    ['no algorithm', withHeader({ kid: key.keyId, typ: TYP }), 'algorithm-refused'],
    ['its own key', withHeader({ ...header, jwk }), 'key-embedded'],
    ['an address of its key', withHeader({ ...header, jku: 'https://evil.example/jwks' }), 'key-embedded'],
    ['a certificate', withHeader({ ...header, x5c: ['MIIB'] }), 'key-embedded'],
    ['critical extensions', withHeader({ ...header, crit: ['b64'], b64: false }), 'header-member-unknown'],
    ['__proto__', withHeader(`{"__proto__":{},${JSON.stringify(header).slice(1)}`), 'header-member-unknown'],
    ['another type', withHeader({ ...header, typ: 'luutru-digest+jwt' }), 'type-wrong'],
    ['the type in capitals', withHeader({ ...header, typ: TYP.toUpperCase() }), 'type-wrong'],
    ['no key id', withHeader({ alg: 'EdDSA', typ: TYP }), 'key-unknown'],
    ['a key id that is no text', withHeader({ ...header, kid: 1 }), 'key-unknown'],
    ['an unknown key id', withHeader({ ...header, kid: 'receipt-9' }), 'key-unknown'],
    ['a key id of every object', withHeader({ ...header, kid: 'constructor' }), 'key-unknown'],
    ['members in another order', withHeader({ typ: TYP, kid: key.keyId, alg: 'EdDSA' }), 'header-not-canonical'],
    ['a member twice', withHeader(`{"alg":"none",${JSON.stringify(header).slice(1)}`), 'header-not-canonical'],
    ['spaces in the header', withHeader(JSON.stringify(header, null, 1)), 'header-not-canonical'],
    ['a header that is a list', withHeader([header]), 'header-not-json'],
    ['a header that is no JSON', withHeader('EdDSA'), 'header-not-json'],
    ['a payload that is no JSON', compactOf(key.privateKey, JSON.stringify(header), 'rid'), 'payload-not-json'],
  ];

  it.each(attacks)('is refused with %s', (_what, jws, fault) => {
    expect(check(jws)).toEqual({ ok: false, fault });
  });

  it('is refused over the limit, whatever it holds', () => {
    const long = signCompact(key, TYP, { text: 'x'.repeat(3_000) });
    expect(check(long)).toEqual({ ok: false, fault: 'too-large' });
    expect(check(long, long.length).ok).toBe(true);
  });

  it('is not checked with a key of another kind', () => {
    const rsa: KeyObject = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(verifyCompact(good, new Map([[key.keyId, rsa]]), TYP)).toEqual({ ok: false, fault: 'key-unknown' });
  });
});
