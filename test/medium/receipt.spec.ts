import { randomBytes } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { CLOCK, Database, openDatabase, type SigningKey, signingKey, SigningKeyRepository } from '@luutru/platform';
import { receiptClaims, ReceiptModule, ReceiptSigner, ReceiptVerifier } from '@luutru/receipt';
import { Global, Module } from '@nestjs/common';
import { TestClock } from '../support/clock';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NOW = new Date('2026-11-23T15:00:00Z');
const CLAIMS = receiptClaims({
  issuer: 'https://luutru.example.vn',
  stayId: '01a208e8-2000-7d3b-9960-6828ffad04e5',
  version: 1,
  act: 'declared',
  facilityCode: 'KS-DN-0001',
  kind: 'guest',
  arrivedAt: NOW,
  declaredAt: NOW,
  dueAt: NOW,
  contentFingerprint: 'A'.repeat(43),
  issuedAt: NOW,
});

describe('receipts and the register of public keys', () => {
  let test: TestDatabase;
  let database: Database;
  let close: () => Promise<void>;

  beforeAll(async () => {
    test = await createTestDatabase();
    ({ database, close } = await openDatabase({
      url: test.urlFor('luutru_app'),
      poolSize: 2,
      applicationName: 'test',
      entities: [],
    }));
  });
  afterAll(async () => {
    await close();
    await test.drop();
  });

  /** A process that signs with this key. */
  async function start(key: SigningKey) {
    @Global()
    @Module({
      providers: [
        { provide: Database, useValue: database },
        { provide: CLOCK, useValue: new TestClock(NOW) },
      ],
      exports: [Database, CLOCK],
    })
    class Ground {}
    const module = await Test.createTestingModule({
      imports: [Ground, ReceiptModule.forRoot({ signingKey: key })],
    }).compile();
    return { signer: module.get(ReceiptSigner), verifier: module.get(ReceiptVerifier) };
  }

  it('verify across a rotation: the old process learns the new key, the new one knows the old', async () => {
    const register = new SigningKeyRepository(database);
    const [first, second] = [signingKey('receipt', 1, randomBytes(32)), signingKey('receipt', 2, randomBytes(32))];
    const before = await start(first);
    await register.publish('receipt', first);
    const oldReceipt = before.signer.issue(CLAIMS);
    expect(await before.verifier.verify(oldReceipt)).toMatchObject({ ok: true, keyId: 'receipt-1', claims: CLAIMS });

    const after = await start(second);
    const newReceipt = after.signer.issue(CLAIMS);
    expect(await after.verifier.verify(newReceipt)).toEqual({ ok: false, fault: 'key-unknown' });
    await register.publish('receipt', second);
    expect((await before.verifier.verify(newReceipt)).ok).toBe(true);
    expect(await after.verifier.verify(oldReceipt)).toMatchObject({ ok: true, keyId: 'receipt-1' });
  });

  it('are not signed by a published key of another use', async () => {
    const seal = signingKey('seal', 1, randomBytes(32));
    await new SigningKeyRepository(database).publish('seal', seal);
    const { signer, verifier } = await start(seal);
    expect(await verifier.verify(signer.issue(CLAIMS))).toEqual({ ok: false, fault: 'key-unknown' });
  });
});
