import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { randomKeySet } from '../support/keys';
import { createTestApi, type TestApi } from '../support/test-api';
import { startImporter } from '../support/test-importer';

interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly accepted: number;
  readonly code: string;
  readonly error: { code: string } | null;
}

describe('the life of a batch', () => {
  const keys = { masterKeys: randomKeySet(), indexKeys: randomKeySet() };
  let api: TestApi;
  let importer: NestFastifyApplication | undefined;
  let hotel: BuiltFacility;
  let key: string;

  beforeAll(async () => {
    api = await createTestApi({ ...keys, webhook: { allowHttp: true, allowAddress: () => true } });
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    hotel = await api.build.facility({ rooms: ['203'] });
    key = await api.build.apiKey([hotel]);
  });
  afterEach(async () => {
    await importer?.close();
    importer = undefined;
  });
  afterAll(() => api.close());

  const start = async (): Promise<void> => {
    importer = await startImporter(api, keys);
  };
  const send = async (file: string, query = 'mode=commit'): Promise<Batch> =>
    (await api.call('post', `/v1/batches?${query}`, key).set('Content-Type', 'application/x-ndjson').send(file))
      .body as Batch;
  const get = async (batchId: string): Promise<Batch> =>
    (await api.call('get', `/v1/batches/${batchId}`, key)).body as Batch;
  const steer = (batchId: string, action: string, body: object = {}) =>
    api.call('post', `/v1/batches/${batchId}/${action}`, key).send(body);
  const until = async (batchId: string, there: (batch: Batch) => boolean): Promise<Batch> => {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const batch = await get(batchId);
      if (there(batch)) return batch;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Not there: ${JSON.stringify(await get(batchId))}`);
  };
  const over = (batchId: string): Promise<Batch> =>
    until(batchId, ({ state }) => ['validated', 'done', 'partly', 'refused', 'cancelled'].includes(state));
  const file = (rows: number, person: object = {}): string =>
    Array.from({ length: rows }, () =>
      JSON.stringify(guest({}, { document: { type: 1, number: nextPersonalNumber() }, ...person })),
    ).join('\n');
  const stays = async (): Promise<number> => {
    const [row] = await api.build.rows<{ n: number }>('SELECT count(*)::int AS n FROM stay WHERE facility_id = $1', [
      hotel.facilityId,
    ]);
    return row?.n ?? 0;
  };
  const news = () =>
    api.build.rows<{ id: string; state: string }>(
      `SELECT subject_id AS id, data->>'state' AS state FROM webhook_event
       WHERE facility_id = $1 AND event_type = 'batch.finished' ORDER BY occurred_at, event_id`,
      [hotel.facilityId],
    );

  it('is cancelled before anybody has begun, while it is recorded, or not at all; its software is told', async () => {
    await api.call('post', '/v1/webhooks', key).send({ url: 'http://127.0.0.1:1/' }).expect(201);
    const waiting = await send(file(3));
    expect(waiting.state).toBe('received');
    expect((await steer(waiting.batchId, 'cancel')).body).toMatchObject({ state: 'cancelled', done: 0 });
    await start();
    api.clock.set('2026-11-23T14:57:00Z');
    const long = await send(file(6_000));
    await until(long.batchId, ({ done }) => done > 0);
    expect((await steer(long.batchId, 'cancel')).status).toBe(202);
    const cancelled = await over(long.batchId);
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.done).toBeLessThan(6_000);
    expect(await stays()).toBe(cancelled.accepted);
    api.clock.set('2026-11-23T14:58:00Z');
    const short = await over((await send(file(2))).batchId);
    expect([short.state, await stays()]).toEqual(['done', cancelled.accepted + 2]);
    expect((await steer(short.batchId, 'cancel')).status).toBe(409);
    expect(await get(waiting.batchId)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(await news()).toEqual([
      { id: waiting.batchId, state: 'cancelled' },
      { id: long.batchId, state: 'cancelled' },
      { id: short.batchId, state: 'done' },
    ]);
  }, 60_000);

  it('goes through its states, and is kept with its rows when everything is started again', async () => {
    await start();
    const checked = await over((await send(file(2), 'mode=validate&fileName=thang-11.jsonl')).batchId);
    expect([checked.state, await stays()]).toEqual(['validated', 0]);
    expect((await steer(checked.batchId, 'commit', { policy: 'all-or-nothing' })).status).toBe(202);
    const done = await until(checked.batchId, ({ state }) => state === 'done');
    expect([done.accepted, await stays()]).toEqual([2, 2]);
    await importer?.close();
    importer = undefined;
    const later = await createTestApi({ ...keys, database: api.database, receiptKey: api.receiptKey });
    const listed = await later.call('get', '/v1/batches', key);
    expect((listed.body as { batches: object[] }).batches).toMatchObject([
      { batchId: done.batchId, state: 'done', fileName: 'thang-11.jsonl', total: 2 },
    ]);
    const rows = await later.call('get', `/v1/batches/${done.batchId}/rows`, key);
    expect((rows.body as { rows: { outcome: string }[] }).rows.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
    ]);
    await later.app.close();
  });

  it('is not recorded twice by being checked twice, even where nobody has a number', async () => {
    await start();
    const nobody = file(2, { document: { type: 9, description: 'Mất giấy tờ' } });
    const [first, second] = [await send(nobody, 'mode=validate'), await send(nobody, 'mode=validate')];
    await Promise.all([over(first.batchId), over(second.batchId)]);
    await steer(first.batchId, 'commit', { policy: 'valid-rows' }).expect(202);
    await until(first.batchId, ({ state }) => state === 'done');
    const refused = await steer(second.batchId, 'commit', { policy: 'valid-rows' });
    expect([refused.status, (refused.body as Batch).code]).toEqual([409, 'batch-same-file']);
    expect(await stays()).toBe(2);
    await steer(second.batchId, 'commit', { policy: 'valid-rows', again: true }).expect(202);
    await until(second.batchId, ({ state }) => state === 'done');
    expect(await stays()).toBe(4);
  });

  it('is given up when one process after the other dies of it, so that others get their turn', async () => {
    const deadly = await send(file(1));
    const healthy = await send(file(2));
    await api.build.rows('UPDATE batch SET failures = 20, lease_number = 20 WHERE batch_id = $1', [deadly.batchId]);
    await start();
    expect(await over(deadly.batchId)).toMatchObject({ state: 'refused', error: { code: 'batch-given-up' } });
    expect(await over(healthy.batchId)).toMatchObject({ state: 'done', accepted: 2 });
    const [counted] = await api.build.rows<{ failures: number }>('SELECT failures FROM batch WHERE batch_id = $1', [
      healthy.batchId,
    ]);
    expect(counted?.failures).toBe(0);
    expect(await stays()).toBe(2);
  });

  it('counts how often it is begun, as long as nothing comes of it', async () => {
    const batch = await send(file(1, {}).replace('2026-11-25', '2026-12-05'));
    await api.build.rows('ALTER TABLE batch_row RENAME TO batch_row_away');
    try {
      await start();
      const beginnings = async (): Promise<number> => {
        const [row] = await api.build.rows<{ failures: number }>('SELECT failures FROM batch WHERE batch_id = $1', [
          batch.batchId,
        ]);
        return row?.failures ?? 0;
      };
      // Each look is a minute later: whatever a beginning left waits for has passed.
      for (let minute = 0; (await beginnings()) < 3; minute += 1) {
        if (minute > 2_000) throw new Error(`Begun ${await beginnings()} times`);
        api.clock.set(new Date(Date.parse('2026-11-23T14:56:00Z') + minute * 60_000).toISOString());
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      await api.build.rows('ALTER TABLE batch_row_away RENAME TO batch_row');
    }
    api.clock.set(new Date(api.clock.now().getTime() + 60_000).toISOString());
    expect(await over(batch.batchId)).toMatchObject({ state: 'done', accepted: 1 });
  });
});
