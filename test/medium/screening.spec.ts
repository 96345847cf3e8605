import { createTestApi, type TestApi } from '../support/test-api';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { openScreening, type ScreeningDesk, WatchBuilder } from '../support/watch-lists';

interface AlertRow {
  readonly alertId: string;
  readonly stayId: string;
  readonly entryId: string;
  readonly state: string;
  readonly score: number;
}

describe('screening', () => {
  let api: TestApi;
  let desk: ScreeningDesk;
  let watch: WatchBuilder;
  let hotel: BuiltFacility;
  let key: string;

  beforeAll(async () => {
    api = await createTestApi();
    watch = new WatchBuilder(api);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    await watch.clear();
    desk = await openScreening(api);
    hotel = await api.build.facility();
    key = await api.build.apiKey([hotel]);
  });
  afterEach(() => desk.close());
  afterAll(() => api.close());

  const person = (change: Record<string, unknown> = {}) => ({
    fullName: 'Trần Thị Bình',
    birthDate: '1990-08-15',
    sex: 'F',
    document: { type: 1, number: nextPersonalNumber() },
    ...change,
  });
  const innocent = () => person({ fullName: 'Lý Hoàng Kỳ Khôi', birthDate: '1971-02-03', sex: 'M' });
  const declare = async (who: object, change: Record<string, unknown> = {}): Promise<string> => {
    const answer = await api.declare(key, { ...guest(change), person: who });
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { stayId: string }).stayId;
  };
  const act = async (stayId: string, action: string, body: object): Promise<void> => {
    const answer = await api.call('post', `/v1/stays/${stayId}/${action}`, key).send(body);
    if (answer.status !== 200) throw new Error(answer.text);
  };
  const alerts = () =>
    api.build.rows<AlertRow>(
      `SELECT alert_id AS "alertId", stay_id AS "stayId", entry_id AS "entryId", state, score FROM watch_alert
       ORDER BY raised_at, alert_id`,
    );
  const events = (where = '') =>
    api.build.rows<{ state: string; error: string | null }>(
      `SELECT state, last_error AS error FROM outbox WHERE topic = 'screening' ${where} ORDER BY created_at`,
    );
  const history = async (): Promise<string[]> =>
    (await api.build.rows<{ action: string }>('SELECT action FROM watch_alert_history ORDER BY position')).map(
      ({ action }) => action,
    );

  it('raises one alert for a listed person and none for anybody else', async () => {
    const entryId = await watch.entry(await watch.list());
    const listed = await declare(person());
    await declare(innocent());
    expect(await desk.screen()).toBe(2);
    expect(await alerts()).toEqual([
      {
        alertId: expect.any(String) as string,
        stayId: listed,
        entryId,
        state: 'open',
        score: expect.any(Number) as number,
      },
    ]);
    expect((await events()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(await history()).toEqual(['raise']);
    expect(await desk.screen()).toBe(0);
  });

  it('finds people by number whatever they call themselves, and by an alias', async () => {
    const number = nextPersonalNumber();
    const list = await watch.list();
    const byNumber = await watch.entry(list, { names: ['Ai Đó Khác Hẳn'], documentNumbers: [number], birthDates: [] });
    const byAlias = await watch.entry(list, { names: ['Nguyễn Mười Một', 'Lê Thị Hằng'], birthDates: ['1985'] });
    await declare(person({ fullName: 'Vũ Thị Mới', document: { type: 1, number } }));
    await declare(person({ fullName: 'Lê Thị Hằng', birthDate: '1985-03-04' }));
    await desk.screen();
    expect((await alerts()).map(({ entryId }) => entryId).sort()).toEqual([byNumber, byAlias].sort());
  });

  it('never doubles an alert: not by redelivery, not by corrections, not by two workers at once', async () => {
    await watch.entry(await watch.list());
    const stay = await declare(person());
    await desk.screen();
    await api.build.rows(`UPDATE outbox SET state = 'pending' WHERE topic = 'screening'`);
    await act(stay, 'correct', { version: 1, changes: { person: { birthDate: '1990-08-16' } } });
    const [one, two] = [desk.another(), desk.another()];
    await Promise.all([one.screening.run(), two.screening.run()]);
    await desk.screen();
    expect(await alerts()).toHaveLength(1);
    expect((await events()).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('screens again who was corrected, and raises what the mistake had hidden', async () => {
    await watch.entry(await watch.list());
    const stay = await declare(innocent());
    await desk.screen();
    expect(await alerts()).toEqual([]);
    await act(stay, 'correct', {
      version: 1,
      changes: { person: { fullName: 'Trần Thị Bình', birthDate: '1990-08-15', sex: 'F' } },
    });
    await desk.screen();
    expect((await alerts()).map(({ stayId }) => stayId)).toEqual([stay]);
  });

  it('raises nothing for a cancelled stay, and tells whoever handles an alert that the person left', async () => {
    await watch.entry(await watch.list());
    const cancelled = await declare(person());
    await act(cancelled, 'cancel', { version: 1, reason: 'khong-den' });
    await desk.screen();
    expect(await alerts()).toEqual([]);
    const left = await declare(person());
    await desk.screen();
    await act(left, 'check-out', { version: 1 });
    await desk.screen();
    expect(await history()).toEqual(['raise', 'stay-departed']);
    expect((await alerts()).map(({ state }) => state)).toEqual(['open']);
  });

  it('sets a stay aside that cannot be opened, with a code, and screens the others of the batch', async () => {
    await watch.entry(await watch.list());
    const damaged = await declare(person());
    const sound = await declare(person());
    await api.build.rows(
      `UPDATE stay SET personal_sealed = set_byte(personal_sealed, length(personal_sealed) - 1,
         (get_byte(personal_sealed, length(personal_sealed) - 1) + 1) % 256) WHERE stay_id = $1`,
      [damaged],
    );
    expect(await desk.screen()).toBe(2);
    expect(await events()).toEqual([
      { state: 'dead', error: 'sealed-data-damaged' },
      { state: 'done', error: null },
    ]);
    expect((await alerts()).map(({ stayId }) => stayId)).toEqual([sound]);
  });

  it('tries a stay later whose key cannot be had now', async () => {
    await watch.entry(await watch.list());
    await declare(person());
    await api.build.rows(`UPDATE stay SET personal_sealed = '\\x7fffffff'::bytea || substring(personal_sealed FROM 5)`);
    await desk.screen();
    expect(await events()).toEqual([{ state: 'pending', error: 'data-key-unknown' }]);
    expect(await desk.screen()).toBe(0);
    api.clock.advance(31_000);
    expect(await desk.screen()).toBe(1);
  });

  it('waits for nothing but itself: neither the population database nor the other way round', async () => {
    await watch.entry(await watch.list());
    const stay = await declare(person());
    await act(stay, 'extend', { version: 1, expectedDepartureAt: '2026-11-27T12:00' });
    expect(await desk.screen()).toBe(2);
    const pending = await api.build.rows(`SELECT topic, state FROM outbox WHERE state = 'pending' ORDER BY sequence`);
    expect(pending).toEqual([
      { topic: 'population', state: 'pending' },
      { topic: 'population', state: 'pending' },
    ]);
    await api.build.rows(`UPDATE outbox SET state = 'dead' WHERE topic = 'screening'`);
    const [claim] = await api.build.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox c WHERE topic = 'population' AND NOT EXISTS (
         SELECT FROM outbox e WHERE e.facility_id = c.facility_id AND e.stay_id = c.stay_id AND e.topic = c.topic
           AND e.sequence < c.sequence AND e.state <> 'done')`,
    );
    expect(claim?.n).toBe(1);
  });

  it('leaves nothing half done when it dies in the middle, and another worker does all of it', async () => {
    await watch.entry(await watch.list());
    await declare(person());
    const dying = desk.another();
    await api.build.rows('ALTER TABLE watch_alert_history RENAME TO hidden');
    await expect(dying.screening.run()).rejects.toThrow();
    expect([await alerts(), (await events()).map(({ state }) => state)]).toEqual([[], ['pending']]);
    await api.build.rows('ALTER TABLE hidden RENAME TO watch_alert_history');
    await desk.screen();
    expect(await alerts()).toHaveLength(1);
  });

  describe('by the validity of lists and entries', () => {
    it('counts a list in its time and area, and an entry until its last day', async () => {
      const past = await watch.list({ validUntil: '2026-11-22' });
      const future = await watch.list({ validFrom: '2026-11-24' });
      const elsewhere = await watch.list({ areaUnitId: 'w20413' });
      const here = await watch.list({ areaUnitId: 'w20410' });
      const strict = await watch.list({ threshold: 1 });
      for (const list of [past, future, elsewhere]) await watch.entry(list);
      await watch.entry(strict, { names: ['Trần Thị Bình An'] });
      const valid = await watch.entry(here, {}, '2026-11-23');
      await watch.entry(here, {}, '2026-11-22');
      await declare(person());
      await desk.screen();
      expect((await alerts()).map(({ entryId }) => entryId)).toEqual([valid]);
    });

    it('takes expired entries out without anybody pressing a button, as a version of their own', async () => {
      const entryId = await watch.entry(await watch.list(), {}, '2026-11-23');
      expect(await desk.keeping.run()).toMatchObject({ expired: 0 });
      api.clock.set('2026-11-24T00:00:00+07:00');
      expect(await desk.keeping.run()).toMatchObject({ expired: 1 });
      expect(await desk.keeping.run()).toMatchObject({ expired: 0 });
      const [entry] = await api.build.rows('SELECT state, version FROM watch_list_entry');
      expect(entry).toEqual({ state: 'expired', version: 2 });
      const versions = await api.build.rows(
        'SELECT action FROM watch_list_entry_version WHERE entry_id = $1 ORDER BY version',
        [entryId],
      );
      expect(versions).toEqual([{ action: 'add' }, { action: 'expire' }]);
      await desk.screen();
      expect(desk.people.size).toBe(0);
    });
  });

  it('takes changes of the lists in before the next declaration, and only what changed', async () => {
    const list = await watch.list();
    const first = await watch.entry(list);
    await desk.screen();
    expect(desk.people.size).toBe(1);
    await watch.entry(list, { names: ['Phan Văn Hai'] });
    await api.build.rows(
      `WITH c AS (UPDATE watch_list_clock SET revision = revision + 1 RETURNING revision)
       UPDATE watch_list_entry SET state = 'withdrawn', revision = c.revision FROM c WHERE entry_id = $1`,
      [first],
    );
    await declare(person());
    await desk.screen();
    expect(await alerts()).toEqual([]);
    expect(desk.people.size).toBe(1);
  });
});
