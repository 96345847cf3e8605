import { addDays, localDate } from '@luutru/calendar';
import { guest } from '../support/builders';
import { createTestSystem, type TestSystem } from '../support/test-system';

const FLOOD = 600;
const AT_ONCE = 6;
/** Every so many stays get a second and a third event, so that order has something to go wrong with. */
const CHANGED = 10;
/** How many the quiet facility declares last of all. */
const LATE = 9;
const EVENTS = FLOOD + (FLOOD / CHANGED) * 2 + 1 + LATE;
const MB = 2 ** 20;

describe('the population database is down for a long time', () => {
  let system: TestSystem;
  let flooding: string;
  let quiet: string;
  let other: Awaited<ReturnType<TestSystem['startWorker']>>;
  const expectedDepartureAt = `${addDays(localDate(new Date()), 1)}T12:00`;

  beforeAll(async () => {
    // As in production: what a busy machine answers late is not sent again, or the ledger would tell of the machine.
    system = await createTestSystem({ delivery: { leaseMs: 20_000 }, populationTimeoutMs: 10_000 });
    other = await system.startWorker();
    [flooding, quiet] = [
      await system.build.apiKey([await system.build.facility({ rooms: ['203'] })]),
      await system.build.apiKey([await system.build.facility({ rooms: ['203'] })]),
    ];
  });
  afterAll(async () => {
    await other.close();
    await system.close();
  });

  async function declare(key: string, at = 1): Promise<string> {
    const { status, body } = await system.post('/v1/stays', key, guest({ arrivedAt: undefined, expectedDepartureAt }));
    expect([status, body.errors]).toEqual([201, undefined]);
    const stayId = String(body.stayId);
    if (at % CHANGED === 0) {
      const extend = { version: 1, expectedDepartureAt: `${addDays(localDate(new Date()), 2)}T12:00` };
      expect((await system.post(`/v1/stays/${stayId}/extend`, key, extend)).status).toBe(200);
      expect((await system.post(`/v1/stays/${stayId}/check-out`, key, { version: 2 })).status).toBe(200);
    }
    return stayId;
  }
  const metrics = async (worker = system.worker): Promise<string> => {
    const answer = await fetch(`${await worker.getUrl()}/metrics`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    return answer.text();
  };
  async function until(what: string, done: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 40_000; !(await done());) {
      if (Date.now() > end) throw new Error(`Not within 40 s: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const left = async (): Promise<number> =>
    (
      await system.build.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM outbox WHERE state <> 'done' AND topic = 'population'`,
      )
    )[0]?.n ?? 0;

  it('accepts as fast as before, keeps its memory, and delivers all in order afterwards, nobody behind the flood', async () => {
    await system.standIn.behave({ down: true });
    await declare(quiet);
    await until('an open breaker', async () => (await metrics()).includes('luutru_delivery_breaker{state="open"} 1'));
    const took: number[] = [];
    let next = 0;
    const before = process.memoryUsage().rss;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < FLOOD) {
          const at = (next += 1);
          const begin = performance.now();
          await declare(flooding, at);
          if (at % CHANGED !== 0) took.push(performance.now() - begin);
        }
      }),
    );
    const late: string[] = [];
    while (late.length < LATE) late.push(await declare(quiet));
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MB);
    const third = Math.floor(took.length / 3);
    expect(median(took.slice(-third))).toBeLessThan(median(took.slice(0, third)) * 2 + 20);

    expect(await left()).toBe(EVENTS);
    const [attempts] = await system.build.rows<{ most: number }>('SELECT max(failed_attempts) AS most FROM outbox');
    expect(attempts).toEqual({ most: 0 });

    await system.standIn.behave({ down: false });
    await until('everything delivered', async () => (await left()) === 0);
    const ledger = await system.standIn.ledger();
    expect(ledger).toHaveLength(EVENTS);
    expect(ledger.filter(({ receivedCount }) => receivedCount !== 1)).toEqual([]);
    const sequences = new Map<string, number[]>();
    for (const { stayId, sequence } of ledger) sequences.set(stayId, [...(sequences.get(stayId) ?? []), sequence]);
    const orders = new Set([...sequences.values()].map((order) => order.join()));
    expect([...orders].sort()).toEqual(['1', '1,2,3']);
    // Declared last of all, delivered among the first; but for those that were tried while it was down, which wait a moment.
    const places = late.map((stayId) => ledger.findIndex((entry) => entry.stayId === stayId)).sort((a, b) => a - b);
    expect(places[LATE / 3]).toBeLessThan(EVENTS / 4);
  }, 180_000);

  it('shows all that as metrics, of all workers and of each', async () => {
    const text = await metrics(other);
    for (const line of [
      'luutru_delivery_pending_events{topic="population"} 0',
      'luutru_delivery_paused{topic="population"} 0',
      'luutru_delivery_dead_events{topic="kbtt"} 0',
      'luutru_delivery_workers{state="alive"} 2',
      'luutru_delivery_breaker{state="closed"} 1',
    ])
      expect(text.split('\n')).toContain(line);
    const finished = (of: string): number =>
      Number(/luutru_delivery_seconds_count\{outcome="delivered"\} (\d+)/.exec(of)?.[1] ?? 0);
    const each = [finished(await metrics()), finished(text)];
    expect(each.reduce((sum, n) => sum + n, 0)).toBe(EVENTS);
    expect(Math.min(...each)).toBeGreaterThan(0);
  });
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
