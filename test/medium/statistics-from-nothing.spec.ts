import { type AccessScope, type Database, openDatabase, type Transaction } from '@luutru/platform';
import { StatisticsReckoning } from '@luutru/statistics';
import { guest, nextPersonalNumber } from '../support/builders';
import { CELLS_FROM_RAW, KEPT_CELLS, SUM_DIFFERENCES } from '../support/statistics-recount';
import { createTestApi, type TestApi } from '../support/test-api';

const STAYS_IN_SPAN = 6;
const STAYS = 40;
const HOUR = 3_600_000;

describe('figures counted from nothing', () => {
  let api: TestApi;
  let database: Database;
  let close: () => Promise<void>;
  let declare: (days: number) => Promise<{ stayId: string }>;
  let call: (path: string, body: object) => Promise<number>;
  beforeAll(async () => {
    api = await createTestApi();
    const url = api.database.urlFor('luutru_worker');
    ({ database, close } = await openDatabase({ url, poolSize: 2, applicationName: 'test', entities: [] }));
    const hotels = [await api.build.facility({ rooms: ['101', '102'] }), await api.build.facility({ rooms: ['101'] })];
    const key = await api.build.apiKey(hotels);
    await api.build.rows(`UPDATE facility SET created_at = '2026-07-01'`);
    let declared = 0;
    declare = async (days) => {
      const at = (hours: number) =>
        new Date(api.clock.now().getTime() + (hours - days * 24 + 7) * HOUR).toISOString().slice(0, 16);
      const facilityId = hotels[(declared += 1) % 2]?.code;
      const place = { room: declared % 3 === 0 ? '102' : '101' };
      const stay = { facilityId, arrivedAt: at(-1), expectedDepartureAt: at(30 + (declared % 90)), place };
      const sent = await api.declare(key, guest(stay, { document: { type: 1, number: nextPersonalNumber() } }));
      expect(sent.status).toBe(201);
      return sent.body as { stayId: string };
    };
    call = async (path, body) => (await api.call('post', path, key).send(body)).status;
    for (let n = 0; n < STAYS; n += 1) await declare(n % 20);
  }, 60_000);
  afterAll(async () => {
    await close();
    await api.close();
  });

  const forget = () =>
    api.build.rows(`
      TRUNCATE statistic_day, statistic_month, statistic_now, statistic_worker_now, statistic_stay, statistic_trip, statistic_facility,
               statistic_due, statistic_due_days;
      UPDATE statistic_progress SET upto_xact = NULL`);
  /** Counts with something that happens at the end of each transaction, before it is committed. */
  const run = (atEnd: (transaction: number) => Promise<void>) => {
    let transactions = 0;
    const transaction = <T>(scope: AccessScope, work: (tx: Transaction) => Promise<T>) =>
      database.transaction(scope, async (tx) => {
        const done = await work(tx);
        await atEnd((transactions += 1));
        return done;
      });
    return new StatisticsReckoning({ transaction } as Database, api.clock, STAYS_IN_SPAN).run();
  };
  const expectAllRight = async () => {
    const kept = await api.build.rows<object>(KEPT_CELLS);
    expect(kept.length).toBeGreaterThan(200);
    expect(kept).toEqual(await api.build.rows(CELLS_FROM_RAW));
    for (const sql of Object.values(SUM_DIFFERENCES)) expect(await api.build.rows(sql)).toEqual([]);
    expect(await api.build.rows('SELECT FROM statistic_due_days')).toEqual([]);
  };

  it('are right whichever transaction the worker dies in', async () => {
    await forget();
    const { spans } = await run(async () => undefined);
    expect(spans).toBeGreaterThan(4);
    await expectAllRight();
    for (let dies = 1; dies <= spans + 3; dies += 1) {
      await forget();
      const dying = run(async (transaction) => {
        if (transaction === dies) throw new Error('died');
      });
      await expect(dying).rejects.toThrow('died');
      await run(async () => undefined);
      await expectAllRight();
    }
  }, 60_000);

  it('are right when stays are declared, corrected, moved to other days and cancelled meanwhile', async () => {
    await forget();
    const stays: { stayId: string }[] = [];
    const statuses: number[] = [];
    const { spans } = await run(async (transaction) => {
      if (transaction > 12) return;
      stays.push(await declare((transaction * 7) % 20));
      const [older] = transaction % 2 === 0 ? stays.splice(0, 1) : [];
      if (older === undefined) return;
      const at = (days: number) =>
        new Date(api.clock.now().getTime() - (days * 24 - 7) * HOUR).toISOString().slice(0, 16);
      const changes = { arrivedAt: at(20 + (transaction % 5)), place: { room: '101' } };
      const cancels = transaction % 4 === 0;
      const body = { version: 1, ...(cancels ? { reason: 'khai-trung' } : { changes }) };
      statuses.push(await call(`/v1/stays/${older.stayId}/${cancels ? 'cancel' : 'correct'}`, body));
    });
    expect(statuses.length).toBeGreaterThan(4);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(spans).toBeGreaterThan(4);
    await run(async () => undefined);
    await expectAllRight();
  }, 60_000);
});
