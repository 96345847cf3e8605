import { pino } from 'pino';
import type { Response } from 'supertest';
import { safeError } from '@luutru/platform';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy';
import { createTestDatabase } from '../support/database';
import { createTestApi, type TestApi } from '../support/test-api';
import { openScreening, type ScreeningDesk, WatchBuilder } from '../support/watch-lists';

const PAIRS = 150;

/** Everything of an answer but values that are its own: ids, signatures, moments; their lengths count. */
function shapeOf(answer: Response): unknown {
  const lengths = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lengths);
    if (typeof value === 'string') return `text of ${value.length}`;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lengths(inner)]));
  };
  const headers = Object.entries(answer.headers as Record<string, string>)
    .filter(([name]) => name !== 'date' && name !== 'x-request-id')
    .map(([name, value]) => [name, name === 'location' ? value.length : value]);
  return { status: answer.status, headers, bytes: answer.text.length, body: lengths(answer.body) };
}

describe('whoever declares somebody who is listed', () => {
  let api: TestApi;
  let proxy: CountingProxy;
  let desk: ScreeningDesk;
  let hotel: BuiltFacility;
  let key: string;
  const logged: string[] = [];

  beforeAll(async () => {
    const database = await createTestDatabase();
    proxy = await startCountingProxy(database.urlFor('luutru_app'));
    const sink = { write: (line: string) => void logged.push(line) };
    const logger = pino({ level: 'trace', serializers: { err: safeError } }, sink);
    api = await createTestApi({ database, databaseUrl: proxy.url, logger });
    desk = await openScreening(api);
    const watch = new WatchBuilder(api);
    await watch.entry(await watch.list(), { names: ['Trần Thị Bình'], birthDates: ['1990-08-15'] });
    hotel = await api.build.facility();
    key = await api.build.apiKey([hotel]);
    // What the program says of itself when it starts is no matter of people.
    logged.length = 0;
  });
  afterAll(async () => {
    await desk.close();
    await api.close();
    await proxy.close();
  });

  const person = (fullName: string, birthDate: string) => ({
    ...guest(),
    person: { fullName, birthDate, sex: 'F', document: { type: 1, number: nextPersonalNumber() } },
  });
  const listed = () => person('Trần Thị Bình', '1990-08-15');
  const unlisted = () => person('Đoàn Mỹ Thuật', '1990-08-15');

  it('learns nothing: the same answers, byte for byte in shape, at the cost of the same statements', async () => {
    for (const body of [listed(), unlisted()]) await api.declare(key, body);
    const seen = { listed: [] as string[], unlisted: [] as string[] };
    const stays = { listed: '', unlisted: '' };
    for (let pair = 0; pair < PAIRS; pair += 1) {
      for (const [kind, body] of [
        ['listed', listed()],
        ['unlisted', unlisted()],
      ] as const) {
        proxy.take();
        const answer = await api.declare(key, body);
        seen[kind].push(JSON.stringify({ ...(shapeOf(answer) as object), trips: proxy.take() }));
        stays[kind] = (answer.body as { stayId: string }).stayId;
      }
      // In the middle of it the worker raises alerts, so that later answers come with alerts there.
      if (pair % 50 === 10) await desk.screen();
    }
    await desk.screen();
    const [alerts] = await api.build.rows<{ n: number }>('SELECT count(DISTINCT stay_id)::int AS n FROM watch_alert');
    expect(alerts?.n).toBe(PAIRS + 1);
    expect([...new Set(seen.listed)]).toEqual([...new Set(seen.unlisted)]);
    expect(new Set(seen.listed).size).toBe(1);
    expect(JSON.parse(seen.listed[0] ?? '{}')).toMatchObject({ status: 201, trips: 1 });

    // Nor afterwards: what the facility reads of the stay, of its history and of its receipt.
    for (const path of ['', '/history', '/receipt']) {
      const read = async (kind: 'listed' | 'unlisted') => {
        proxy.take();
        const answer = await api.call('get', `/v1/stays/${stays[kind]}${path}`, key);
        const { status, headers, body } = shapeOf(answer) as Record<string, unknown>;
        return {
          status,
          names: (headers as string[][]).map(([name]) => name),
          keys: keysOf(body),
          trips: proxy.take(),
        };
      };
      expect(await read('listed')).toEqual(await read('unlisted'));
    }
  });

  it('nor from what its software is told, exported or sees in the queue, nor from the log', async () => {
    const told = await api.build.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM webhook_event WHERE event_type ~ '(alert|watch|screen)' OR data::text ~ '(alert|watch|screen)'`,
    );
    expect(told).toEqual([{ n: 0 }]);
    const exported = await api.call('get', `/v1/exports/stays?format=csv&facilityId=${hotel.code}`, key).buffer(true);
    expect(exported.status).toBe(200);
    expect(exported.text).not.toMatch(/alert|watch|cảnh báo|theo dõi|truy nã/i);
    const events = await api.build.rows<{ topics: string[]; n: number }>(
      `SELECT topics, count(*)::int AS n FROM (
         SELECT array_agg(topic ORDER BY topic) AS topics FROM outbox GROUP BY stay_id) per_stay GROUP BY topics`,
    );
    expect(events).toEqual([{ topics: ['population', 'screening'], n: 2 * PAIRS + 2 }]);
    expect(logged.length).toBeGreaterThan(2 * PAIRS);
    expect(logged.filter((line) => /alert|watch|screen|Bình/i.test(line))).toEqual([]);
  });

  it('nor by asking: every road to lists and alerts is closed to its people and machines alike', async () => {
    const [alert] = await api.build.rows<{ id: string; list: string }>(
      'SELECT alert_id AS id, list_id AS list FROM watch_alert LIMIT 1',
    );
    const roads = [
      ['get', '/v1/police/alerts'],
      ['get', '/v1/police/alerts/events?seconds=0'],
      ['get', `/v1/police/alerts/${alert?.id}`],
      ['post', `/v1/police/alerts/${alert?.id}/acknowledge`],
      ['get', '/v1/watch-lists'],
      ['get', `/v1/watch-lists/${alert?.list}/entries`],
      ['get', '/v1/watch-list-proposals'],
    ] as const;
    for (const [method, path] of roads) {
      const answer = await api.call(method, path, key).send(method === 'post' ? { version: 1 } : undefined);
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});

const keysOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(keysOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]));
};
