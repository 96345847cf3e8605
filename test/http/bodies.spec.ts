import { deflateSync, gzipSync } from 'node:zlib';
import { guest } from '../support/builders';
import { RawClient, statusOf } from '../support/raw-client';
import { createTestApi, type TestApi } from '../support/test-api';

const MEGABYTE = 1_048_576;

describe('bodies that nobody should send', () => {
  let api: TestApi;
  let url: string;
  let key: string;
  beforeAll(async () => {
    api = await createTestApi({ serverLimits: { bodyMs: 4_000, sweepMs: 50, tooLargeMs: 300 } });
    url = await api.url();
    key = await api.build.apiKey([await api.build.facility()]);
    expect((await api.declare(key, guest())).status).toBe(201);
  });
  afterAll(() => api.close());

  const head = (path: string, ...headers: string[]): string =>
    [
      `POST ${path} HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${key}`,
      'Idempotency-Key: body',
      ...headers,
      '',
      '',
    ].join('\r\n');
  const send = (body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/v1/stays`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      body,
    });
  const code = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;
  const JSON_TYPE = 'Content-Type: application/json';

  it.each([
    ['JSON', '/v1/stays', JSON_TYPE],
    ['portal declarations', '/client-service/kbtt-vn/kbtt-3th', JSON_TYPE],
    ['a form', '/authorization-service/oauth/token', 'Content-Type: application/x-www-form-urlencoded'],
    ['JSON of somebody unknown', '/v1/sign-in', JSON_TYPE],
  ])('a gigabyte of %s is refused by its length, before it is sent', async (_what, path, type) => {
    const client = new RawClient(url).send(head(path, type, `Content-Length: ${1024 * MEGABYTE}`));
    const begin = performance.now();
    expect(statusOf(await client.closed())).toBe(413);
    // Late, so that whoever sends the next at once is slowed down by it.
    expect(performance.now() - begin).toBeGreaterThanOrEqual(290);
  });

  it.each([
    ['JSON', '/v1/stays', 2 * MEGABYTE],
    ['portal declarations', '/client-service/kbtt-vn/kbtt-3th', 24 * MEGABYTE],
  ])('a gigabyte of %s that does not say how long it is, is cut off after the limit', async (_what, path, atMost) => {
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, ' '), Buffer.from('\r\n')]);
    const before = process.memoryUsage().rss;
    const client = new RawClient(url).send(head(path, JSON_TYPE, 'Transfer-Encoding: chunked'));
    const sent = await client.pour(chunk, 1024 * MEGABYTE);
    expect(statusOf(await client.answered())).toBe(413);
    client.stop();
    // What the sockets of both sides hold comes on top of the limit.
    expect(sent).toBeLessThan(atMost + 16 * MEGABYTE);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
  });

  it('a file beyond the limit is refused while it comes, and memory does not grow with it', async () => {
    const tooLong = new RawClient(url).send(
      head('/v1/batches?mode=validate', 'Content-Type: text/csv', `Content-Length: ${1024 * MEGABYTE}`),
    );
    expect(statusOf(await tooLong.closed())).toBe(413);
    expect((await api.call('get', '/v1/stays', key)).status).toBe(200);
  });

  it('lengths that do not hold are faults of the request', async () => {
    const short = new RawClient(url).send(head('/v1/stays', JSON_TYPE, 'Content-Length: 100') + '{}');
    expect(statusOf(await short.closed())).toBe(408);
    for (const length of ['-1', 'abc', '1e9', '99999999999999999999999999']) {
      const client = new RawClient(url).send(head('/v1/stays', JSON_TYPE, `Content-Length: ${length}`) + '{}');
      expect([length, [400, 413].includes(statusOf(await client.closed()))]).toEqual([length, true]);
    }
    const both = head('/v1/stays', JSON_TYPE, 'Content-Length: 2', 'Transfer-Encoding: chunked');
    expect(statusOf(await new RawClient(url).send(`${both}2\r\n{}\r\n0\r\n\r\n`).closed())).toBe(400);
    const broken = head('/v1/stays', JSON_TYPE, 'Transfer-Encoding: chunked');
    expect(statusOf(await new RawClient(url).send(`${broken}zz\r\n{}\r\n`).closed())).toBe(400);
    const more = new RawClient(url).send(head('/v1/stays', JSON_TYPE, 'Content-Length: 2') + '{}{"more":1}');
    expect([400, 422]).toContain(statusOf(await more.answered()));
    more.stop();
  });

  it('compressed bodies are refused as what they are', async () => {
    const text = JSON.stringify(guest());
    const bomb = gzipSync(Buffer.alloc(20 * MEGABYTE, ' '));
    const bodies = { gzip: gzipSync(text), deflate: deflateSync(text), br: Buffer.from(text) };
    for (const [encoding, body] of Object.entries(bodies)) {
      const answer = await send(body, { 'content-encoding': encoding, 'idempotency-key': encoding });
      expect([encoding, answer.status, await code(answer)]).toEqual([encoding, 415, 'media-type-unsupported']);
    }
    expect((await send(bomb, { 'content-encoding': 'gzip' })).status).toBe(415);
    const identity = await send(text, { 'content-encoding': 'identity', 'idempotency-key': 'identity' });
    expect(identity.status).toBe(201);
  });

  it.each([
    ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['objects in a field', `{"person":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
  ])('%s nested a hundred thousand deep are refused', async (_what, body) => {
    expect([400, 422]).toContain((await send(body)).status);
  });

  it('a hundred thousand names, or as many elements, are refused without filling the answer', async () => {
    const names = `{${Array.from({ length: 90_000 }, (_, i) => `"k${i}":1`).join(',')}}`;
    const elements = JSON.stringify(Array.from({ length: 500_000 }, () => 0));
    for (const path of ['/v1/stays', '/v1/stays/validate', '/v1/stays/check-out', '/client-service/kbtt-vn/kbtt-3th']) {
      for (const body of [names, elements, `{"person":${names}}`, `{"stays":${elements}}`]) {
        const answer = await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': 'many' },
          body,
        });
        const text = await answer.text();
        expect([path, body.slice(0, 12), answer.status >= 400 && answer.status < 500]).toEqual([
          path,
          body.slice(0, 12),
          true,
        ]);
        expect(text.length).toBeLessThan(200_000);
      }
    }
  });

  it('names that would reach into every object are refused and change nothing', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      for (const body of [
        `{"${name}":{"polluted":true}}`,
        `{"person":{"${name}":{"prototype":{"polluted":true}}}}`,
        `{"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":true}}`,
      ]) {
        expect([body, [400, 422].includes((await send(body)).status)]).toEqual([body, true]);
      }
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
