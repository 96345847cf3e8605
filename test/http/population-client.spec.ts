import { randomUUID, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net';
import { PopulationClient, type PopulationClientOptions, type StayEvent } from '@luutru/population';
import { answerText } from '../../apps/population-mock/src/signature/signature';
import { keyPair, stayEvent } from './population.builders';

const ours = keyPair();
const theirs = keyPair();
const strangers = keyPair();

describe('a receiver that is not the population database', () => {
  const respond = (signature: (requestId: string, body: Buffer) => string, body: string, status = 201) =>
    createServer((request, response) => {
      request.resume().on('end', () => {
        const bytes = Buffer.from(body);
        const requestId = String(request.headers['x-request-id']);
        response.writeHead(status, { 'X-Response-Signature': signature(requestId, bytes) }).end(bytes);
      });
    });
  const signed =
    (key: string, status = 201) =>
    (requestId: string, body: Buffer) =>
      sign(null, Buffer.from(answerText(requestId, status, body)), key).toString('base64');
  const receipt = (event: StayEvent) =>
    JSON.stringify({ eventId: event.eventId, receiptNumber: 'LT1', recordedAt: '2026-11-23T15:00:00.000Z' });

  const event = stayEvent();
  const untrusted = { reason: 'untrusted-response', outcomeUnknown: true };
  it.each<[string, () => Server, object]>([
    ['forges the signature', () => respond(signed(strangers.privateKey), receipt(event)), untrusted],
    ['does not sign', () => respond(() => '', receipt(event)), untrusted],
    [
      'replays the answer to another request',
      () => respond((_id, body) => signed(theirs.privateKey)(randomUUID(), body), receipt(event)),
      untrusted,
    ],
    ['changes the status', () => respond(signed(theirs.privateKey, 201), receipt(event), 200), untrusted],
    ['answers too much', () => respond(signed(theirs.privateKey), ' '.repeat(100_000)), untrusted],
    [
      'answers for another event',
      () => respond(signed(theirs.privateKey), receipt(stayEvent())),
      { reason: 'server-error', outcomeUnknown: true },
    ],
    [
      'answers no JSON',
      () => respond(signed(theirs.privateKey), '<html>'),
      { reason: 'server-error', outcomeUnknown: true },
    ],
    ['forges that it is down', () => respond(signed(strangers.privateKey, 503), '{"code":"DOWN"}', 503), untrusted],
  ])('is not believed when it %s', async (_what, server, expected) => {
    await withServer(server(), async (baseUrl) => {
      const other = connect({ baseUrl });
      await expect(other.recordStayEvent(event)).rejects.toMatchObject({ name: 'PopulationUnavailable', ...expected });
      await other.close();
    });
  });

  it('believes an honest one', async () => {
    await withServer(respond(signed(theirs.privateKey), receipt(event)), async (baseUrl) => {
      const other = connect({ baseUrl });
      expect(await other.recordStayEvent(event)).toMatchObject({ receiptNumber: 'LT1', duplicate: false });
      await other.close();
    });
  });

  it('knows that a refused connection applied nothing', async () => {
    const closedPort = await withServer(createServer(), (baseUrl) => Promise.resolve(baseUrl));
    const other = connect({ baseUrl: closedPort });
    const refused = { reason: 'connection', outcomeUnknown: false, countsAgainstEvent: false };
    await expect(other.recordStayEvent(event)).rejects.toMatchObject(refused);
    await other.close();
    await expect(other.recordStayEvent(event)).rejects.toMatchObject(refused);
  });

  it('neither resends nor trusts a request that met a closing kept-alive connection', async () => {
    let requests = 0;
    const answerOnce = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        if (!data.includes('\r\n\r\n')) return;
        requests += 1;
        if (requests > 1) return void socket.resetAndDestroy();
        const requestId = /x-request-id: (.*)\r/i.exec(data.toString())?.[1] ?? '';
        const body = Buffer.from('{"code":"NOT_FOUND","message":""}');
        const signature = signed(theirs.privateKey, 404)(requestId, body);
        socket.write(
          `HTTP/1.1 404 Not Found\r\nContent-Length: ${body.length}\r\nX-Response-Signature: ${signature}\r\n\r\n${body.toString()}`,
        );
      });
    });
    await withServer(answerOnce, async (baseUrl) => {
      const other = connect({ baseUrl, maxConnections: 1 });
      expect(await other.findStayEvent(event.eventId)).toBeNull();
      await expect(other.recordStayEvent(event)).rejects.toMatchObject({ reason: 'connection', outcomeUnknown: true });
      expect(requests).toBe(2);
      await other.close();
    });
  });

  it('does not blame an event that never got a connection', async () => {
    const held: Socket[] = [];
    const acceptOne = createTcpServer((socket) => {
      held.push(socket.on('error', () => undefined));
      acceptOne.close();
    });
    await withServer(acceptOne, async (baseUrl) => {
      const narrow = connect({ baseUrl, timeoutMs: 200, maxConnections: 1 });
      const [sent, waiting] = await Promise.allSettled([
        narrow.recordStayEvent(stayEvent()),
        narrow.recordStayEvent(stayEvent()),
      ]);
      expect(sent).toMatchObject({ reason: { reason: 'timeout', outcomeUnknown: true, countsAgainstEvent: true } });
      expect(waiting).toMatchObject({ reason: { outcomeUnknown: false, countsAgainstEvent: false } });
      await narrow.close();
      held.forEach((socket) => socket.destroy());
    });
  });
});

function connect(options: Partial<PopulationClientOptions> = {}): PopulationClient {
  return new PopulationClient({
    baseUrl: 'http://127.0.0.1:1',
    clientId: 'luutru',
    privateKey: ours.privateKey,
    serverPublicKey: theirs.publicKey,
    timeoutMs: 10_000,
    maxConnections: 16,
    now: () => new Date(),
    ...options,
  });
}

async function withServer<T>(server: TcpServer, work: (baseUrl: string) => Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
