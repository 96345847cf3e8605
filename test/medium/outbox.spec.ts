import { OutboxRepository } from '@luutru/delivery';
import { type Database, openDatabase, uuidV7 } from '@luutru/platform';
import { Builder } from '../support/builders';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { CLAIM } from '../../libs/delivery/src/claim.statement';

const NOW = new Date('2026-11-23T15:00:00Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

describe('OutboxRepository', () => {
  let test: TestDatabase;
  let build: Builder;
  let outbox: OutboxRepository;
  let database: Database;
  let close: () => Promise<void>;

  beforeAll(async () => {
    test = await createTestDatabase();
    build = new Builder(test.urlFor('postgres'));
    ({ database, close } = await openDatabase({
      url: test.urlFor('luutru_worker'),
      poolSize: 20,
      applicationName: 'test',
      entities: [],
    }));
    outbox = new OutboxRepository(database);
  });
  beforeEach(() => build.rows('DELETE FROM outbox'));
  afterAll(async () => {
    await close();
    await test.drop();
  });

  const facility = uuidV7(NOW);
  async function event(
    options: {
      facility?: string;
      stay?: string;
      sequence?: number;
      state?: string;
      at?: Date;
      finishedAt?: Date;
    } = {},
  ): Promise<string> {
    const id = uuidV7(NOW);
    await build.rows(
      `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at, state, finished_at)
       VALUES ($1, $2, 'population', $3, '2026-11-23', $4, 'arrival', $5, $5, $6, $7)`,
      [
        options.facility ?? facility,
        id,
        options.stay ?? uuidV7(NOW),
        options.sequence ?? 1,
        options.at ?? NOW,
        options.state ?? 'pending',
        options.finishedAt ?? null,
      ],
    );
    return id;
  }
  const claim = async (now = NOW, limit = 10) =>
    (await outbox.claim('population', now, 1_000, limit)).map((job) => job.outboxId);

  it('leases what is due, oldest first, up to the limit', async () => {
    const [second, first] = [await event({ at: later(-10) }), await event({ at: later(-20) })];
    await event({ at: later(60_000) });
    expect(await claim(NOW, 1)).toEqual([first]);
    expect(await claim()).toEqual([second]);
    expect(await claim()).toEqual([]);
  });

  it('gives a lease back when it has run out, under a new number', async () => {
    await event();
    const [one] = await outbox.claim('population', NOW, 1_000, 1);
    expect(await outbox.claim('population', later(999), 1_000, 1)).toEqual([]);
    const [two] = await outbox.claim('population', later(1_000), 1_000, 1);
    expect([one?.claimNumber, two?.claimNumber]).toEqual([1, 2]);
  });

  it.each(['pending', 'dead'])('never overtakes an earlier event of the stay that is %s', async (state) => {
    const stay = uuidV7(NOW);
    const first = await event({ stay, sequence: 1, state, at: later(state === 'pending' ? 500 : 0) });
    const second = await event({ stay, sequence: 2 });
    expect(await claim()).toEqual([]);
    await build.rows(`UPDATE outbox SET state = 'done' WHERE outbox_id = $1`, [first]);
    expect(await claim()).toEqual([second]);
  });

  it('never gives one event to two relays', async () => {
    await build.rows(
      `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
       SELECT $1, gen_random_uuid(), 'population', gen_random_uuid(), '2026-11-23', 1, 'arrival', $2, $2 FROM generate_series(1, 300)`,
      [facility, NOW],
    );
    const claimed = (await Promise.all(Array.from({ length: 20 }, () => claim(NOW, 25)))).flat();
    expect(new Set(claimed).size).toBe(claimed.length);
    const rest = (await Promise.all(Array.from({ length: 20 }, () => claim(NOW, 25)))).flat();
    expect(new Set([...claimed, ...rest]).size).toBe(300);
  });

  /** `events` stays of each of `facilities`, all due. */
  const flood = (facilities: number, events: number) =>
    build.rows(
      `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
       SELECT f, gen_random_uuid(), 'population', gen_random_uuid(), '2026-11-23', 1, 'arrival', $3, $3
       FROM (SELECT gen_random_uuid() AS f FROM generate_series(1, $1)) facility, generate_series(1, $2)`,
      [facilities, events, later(-60_000)],
    );

  it('gives a quiet facility its turn although 10,000 older events of another wait', async () => {
    await flood(1, 10_000);
    const quiet = [await event({ facility: uuidV7(NOW) }), await event({ facility: uuidV7(NOW) })];
    const first = await claim(NOW, 6);
    expect(first).toHaveLength(4);
    expect(first).toEqual(expect.arrayContaining(quiet));
    expect(await claim(NOW, 6)).toHaveLength(6);
  });

  it('goes round the facilities, so that none has two turns before another has one', async () => {
    await flood(10, 50);
    const claims = [];
    for (let round = 0; round < 5; round += 1) claims.push(...(await outbox.claim('population', NOW, 1_000, 4)));
    const turns = new Map<string, number>();
    for (const { facilityId } of claims) turns.set(facilityId, (turns.get(facilityId) ?? 0) + 1);
    expect([...turns.values()]).toEqual(Array.from({ length: 10 }, () => 2));
  });

  it('finds the one facility with something due among thousands that have to wait', async () => {
    await flood(5_000, 1);
    await build.rows('UPDATE outbox SET available_at = $1', [later(60_000)]);
    const due = await event({ facility: uuidV7(NOW) });
    const found = [];
    for (let round = 0; round < 3; round += 1) found.push(...(await claim()));
    expect(found).toEqual([due]);
  });

  it('gives several claimers at once all events of all facilities, each to one of them', async () => {
    await flood(40, 25);
    const claimed: string[] = [];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const repository = new OutboxRepository(database);
        for (let idle = 0; idle < 3;) {
          const jobs = await repository.claim('population', NOW, 60_000, 16);
          claimed.push(...jobs.map((job) => job.outboxId));
          idle = jobs.length === 0 ? idle + 1 : 0;
        }
      }),
    );
    expect([claimed.length, new Set(claimed).size]).toEqual([1_000, 1_000]);
  });

  it('reads no more of the tables when more waits', async () => {
    const pages = async (): Promise<number> => {
      await build.rows('ANALYZE outbox');
      const [{ 'QUERY PLAN': plan }] = (await build.rows<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${CLAIM.replace(
          /\$(\d)/g,
          (_match, n) =>
            [
              `'population'`,
              `'${NOW.toISOString()}'::timestamptz`,
              `'${later(-1).toISOString()}'::timestamptz`,
              '32',
              `'${facility}'`,
            ][Number(n) - 1] ?? '',
        )}`,
      )) as [{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }];
      return (plan[0].Plan['Shared Hit Blocks'] ?? 0) + (plan[0].Plan['Shared Read Blocks'] ?? 0);
    };
    await flood(100, 20);
    const few = await pages();
    await flood(1, 40_000);
    expect(await pages()).toBeLessThan(few * 2);
  });

  it('claims nothing while the topic is paused, and goes on afterwards', async () => {
    const waiting = await event();
    const turn = (paused: boolean) =>
      build.rows(
        `INSERT INTO delivery_switch VALUES ('population', $1, $2, 'test', 'x') ON CONFLICT (topic) DO UPDATE SET paused = $1`,
        [paused, NOW],
      );
    await turn(true);
    expect(await claim()).toEqual([]);
    await turn(false);
    expect(await claim()).toEqual([waiting]);
  });

  it('moves what waits behind a dead event out of the way', async () => {
    const stay = uuidV7(NOW);
    await event({ stay, sequence: 1, state: 'dead' });
    const blocked = await event({ stay, sequence: 2 });
    await event();
    expect(await outbox.park(NOW, later(1_000), 100)).toBe(1);
    expect(await outbox.park(NOW, later(1_000), 100)).toBe(0);
    expect(await build.rows('SELECT available_at FROM outbox WHERE outbox_id = $1', [blocked])).toEqual([
      { available_at: later(1_000) },
    ]);
  });

  it('takes release and retry from the holder of the lease only', async () => {
    await event();
    const [old] = await outbox.claim('population', NOW, 1_000, 1);
    const [held] = await outbox.claim('population', later(1_000), 60_000, 1);
    if (!old || !held) throw new Error('nothing was claimed');
    await outbox.release([old], NOW);
    await outbox.retryLater(old, { at: NOW, counts: true, outcomeUnknown: true, code: 'x' });
    expect(await claim(later(2_000))).toEqual([]);
    await outbox.retryLater(held, { at: later(3_000), counts: true, outcomeUnknown: true, code: 'timeout' });
    await outbox.retryLater(held, { at: later(3_000), counts: false, outcomeUnknown: false, code: 'down' });
    expect(await build.rows('SELECT failed_attempts, outcome_unknown, last_error FROM outbox')).toEqual([
      { failed_attempts: 1, outcome_unknown: true, last_error: 'down' },
    ]);
    expect(await claim(later(2_999))).toEqual([]);
    expect(await claim(later(3_000))).toEqual([held.outboxId]);
  });

  it('forgets only what was delivered long ago', async () => {
    await event({ state: 'done', finishedAt: later(-100) });
    const kept = [
      await event({ state: 'done', finishedAt: NOW }),
      await event({ state: 'dead', finishedAt: later(-100) }),
      await event(),
    ];
    expect(await outbox.purgeDone(later(-50), 100)).toBe(1);
    const rows = await build.rows<{ id: string }>('SELECT outbox_id AS id FROM outbox');
    expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
  });
});
