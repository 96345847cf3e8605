import type { Clock, PublicJwk, SigningKey } from '@luutru/platform';
import { digestClaims } from './domain/digest';
import { ReceiptSigner } from './receipt.signer';
import { ReceiptVerifier } from './receipt.verifier';
import { aReceipt, randomReceiptKey } from './testing/receipt.builder';

/** The register of public keys, in memory; counts how often it is asked. */
class Register {
  asked = 0;
  broken = false;
  private readonly keys: PublicJwk[] = [];

  publish({ keyId, publicKey }: SigningKey): void {
    const { x = '' } = publicKey.export({ format: 'jwk' });
    this.keys.push({ kty: 'OKP', crv: 'Ed25519', x, kid: keyId, use: 'sig', alg: 'EdDSA' });
  }

  async list(): Promise<PublicJwk[]> {
    this.asked += 1;
    if (this.broken) throw new Error('The database is away');
    return [...this.keys];
  }
}

describe('ReceiptVerifier', () => {
  const [oldKey, newKey] = [randomReceiptKey(1), randomReceiptKey(2)];
  const oldReceipt = new ReceiptSigner(oldKey).issue(aReceipt());
  const newReceipt = new ReceiptSigner(newKey).issue(aReceipt());
  let register: Register;
  let now: number;
  let verifier: ReceiptVerifier;

  beforeEach(() => {
    register = new Register();
    register.publish(oldKey);
    now = Date.parse('2026-11-23T15:00:00Z');
    const clock: Clock = { now: () => new Date(now) };
    verifier = new ReceiptVerifier(register, clock);
  });
  const unknown = { ok: false, fault: 'key-unknown' };

  it('asks for the keys once, however many receipts come at a time', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => verifier.verify(oldReceipt)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    await verifier.verify(oldReceipt);
    expect(register.asked).toBe(1);
  });

  it('verifies by a key published since, and by the old one as before', async () => {
    await verifier.verify(oldReceipt);
    register.publish(newKey);
    expect(await verifier.verify(newReceipt)).toMatchObject({ ok: true, keyId: 'receipt-2' });
    expect(await verifier.verify(oldReceipt)).toMatchObject({ ok: true, keyId: 'receipt-1' });
    expect(register.asked).toBe(2);
  });

  it('asks again for unknown keys every 10 seconds at most', async () => {
    expect(await verifier.verify(newReceipt)).toEqual(unknown);
    for (const wait of [0, 1, 9_998]) {
      now += wait;
      await Promise.all([verifier.verify(newReceipt), verifier.verify(newReceipt)]);
    }
    expect(register.asked).toBe(2);
    register.publish(newKey);
    now += 1;
    expect((await verifier.verify(newReceipt)).ok).toBe(true);
    expect(register.asked).toBe(3);
  });

  it('does not ask again for what no key would mend', async () => {
    expect(await verifier.verify(`${oldReceipt}A`)).toEqual({ ok: false, fault: 'trailing-data' });
    expect(await verifier.verify('x')).toEqual({ ok: false, fault: 'not-three-parts' });
    expect(register.asked).toBe(1);
  });

  it('says so when the keys cannot be had, and tries again on the next receipt', async () => {
    register.broken = true;
    await expect(verifier.verify(oldReceipt)).rejects.toThrow('away');
    register.broken = false;
    expect((await verifier.verify(oldReceipt)).ok).toBe(true);
    register.broken = true;
    await expect(verifier.verify(newReceipt)).rejects.toThrow('away');
    register.broken = false;
    register.publish(newKey);
    expect((await verifier.verify(newReceipt)).ok).toBe(true);
  });

  it('takes neither a digest for a receipt nor a receipt for a digest', async () => {
    const subject = { issuer: 'a', facilityCode: 'KS', day: '2026-11-23', issuedAt: new Date(now) };
    const digest = new ReceiptSigner(oldKey).issueDigest(digestClaims(subject, []));
    expect(await verifier.verifyDigest(digest)).toMatchObject({ ok: true, claims: { n: 0 } });
    expect(await verifier.verify(digest)).toEqual({ ok: false, fault: 'type-wrong' });
    expect(await verifier.verifyDigest(oldReceipt)).toEqual({ ok: false, fault: 'type-wrong' });
  });
});
