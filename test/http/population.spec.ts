import { randomUUID, sign } from 'node:crypto';
import { pino } from 'pino';
import {
  PopulationClient,
  type PopulationClientOptions,
  type PopulationPerson,
  type StayEvent,
} from '@luutru/population';
import { Database } from '../../apps/population-mock/src/database/database';
import { RequestPurge } from '../../apps/population-mock/src/database/request-purge';
import { createPopulationMock, type PopulationMock } from '../../apps/population-mock/src/population-mock';
import { requestText } from '../../apps/population-mock/src/signature/signature';
import { asSuperuser, createBlankDatabase, type TestDatabase } from '../support/database';
import { AN, keyPair, stayEvent } from './population.builders';

const ADMIN_TOKEN = 'admin-token-of-the-test';
const ours = keyPair();
const theirs = keyPair();
const strangers = keyPair();

const MARIE: PopulationPerson = {
  documentType: 4,
  documentNumber: 'X1234567',
  nationality: 'FRA',
  fullName: 'Marie-Élise Dupont',
  birthDate: '1985',
  sex: 'F',
};

let database: TestDatabase;
let mock: PopulationMock;
let client: PopulationClient;

beforeAll(async () => {
  database = await createBlankDatabase();
  mock = await startMock();
  client = connect();
  const people = [
    { ...pick(AN), personalNumber: AN.documentNumber, oldNumber: '205123456' },
    { ...pick(MARIE), passportNumber: MARIE.documentNumber },
  ];
  expect((await admin('PUT', '/admin/people', people)).status).toBe(200);
});

afterEach(() =>
  behave({
    latencyMs: { min: 0, max: 0 },
    errorRate: 0,
    dropAfterCommitRate: 0,
    down: false,
    rateLimitPerSecond: null,
    clockSkewMs: 0,
  }),
);

afterAll(async () => {
  await client.close();
  await mock.close();
  await database.drop();
});

describe('verifying an identity', () => {
  it.each<[string, Partial<PopulationPerson>]>([
    ['as written', {}],
    ['in other case, blanks and normal form', { fullName: '  NGUYỄN  VĂN AN'.normalize('NFD') }],
    ['as a machine-readable zone prints it', { fullName: 'NGUYEN VAN AN' }],
    ['by birth year only', { birthDate: '1990' }],
    ['by a Căn cước', { documentType: 8 }],
    ['by a notice of the personal number', { documentType: 7 }],
    ['by a 12-digit CMND', { documentType: 2 }],
    ['by the old CMND', { documentType: 2, documentNumber: '205123456' }],
    ['by a passport', MARIE],
  ])('matches %s', async (_how, change) => {
    expect(await client.verifyIdentity({ ...AN, ...change })).toEqual({ result: 'match' });
  });

  it('names the fields that differ', async () => {
    const asked: PopulationPerson = {
      ...AN,
      fullName: 'Nguyễn Vân An',
      birthDate: '1990-08-16',
      sex: 'F',
      nationality: 'LAO',
    };
    expect(await client.verifyIdentity(asked)).toEqual({
      result: 'mismatch',
      fields: ['fullName', 'birthDate', 'sex', 'nationality'],
    });
  });

  it.each<[string, Partial<PopulationPerson>]>([
    ['an unknown number', { documentNumber: '049090009999' }],
    ['no number', { documentType: 9, documentNumber: null }],
    ['a document it does not hold', { documentType: 3 }],
    ['a passport of another country', { ...MARIE, nationality: 'BEL' }],
  ])('finds nobody by %s', async (_how, change) => {
    expect(await client.verifyIdentity({ ...AN, ...change })).toEqual({ result: 'not_found' });
  });
});

