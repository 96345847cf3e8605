import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { signingKey } from '@luutru/platform';
import { digestClaims, inclusionProof, type IssuedReceipt, receiptClaims, ReceiptSigner } from '@luutru/receipt';
import { checkReceipt } from './receipt.command';

const key = signingKey('receipt', 1, Buffer.alloc(32, 7));
const signer = new ReceiptSigner(key);
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+07:00`);

function issued(minute: number): IssuedReceipt {
  const claims = receiptClaims({
    issuer: 'https://luutru.example.vn',
    stayId: `01a208e8-2000-7d3b-9960-6828ffad04e${minute}`,
    version: 1,
    act: 'declared',
    facilityCode: 'KS-DN-0001',
    kind: 'guest',
    arrivedAt: at('21:30'),
    declaredAt: at(`22:0${minute}`),
    dueAt: at('22:03'),
    contentFingerprint: 'A'.repeat(43),
    issuedAt: at(`22:0${minute}`),
  });
  return { claims, jws: signer.issue(claims) };
}

describe('receipt verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luutru-receipt-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const receipts = [1, 2, 4, 5].map(issued);
  const [first, , late, outsider] = receipts as [IssuedReceipt, IssuedReceipt, IssuedReceipt, IssuedReceipt];
  const ofDay = receipts.slice(0, 3);
  const subject = {
    issuer: 'https://luutru.example.vn',
    facilityCode: 'KS-DN-0001',
    day: '2026-11-23',
    issuedAt: at('23:59'),
  };
  const digest = signer.issueDigest(digestClaims(subject, ofDay));
  const jwk = { ...key.publicKey.export({ format: 'jwk' }), kid: key.keyId, use: 'sig', alg: 'EdDSA' };
  const jwks = file('jwks.json', JSON.stringify({ keys: [jwk] }));
  const verify = (content: string, ...more: string[]) =>
    checkReceipt(['verify', file('receipt.txt', content), '--jwks', jwks, ...more]);
  const withDigest = (text: string, proof: unknown): string[] => [
    '--digest',
    file('digest.txt', text),
    '--proof',
    file('proof.json', typeof proof === 'string' ? proof : JSON.stringify(proof)),
  ];

  it('says what a genuine receipt says, in both languages, and ends with 0', async () => {
    const { exitCode, text } = await verify(first.jws);
    expect(exitCode).toBe(0);
    for (const part of ['HỢP LỆ · GENUINE', 'KS-DN-0001', 'Khách lưu trú · Guest', 'Đúng hạn · On time', 'receipt-1']) {
      expect(text).toContain(part);
    }
    expect((await verify(late.jws)).text).toContain('Trễ hạn · Late');
  });

  it('takes the address of the QR code, a line feed at the end, and standard input', async () => {
    expect((await verify(`https://luutru.example.vn/kiem-tra#${first.jws}\r\n`)).exitCode).toBe(0);
    const piped = await checkReceipt(['verify', '-', '--jwks', jwks], Readable.from([`${first.jws}\n`]));
    expect(piped.exitCode).toBe(0);
  });

  it('says why another is refused, and ends with 1', async () => {
    const altered = await verify(first.jws.replace(/\.(.)/, (_, letter) => `.${letter === 'e' ? 'f' : 'e'}`));
    expect(altered.exitCode).toBe(1);
    expect(altered.text).toMatch(/TỪ CHỐI · REFUSED .*signature-wrong[^]*Chữ ký không khớp[^]*does not fit/);
    expect(await verify(digest)).toMatchObject({ exitCode: 1, text: expect.stringContaining('type-wrong') as string });
    expect((await verify('')).exitCode).toBe(1);
    expect((await verify(`${first.jws}\n\n`)).exitCode).toBe(1);
  });

  it('proves a receipt to be in the digest of its day, or not', async () => {
    const proof = inclusionProof(ofDay, late.jws);
    const inside = await verify(late.jws, ...withDigest(digest, proof));
    expect(inside.exitCode).toBe(0);
    expect(inside.text).toContain('In the digest of 2026-11-23 (3 of 3)');
    for (const refused of [
      await verify(first.jws, ...withDigest(digest, proof)),
      await verify(outsider.jws, ...withDigest(digest, proof)),
      await verify(late.jws, ...withDigest(digest, '{')),
      await verify(late.jws, ...withDigest(digest, { ...proof, index: 1 })),
    ]) {
      expect(refused).toMatchObject({ exitCode: 1, text: expect.stringContaining('not-in-digest') as string });
    }
    const mixedUp = await verify(late.jws, ...withDigest(late.jws, proof));
    expect(mixedUp).toMatchObject({ exitCode: 1, text: expect.stringContaining('bảng kê ngày') as string });
  });

  it('judges nothing without keys, files or the right arguments', async () => {
    const receipt = file('r.txt', first.jws);
    const noKeys = file('none.json', '{"keys":[]}');
    for (const args of [
      [],
      ['verify', receipt],
      ['check', receipt, '--jwks', jwks],
      ['verify', receipt, receipt, '--jwks', jwks],
      ['verify', receipt, '--jwks', jwks, '--digest', receipt],
      ['verify', receipt, '--jwks', noKeys],
      ['verify', receipt, '--jwks', receipt],
      ['verify', join(folder, 'missing'), '--jwks', jwks],
      ['verify', receipt, '--jwks', jwks, '--force'],
    ]) {
      await expect(checkReceipt(args)).rejects.toThrow();
    }
  });
});
