import { signCompact } from './domain/compact-jws';
import { digestClaims } from './domain/digest';
import { RECEIPT_TYPE } from './domain/receipt';
import { verifyReceipt } from './domain/verify-receipt';
import { ReceiptSigner } from './receipt.signer';
import { receiptRefusals } from './receipt.catalogue';
import { aReceipt, randomReceiptKey } from './testing/receipt.builder';

describe('ReceiptSigner', () => {
  const key = randomReceiptKey();
  const keys = new Map([[key.keyId, key.publicKey]]);
  const signer = new ReceiptSigner(key);

  it('issues what anyone can verify, the same for the same claims', () => {
    const claims = aReceipt();
    const jws = signer.issue(claims);
    expect(verifyReceipt(jws, keys)).toEqual({ ok: true, keyId: 'receipt-1', claims });
    expect(signer.issue(claims)).toBe(jws);
    expect(jws.length).toBeLessThan(800);
  });

  it('issues nothing that would be refused later', () => {
    const { cnt: _, ...claims } = aReceipt();
    expect(verifyReceipt(signCompact(key, RECEIPT_TYPE, claims), keys)).toEqual({
      ok: false,
      fault: 'claims-unreadable',
    });
    expect(() => signer.issue({ ...claims, cnt: 'AAAA' })).toThrow(RangeError);
    const subject = { issuer: 'a', facilityCode: 'KS', day: '2026-02-30', issuedAt: new Date(0) };
    expect(() => signer.issueDigest(digestClaims(subject, []))).toThrow(RangeError);
  });
});

describe('the reasons of a refusal', () => {
  it('are told apart, in both languages', () => {
    const texts = Object.values(receiptRefusals).flatMap(({ vi, en }) => [vi, en]);
    expect(new Set(texts).size).toBe(texts.length);
    expect(Math.min(...texts.map((text) => text.length))).toBeGreaterThan(10);
  });
});