describe('recording a stay event', () => {
  it('records once, tells a repeat from the first time and finds it again', async () => {
    const event = stayEvent();
    const first = await client.recordStayEvent(event);
    expect(first).toEqual({
      eventId: event.eventId,
      receiptNumber: expect.stringMatching(/^LT\d{12}$/) as string,
      recordedAt: expect.stringMatching(/Z$/) as string,
      duplicate: false,
    });
    const { person, ...rest } = event;
    expect(await client.recordStayEvent({ person, ...rest })).toEqual({ ...first, duplicate: true });
    expect(await client.findStayEvent(event.eventId)).toEqual({ ...first, duplicate: true });
    expect(await entriesOf(event)).toMatchObject([
      { receivedCount: 2, conflictCount: 0, type: 'arrival', sequence: 1 },
    ]);
  });

  it('refuses another content under the same id and keeps the first', async () => {
    const event = stayEvent();
    const first = await client.recordStayEvent(event);
    const other = { ...event, stay: { ...event.stay, place: { room: '204' } } };
    await expect(client.recordStayEvent(other)).rejects.toMatchObject({
      name: 'PopulationRejected',
      remoteCode: 'EVENT_CONFLICT',
    });
    expect(await client.recordStayEvent(event)).toEqual({ ...first, duplicate: true });
    expect(await entriesOf(event)).toMatchObject([{ receivedCount: 2, conflictCount: 1, content: event }]);
  });

  it('finds nothing under an id that was never recorded', async () => {
    expect(await client.findStayEvent(stayEvent().eventId)).toBeNull();
    expect(await client.findStayEvent('đ/../%00')).toBeNull();
  });

  it('makes one entry of a hundred calls at once', async () => {
    const event = stayEvent();
    const receipts = await Promise.all(Array.from({ length: 100 }, () => client.recordStayEvent(event)));
    expect(new Set(receipts.map((receipt) => receipt.receiptNumber)).size).toBe(1);
    expect(receipts.filter((receipt) => !receipt.duplicate)).toHaveLength(1);
    expect(await entriesOf(event)).toMatchObject([{ receivedCount: 100 }]);
  });

  it('outlives a restart', async () => {
    const event = stayEvent();
    const first = await client.recordStayEvent(event);
    const second = await startMock();
    const other = connect({ baseUrl: second.url });
    expect(await other.findStayEvent(event.eventId)).toEqual({ ...first, duplicate: true });
    await other.close();
    await second.close();
  });
});

describe('calls that are not let in', () => {
  const permanentNot = (reason: string) => ({
    name: 'PopulationUnavailable',
    reason,
    outcomeUnknown: false,
    countsAgainstEvent: false,
  });

  it.each<[string, () => Partial<PopulationClientOptions>, string]>([
    ['a bad signature', () => ({ privateKey: strangers.privateKey }), 'credentials-refused'],
    ['an unknown client', () => ({ clientId: 'nobody' }), 'credentials-refused'],
    ['a clock 11 minutes slow', () => ({ now: () => new Date(Date.now() - 11 * 60_000) }), 'clock-skew'],
    ['a clock 11 minutes fast', () => ({ now: () => new Date(Date.now() + 11 * 60_000) }), 'clock-skew'],
  ])('refuses %s', async (_what, options, reason) => {
    const event = stayEvent();
    const other = connect(options());
    await expect(other.recordStayEvent(event)).rejects.toMatchObject(permanentNot(reason));
    await other.close();
    expect(await client.findStayEvent(event.eventId)).toBeNull();
  });

  it('lets a clock through that is 9 minutes off, and shifts its own when told to', async () => {
    const slow = connect({ now: () => new Date(Date.now() - 9 * 60_000) });
    expect(await slow.verifyIdentity(AN)).toEqual({ result: 'match' });
    await behave({ clockSkewMs: 2 * 60_000 });
    await expect(slow.verifyIdentity(AN)).rejects.toMatchObject({ reason: 'clock-skew' });
    await slow.close();
  });

  it.each(['/v1/identities/verify', '/v1/stay-events'])(
    'answers a request id a second time with 409 on %s',
    async (path) => {
      const body = JSON.stringify(path.endsWith('verify') ? AN : stayEvent());
      const headers = signedHeaders('POST', path, body);
      expect((await raw('POST', path, body, headers)).status).toBeLessThan(300);
      expect(await raw('POST', path, body, headers)).toMatchObject({ status: 409, json: { code: 'REQUEST_REPLAYED' } });
      const lookUp = `/v1/stay-events/${encodeURIComponent(stayEvent().eventId)}`;
      const again = signedHeaders('GET', lookUp, '', headers['X-Request-Id']);
      expect(await raw('GET', lookUp, undefined, again)).toMatchObject({
        status: 409,
        json: { code: 'REQUEST_REPLAYED' },
      });
    },
  );

  it('remembers a request id for 20 minutes and then forgets it', async () => {
    const ages = [19, 21, 24, 26, 60];
    const purger = { ...mockOptions(), host: '', port: 0, seed: 1, logger: pino({ level: 'silent' }) };
    const db = new Database(purger);
    const left = await asSuperuser(database.urlFor('postgres'), async (sql) => {
      await sql.query(
        `INSERT INTO population.request SELECT 'purge', gen_random_uuid(), now() - age * interval '1 minute' FROM unnest($1::int[]) age`,
        [ages],
      );
      await new RequestPurge(db, purger).purge();
      const age = 'round(extract(epoch FROM now() - seen_at) / 60)::integer AS age';
      const { rows } = await sql.query<{ age: number }>(
        `SELECT ${age} FROM population.request WHERE client_id = 'purge' ORDER BY age`,
      );
      return rows.map((row) => row.age);
    });
    await db.onApplicationShutdown();
    expect(left).toEqual([19, 21, 24]);
  });

  it('covers method, path and body by the signature', async () => {
    const path = '/v1/stay-events';
    const body = JSON.stringify(stayEvent());
    const refused = { status: 401, json: { code: 'BAD_SIGNATURE' } };
    expect(await raw('POST', `${path}?x=1`, body, signedHeaders('POST', path, body))).toMatchObject(refused);
    expect(await raw('POST', path, `${body} `, signedHeaders('POST', path, body))).toMatchObject(refused);
    expect(await raw('POST', path, body, signedHeaders('PUT', path, body))).toMatchObject(refused);
    expect(await raw('POST', path, body, {})).toMatchObject({ status: 401, json: { code: 'UNKNOWN_CLIENT' } });
  });
});

