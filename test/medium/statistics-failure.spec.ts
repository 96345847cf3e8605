import { openDatabase } from '@luutru/platform';
import { StatisticsReckoning } from '@luutru/statistics';
import { seedGuests } from '../support/guests';
import { CELLS_FROM_RAW, KEPT_CELLS } from '../support/statistics-recount';
import { makeEditions } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';

/** Where counting dies: the table it writes to, and how often it may before. */
const DEATHS = [
  ['statistic_facility', 1],
  ['statistic_month', 1],
  ['statistic_now', 5],
  ['statistic_worker_now', 5],
  ['statistic_stay', 40],
] as const;
/** Few, so that there are many spans to die in. */
const STAYS_IN_SPAN = 20;

describe('counting that dies halfway', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await createTestApi();
    await seedGuests(api);
  }, 60_000);
  afterEach(() => api.close());

  /** From the so-manieth statement on that writes to a table, each fails. */
  async function breakAfter(table: string, times: number): Promise<() => Promise<void>> {
    await api.build.rows(`
      CREATE SEQUENCE breaking; GRANT USAGE ON SEQUENCE breaking TO PUBLIC;
      CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF nextval('breaking') >= ${times} THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NULL; END $$;
      CREATE TRIGGER break_off AFTER INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION break_off()`);
    return async () => {
      await api.build.rows(`DROP TRIGGER break_off ON ${table}; DROP FUNCTION break_off(); DROP SEQUENCE breaking`);
    };
  }

  it.each(DEATHS)('at %s, time %i, counts everything once in the end', async (table, times) => {
    const url = api.database.urlFor('luutru_worker');
    const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
    try {
      const mend = await breakAfter(table, times);
      await expect(new StatisticsReckoning(database, api.clock, STAYS_IN_SPAN).run()).rejects.toThrow('broken off');
      const [progress] = await api.build.rows<{ counted: Date | null }>(
        'SELECT counted_at AS counted FROM statistic_progress',
      );
      // Whoever asks meanwhile is not told that all is counted.
      expect(progress?.counted).toBeNull();
      await mend();
      await new StatisticsReckoning(database, api.clock).run();
      expect(await api.build.rows(KEPT_CELLS)).toEqual(await api.build.rows(CELLS_FROM_RAW));
    } finally {
      await close();
    }
  });

  it('makes an edition whole or not at all', async () => {
    const url = api.database.urlFor('luutru_worker');
    const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
    try {
      for (let times = 0; times < 2; times += 1) await new StatisticsReckoning(database, api.clock).run();
    } finally {
      await close();
    }
    const mend = await breakAfter('statistic_edition_cell', 2);
    await expect(makeEditions(api)).rejects.toThrow('broken off');
    const whole = await api.build.rows(
      `SELECT FROM statistic_edition e WHERE NOT EXISTS (
         SELECT FROM statistic_edition_cell c WHERE c.scope_id = e.scope_id AND c.month = e.month AND c.number = e.number)`,
    );
    expect(whole).toEqual([]);
    await mend();
    // Four months of the tourism authority, and what is published of each.
    expect((await makeEditions(api)).made).toBeGreaterThanOrEqual(7);
  });
});
