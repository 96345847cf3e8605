import { RawClient, statusOf } from '../support/raw-client';
import { createTestApi, type TestApi } from '../support/test-api';
import { guest } from '../support/builders';

const LIMITS = { headersMs: 300, bodyMs: 400, uploadMs: 700, sweepMs: 50, connectionsPerAddress: 250 };

describe('clients that take their time', () => {
  let api: TestApi;
  let url: string;
  let key: string;
  const clients: RawClient[] = [];
  const open = (): RawClient => {
    const client = new RawClient(url);
    clients.push(client);
    return client;
  };
  beforeAll(async () => {
    api = await createTestApi({ serverLimits: LIMITS });
    url = await api.url();
    key = await api.build.apiKey([await api.build.facility()]);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.stop();
  });
  afterAll(() => api.close());

  const head = (path: string, headers: string): string =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n${headers}\r\n\r\n`;

  it('a head that drips in is cut off', async () => {
    const text = await open().send('GET /v1/stays HTTP/1.1\r\nX-Slow: ').drip('abc', 20).closed();
    expect([statusOf(text), text.includes('request-too-slow')]).toEqual([408, true]);
  });

  it('so is a connection over which nothing is asked', async () => {
    expect(statusOf(await open().closed())).toBe(408);
  });

  it.each(['Content-Length: 5000', 'Transfer-Encoding: chunked'])(
    'a body that drips in is cut off: %s',
    async (length) => {
      const slow = open().send(head('/v1/stays', `Content-Type: application/json\r\n${length}`));
      if (length.startsWith('Transfer')) slow.send('3e8\r\n');
      const text = await slow.drip(' ', 20).closed();
      expect([statusOf(text), text.includes('request-too-slow')]).toEqual([408, true]);
    },
  );

  it('a file that drips in is given longer, and then cut off with nothing kept of it', async () => {
    const slow = open().send(head('/v1/batches?mode=validate', 'Content-Type: text/csv\r\nContent-Length: 5000'));
    expect([408, 0]).toContain(statusOf(await slow.drip('a;b\n', 20).closed()));
    const rows = await api.build.rows<{ state: string }>('SELECT state FROM batch');
    expect(rows).toEqual([{ state: 'receiving' }]);
  });

  it('headers beyond all measure are refused', async () => {
    const text = await open()
      .send(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)
      .closed();
    expect([statusOf(text), text.includes('headers-too-large')]).toEqual([431, true]);
  });

  it('what is no HTTP at all is answered and closed', async () => {
    const text = await open().send('\u0016\u0003\u0001 hello\r\n\r\n').closed();
    expect([statusOf(text), text.includes('request-malformed')]).toEqual([400, true]);
  });

  it('two hundred that only wait keep nobody from being served', async () => {
    for (let i = 0; i < 200; i += 1) open().send('GET /v1/stays HTTP/1.1\r\nHost: x\r\n').drip('X', 100);
    const answer = await fetch(`${url}/v1/stays`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': 'among-many' },
      body: JSON.stringify(guest()),
    });
    expect(answer.status).toBe(201);
    const texts = await Promise.all(clients.map((client) => client.closed()));
    expect(new Set(texts.map(statusOf))).toEqual(new Set([408]));
  });

  it('those who read nothing of a long answer hold nothing up', async () => {
    const deaf = Array.from({ length: 20 }, () => {
      const client = open();
      client.socket.pause();
      return client.send(`GET /docs-json HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(20));
    });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(deaf).toHaveLength(20);
  });
});
