import { randomUUID, sign } from 'node:crypto';
import { digestOfStayEvent, type HeldStayEvent, type HeldStayEvents, PopulationClient } from '@luutru/population';
import { createPopulationMock, type PopulationMock } from '../../apps/population-mock/src/population-mock';
import { requestText } from '../../apps/population-mock/src/signature/signature';
import { createBlankDatabase, type TestDatabase } from '../support/database';
import { keyPair, stayEvent } from './population.builders';

const ours = keyPair();
const theirs = keyPair();
const strangers = keyPair();

let database: TestDatabase;
let mock: PopulationMock;
let client: PopulationClient;
let other: PopulationClient;

beforeAll(async () => {
  database = await createBlankDatabase();
  mock = await createPopulationMock({
    databaseUrl: database.urlFor('postgres'),
    clients: { luutru: ours.publicKey, other: strangers.publicKey },
    privateKey: theirs.privateKey,
    adminToken: 'admin-token-of-the-test',
  });
  client = connect('luutru', ours.privateKey);
  other = connect('other', strangers.privateKey);
});

afterAll(async () => {
  await client.close();
  await other.close();
  await mock.close();
  await database.drop();
});

describe('asking what was received', () => {
  const around = (ms: number) => ({ from: new Date(Date.now() - ms), to: new Date(Date.now() + ms) });

  it('lists the events of a period page by page, each once, with the digest that we make of them', async () => {
    const started = new Date();
    const events = Array.from({ length: 230 }, stayEvent);
    for (const event of events) await client.recordStayEvent(event);
    const found: HeldStayEvent[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const page: HeldStayEvents = await client.listStayEvents({ from: started, to: around(60_000).to, after });
      sizes.push(page.entries.length);
      found.push(...page.entries);
      after = page.next;
    } while (after !== null);
    expect(sizes).toEqual([200, 30]);
    const digests = new Map(found.map(({ eventId, digest }) => [eventId, digest]));
    expect(digests).toEqual(new Map(events.map((event) => [event.eventId, digestOfStayEvent(event)])));
    expect((await client.listStayEvents({ from: new Date(0), to: started })).entries).not.toContainEqual(found[0]);
  });

  it('looks many up at once and leaves out what it does not hold', async () => {
    const [held, lost] = [stayEvent(), stayEvent()];
    await client.recordStayEvent(held);
    expect(await client.lookUpStayEvents([held.eventId, lost.eventId])).toEqual([
      { eventId: held.eventId, recordedAt: expect.stringMatching(/Z$/) as string, digest: digestOfStayEvent(held) },
    ]);
    expect(await client.lookUpStayEvents([])).toEqual([]);
  });

  it('compares what happened, not what the sender may state otherwise on another day', () => {
    const event = stayEvent();
    const digest = digestOfStayEvent(event);
    expect(digestOfStayEvent({ ...event, late: true, facility: { ...event.facility, name: 'Tên mới' } })).toBe(digest);
    expect(digestOfStayEvent({ ...event, stay: { ...event.stay, place: { room: '204' } } })).not.toBe(digest);
  });

  it('tells a client nothing of the events of others', async () => {
    const event = stayEvent();
    await client.recordStayEvent(event);
    expect(await other.listStayEvents(around(60_000))).toEqual({ entries: [], next: null });
    expect(await other.lookUpStayEvents([event.eventId])).toEqual([]);
  });

  it.each([
    ['from=2026-11-23T00:00:00Z', 'to'],
    ['from=2026-11-23&to=2026-11-24T00:00:00Z', 'from'],
    ['from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z', 'to'],
    ['from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z&limit=201', 'limit'],
    ['from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z&after=x', 'after'],
    ['from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z&all=true', 'all'],
  ])('refuses ?%s and names %s', async (query, field) => {
    const path = `/v1/stay-events?${query}`;
    const answer = await raw('GET', path, '');
    expect(answer).toMatchObject({ status: 400, json: { code: 'INVALID', field } });
  });

  it('takes each request id once and each question in its size', async () => {
    const path = '/v1/stay-events?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z';
    const requestId = randomUUID();
    expect((await raw('GET', path, '', requestId)).status).toBe(200);
    expect(await raw('GET', path, '', requestId)).toMatchObject({ status: 409, json: { code: 'REQUEST_REPLAYED' } });
    const many = { eventIds: Array.from({ length: 201 }, (_, at) => `f:s:${at}`) };
    const body = JSON.stringify(many);
    const looked = '/v1/stay-events/lookups';
    expect(await raw('POST', looked, body)).toMatchObject({
      status: 400,
      json: { field: 'eventIds' },
    });
  });
});

function connect(clientId: string, privateKey: string): PopulationClient {
  return new PopulationClient({
    baseUrl: mock.url,
    clientId,
    privateKey,
    serverPublicKey: theirs.publicKey,
    timeoutMs: 10_000,
    maxConnections: 4,
    now: () => new Date(),
  });
}

/** A signed call that the client would not make. */
async function raw(method: string, path: string, body: string, requestId: string = randomUUID()) {
  const requestTime = new Date().toISOString();
  const text = requestText(method, path, requestId, requestTime, 'luutru', Buffer.from(body));
  const answer = await fetch(`${mock.url}${path}`, {
    method,
    ...(body !== '' && { body }),
    headers: {
      ...(body !== '' && { 'Content-Type': 'application/json' }),
      'X-Request-Id': requestId,
      'X-Request-Time': requestTime,
      'X-Client-Id': 'luutru',
      'X-Signature': sign(null, Buffer.from(text), ours.privateKey).toString('base64'),
    },
  });
  return { status: answer.status, json: await answer.json() };
}
