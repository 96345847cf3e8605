import { randomBytes } from 'node:crypto';
import { DataKeyRotation, IndexRotation, keyPrefix, Retention, SEALED_COLUMNS } from '@luutru/key-rotation';
import {
  BlindIndex,
  type Clock,
  type Database,
  DataKeyRepository,
  KeyRing,
  type KeySet,
  keySet,
  openDatabase,
} from '@luutru/platform';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { TestClock } from '../support/clock';
import { createTestApi, type TestApi } from '../support/test-api';

const MINUTE = 60_000;
const secret = (): string => randomBytes(32).toString('base64');
const keysOf = (...keys: readonly string[]): KeySet => keySet('test keys')('KEYS', keys.join(','));
const [M1, M2, I1, I2] = [`1:${secret()}`, `2:${secret()}`, `1:${secret()}`, `2:${secret()}`];

describe('changing keys', () => {
  let api: TestApi;
  let keeper: Database;
  let closeKeeper: () => Promise<void>;
  let hotel: BuiltFacility;
  let key: string;

  beforeEach(async () => {
    api = await createTestApi({ masterKeys: keysOf(M1), indexKeys: keysOf(I1) });
    const opened = await openDatabase({
      url: api.database.urlFor('postgres'),
      role: 'luutru_keeper',
      poolSize: 2,
      applicationName: 'test',
      entities: [],
    });
    [keeper, closeKeeper] = [opened.database, opened.close];
    hotel = await api.build.facility();
    key = await api.build.apiKey([hotel]);
  });
  afterEach(async () => {
    await closeKeeper();
    await api.close();
  });

  const rotation = (masters: KeySet, clock: Clock = api.clock, report: (line: string) => void = () => undefined) => {
    const keyRing = new KeyRing(masters, new DataKeyRepository(keeper), clock);
    const options = { database: keeper, keyRing, clock, report };
    return { options, keys: new DataKeyRotation(options) };
  };
  const declare = async (body = guest()): Promise<string> => {
    const answer = await api.declare(key, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { stayId: string }).stayId;
  };
  const readable = async (stayIds: readonly string[], of = api): Promise<number> => {
    const answers = await Promise.all(stayIds.map((id) => of.call('get', `/v1/stays/${id}`, key)));
    return answers.filter(({ status, text }) => status === 200 && text.includes('Trần Thị Bình')).length;
  };
  const another = (options: { masterKeys?: KeySet; indexKeys?: KeySet }) =>
    createTestApi({ database: api.database, receiptKey: api.receiptKey, ...options });
  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await api.build.rows<{ n: number }>(`SELECT count(*)::integer AS n FROM ${sql}`, values))[0]?.n ?? -1;

  it('knows every sealed column of the schema', async () => {
    const columns = await api.build.rows<{ name: string }>(
      `SELECT DISTINCT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND a.attname LIKE '%\\_sealed' ORDER BY 1`,
    );
    expect(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
      columns.map(({ name }) => name),
    );
  });

  it('wraps all data keys with a new master key, after which the old one can go', async () => {
    const before = [await declare(), await declare()];
    // First every process is told of the new key, then the data keys are wrapped, then the old key is taken away.
    const during = await another({ masterKeys: keysOf(M2, M1), indexKeys: keysOf(I1) });
    const { keys } = rotation(keysOf(M2, M1));
    expect(await keys.rotateMaster(2)).toBeGreaterThan(0);
    expect(await keys.rotateMaster(2)).toBe(0);
    expect((await keys.list()).every(({ masterKeyId }) => masterKeyId === 2)).toBe(true);
    const after = await another({ masterKeys: keysOf(M2), indexKeys: keysOf(I1) });
    expect(await readable(before, after)).toBe(2);
    await after.app.close();
    const [late] = [(await during.declare(key, guest())).body as { stayId: string }];
    expect(await readable([...before, late.stayId], during)).toBe(3);
    await during.app.close();
  });

  it('cannot be read with the keys alone that were taken out of use', async () => {
    const [stay = ''] = [await declare()];
    await rotation(keysOf(M2, M1)).keys.rotateMaster(2);
    const stale = await another({ masterKeys: keysOf(M1), indexKeys: keysOf(I1) });
    expect((await stale.call('get', `/v1/stays/${stay}`, key)).status).toBe(503);
    await stale.app.close();
  });

  it('seals a month again under a new data key while declarations come in; nothing is unreadable at any time', async () => {
    const stays = await Promise.all(Array.from({ length: 12 }, () => declare()));
    const { keys } = rotation(keysOf(M1));
    const scope = 'month:2026-11';
    const old = (await keys.list()).find((one) => one.scope === scope)?.keyId ?? 0;
    const declaring = (async () => {
      for (let i = 0; i < 20; i += 1) stays.push(await declare());
    })();
    expect(await keys.rotateData(scope)).toBeGreaterThanOrEqual(12);
    await declaring;
    expect(await readable(stays)).toBe(stays.length);
    expect((await keys.list()).filter((one) => one.scope === scope).map(({ state }) => state)).toEqual([
      'retired',
      'active',
    ]);

    await expect(keys.destroy(old)).rejects.toMatchObject({ code: 'key-in-use' });
    api.clock.advance(3 * MINUTE);
    stays.push(await declare());
    await keys.resealAll(scope);
    expect(await keys.uses(old)).toBe(0);
    await keys.destroy(old);
    expect(await readable(stays)).toBe(stays.length);
    expect(await count('stay WHERE substring(personal_sealed FROM 1 FOR 4) = $1', [keyPrefix(old)])).toBe(0);
  });

  it('goes on where it was broken off', async () => {
    for (let i = 0; i < 3; i += 1) await declare();
    const scope = 'month:2026-11';
    const breaking = rotation(keysOf(M1), api.clock, (line) => {
      if (line.startsWith('stay.')) throw new Error('the terminal was closed');
    });
    await expect(breaking.keys.rotateData(scope)).rejects.toThrow('terminal');
    const { keys } = rotation(keysOf(M1));
    const old = (await keys.list()).find((one) => one.state === 'retired')?.keyId ?? 0;
    expect(await keys.resealAll(scope)).toBe(await keys.uses(old));
    expect(await keys.uses(old)).toBe(0);
  });

  it('makes what a destroyed key sealed unreadable for ever, and says so without failing; other months stay', async () => {
    const november = await declare();
    api.clock.set('2026-12-02T10:00:00Z');
    const december = await declare(guest({ arrivedAt: '2026-12-02T16:00', expectedDepartureAt: '2026-12-03T12:00' }));
    await api.build.rows(`UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE scope = 'month:2026-11'`);
    const fresh = await another({ masterKeys: keysOf(M1), indexKeys: keysOf(I1) });
    const gone = await fresh.call('get', `/v1/stays/${november}`, key);
    expect([gone.status, (gone.body as { code: string }).code]).toEqual([404, 'data-key-destroyed']);
    fresh.clock.set('2026-12-02T10:00:00Z');
    expect(await readable([december], fresh)).toBe(1);
    await fresh.app.close();
  });

  it('ends the retention of a month after 36 months, not a day earlier, with all that hangs on its stays', async () => {
    const stay = await declare();
    await api.call('get', `/v1/stays/${stay}`, key);
    const early = new TestClock(new Date('2029-11-30T10:00:00+07:00'));
    await expect(new Retention(rotation(keysOf(M1), early).options).end('2026-11')).rejects.toMatchObject({
      code: 'retention-not-over',
    });
    const late = new TestClock(new Date('2029-12-01T10:00:00+07:00'));
    expect(await count('look')).toBe(1);
    await api.build.rows(`SELECT ensure_month_partitions('2029-12-01', 1)`);
    const ended = await new Retention(rotation(keysOf(M1), late).options).end('2026-11');
    expect(ended).toMatchObject({ keys: 1 });
    for (const table of ['stay', 'occupancy', 'person_index', 'name_index', 'outbox', 'look']) {
      expect([table, await count(table)]).toEqual([table, 0]);
    }
    expect(await count(`audit_entry WHERE action = 'retention.end'`)).toBe(1);
    await expect(new Retention(rotation(keysOf(M1), late).options).end('2026-13')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  describe('of the index', () => {
    const rotateIndex = (keys: KeySet) =>
      new IndexRotation({
        ...rotation(keysOf(M1)).options,
        index: new BlindIndex(keys),
        indexKeyId: keys.active.id,
      }).run();
    const person = () => ({ document: { type: 1, number: nextPersonalNumber() } });

    it('finds everybody before, during and after; nobody is in house twice and no repeat counts twice', async () => {
      const [one, two] = [person(), person()];
      const first = guest({ externalRef: 'A-1' }, one);
      await api.declare(key, first, 'first');
      await declare(guest({}, two));

      const changing = await another({ masterKeys: keysOf(M1), indexKeys: keysOf(I2, I1) });
      const inHouse = async (of: TestApi, who: Record<string, unknown>) =>
        (await of.declare(key, guest({}, who))).status;
      expect(await inHouse(changing, one)).toBe(409);
      const repeat = await changing.declare(key, first, 'first');
      expect([repeat.status, repeat.headers['idempotent-replayed']]).toEqual([201, 'true']);
      const byReference = (of: TestApi) => of.call('get', '/v1/stays?externalRef=A-1', key);
      expect(((await byReference(changing)).body as { stays: object[] }).stays).toHaveLength(1);
      const late = person();
      expect(await inHouse(changing, late)).toBe(201);

      expect(await rotateIndex(keysOf(I2, I1))).toMatchObject({ stays: 2 });
      expect(await rotateIndex(keysOf(I2, I1))).toMatchObject({ stays: 0 });
      expect(await count('name_index WHERE index_key_id <> 2')).toBe(0);
      expect(await count('occupancy WHERE index_key_id <> 2')).toBe(0);
      expect(await count('person_index WHERE index_key_id <> 2')).toBe(0);

      const after = await another({ masterKeys: keysOf(M1), indexKeys: keysOf(I2) });
      for (const who of [one, two, late]) expect(await inHouse(after, who)).toBe(409);
      expect(((await byReference(after)).body as { stays: object[] }).stays).toHaveLength(1);
      await changing.app.close();
      await after.app.close();
    });

    it('makes the keys that stays from before them lack, and leaves who was corrected meanwhile alone', async () => {
      const fullName = 'Nguyễn Văn Hùng';
      const phone = '0905 000 111';
      const [one, two] = [
        await declare(guest({}, { ...person(), fullName, phone })),
        await declare(guest({}, { ...person(), fullName: 'John Fitzgerald Kennedy', nationality: 'USA' })),
      ];
      const kept = async (table: string, of: string): Promise<string[]> =>
        (
          await api.build.rows<{ row: string }>(
            `SELECT kind || ' ' || encode(value, 'hex') AS row FROM ${table} WHERE stay_id = $1 ORDER BY kind`,
            [of],
          )
        ).map(({ row }) => row);
      const all = async () =>
        Promise.all(['name_index', 'person_index'].flatMap((table) => [one, two].map((of) => kept(table, of))));
      const before = await all();
      expect(before.map((rows) => rows.map((row) => row.split(' ')[0]).join(''))).toEqual([
        '123',
        '134567',
        '123',
        '13',
      ]);
      await api.build.rows('DELETE FROM name_index WHERE kind <> 1');
      await api.build.rows('DELETE FROM person_index WHERE kind <> 1');
      expect(await rotateIndex(keysOf(I1))).toMatchObject({ stays: 2 });
      expect(await all()).toEqual(before);
      expect(await rotateIndex(keysOf(I1))).toMatchObject({ stays: 0 });
    });
  });
});
