import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { guest } from '../support/builders';
import type { Browser } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

describe('machines that act for a facility', () => {
  let api: TestApi;
  let worlds: Worlds;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    world = await worlds.create('w20410');
    owner = await worlds.person(world, 'facility-owner');
  });
  afterAll(() => api.close());

  const base = () => `/v1/facilities/${world.hotel.code}`;
  const makeKey = async (options: object = {}) => {
    const answer = await owner.send('post', `${base()}/api-keys`, { label: 'Phần mềm', ...options });
    return answer.body as { id: string; key: string; code?: string; errors?: { pointer: string; code: string }[] };
  };
  beforeEach(() => worlds.revokeApiKeys(world));

  it('have two keys at most, so that one can replace the other, however many are asked for at once', async () => {
    const made = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
    expect(made.filter((key) => key.key)).toHaveLength(2);
    expect(made.filter((key) => key.code === 'too-many-keys')).toHaveLength(2);
    const [old] = made.filter((key) => key.key);
    expect((await api.call('get', '/v1/stays', old?.key)).status).toBe(200);
    expect((await owner.send('delete', `${base()}/api-keys/${old?.id}`)).status).toBe(204);
    api.clock.advance(5_001);
    expect((await api.call('get', '/v1/stays', old?.key)).status).toBe(401);
    expect((await makeKey()).key).toMatch(/^lt_/);
  });

  it('show when a key was last used', async () => {
    const { key, id } = await makeKey();
    const lastUsed = async () => {
      const { keys } = (await owner.send('get', `${base()}/api-keys`)).body as {
        keys: { id: string; lastUsedAt: string | null }[];
      };
      return keys.find((one) => one.id === id)?.lastUsedAt;
    };
    expect(await lastUsed()).toBeNull();
    await api.call('get', '/v1/stays', key);
    for (let i = 0; i < 100 && (await lastUsed()) === null; i += 1);
    expect(await lastUsed()).toMatch(/^2026-11-23T/);
  });

  it('are let in only from the networks of the key', async () => {
    const elsewhere = await makeKey({ allowedNetworks: ['203.0.113.0/24', '2001:db8::/32'] });
    expect((await api.call('get', '/v1/stays', elsewhere.key)).status).toBe(401);
    const here = await makeKey({ allowedNetworks: ['127.0.0.0/8'] });
    expect((await api.call('get', '/v1/stays', here.key)).status).toBe(200);
    const wrong = await makeKey({ allowedNetworks: ['203.0.113.7/24', 'x', '10.0.0.0/33'], signatureKey: 'abc' });
    expect(wrong.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/allowedNetworks/0 network-malformed',
      '/allowedNetworks/1 network-malformed',
      '/allowedNetworks/2 network-malformed',
      '/signatureKey signature-key-malformed',
    ]);
  });

  describe('a vendor', () => {
    it('acts only for facilities that delegate to it, only as they allow, and only as long', async () => {
      const vendor = await worlds.newDelegation(world);
      const key = await api.build.vendorKey(vendor);
      const declare = () => api.declare(key, { ...guest(), facilityId: world.hotel.code });
      expect((await declare()).status).toBe(201);
      expect((await api.declare(key, { ...guest(), facilityId: world.hospital.code })).status).toBe(404);

      await owner.send('put', `${base()}/delegations/${vendor}`, {
        permissions: ['stay.read'],
        expiresOn: '2026-11-24',
      });
      api.clock.advance(5_001);
      expect((await declare()).status).toBe(403);
      expect((await api.call('get', '/v1/stays', key)).status).toBe(200);
      api.clock.set('2026-11-23T17:00:01Z');
      expect((await api.call('get', `/v1/stays?facilityId=${world.hotel.code}`, key)).status).toBe(404);
      api.clock.set('2026-11-23T14:58:00Z');
    });

    it('loses access within seconds of a revocation', async () => {
      const vendor = await worlds.newDelegation(world);
      const key = await api.build.vendorKey(vendor);
      const read = async () => (await api.call('get', `/v1/stays?facilityId=${world.hotel.code}`, key)).status;
      expect(await read()).toBe(200);
      const { delegations } = (await owner.send('get', `${base()}/delegations`)).body as {
        delegations: { vendorCode: string }[];
      };
      expect(delegations.map((one) => one.vendorCode)).toContain(vendor);
      expect((await owner.send('delete', `${base()}/delegations/${vendor}`)).status).toBe(204);
      api.clock.advance(5_001);
      expect(await read()).toBe(404);
      expect((await owner.send('delete', `${base()}/delegations/${vendor}`)).status).toBe(404);
      expect((await owner.send('put', `${base()}/delegations/V-KHONG`, { permissions: [] })).body).toMatchObject({
        errors: [{ code: 'vendor-unknown', pointer: '/vendorCode' }],
      });
    });
  });

  describe('a key with a signature (RFC 9421)', () => {
    const pair = generateKeyPairSync('ed25519');
    const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';

    async function signed(
      keyId: string,
      text: string | null,
      changes: { path?: string; created?: Date; fields?: string[]; key?: typeof pair.privateKey } = {},
    ) {
      const path = changes.path ?? (text === null ? '/v1/stays' : '/v1/stays/validate');
      const digest: Record<string, string> =
        text === null ? {} : { 'content-digest': `sha-256=:${createHash('sha256').update(text).digest('base64')}:` };
      const { headers } = await httpbis.signMessage(
        {
          key: { id: keyId, alg: 'ed25519', sign: async (data) => sign(null, data, changes.key ?? pair.privateKey) },
          fields: changes.fields ?? [
            '@method',
            '@path',
            ...(path.includes('?') ? ['@query'] : []),
            ...Object.keys(digest),
          ],
          params: ['created', 'keyid', 'alg'],
          paramValues: { created: changes.created ?? api.clock.now() },
        },
        { method: text === null ? 'GET' : 'POST', url: `http://x${path}`, headers: digest },
      );
      return headers;
    }

    it('answers what is signed rightly and refuses everything else', async () => {
      const { id, key } = await makeKey({ signatureKey: publicKey });
      const text = JSON.stringify(guest());
      const post = (headers: Record<string, string>, body = text) =>
        api.call('post', '/v1/stays/validate', key).set(headers).set('Content-Type', 'application/json').send(body);
      const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;

      expect((await post(await signed(id, text))).status).toBe(200);
      expect(code(await post({}))).toBe('signature-missing');
      const refused = [
        await post(await signed(id, text), text.replace('203', '204')),
        await post(await signed(id, text, { path: '/v1/stays' })),
        await post(await signed('someone-else', text)),
        await post(await signed(id, text, { created: new Date(api.clock.now().getTime() - 301_000) })),
        await post(await signed(id, text, { created: new Date(api.clock.now().getTime() + 301_000) })),
        await post(await signed(id, text, { fields: ['@method', '@path'] })),
        await post(await signed(id, text, { key: generateKeyPairSync('ed25519').privateKey })),
        await post({ ...(await signed(id, text)), signature: 'sig=:AAAA:' }),
        await post({ signature: 'x', 'signature-input': 'y' }),
      ];
      expect(refused.map((answer) => [answer.status, code(answer)])).toEqual(
        refused.map(() => [401, 'signature-wrong']),
      );

      const list = (path: string, headers: Record<string, string>) => api.call('get', path, key).set(headers);
      expect((await list('/v1/stays', await signed(id, null))).status).toBe(200);
      const bound = await signed(id, null, { path: '/v1/stays?limit=1' });
      expect((await list('/v1/stays?limit=1', bound)).status).toBe(200);
      expect(code(await list('/v1/stays?limit=2', bound))).toBe('signature-wrong');
    });

    it('is the only kind that a facility may let in', async () => {
      const plain = await makeKey();
      const strong = await makeKey({ signatureKey: publicKey });
      await api.build.rows('UPDATE facility SET signed_requests_required = true WHERE facility_id = $1', [
        world.hotel.facilityId,
      ]);
      const path = `/v1/stays?facilityId=${world.hotel.code}`;
      expect((await api.call('get', path, plain.key)).status).toBe(404);
      expect((await api.call('get', path, strong.key).set(await signed(strong.id, null, { path }))).status).toBe(200);
      await api.build.rows('UPDATE facility SET signed_requests_required = false WHERE facility_id = $1', [
        world.hotel.facilityId,
      ]);
    });
  });
});

