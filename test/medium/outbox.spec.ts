import { OutboxRepository } from '@luutru/delivery';
import { type Database, openDatabase, uuidV7 } from '@luutru/platform';
import { Builder } from '../support/builders';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NOW = new Date('2026-11-23T15:00:00Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

describe('OutboxRepository', () => {
  let test: TestDatabase;
  let build: Builder;
  let outbox: OutboxRepository;
  let close: () => Promise<void>;

  beforeAll(async () => {
    test = await createTestDatabase();
    build = new Builder(test.urlFor('postgres'));
    let database: Database;
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
    options: { stay?: string; sequence?: number; state?: string; at?: Date; finishedAt?: Date } = {},
  ): Promise<string> {
    const id = uuidV7(NOW);
    await build.rows(
      `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at, state, finished_at)
       VALUES ($1, $2, 'population', $3, '2026-11-23', $4, 'arrival', $5, $5, $6, $7)`,
      [
        facility,
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