describe('a service that behaves badly', () => {
  it('is down: certainly not applied', async () => {
    const event = stayEvent();
    await behave({ down: true });
    await expect(client.recordStayEvent(event)).rejects.toMatchObject({
      reason: 'down',
      outcomeUnknown: false,
      countsAgainstEvent: false,
      retryAfterMs: 1_000,
    });
    await behave({ down: false });
    expect(await client.findStayEvent(event.eventId)).toBeNull();
  });

  it('limits the rate and tells how long to wait, when that is longer than a call may take', async () => {
    await behave({ rateLimitPerSecond: 0.5 });
    const hasty = connect({ timeoutMs: 1_000 });
    expect(await hasty.verifyIdentity(AN)).toEqual({ result: 'match' });
    const refusal = await hasty.verifyIdentity(AN).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ reason: 'rate-limited', outcomeUnknown: false, countsAgainstEvent: false });
    const { retryAfterMs } = refusal as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(2_000);
    await hasty.close();
  });

  it('takes what it refused for its number a moment later, under a new request id', async () => {
    await behave({ rateLimitPerSecond: 20 });
    const patient = connect();
    const events = Array.from({ length: 60 }, () => stayEvent());
    const receipts = await Promise.all(events.map((event) => patient.recordStayEvent(event)));
    expect(receipts.map(({ eventId, duplicate }) => [eventId, duplicate])).toEqual(
      events.map(({ eventId }) => [eventId, false]),
    );
    await patient.close();
  });

  it('fails before the commit', async () => {
    const event = stayEvent();
    await behave({ errorRate: 1 });
    await expect(client.recordStayEvent(event)).rejects.toMatchObject({
      reason: 'server-error',
      outcomeUnknown: true,
      countsAgainstEvent: true,
    });
    await behave({ errorRate: 0 });
    expect(await client.findStayEvent(event.eventId)).toBeNull();
  });

  it('breaks the connection after the commit: a lookup finds the event', async () => {
    const event = stayEvent();
    await behave({ dropAfterCommitRate: 1 });
    await expect(client.recordStayEvent(event)).rejects.toMatchObject({
      reason: 'connection',
      outcomeUnknown: true,
      countsAgainstEvent: false,
    });
    expect(await client.findStayEvent(event.eventId)).toMatchObject({ eventId: event.eventId });
    expect(await entriesOf(event)).toMatchObject([{ receivedCount: 1 }]);
    expect((await admin('GET', '/admin/stats')).json).toMatchObject({ dropped: 1 });
  });

  it('is slower than the time-out', async () => {
    await behave({ latencyMs: { min: 400, max: 500 } });
    const hasty = connect({ timeoutMs: 100 });
    await expect(hasty.recordStayEvent(stayEvent())).rejects.toMatchObject({
      reason: 'timeout',
      outcomeUnknown: true,
      countsAgainstEvent: true,
    });
    await hasty.close();
  });

  it('answers what it was doing when it is told to stop', async () => {
    const second = await startMock();
    const other = connect({ baseUrl: second.url });
    await other.verifyIdentity(AN);
    await admin('PUT', '/admin/behaviour', { latencyMs: { min: 300, max: 300 } }, second.url);
    const running = other.recordStayEvent(stayEvent());
    await admin('GET', '/admin/behaviour', undefined, second.url);
    await second.close();
    expect(await running).toMatchObject({ duplicate: false });
    await expect(other.verifyIdentity(AN)).rejects.toMatchObject({ reason: 'connection' });
    await other.close();
  });
});

