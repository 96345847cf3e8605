import { readJwks, verifyDigest, verifyReceipt } from '@luutru/receipt';
import { guest, nextPersonalNumber } from '../support/builders';
import { randomReceiptKey } from '../support/keys';
import { createTestApi, type TestApi } from '../support/test-api';

interface Declared {
  readonly stayId: string;
  readonly receipt: string;
  readonly links: { readonly receipt: string };
}

describe('receipts', () => {
  let api: TestApi;
  let key: string;
  let facility: { facilityId: string; code: string };
  beforeAll(async () => {
    api = await createTestApi();
    facility = await api.build.facility({ name: 'Khách sạn Sông Hoài' });
    key = await api.build.apiKey([facility]);
  });
  afterAll(() => api.close());

  const declare = async (overrides: object = {}, idempotencyKey?: string) =>
    (await api.declare(key, { ...guest(), ...overrides }, idempotencyKey)).body as Declared;
  const published = async (of = api) => readJwks((await of.call('get', '/.well-known/jwks.json')).text) ?? new Map();
  const check = (receipt: string, of = api) => of.call('post', '/v1/receipts/verify').send({ receipt });

  it('come with every declaration, and verify offline with the published keys', async () => {
    const { receipt, stayId } = await declare();
    const verified = verifyReceipt(receipt, await published());
    expect(verified).toMatchObject({
      ok: true,
      keyId: 'receipt-1',
      claims: {
        rid: stayId,
        ver: 1,
        act: 'declared',
        fac: facility.code,
        late: false,
        due: '2026-11-23T23:00:00+07:00',
      },
    });
  });

  it('are the same for a repeat, and can be had again', async () => {
    const number = nextPersonalNumber();
    const body = guest({}, { document: { type: 1, number } });
    const first = (await api.declare(key, body, 'repeat')).body as Declared;
    const second = (await api.declare(key, body, 'repeat')).body as Declared;
    expect(second.receipt).toBe(first.receipt);
    const again = await api.call('get', `/v1/stays/${first.stayId}/receipt`, key);
    expect((again.body as { receipt: string }).receipt).toBe(first.receipt);
  });

  it('name nobody: no name, no number, and no fingerprint that could be tried out', async () => {
    const number = nextPersonalNumber();
    const { receipt } = await declare(guest({}, { document: { type: 1, number } }));
    const claims = Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString();
    expect(claims).not.toMatch(new RegExp(`${number}|Bình`));
    const twin = await declare(
      guest({ arrivedAt: '2026-11-23T21:51' }, { document: { type: 1, number: nextPersonalNumber() } }),
    );
    const contentOf = (jws: string) =>
      (JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as { cnt: string }).cnt;
    expect(contentOf(twin.receipt)).not.toBe(contentOf(receipt));
  });

  it('can be checked by anyone, who is told in words what they say or why they are refused', async () => {
    const { receipt } = await declare();
    const good = await check(receipt);
    expect(good.body).toMatchObject({ valid: true, keyId: 'receipt-1', facilityCode: facility.code });
    expect(JSON.stringify(good.body)).toContain('Đúng hạn');
    const [header = '', payload = '', signature = ''] = receipt.split('.');
    const none = Buffer.from('{"alg":"none","kid":"receipt-1","typ":"luutru-receipt+jwt"}').toString('base64url');
    for (const forged of [
      `${none}.${payload}.${signature}`,
      `${none}.${payload}.`,
      `${header}.${payload}`,
      'x',
      receipt.replace(/.$/, '~'),
    ]) {
      const answer = await check(forged);
      expect([answer.status, (answer.body as { valid: boolean }).valid]).toEqual([200, false]);
      expect((answer.body as { reason: { vi: string } }).reason.vi.length).toBeGreaterThan(10);
    }
    expect((await check('a'.repeat(5_000))).status).toBe(422);
  });

  it('survive a change of the signing key', async () => {
    const { receipt } = await declare();
    const after = await createTestApi({ database: api.database, receiptKey: randomReceiptKey(2) });
    const answer = await check(receipt, after);
    expect(answer.body).toMatchObject({ valid: true, keyId: 'receipt-1' });
    expect([...(await published(after)).keys()]).toEqual(['receipt-1', 'receipt-2']);
    await after.app.close();
  });

  it('refuses to start with another key under an id that has signed before', async () => {
    const other = createTestApi({ database: api.database, receiptKey: randomReceiptKey(1) });
    await expect(other).rejects.toMatchObject({ code: 'signing-key-reused' });
  });

  it('can be printed, in Vietnamese, and open a page that checks them', async () => {
    const { links } = await declare();
    const pdf = await api.call('get', links.receipt, key).buffer(true);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const page = await api.call('get', '/v1/receipts/verify');
    expect(page.text).toContain('Kiểm tra giấy tiếp nhận');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect((await api.call('get', '/v1/receipts/verify.js')).headers['content-type']).toContain('text/javascript');
  });

  it('add up to a signed digest of each day, the same for ever', async () => {
    const hotel = await api.build.facility();
    const itsKey = await api.build.apiKey([hotel]);
    api.clock.set('2026-11-23T10:00:00Z');
    const accepted: Declared[] = [];
    for (let i = 0; i < 3; i += 1)
      accepted.push((await api.declare(itsKey, guest({ arrivedAt: '2026-11-23T16:00' }))).body as Declared);
    accepted.push(
      (await api.declare(itsKey, guest({ arrivedAt: '2026-11-22T16:00', expectedDepartureAt: '2026-11-24T12:00' })))
        .body as Declared,
    );
    const path = `/v1/facilities/${hotel.code}/digests/2026-11-23`;
    expect((await api.call('get', path, itsKey)).body).toMatchObject({ code: 'day-not-over' });
    api.clock.set('2026-11-23T17:04:59Z');
    expect((await api.call('get', path, itsKey)).status).toBe(409);
    api.clock.set('2026-11-23T17:05:00Z');
    const [one, two] = await Promise.all([api.call('get', path, itsKey), api.call('get', path, itsKey)]);
    expect(one?.body).toEqual(two?.body);
    const { digest, entries } = one?.body as { digest: string; entries: { stayId: string }[] };
    expect(verifyDigest(digest, await published())).toMatchObject({
      ok: true,
      claims: { fac: hotel.code, day: '2026-11-23', n: 4, accepted: 4, corrected: 0, cancelled: 0, late: 1 },
    });
    expect(entries.map((entry) => entry.stayId).sort()).toEqual(accepted.map((stay) => stay.stayId).sort());
    await api.build.rows('DELETE FROM idempotency WHERE facility_id = $1', [hotel.facilityId]);
    expect((await api.call('get', path, itsKey)).body).toEqual(one?.body);
    expect((await api.call('get', `/v1/facilities/${hotel.code}/digests/2026-02-30`, itsKey)).status).toBe(404);
    api.clock.set('2026-11-23T14:56:00Z');
  });
});
