import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { guest, nextPersonalNumber } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const PATH = '/v1/partner/police/searches';
const STATED = { purpose: 'tim-nguoi', caseNumber: 'VV-2026/118', officer: 'CB-004512' };

interface Signing {
  readonly keyId?: string;
  readonly created?: Date;
  readonly nonce?: string | null;
  readonly key?: KeyObject;
  readonly fields?: string[];
  /** What is signed, when it is not what is sent. */
  readonly text?: string;
}

describe('searching from a police unit’s own system', () => {
  let api: TestApi;
  let worlds: Worlds;
  let here: World;
  let there: World;
  let key: { id: string; text: string };
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';
  const [mine, theirs] = [nextPersonalNumber(), nextPersonalNumber()];
  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    here = await worlds.create('w20410');
    there = await worlds.create('w20413');
    key = await worlds.newPartnerKey('w20410', publicKey);
    for (const [world, number] of [
      [here, mine],
      [there, theirs],
    ] as const) {
      const body = { ...guest({}, { document: { type: 1, number } }), facilityId: world.hotel.code };
      expect((await api.declare(world.key, body)).status).toBe(201);
    }
    // What was declared in the same instant does not count for a search yet.
    api.clock.advance(1_000);
  });
  afterAll(() => api.close());

  async function signed(sent: string, change: Signing = {}): Promise<Record<string, string>> {
    const text = change.text ?? sent;
    const digest = `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
    const nonce = change.nonce === undefined ? randomBytes(16).toString('base64url') : change.nonce;
    const { headers } = await httpbis.signMessage(
      {
        key: {
          id: change.keyId ?? key.id,
          alg: 'ed25519',
          sign: async (data) => sign(null, data, change.key ?? pair.privateKey),
        },
        fields: change.fields ?? ['@method', '@path', 'content-digest'],
        params: ['created', 'keyid', 'alg', ...(nonce === null ? [] : ['nonce'])],
        paramValues: { created: change.created ?? api.clock.now(), ...(nonce !== null && { nonce }) },
      },
      { method: 'POST', url: `http://x${PATH}`, headers: { 'content-digest': digest } },
    );
    return headers;
  }
  const send = (text: string, headers: Record<string, string>, credential = key.text) =>
    api.call('post', PATH, credential).set(headers).set('Content-Type', 'application/json').send(text);
  const ask = async (body: object, change: Signing = {}) => {
    const text = JSON.stringify({ ...STATED, ...body });
    return send(text, await signed(text, change));
  };
  const codeOf = (answer: { status: number; body: unknown }) =>
    `${answer.status} ${(answer.body as { code?: string }).code ?? ''}`;

  it('finds within the unit of its key, and nothing beyond it', async () => {
    const found = await ask({ documentNumber: mine });
    expect([found.status, (found.body as { total: number }).total]).toEqual([200, 1]);
    expect((await ask({ documentNumber: theirs })).body).toMatchObject({ total: 0, persons: [] });
  });

  it('leaves the audit of an officer’s search, in the name of the key and with the officer it names', async () => {
    const found = await ask({ documentNumber: mine, officer: 'CB-7' });
    const { searchId } = found.body as { searchId: string };
    const [entry] = await api.build.rows<object>(
      `SELECT actor_kind AS kind, actor_id AS id, action, purpose, row_count AS rows, detail FROM audit_entry WHERE subject_id = $1`,
      [searchId],
    );
    expect(entry).toMatchObject({
      kind: 'api-key',
      id: key.id,
      action: 'person.search',
      purpose: STATED.purpose,
      rows: 1,
      detail: { officer: 'CB-7', caseNumber: STATED.caseNumber },
    });
    expect(JSON.stringify(entry)).not.toContain(mine);
    const looks = await api.build.rows<{ looker: string }>(
      `SELECT DISTINCT looker FROM look WHERE looker LIKE 'police%'`,
    );
    expect(looks).toEqual([{ looker: 'police-partner' }]);
    const [logged] = await api.build.rows<object>(
      'SELECT officer_id AS officer, unit_ids AS units FROM police_search WHERE search_id = $1',
      [searchId],
    );
    expect(logged).toEqual({ officer: `${key.id}:CB-7`, units: ['w20410'] });
  });

  it('is refused without officer, purpose or case', async () => {
    const errors = async (body: object): Promise<string[]> => {
      const answer = await ask({ documentNumber: mine, ...body });
      return (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer }) => pointer);
    };
    expect(await errors({ officer: undefined })).toEqual(['/officer']);
    expect(await errors({ officer: 'Nguyễn Văn A' })).toEqual(['/officer']);
    expect(await errors({ officer: undefined, purpose: undefined, caseNumber: undefined })).toEqual([
      '/purpose',
      '/caseNumber',
      '/officer',
    ]);
    expect(await errors({ purpose: 'to-mo' })).toEqual(['/purpose']);
    expect(await errors({ breakGlassId: here.stayId })).toEqual(['/breakGlassId']);
  });

  it('is refused unless signed by the key it was issued to, now, over this very body', async () => {
    const text = JSON.stringify({ ...STATED, documentNumber: mine });
    const now = api.clock.now().getTime();
    const attempts: [string, Promise<Record<string, string>> | Record<string, string>][] = [
      ['401 signature-missing', {}],
      ['401 signature-wrong', signed(text, { key: generateKeyPairSync('ed25519').privateKey })],
      ['401 signature-wrong', signed(text, { keyId: 'someone-else' })],
      ['401 signature-wrong', signed(text, { created: new Date(now - 300_001) })],
      ['401 signature-wrong', signed(text, { created: new Date(now + 301_000) })],
      ['401 signature-wrong', signed(text, { text: text.replace('VV-2026', 'VV-2025') })],
      ['401 signature-wrong', signed(text, { fields: ['@method', '@path'] })],
      ['401 signature-wrong', signed(text, { nonce: null })],
      ['401 signature-wrong', signed(text, { nonce: 'short' })],
    ];
    for (const [wanted, headers] of attempts) expect(codeOf(await send(text, await headers))).toBe(wanted);
    expect(codeOf(await send(text, await signed(text)))).toBe('200 ');
  });

  it('answers a signature once: replayed, also with another body or by several at once, it is refused', async () => {
    const text = JSON.stringify({ ...STATED, documentNumber: mine });
    const headers = await signed(text);
    const answers = await Promise.all([send(text, headers), send(text, headers), send(text, headers)]);
    expect(answers.map(codeOf).sort()).toEqual(['200 ', '401 signature-replayed', '401 signature-replayed']);
    expect(codeOf(await send(text, headers))).toBe('401 signature-replayed');
    const nonce = 'used-before-0123456789';
    expect(codeOf(await ask({ documentNumber: mine }, { nonce }))).toBe('200 ');
    expect(codeOf(await ask({ documentNumber: theirs }, { nonce }))).toBe('401 signature-replayed');
    api.clock.advance(301_000);
    expect(codeOf(await send(text, headers))).toBe('401 signature-wrong');
  });

  it('is nothing that the key of a facility can do, nor can its own key do anything else', async () => {
    const text = JSON.stringify({ ...STATED, documentNumber: mine });
    expect(codeOf(await send(text, {}, here.key))).toBe('403 permission-missing');
    const get = await httpbis.signMessage(
      {
        key: { id: key.id, alg: 'ed25519', sign: async (data) => sign(null, data, pair.privateKey) },
        fields: ['@method', '@path'],
        params: ['created', 'keyid', 'nonce'],
        paramValues: { created: api.clock.now(), nonce: randomBytes(16).toString('hex') },
      },
      { method: 'GET', url: 'http://x/v1/stays', headers: {} },
    );
    expect(codeOf(await api.call('get', '/v1/stays', key.text).set(get.headers))).toBe('403 permission-missing');
    await expect(
      api.build.rows(`UPDATE api_key SET signature_key = NULL WHERE api_key_id = $1`, [key.id]),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('counts against the limits of each officer it names', async () => {
    await api.build.rows(
      `INSERT INTO police_search (search_id, page, officer_id, unit_ids, at, purpose, case_number, criteria, persons, rows_shown, cut)
       SELECT gen_random_uuid(), 1, $1, '{w20410}', $2, 'tim-nguoi', 'x', '{}', 0, 0, false FROM generate_series(1, 60)`,
      [`${key.id}:CB-busy`, api.clock.now()],
    );
    expect(codeOf(await ask({ documentNumber: mine, officer: 'CB-busy' }))).toBe('429 search-limit-reached');
    expect(codeOf(await ask({ documentNumber: mine, officer: 'CB-idle' }))).toBe('200 ');
  });

  it('never answers hostile input with a failure', async () => {
    const values: unknown[] = [
      '\u0000',
      '\ud800',
      'a'.repeat(10_000),
      '',
      -1,
      1e308,
      true,
      [],
      [null],
      {},
      "'; DROP TABLE stay; --",
    ];
    for (const value of values) {
      for (const field of ['officer', 'purpose', 'caseNumber', 'documentNumber', 'cursor', 'period', 'name']) {
        const answer = await ask({ documentNumber: mine, [field]: value });
        expect([field, value, answer.status < 500]).toEqual([field, value, true]);
      }
    }
  });

  it('comes with a key that only administrators make and end', async () => {
    const administrator = await worlds.person(here, 'system-administrator');
    const wanted = { label: 'Hệ thống hình sự', unitId: 'w20413', signatureKey: publicKey };
    const errors = async (body: object): Promise<string[]> => {
      const answer = await administrator.send('post', '/v1/partner-keys', body);
      return (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    };
    expect(await errors({ ...wanted, signatureKey: undefined })).toEqual(['/signatureKey field-required']);
    expect(await errors({ ...wanted, signatureKey: 'x' })).toEqual(['/signatureKey signature-key-malformed']);
    expect(await errors({ ...wanted, unitId: 'nowhere' })).toEqual(['/unitId scope-unknown']);
    const made = await administrator.send('post', '/v1/partner-keys', wanted);
    const other = made.body as { id: string; key: string };
    const text = JSON.stringify({ ...STATED, documentNumber: theirs });
    const search = async () => send(text, await signed(text, { keyId: other.id }), other.key);
    expect((await search()).body).toMatchObject({ total: 1 });
    const listed = await administrator.send('get', '/v1/partner-keys');
    expect((listed.body as { keys: object[] }).keys).toContainEqual(
      expect.objectContaining({ id: other.id, unitId: 'w20413' }),
    );
    expect(listed.text).not.toContain(other.key);
    expect((await administrator.send('delete', `/v1/partner-keys/${other.id}`)).status).toBe(204);
    api.clock.advance(5_001);
    expect(codeOf(await search())).toBe('401 credentials-invalid');
    expect((await administrator.send('delete', `/v1/partner-keys/${other.id}`)).status).toBe(404);
  });
});
