import { createHash } from 'node:crypto';
import { STAY_KINDS } from '@luutru/declaration';
import fc from 'fast-check';
import { aReceipt } from '../testing/receipt.builder';
import { readReceipt } from './read-receipt';
import { issuedOn, RECEIPT_ACTS, RECEIPT_KINDS, receiptHash } from './receipt';

describe('receipt', () => {
  it('says what was accepted, in Vietnamese time, and nothing of who', () => {
    expect(aReceipt({ stayId: '01a208e8-2000-7d3b-9960-6828ffad04e5', contentFingerprint: 'A'.repeat(43) })).toEqual({
      iss: 'https://luutru.example.vn',
      rid: '01a208e8-2000-7d3b-9960-6828ffad04e5',
      ver: 1,
      act: 'declared',
      fac: 'KS-DN-0001',
      kind: 'guest',
      arr: '2026-11-23T21:30:00+07:00',
      dec: '2026-11-23T21:56:00+07:00',
      due: '2026-11-23T23:00:00+07:00',
      late: false,
      cnt: 'A'.repeat(43),
      iat: 1_795_445_760,
    });
  });

  it('knows the kinds that declarations know', () => {
    expect([...RECEIPT_KINDS]).toEqual([...STAY_KINDS]);
  });

  it('is late from the first millisecond after the deadline on', () => {
    const dueAt = new Date('2026-11-23T16:00:00Z');
    expect(aReceipt({ dueAt, declaredAt: dueAt }).late).toBe(false);
    expect(aReceipt({ dueAt, declaredAt: new Date(dueAt.getTime() + 1) }).late).toBe(true);
  });

  it('points at the receipt of the version before by its SHA-256', () => {
    const { prev } = aReceipt({ act: 'corrected', version: 2, previousReceipt: 'a.b.c' });
    expect(prev).toBe(createHash('sha256').update('a.b.c').digest('base64url'));
    expect(prev).toBe(receiptHash('a.b.c'));
  });

  it('belongs to the Vietnamese day it was issued on', () => {
    expect(issuedOn(aReceipt({ issuedAt: new Date('2026-11-23T16:59:59Z') }))).toBe('2026-11-23');
    expect(issuedOn(aReceipt({ issuedAt: new Date('2026-11-23T17:00:00Z') }))).toBe('2026-11-24');
  });

  it('is read back from JSON, whatever it is about', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.record({ arrivedAt: moment, declaredAt: moment, dueAt: moment, issuedAt: moment }),
        fc.constantFrom(...RECEIPT_KINDS),
        fc.constantFrom(...RECEIPT_ACTS),
        (moments, kind, act) => {
          const claims = aReceipt({ ...moments, kind, act, version: act === 'declared' ? 1 : 2 });
          expect(readReceipt(JSON.parse(JSON.stringify(claims)))).toEqual(claims);
        },
      ),
    );
  });

  it.each(Object.keys(aReceipt()))('is not read without %s, nor when that is of another type', (name) => {
    const claims: Record<string, unknown> = { ...aReceipt() };
    for (const value of [null, [], {}, '', -1, NaN]) expect(readReceipt({ ...claims, [name]: value })).toBeNull();
    delete claims[name];
    expect(readReceipt(claims)).toBeNull();
  });

  it.each([
    ['a further member', { fullName: 'Nguyễn Văn An' }],
    ['another act', { act: 'deleted' }],
    ['another kind', { kind: 'toString' }],
    ['a moment in UTC', { arr: '2026-11-23T14:30:00Z' }],
    ['a day the calendar lacks', { arr: '2026-02-30T21:30:00+07:00' }],
    ['a moment spelt otherwise', { arr: '2026-11-23 21:30:00+07:00' }],
    ['an id that is no UUID', { rid: 'NGUYEN-VAN-AN' }],
    ['a facility that is no code', { fac: 'Khách sạn' }],
    ['a first version that corrects', { act: 'corrected' }],
    ['a second version that declares', { ver: 2 }],
    ['a first version with one before', { prev: receiptHash('a.b.c') }],
    ['a hash of another length', { ver: 2, act: 'corrected', prev: 'AAAA' }],
    ['half a version', { ver: 1.5 }],
    ['a short fingerprint', { cnt: 'AAAA' }],
    ['a time beyond the calendar', { iat: Number.MAX_SAFE_INTEGER }],
    ['late in time', { late: true }],
  ])('is not read with %s', (_what, change) => {
    expect(readReceipt({ ...aReceipt(), ...change })).toBeNull();
  });

  it.each([null, undefined, 1, 'receipt', [], [aReceipt()]])('is not read from %j', (value) => {
    expect(readReceipt(value)).toBeNull();
  });
});