describe('payloads', () => {
  const whole = stayEvent();
  it.each<[string, unknown]>([
    ['person.fullName', { ...whole, person: { ...AN, fullName: 'nul \u0000' } }],
    ['stay.place.room', { ...whole, stay: { ...whole.stay, place: { room: 203 } } }],
    ['late', { ...whole, late: undefined }],
    ['body', null],
  ])('names %s when it is wrong', async (field, payload) => {
    const rejected = client.recordStayEvent(payload as StayEvent);
    await expect(rejected).rejects.toMatchObject({ name: 'PopulationRejected', remoteCode: 'INVALID', field });
  });

  it.each<[string, Buffer, number]>([
    ['nothing', Buffer.alloc(0), 400],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
    ['deep nesting', Buffer.from('['.repeat(60_000)), 400],
    ['a prototype', Buffer.from('{"__proto__":{"type":"arrival"},"constructor":1}'), 400],
    ['half a text', Buffer.from('{"eventId":"'), 400],
    ['too much', Buffer.alloc(70_000, 0x20), 413],
  ])('answers %s with a signed refusal, never 5xx', async (_what, body, status) => {
    for (const type of ['application/json', 'text/xml; charset=x', '']) {
      const headers = { ...signedHeaders('POST', '/v1/stay-events', body), ...(type && { 'Content-Type': type }) };
      const answer = await raw('POST', '/v1/stay-events', body, headers);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('x-response-signature')).toMatch(/^[A-Za-z0-9+/]{86}==$/);
    }
  });

  it.each<[string, string, number]>([
    ['with a broken escape', '/v1/stay-events/%zz', 400],
    ['that is too long', `/v1/stay-events/${'a'.repeat(5_000)}`, 414],
    ['of nothing', '/v1/nothing', 404],
    ['with a NUL', '/v1/stay-events/a%00b:c:1', 404],
  ])('answers an address %s below 500', async (_what, path, status) => {
    const answer = await raw('GET', path, undefined, signedHeaders('GET', path, ''));
    expect(answer.status).toBe(status);
  });
});

