import { randomReceiptKey, aReceipt } from '../testing/receipt.builder';
import { signCompact } from './compact-jws';
import {
  digestClaims,
  digestIncludes,
  inclusionProof,
  type InclusionProof,
  type IssuedReceipt,
  readDigest,
  readProof,
} from './digest';
import { RECEIPT_TYPE, type ReceiptFacts } from './receipt';

const key = randomReceiptKey();
const subject = {
  issuer: 'https://luutru.example.vn',
  facilityCode: 'KS-DN-0001',
  day: '2026-11-23',
  issuedAt: new Date('2026-11-23T17:05:00Z'),
};
const issued = (facts: Partial<ReceiptFacts> = {}): IssuedReceipt => {
  const claims = aReceipt(facts);
  return { claims, jws: signCompact(key, RECEIPT_TYPE, claims) };
};
const many = (n: number): IssuedReceipt[] =>
  Array.from({ length: n }, (_, i) => issued({ declaredAt: new Date(Date.parse('2026-11-23T14:00:00Z') + i * 1_000) }));

describe('digest of a day', () => {
  it('counts what happened', () => {
    const late = { dueAt: new Date('2026-11-23T14:00:00Z') };
    const receipts = [
      issued(),
      issued(late),
      issued({ version: 2, act: 'corrected', ...late }),
      issued({ version: 3, act: 'cancelled' }),
    ];
    expect(digestClaims(subject, receipts)).toMatchObject({
      iss: subject.issuer,
      fac: 'KS-DN-0001',
      day: '2026-11-23',
      n: 4,
      accepted: 2,
      corrected: 1,
      cancelled: 1,
      late: 1,
      iat: 1_795_453_500,
    });
  });

  it.each([0, 1, 2, 3, 7, 1000])('proves each of %i receipts and no other', (n) => {
    const receipts = many(n);
    const digest = digestClaims(subject, receipts);
    expect(readDigest(JSON.parse(JSON.stringify(digest)))).toEqual(digest);
    const stranger = issued();
    expect(inclusionProof(receipts, stranger.jws)).toBeNull();
    const sample = n > 50 ? [0, 1, 511, 512, 998, 999] : [...receipts.keys()];
    const proofs = sample.map((index) => {
      const receipt = receipts[index];
      const proof = receipt && readProof(JSON.parse(JSON.stringify(inclusionProof(receipts, receipt.jws))));
      if (!proof) throw new Error('A receipt of the day has no proof');
      expect(digestIncludes(digest, receipt, proof)).toBe(true);
      expect(digestIncludes(digest, stranger, proof)).toBe(false);
      expect(digestIncludes({ ...digest, n: n + 1 }, receipt, proof)).toBe(false);
      expect(digestIncludes({ ...digest, day: '2026-11-24' }, receipt, proof)).toBe(false);
      expect(digestIncludes({ ...digest, fac: 'KS-DN-0002' }, receipt, proof)).toBe(false);
      expect(digestIncludes(digest, receipt, { ...proof, path: ['?', ...proof.path.slice(1)] })).toBe(false);
      return proof.index;
    });
    expect(proofs).toEqual(sample);
  });

  it('is the same in whatever order the receipts are given: that of declaration, id and version', () => {
    const declaredAt = new Date('2026-11-23T14:56:00Z');
    const stayId = '01a208e8-2000-7d3b-9960-6828ffad04e5';
    const later = '01a208e8-2000-7d3b-9960-6828ffad04e6';
    const ordered = [
      issued({ declaredAt: new Date(declaredAt.getTime() - 1), stayId: later }),
      issued({ declaredAt, stayId }),
      issued({ declaredAt, stayId, version: 2, act: 'corrected' }),
      issued({ declaredAt, stayId, version: 10, act: 'cancelled' }),
      issued({ declaredAt, stayId: later }),
    ];
    const mixed = [3, 0, 4, 2, 1].flatMap((index) => ordered[index] ?? []);
    expect(digestClaims(subject, mixed)).toEqual(digestClaims(subject, ordered));
    expect(ordered.map(({ jws }) => inclusionProof(mixed, jws)?.index)).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    ['facility', { facilityCode: 'KS-DN-0002' }],
    ['issuer', { issuer: 'https://elsewhere.example.vn' }],
    ['day', { issuedAt: new Date('2026-11-23T17:00:00Z') }],
  ])('is not made with a receipt of another %s', (_what, facts) => {
    expect(() => digestClaims(subject, [issued(facts)])).toThrow(RangeError);
  });

  it.each([
    ['counts that do not add up', { n: 2 }],
    ['more late than accepted', { late: 2 }],
    ['a day the calendar lacks', { day: '2026-02-30' }],
    ['a root of another length', { root: 'AAAA' }],
    ['a further member', { x: 1 }],
  ])('is not read with %s', (_what, change) => {
    expect(readDigest({ ...digestClaims(subject, [issued()]), ...change })).toBeNull();
  });

  it('takes no proof but one in the known form', () => {
    const proof: InclusionProof = { index: 0, n: 1, path: [] };
    expect(readProof(proof)).toEqual(proof);
    for (const change of [{ index: -1 }, { n: 0 }, { path: 'x' }, { path: ['AAAA'] }, { x: 1 }]) {
      expect(readProof({ ...proof, ...change })).toBeNull();
    }
    expect(readProof({ ...proof, path: Array.from({ length: 54 }, () => 'A'.repeat(43)) })).toBeNull();
  });
});
