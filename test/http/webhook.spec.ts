import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OverdueMarking } from '@luutru/declaration';
import { type Deliverable, DeliverableRepository, OutboxRepository } from '@luutru/delivery';
import { KeyRing, openDatabase } from '@luutru/platform';
import { SafeSender, WebhookCourier } from '@luutru/webhook';
import { type BuiltFacility, guest } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const LOOPBACK = { allowHttp: true, allowAddress: (address: string) => address === '127.0.0.1' };

describe('webhooks', () => {
  let api: TestApi;
  let hotel: BuiltFacility;
  let key: string;
  let server: Server;
  let url: string;
  let courier: WebhookCourier;
  let overdue: OverdueMarking;
  let outbox: OutboxRepository;
  let deliverables: DeliverableRepository;
  let close: () => Promise<void>;
  const received: Received[] = [];
  let status = 200;

  beforeAll(async () => {
    api = await createTestApi({ webhook: LOOPBACK });
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end('x');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const worker = await openDatabase({
      url: api.database.urlFor('luutru_worker'),
      poolSize: 4,
      applicationName: 'test',
      entities: [],
    });
    close = () => worker.close();
    overdue = new OverdueMarking(worker.database, api.clock);
    outbox = new OutboxRepository(worker.database);
    deliverables = new DeliverableRepository(worker.database, outbox, api.app.get(KeyRing));
    courier = new WebhookCourier(worker.database, api.app.get(KeyRing), new SafeSender(LOOPBACK), api.clock, () => 0.5);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    received.length = 0;
    status = 200;
    hotel = await api.build.facility();
    key = await api.build.apiKey([hotel]);
  });
  afterAll(async () => {
    await close();
    server.close();
    await api.close();
  });

  const register = async (change: object = {}): Promise<{ endpointId: string; secret: string }> => {
    const answer = await api.call('post', '/v1/webhooks', key).send({ url, ...change });
    expect(answer.status).toBe(201);
    return answer.body as never;
  };
  const checkOut = async (): Promise<string> => {
    const { stayId } = (await api.declare(key, guest())).body as { stayId: string };
    await api.call('post', `/v1/stays/${stayId}/check-out`, key).send({ version: 1 });
    return stayId;
  };
  const deliveries = async (
    endpointId: string,
  ): Promise<
    { eventId: string; state: string; attempts: number; lastStatus: number | null; lastError: string | null }[]
  > =>
    ((await api.call('get', `/v1/webhooks/${endpointId}/deliveries`, key)).body as { deliveries: never[] }).deliveries;

  it('tell an endpoint what happened, signed, without a word of a person', async () => {
    const { endpointId, secret } = await register();
    const stayId = await checkOut();
    expect(await courier.run()).toBe(1);
    expect(await courier.run()).toBe(0);
    const [message] = received;
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'stay.departed',
      timestamp: '2026-11-23T21:56:00+07:00',
      data: { facilityId: hotel.facilityId, id: stayId, version: 2, state: 'left_early' },
    });
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = message?.headers ?? {};
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(
      `${String(id)}.${String(at)}.${message?.body}`,
    );
    expect(signature).toBe(`v1,${mac.digest('base64')}`);
    expect(await deliveries(endpointId)).toMatchObject([{ eventId: id, state: 'done', attempts: 1, lastStatus: 200 }]);
    const { secret: next } = (await api.call('post', `/v1/webhooks/${endpointId}/rotate`, key)).body as {
      secret: string;
    };
    await api.call('post', `/v1/webhooks/${endpointId}/test`, key);
    await courier.run();
    expect(next).not.toBe(secret);
    expect(String(received[1]?.headers['webhook-signature']).split(' ')).toHaveLength(2);
  });

  it('tell of people who should have left', async () => {
    await register({ eventTypes: ['stay.overdue'] });
    const { stayId } = (await api.declare(key, guest({ expectedDepartureAt: '2026-11-25T12:00' }))).body as {
      stayId: string;
    };
    api.clock.set('2026-11-25T05:00:01Z');
    await overdue.run();
    expect(await overdue.run()).toEqual([]);
    expect(await courier.run()).toBe(1);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'stay.overdue',
      data: { id: stayId, state: 'overdue', expectedDepartureAt: '2026-11-25T12:00:00+07:00' },
    });
  });

  it('tell what the population database made of a stay, and that it was corrected', async () => {
    await register({ eventTypes: ['stay.verified', 'stay.mismatch', 'stay.failed', 'stay.corrected'] });
    const { stayId } = (await api.declare(key, guest())).body as { stayId: string };
    const end = async (finish: (deliverable: Deliverable, at: Date) => Promise<void>): Promise<void> => {
      const jobs = await outbox.claim('population', api.clock.now(), 60_000, 100);
      const job = jobs.find((one) => one.facilityId === hotel.facilityId);
      if (!job) throw new Error('nothing to deliver');
      const deliverable = await deliverables.lease(job, new Date(api.clock.now().getTime() + 60_000));
      if (!deliverable) throw new Error('not leased');
      await finish(deliverable, api.clock.now());
    };
    const told = async (): Promise<object[]> => {
      received.length = 0;
      await courier.run();
      return received.map(({ body }) => {
        const { type, data } = JSON.parse(body) as { type: string; data: object };
        return { type, ...data };
      });
    };
    await end((one, at) => deliverables.finish(one, { result: 'match' }, at));
    const { facilityId } = hotel;
    expect(await told()).toEqual([{ type: 'stay.verified', facilityId, id: stayId, version: 1 }]);
    const changes = { person: { fullName: 'Trần Thị Bích' } };
    await api.call('post', `/v1/stays/${stayId}/correct`, key).send({ version: 1, changes }).expect(200);
    expect(await told()).toEqual([{ type: 'stay.corrected', facilityId, id: stayId, version: 2, state: 'in_house' }]);
    await end((one, at) => deliverables.finish(one, { result: 'mismatch', fields: ['fullName'] }, at));
    expect(await told()).toEqual([{ type: 'stay.mismatch', facilityId, id: stayId, version: 2 }]);
    await api
      .call('post', `/v1/stays/${stayId}/correct`, key)
      .send({ version: 2, changes: { note: 'x' } })
      .expect(200);
    await told();
    await end((one, at) => deliverables.bury(one, 'invalid-request', at));
    expect(await told()).toEqual([
      { type: 'stay.failed', facilityId, id: stayId, version: 3, code: 'invalid-request' },
    ]);
  });

  it('tell only what an endpoint wants to know, and nobody where there is none', async () => {
    await checkOut();
    const [none] = await api.build.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM webhook_event WHERE facility_id = $1',
      [hotel.facilityId],
    );
    expect(none?.n).toBe(0);
    await register({ eventTypes: ['stay.cancelled'] });
    await checkOut();
    expect(await courier.run()).toBe(0);
  });

  it('are tried again with pauses, given up in the end, and sent again when asked to', async () => {
    const { endpointId } = await register();
    await checkOut();
    status = 500;
    expect(await courier.run()).toBe(1);
    expect(await courier.run()).toBe(0);
    let hours = 0;
    for (; hours < 48 && (await deliveries(endpointId))[0]?.state === 'pending'; hours += 1) {
      api.clock.set(new Date(Date.parse('2026-11-23T15:00:00Z') + hours * 3_600_000).toISOString());
      await courier.run();
    }
    const [dead] = await deliveries(endpointId);
    expect(dead).toMatchObject({ state: 'dead', attempts: 10, lastStatus: 500, lastError: 'status' });
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    status = 302;
    expect((await api.call('post', `/v1/webhooks/${endpointId}/replay`, key).send({})).body).toEqual({ count: 1 });
    await courier.run();
    expect(await deliveries(endpointId)).toMatchObject([{ state: 'pending', lastStatus: 302 }]);
    status = 204;
    expect(
      (await api.call('post', `/v1/webhooks/${endpointId}/replay`, key).send({ eventId: dead?.eventId })).body,
    ).toEqual({ count: 1 });
    await courier.run();
    expect(await deliveries(endpointId)).toMatchObject([{ state: 'done' }]);
  });

  it('end where the other side says that it is gone', async () => {
    const { endpointId } = await register();
    await checkOut();
    status = 410;
    await courier.run();
    const listed = await api.call('get', '/v1/webhooks', key);
    expect((listed.body as { webhooks: object[] }).webhooks).toMatchObject([
      { endpointId, state: 'disabled', disabledBecause: 'gone' },
    ]);
    await checkOut();
    expect(await courier.run()).toBe(0);
    await api.call('delete', `/v1/webhooks/${endpointId}`, key).expect(204);
    expect((await api.call('get', `/v1/webhooks/${endpointId}/deliveries`, key)).status).toBe(404);
  });

  it('are sent by one of several workers only, and again after one died', async () => {
    await register();
    await Promise.all(Array.from({ length: 4 }, checkOut));
    const counts = await Promise.all([courier.run(), courier.run(), courier.run()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(received).toHaveLength(4);
    await checkOut();
    await api.build.rows(
      `UPDATE webhook_delivery SET available_at = '2026-11-23T14:56:30Z', claim_number = 1 WHERE state = 'pending'`,
    );
    expect(await courier.run()).toBe(0);
    api.clock.set('2026-11-23T14:56:31Z');
    expect(await courier.run()).toBe(1);
  });

  it('go nowhere inside, neither when registered nor when sent', async () => {
    const strict = await createTestApi({ database: api.database, receiptKey: api.receiptKey });
    const refused = async (target: string): Promise<string | undefined> =>
      ((await strict.call('post', '/v1/webhooks', key).send({ url: target })).body as { errors: { code: string }[] })
        .errors[0]?.code;
    expect(await refused(url)).toBe('webhook-url-not-https');
    expect(await refused('https://127.0.0.1/x')).toBe('webhook-url-internal');
    expect(await refused('https://169.254.169.254/latest/meta-data')).toBe('webhook-url-internal');
    expect(await refused('https://localhost:8080/')).toBe('webhook-url-internal');
    const sender = new SafeSender({ allowHttp: true });
    expect(await sender.post(url, {}, '{}')).toMatchObject({ status: null, error: 'webhook-url-internal' });
    expect(await sender.post('http://localhost:1/', {}, '{}')).toMatchObject({
      status: null,
      error: 'webhook-url-internal',
    });
    expect(received).toEqual([]);
    await strict.app.close();
  });
});