describe('the admin side', () => {
  it('asks for the token everywhere', async () => {
    for (const path of ['/admin/ledger', '/admin/stats', '/admin/behaviour', '/admin/people/1']) {
      expect((await fetch(mock.url + path)).status).toBe(401);
      expect((await fetch(mock.url + path, { headers: { 'X-Admin-Token': 'wrong' } })).status).toBe(401);
    }
    expect((await fetch(`${mock.url}/admin/reset`, { method: 'POST', body: '{"ledger":true}' })).status).toBe(401);
    expect((await fetch(`${mock.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${mock.url}/health/live`)).status).toBe(200);
  });

  it('pages through the ledger without gaps while it grows', async () => {
    const { next: start } = await ledger('after=0&limit=5000');
    const events = Array.from({ length: 60 }, () => stayEvent());
    const seen: string[] = [];
    let from = start;
    let recording = true;
    const recorded = Promise.all(events.map((event) => client.recordStayEvent(event))).finally(
      () => (recording = false),
    );
    for (let last = false; !last;) {
      last = !recording;
      const page = await ledger(`after=${from}&limit=7`);
      seen.push(...page.entries.map((entry) => entry.eventId));
      last &&= page.entries.length === 0;
      from = page.next;
    }
    await recorded;
    expect(seen.sort()).toEqual(events.map((event) => event.eventId).sort());
    expect((await ledger('after=0')).entries[0]).not.toHaveProperty('content');
    expect((await admin('GET', '/admin/ledger?limit=5001')).status).toBe(400);
    expect((await admin('GET', '/admin/ledger?after=x')).status).toBe(400);
  });

  it('refuses switches and people that make no sense, naming the field', async () => {
    const cases: [string, unknown, string][] = [
      ['/admin/behaviour', { errorRate: 2 }, 'errorRate'],
      ['/admin/behaviour', { latencyMs: { min: 5, max: 1 } }, 'latencyMs.min'],
      ['/admin/behaviour', { dwon: true }, 'dwon'],
      ['/admin/people', [{ ...pick(AN) }], '[0].personalNumber'],
      ['/admin/people', [{ ...pick(AN), personalNumber: '1' }], '[0].personalNumber'],
      ['/admin/people', Array.from({ length: 10_001 }, () => ({})), 'body'],
    ];
    for (const [path, body, field] of cases) {
      expect(await admin('PUT', path, body)).toMatchObject({ status: 400, json: { code: 'INVALID', field } });
    }
  });

  it('takes ten thousand people at once, the last of a number wins', async () => {
    const number = (index: number): string => `0482${String(index).padStart(8, '0')}`;
    const people = Array.from({ length: 9_999 }, (_, index) => ({ ...pick(AN), personalNumber: number(index) }));
    const answer = await admin('PUT', '/admin/people', [
      ...people,
      { ...pick(AN), fullName: 'Lê Thị Bình', personalNumber: number(5) },
    ]);
    expect(answer).toMatchObject({ status: 200, json: { people: 10_000 } });
    expect((await admin('GET', `/admin/people/${number(5)}`)).json).toMatchObject({
      people: [{ kind: 'personal', fullName: 'Lê Thị Bình' }],
    });
    expect((await admin('GET', '/admin/people/000000000000')).status).toBe(404);
  });

  it('empties the ledger without giving a receipt number twice', async () => {
    const before = await client.recordStayEvent(stayEvent());
    expect((await admin('POST', '/admin/reset', { ledger: true })).status).toBe(200);
    expect((await ledger('after=0')).entries).toEqual([]);
    const after = await client.recordStayEvent(stayEvent());
    expect(after.receiptNumber > before.receiptNumber).toBe(true);
    expect((await admin('GET', '/admin/stats')).json).toMatchObject({
      ledger: { events: 1, receipts: 1, conflicts: 0 },
    });
    expect(await client.verifyIdentity(AN)).toEqual({ result: 'match' });
    await admin('POST', '/admin/reset', { people: true });
    expect(await client.verifyIdentity(AN)).toEqual({ result: 'not_found' });
  });
});

const startMock = (): Promise<PopulationMock> => createPopulationMock(mockOptions());

function mockOptions() {
  return {
    databaseUrl: database.urlFor('postgres'),
    clients: { luutru: ours.publicKey },
    privateKey: theirs.privateKey,
    adminToken: ADMIN_TOKEN,
  };
}

function connect(options: Partial<PopulationClientOptions> = {}): PopulationClient {
  return new PopulationClient({
    baseUrl: mock.url,
    clientId: 'luutru',
    privateKey: ours.privateKey,
    serverPublicKey: theirs.publicKey,
    timeoutMs: 10_000,
    maxConnections: 16,
    now: () => new Date(),
    ...options,
  });
}

function pick({ nationality, fullName, birthDate, sex }: PopulationPerson) {
  return { nationality, fullName, birthDate, sex };
}

type Answer = { status: number; headers: Headers; json: unknown };

async function raw(method: string, path: string, body: string | Buffer | undefined, headers: object): Promise<Answer> {
  const response = await fetch(mock.url + path, { method, body, headers: { ...headers } });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

function signedHeaders(method: string, path: string, body: string | Buffer, requestId: string = randomUUID()) {
  const time = new Date().toISOString();
  const text = requestText(method, path, requestId, time, 'luutru', Buffer.from(body));
  const signature = sign(null, Buffer.from(text), ours.privateKey).toString('base64');
  return { 'X-Request-Id': requestId, 'X-Request-Time': time, 'X-Client-Id': 'luutru', 'X-Signature': signature };
}

async function admin(
  method: string,
  path: string,
  body?: unknown,
  baseUrl = mock.url,
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { 'X-Admin-Token': ADMIN_TOKEN },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

async function behave(switches: object): Promise<void> {
  expect((await admin('PUT', '/admin/behaviour', switches)).status).toBe(200);
}

type Page = { entries: { eventId: string }[]; next: number };
const ledger = async (query: string): Promise<Page> => (await admin('GET', `/admin/ledger?${query}`)).json as Page;

async function entriesOf(event: StayEvent): Promise<unknown[]> {
  const { entries } = await ledger('after=0&content=true');
  return entries.filter((entry) => entry.eventId === event.eventId);
}