describe('rates', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ rateLimits: { perCredential: 5, perAddress: 30 } });
  });
  afterAll(() => api.close());

  it('are limited per key, said in standard headers, and nobody uses up the share of another', async () => {
    const [one, other] = [await api.build.facility(), await api.build.facility()];
    const [key, foreign] = [await api.build.apiKey([one]), await api.build.apiKey([other])];
    // A credential has a share of its own once it was found valid; until then its address has one.
    const unknown = await api.call('get', '/v1/stays', key);
    expect(unknown.headers).toMatchObject({ 'ratelimit-limit': '30', 'ratelimit-remaining': '29' });
    expect((await api.call('get', '/v1/stays', foreign)).status).toBe(200);
    const first = await api.call('get', '/v1/stays', key);
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '4' });
    for (let i = 0; i < 4; i += 1) await api.call('get', '/v1/stays', key);
    const refused = await api.call('get', '/v1/stays', key);
    expect([refused.status, (refused.body as { code: string }).code, refused.headers['content-type']]).toEqual([
      429,
      'rate-limited',
      'application/problem+json; charset=utf-8',
    ]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await api.call('get', '/v1/stays', foreign)).status).toBe(200);
    const guessed = `${foreign.slice(0, -2)}xx`;
    for (let i = 0; i < 8; i += 1) await api.call('get', '/v1/stays', guessed);
    expect((await api.call('get', '/v1/stays', foreign)).status).toBe(200);
  });

  it('give nobody a new share for making up credentials', async () => {
    const key = await api.build.apiKey([await api.build.facility()]);
    await api.call('get', '/v1/stays', key);
    const statuses = [];
    for (let i = 0; i < 30; i += 1) {
      const madeUp = `lt_${String(i).padStart(12, 'a')}_${'x'.repeat(43)}`;
      statuses.push((await api.call('get', '/v1/stays', madeUp)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
    expect((await api.call('get', '/v1/stays', key)).status).toBe(200);
  });

  it('are lower where passwords could be guessed, and health is never limited', async () => {
    const attempts = [];
    for (let i = 0; i < 22; i += 1) {
      attempts.push((await api.call('post', '/v1/sign-in').send({ username: 'ai.do', password: 'x' })).status);
    }
    expect(attempts.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(attempts.slice(20)).toEqual([429, 429]);
    for (let i = 0; i < 40; i += 1) expect((await api.call('get', '/health/live')).status).toBe(200);
  });
});
