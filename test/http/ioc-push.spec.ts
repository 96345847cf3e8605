import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PartnerKeyService } from '@luutru/access';
import { feedWorker, type FeedWorker } from '../support/figure-feed';
import { SigningPartner } from '../support/signed-requests';
import { createTestApi, type TestApi } from '../support/test-api';
import { Worlds } from '../support/world';

const LOOPBACK = { allowHttp: true, allowAddress: (address: string) => address === '127.0.0.1' };
const UNIT = 'p48';

interface Message {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
interface Endpoint {
  readonly endpointId: string;
  readonly secret: string;
  readonly state: string;
  readonly disabledBecause: string | null;
  readonly sentNumber: number;
  readonly waiting: number;
  readonly attempts: number;
  readonly lastStatus: number | null;
}

describe('changes pushed to an operations centre', () => {
  let api: TestApi;
  let worker: FeedWorker;
  let centre: SigningPartner;
  let server: Server;
  let url: string;
  let received: Message[] = [];
  let status = 200;
  beforeAll(async () => {
    api = await createTestApi({ webhook: LOOPBACK });
    worker = await feedWorker(api, LOOPBACK);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    centre = new SigningPartner(api.clock, () => api.url());
    centre.key = await new Worlds(api).newPartnerKey(UNIT, centre.publicKey, 'figures');
  });
  beforeEach(async () => {
    for (const { endpointId } of await list()) await centre.send('DELETE', `/v1/ioc/webhooks/${endpointId}`);
    received = [];
    status = 200;
  });
  afterAll(async () => {
    await worker.close();
    server.close();
    await api.close();
  });

  let serial = 0;
  const tell = (count: number): Promise<void> =>
    worker.database.transaction({ facilityIds: [] }, async (tx) => {
      await tx.query('INSERT INTO feed (unit_id) VALUES ($1) ON CONFLICT DO NOTHING', [UNIT]);
      const told = Array.from({ length: count }, () => ({
        kind: 'day' as const,
        subject: `day-${(serial += 1)}`,
        content: { figures: { arrivals: 5 } },
      }));
      await worker.feed.append(tx, UNIT, told, api.clock.now());
    });
  const register = async (change: object = {}): Promise<Endpoint> => {
    const answer = await centre.send('POST', '/v1/ioc/webhooks', { body: { url, ...change } });
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.body as Endpoint;
  };
  const list = async (): Promise<Endpoint[]> =>
    ((await centre.send('GET', '/v1/ioc/webhooks')).body as { webhooks: Endpoint[] }).webhooks;
  const numbers = (): number[] =>
    received.map(({ body }) => (JSON.parse(body) as { data: { number: number } }).data.number);
  const drain = async (courier = worker.courier()): Promise<void> => {
    while ((await courier.run()) > 0);
  };

  it('arrive one by one in their order, signed, under the id that pulling shows', async () => {
    const { secret } = await register();
    await tell(45);
    await drain();
    const { changes } = (await centre.send('GET', '/v1/ioc/changes?limit=500')).body as {
      changes: { number: number; id: string }[];
    };
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(changes.slice(-45).map(({ id }) => id));
    expect(numbers()).toEqual(changes.slice(-45).map(({ number }) => number));
    for (const { headers, body } of received) {
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
      const wanted = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(signed)
        .digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${wanted}`);
    }
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'figures.changed',
      unitId: UNIT,
      data: { kind: 'day', figures: { arrivals: 5 } },
    });
    expect(await list()).toMatchObject([{ waiting: 0, attempts: 0, lastStatus: 200 }]);
  });

  it('wait while the receiver fails, later ones too, and come in order once it answers', async () => {
    await register();
    await tell(3);
    status = 500;
    await drain();
    expect(received).toHaveLength(1);
    expect(await list()).toMatchObject([{ waiting: 3, attempts: 1, lastStatus: 500 }]);
    await drain();
    expect(received).toHaveLength(1);
    api.clock.advance(7_000);
    await drain();
    expect(received).toHaveLength(2);
    status = 204;
    api.clock.advance(61_000);
    await drain();
    const [first = 0, ...rest] = numbers();
    expect(rest).toEqual([first, first, first + 1, first + 2]);
    expect(new Set(received.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('are pushed by one of several workers, and again by another when one dies holding the endpoint', async () => {
    await register();
    await tell(30);
    await Promise.all([1, 2, 3, 4].map(() => drain(worker.courier())));
    const [first = 0] = numbers();
    expect(numbers()).toEqual(Array.from({ length: 30 }, (_, index) => first + index));
    received = [];
    await tell(2);
    await api.build.rows(
      `UPDATE feed_endpoint SET available_at = $1::timestamptz + interval '60 s', claim_number = claim_number + 1 WHERE state = 'active'`,
      [api.clock.now()],
    );
    await drain();
    expect(received).toEqual([]);
    api.clock.advance(61_000);
    await drain();
    expect(received).toHaveLength(2);
  });

  it('begin where the receiver says', async () => {
    await tell(4);
    const { changes } = (await centre.send('GET', '/v1/ioc/changes?limit=500')).body as {
      changes: { id: string; number: number }[];
    };
    const third = changes.at(-3);
    await register({ since: `${third?.number}-${third?.id.slice(-12)}` });
    await drain();
    expect(numbers()).toEqual(changes.slice(-2).map(({ number }) => number));
    const unknown = await centre.send('POST', '/v1/ioc/webhooks', { body: { url, since: '1-000000000000' } });
    expect(unknown.status).toBe(409);
  });

  it('end with the key, with 410 and after five days of failures; a new secret goes on where it stopped', async () => {
    const { endpointId } = await register();
    status = 410;
    await tell(1);
    await drain();
    expect(await list()).toMatchObject([{ state: 'disabled', disabledBecause: 'gone', waiting: 1 }]);
    status = 500;
    expect((await centre.send('POST', `/v1/ioc/webhooks/${endpointId}/rotate`)).status).toBe(200);
    for (let day = 0; day < 14; day += 1) {
      await drain();
      api.clock.advance(15 * 3_600_000 + 4 * 3_600_000);
    }
    expect(await list()).toMatchObject([{ state: 'disabled', disabledBecause: 'failing' }]);
    status = 200;
    received = [];
    await centre.send('POST', `/v1/ioc/webhooks/${endpointId}/rotate`);
    await drain();
    expect(received[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    expect(await list()).toMatchObject([{ state: 'active', waiting: 0 }]);
    const instruction = { actor: { kind: 'system', id: 'test' }, requestId: null } as const;
    const replacement = new SigningPartner(api.clock, () => api.url());
    await tell(1);
    received = [];
    await api.app.get(PartnerKeyService).revoke(centre.key.id, instruction);
    await drain();
    expect(received).toEqual([]);
    replacement.key = await new Worlds(api).newPartnerKey(UNIT, replacement.publicKey, 'figures');
    centre = replacement;
    await drain();
    expect(received).toHaveLength(1);
  });

  it('go to few places, and who had that done stands in the audit trail', async () => {
    for (let count = 0; count < 3; count += 1) await register();
    const more = await centre.send('POST', '/v1/ioc/webhooks', { body: { url } });
    expect(more.body).toMatchObject({ status: 409, code: 'feed-endpoints-too-many' });
    const audit = await api.build.rows<{ action: string }>(
      `SELECT DISTINCT action FROM audit_entry WHERE subject_kind = 'feed-endpoint' ORDER BY 1`,
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'feed-endpoint.register',
      'feed-endpoint.remove',
      'feed-endpoint.rotate',
    ]);
  });
});
