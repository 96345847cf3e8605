import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@luutru/platform';
import { createClient, LuutruProblem, LuutruUnreachable, readWebhook, WebhookRefused } from '../../sdk/typescript/src';
import { signedHeaders } from '../../libs/webhook/src/domain/signature';
import { type BuiltFacility, guest } from '../support/builders';
import { asSuperuser } from '../support/database';
import { type Fault, Network } from '../support/network';
import { createTestApi, type TestApi } from '../support/test-api';

const run = promisify(execFile);

describe('the TypeScript client', () => {
  const network = new Network();
  const waits: number[] = [];
  let api: TestApi;
  let hotel: BuiltFacility;
  let apiKey: string;
  let baseUrl: string;

  beforeAll(async () => {
    api = await createTestApi();
    baseUrl = await network.start(await api.url());
  });
  beforeEach(async () => {
    hotel = await api.build.facility({ rooms: ['203'] });
    apiKey = await api.build.apiKey([hotel]);
    network.next();
    waits.length = 0;
  });
  afterAll(async () => {
    await network.stop();
    await api.close();
  });

  const client = (options = {}) =>
    createClient({ baseUrl, apiKey, sleep: async (ms) => void waits.push(ms), ...options });
  const body = () => guest() as Parameters<ReturnType<typeof client>['declareStay']>[0]['body'];
  const declared = () =>
    asSuperuser(api.database.urlFor('postgres'), async (client) => {
      const counted = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM stay WHERE facility_id = $1', [
        hotel.facilityId,
      ]);
      return counted.rows[0]?.n;
    });
  const failure = (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'no failure',
      (error: unknown) => error,
    );

  it('declares, reads, acts and lists, each call typed by the operation', async () => {
    const { stayId, warnings } = await client().declareStay({ body: body() });
    expect(warnings).toEqual([]);
    const { version } = await client().getStay({ path: { stayId } });
    const left = await client().checkOutStay({ path: { stayId }, body: { version } });
    expect(left.state).toBe('left_early');
    const { stays } = await client().listStays({ query: { limit: 10, facilityId: hotel.facilityId } });
    expect(stays.map((stay) => stay.stayId)).toEqual([stayId]);
    expect(new Set(network.seen.map(({ auth }) => auth))).toEqual(new Set([`Bearer ${apiKey}`]));
  });

  it.each<[string, Fault[]]>([
    ['the request was lost', ['cut', 'cut']],
    ['the answer was lost', ['cut-after', 'cut-after', 'cut-after', 'cut-after']],
    ['the server was busy', ['503', '503']],
    ['there were too many requests', ['429']],
    ['everything went wrong', ['cut-after', '503', 'cut', '429']],
  ])('sends a declaration again under the same key when %s', async (_, faults) => {
    network.next(...faults);
    const { stayId } = await client().declareStay({ body: body() });
    expect(stayId).toMatch(/^[0-9a-f-]{36}$/);
    expect(network.seen).toHaveLength(faults.length + 1);
    expect(new Set(network.seen.map(({ key }) => key)).size).toBe(1);
    expect(await declared()).toBe(1);
  });

  it('waits as long as the server asks, else longer each time', async () => {
    network.next('429', 'cut', 'cut', 'cut');
    await client().declareStay({ body: body() });
    const [asked = 0, ...own] = waits;
    expect(asked).toBeGreaterThanOrEqual(7000);
    expect(asked).toBeLessThan(7500);
    const bounds = [1000, 2000, 4000];
    expect(own.map((ms, i) => ms >= (bounds[i] ?? 0) / 2 && ms <= (bounds[i] ?? 0))).toEqual([true, true, true]);
  });

  it('gives up, and says under which key the call may be made again', async () => {
    network.next('cut-after', 'cut');
    const error = await failure(client({ attempts: 2 }).declareStay({ body: body() }, { idempotencyKey: 'BK-7' }));
    expect(error).toBeInstanceOf(LuutruUnreachable);
    expect(error).toMatchObject({ operation: 'declareStay', idempotencyKey: 'BK-7' });
    expect(await declared()).toBe(1);
  });

  it('stops waiting for an answer', async () => {
    network.next('hang');
    const { stayId } = await client({ timeoutMs: 300 }).declareStay({ body: body() });
    expect(stayId).toBeDefined();
    expect(network.seen).toHaveLength(2);
  });

  it('stops when it is told to', async () => {
    network.next('hang');
    const error = await failure(client().declareStay({ body: body() }, { signal: AbortSignal.timeout(200) }));
    expect((error as Error).name).toBe('TimeoutError');
    expect(network.seen).toHaveLength(1);
  });

  it('does not repeat what has no key once it may have happened', async () => {
    network.next('cut-after');
    const error = await failure(client().validateStay({ body: body() }));
    expect(error).toBeInstanceOf(LuutruUnreachable);
    expect(network.seen).toHaveLength(1);
    network.next('429');
    expect((await client().validateStay({ body: body() })).valid).toBe(true);
  });

  it('throws refusals with code, trace and the faults of single fields', async () => {
    const wrong = { ...body(), reason: 99 };
    const error = (await failure(client().declareStay({ body: wrong }))) as LuutruProblem;
    expect(error).toBeInstanceOf(LuutruProblem);
    expect(error.status).toBe(422);
    expect(error.errors.map(({ pointer }) => pointer)).toEqual(['/reason']);
    expect(error.errors[0]?.fix.vi).not.toBe('');
    expect(error.traceId).not.toBe('');
    expect(error.message).toContain('declareStay: 422');
    expect(network.seen).toHaveLength(1);
  });

  it('sends and fetches files', async () => {
    const template = await client().getTemplate({ path: { form: 'tenants' } });
    expect(
      Buffer.from(await template.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const rows = new Blob([JSON.stringify(body())]);
    const { batchId } = await client().createBatch({ query: { mode: 'validate' }, body: rows });
    const { state, mode } = await client().getBatch({ path: { batchId } });
    expect([state, mode]).toEqual(['received', 'validate']);
  });

  it('does not let a value leave its place in the path', async () => {
    expect(await failure(client().getStay({ path: { stayId: '..' } }))).toBeInstanceOf(TypeError);
    const error = (await failure(client().getStay({ path: { stayId: '../me?x=1' } }))) as LuutruProblem;
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(network.seen.map(({ path }) => path)).toEqual(['/v1/stays/..%2Fme%3Fx%3D1']);
  });

  describe('reads webhooks', () => {
    const secret = `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`;
    const other = `whsec_${Buffer.from('b'.repeat(32)).toString('base64')}`;
    const at = new Date('2026-11-23T15:00:00Z');
    const text = JSON.stringify({
      type: 'stay.verified',
      timestamp: at.toISOString(),
      data: { stayId: 'x', note: 'Đã' },
    });
    const headers = signedHeaders([secret], { id: 'msg_1', at, body: text });

    it('as the platform signs them, also while the secret changes', async () => {
      const message = {
        id: 'msg_1',
        type: 'stay.verified',
        timestamp: at.toISOString(),
        data: { stayId: 'x', note: 'Đã' },
      };
      expect(await readWebhook(text, headers, secret, at)).toEqual(message);
      expect(await readWebhook(Buffer.from(text), new Headers(headers), [other, secret], at)).toEqual(message);
      const both = signedHeaders([other, secret], { id: 'msg_1', at, body: text });
      expect(await readWebhook(text, both, secret, at)).toEqual(message);
    });

    it.each<[string, () => Promise<unknown>]>([
      ['a changed body', () => readWebhook(text.replace('verified', 'rejected'), headers, secret, at)],
      ['a changed id', () => readWebhook(text, { ...headers, 'webhook-id': 'msg_2' }, secret, at)],
      ['another secret', () => readWebhook(text, headers, other, at)],
      ['no secret', () => readWebhook(text, headers, [], at)],
      ['no signature', () => readWebhook(text, { ...headers, 'webhook-signature': '' }, secret, at)],
      ['a signature that is none', () => readWebhook(text, { ...headers, 'webhook-signature': 'v1,!' }, secret, at)],
      ['no headers', () => readWebhook(text, {}, secret, at)],
      ['an old message', () => readWebhook(text, headers, secret, new Date(at.getTime() + 301_000))],
      ['a message of the future', () => readWebhook(text, headers, secret, new Date(at.getTime() - 301_000))],
    ])('and refuses %s', async (_, read) => {
      await expect(read()).rejects.toBeInstanceOf(WebhookRefused);
    });
  });

  it('is built by its own configuration, and its example runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luutru-client-'));
    try {
      const sdk = join(projectRoot(), 'sdk/typescript');
      const tsc = join(projectRoot(), 'node_modules/typescript/bin/tsc');
      await run(process.execPath, [tsc, '-p', sdk, '--outDir', join(folder, 'dist')]);
      symlinkSync(join(sdk, 'package.json'), join(folder, 'package.json'));
      const env = { LUUTRU_URL: baseUrl, LUUTRU_KEY: apiKey, DEPARTURE: '2026-11-25T12:00' };
      const { stdout, stderr } = await run(process.execPath, [join(folder, 'dist/example.js')], { env });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^recorded [0-9a-f-]{36}, in time\n(.*\n)*.*, then left_early\n$/);
      expect(await declared()).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
