import { chainFault, FIRST_XACT, headOf, NO_HEAD, type Seal, type SealContent, signedBytes } from './seal';

const sealed = (content: SealContent): Seal => ({ ...content, head: headOf(content), signature: Buffer.alloc(64) });

const first = sealed({
  sealNumber: 1,
  sealedAt: '1795445760123456',
  fromXact: FIRST_XACT,
  uptoXact: '900',
  entryCount: 2,
  merkleRoot: Buffer.alloc(32, 1),
  previousHead: NO_HEAD,
  keyId: 'seal-1',
});
const second = sealed({ ...first, sealNumber: 2, fromXact: '900', uptoXact: '1000', previousHead: first.head });

describe('headOf', () => {
  it('stays what it was: exported heads are compared with it for years', () => {
    expect(first.head.toString('hex')).toBe('73100597bed40dd28e347251fbbd1b135f0999d0abf43d30509b3b7186e6bf76');
  });

  it('is signed under a label of its own', () => {
    expect(signedBytes(first.head)).toEqual(Buffer.concat([Buffer.from('luutru-audit-seal-v1\0'), first.head]));
  });
});

describe('chainFault', () => {
  it('finds nothing in a chain that holds', () => {
    expect([chainFault(first, null), chainFault(second, first)]).toEqual([null, null]);
  });

  it.each<[keyof SealContent, Partial<SealContent>]>([
    ['sealedAt', { sealedAt: '1795445760123457' }],
    ['fromXact', { fromXact: '901' }],
    ['uptoXact', { uptoXact: '1001' }],
    ['entryCount', { entryCount: 3 }],
    ['merkleRoot', { merkleRoot: Buffer.alloc(32, 2) }],
    ['previousHead', { previousHead: NO_HEAD }],
    ['keyId', { keyId: 'seal-2' }],
  ])('notices an altered %s', (_name, change) => {
    expect(chainFault({ ...second, ...change }, first)).toBe('seal-altered');
  });

  it('notices an altered head', () => {
    expect(chainFault({ ...second, head: first.head }, first)).toBe('seal-altered');
  });

  it('notices a seal that is missing, before the first too', () => {
    const third = sealed({ ...second, sealNumber: 3, fromXact: '1000', uptoXact: '1100', previousHead: second.head });
    expect([chainFault(third, first), chainFault(second, null)]).toEqual(['seal-missing', 'seal-missing']);
  });

  it.each<[string, Partial<SealContent>]>([
    ['names another head before it', { previousHead: Buffer.alloc(32, 9) }],
    ['leaves out transactions', { fromXact: '950' }],
    ['covers transactions twice', { fromXact: '800' }],
    ['covers nothing', { uptoXact: '900' }],
  ])('notices a well-made seal that %s', (_what, change) => {
    expect(chainFault(sealed({ ...second, ...change }), first)).toBe('chain-broken');
  });
});
