import { randomBytes } from 'node:crypto';
import { type SigningKey, signingKey, uuidV7 } from '@luutru/platform';
import { receiptClaims, type ReceiptClaims, type ReceiptFacts } from '../domain/receipt';

/** A fresh signing key for receipts. */
export const randomReceiptKey = (id = 1): SigningKey => signingKey('receipt', id, randomBytes(32));

/** The claims of a declaration made in time, with what a test wants different. */
export const aReceipt = (facts: Partial<ReceiptFacts> = {}): ReceiptClaims =>
  receiptClaims({
    issuer: 'https://luutru.example.vn',
    stayId: uuidV7(new Date('2026-11-23T14:56:00Z')),
    version: 1,
    act: 'declared',
    facilityCode: 'KS-DN-0001',
    kind: 'guest',
    arrivedAt: new Date('2026-11-23T14:30:00Z'),
    declaredAt: new Date('2026-11-23T14:56:00Z'),
    dueAt: new Date('2026-11-23T16:00:00Z'),
    contentFingerprint: randomBytes(32).toString('base64url'),
    issuedAt: new Date('2026-11-23T14:56:00Z'),
    ...facts,
  });
