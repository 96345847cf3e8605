import { AppError, type Database, openDatabase, type Statement, uuidV7 } from '@luutru/platform';
import { Builder } from '../support/builders';
import { createTestDatabase, type TestDatabase } from '../support/database';

const FACILITY = uuidV7(new Date('2026-11-23T15:00:00Z'));
const note = (text: string): Statement => ({
  name: 'test_note',
  text: `INSERT INTO exchange_note VALUES ($1)`,
  values: [text],
});
const NOTES: Statement = { name: 'test_notes', text: 'SELECT text FROM exchange_note ORDER BY text', values: [] };
const SCOPE: Statement = {
  name: 'test_scope',
  text: `SELECT current_setting('app.facility_ids', true) AS ids`,
  values: [],
};
const FAULTY: Statement = { name: 'test_faulty', text: 'SELECT 1 / $1::integer', values: [0] };

describe('Database.exchange', () => {
  let test: TestDatabase;
  let build: Builder;
  let database: Database;
  let close: () => Promise<void>;
  const noted = (): Promise<object[]> => build.rows('SELECT text FROM exchange_note ORDER BY text');

  beforeAll(async () => {
    test = await createTestDatabase();
    build = new Builder(test.urlFor('postgres'));
    await build.rows('CREATE TABLE exchange_note (text text PRIMARY KEY)');
    await build.rows('GRANT SELECT, INSERT ON exchange_note TO luutru_app');
    const url = test.urlFor('luutru_app');
    ({ database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] }));
  });
  beforeEach(() => build.rows('DELETE FROM exchange_note'));
  afterAll(async () => {
    await close();
    await test.drop();
  });

  it('does what was asked in its order, in one transaction with the scope', async () => {
    const answer = await database.exchange({ facilityIds: [FACILITY] }, async (tx) => {
      const [scope, , , all] = await Promise.all([tx.ask(SCOPE), tx.ask(note('a')), tx.ask(note('b')), tx.ask(NOTES)]);
      expect(await noted()).toEqual([]);
      return { scope, all };
    });
    expect(answer).toEqual({ scope: [{ ids: `{${FACILITY}}` }], all: [{ text: 'a' }, { text: 'b' }] });
    expect(await noted()).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  it('leaves no scope behind on the connection', async () => {
    await database.exchange({ facilityIds: [FACILITY] }, (tx) => tx.ask(SCOPE));
    expect(await database.exchange({ facilityIds: [] }, (tx) => tx.ask(SCOPE))).toEqual([{ ids: '{}' }]);
  });

  it.each([
    ['the work throws', async () => Promise.reject(new AppError('conflict', 'conflict')), { code: 'conflict' }],
    [
      'a statement fails among others that left with it',
      async (ask: (s: Statement) => Promise<object[]>) => Promise.all([ask(FAULTY), ask(note('after'))]),
      { code: '22012' },
    ],
    [
      'a value cannot be sent',
      async (ask: (s: Statement) => Promise<object[]>) => ask({ ...note('x'), values: [undefined as never] }),
      { message: 'Statement test_note: parameter 1 cannot be sent' },
    ],
    [
      'a failure was overlooked',
      async (ask: (s: Statement) => Promise<object[]>) => ask(FAULTY).catch(() => []),
      { message: 'The transaction was rolled back' },
    ],
  ])('keeps nothing when %s, and the connection is good for the next', async (_case, work, error) => {
    const failing = database.exchange({ facilityIds: [FACILITY] }, async (tx) => {
      await tx.ask(note('before'));
      await work((statement) => tx.ask(statement));
    });
    await expect(failing).rejects.toMatchObject(error);
    expect(await noted()).toEqual([]);
    expect(await database.exchange({ facilityIds: [] }, (tx) => tx.ask(NOTES))).toEqual([]);
  });

  it('refuses a scope that is none before anything is sent', async () => {
    const never = jest.fn();
    await expect(database.exchange({ facilityIds: ['x'] }, never)).rejects.toThrow('not a UUID');
    expect(never).not.toHaveBeenCalled();
  });

  it('says that the database cannot be reached when the connection is lost, and takes another', async () => {
    const lost = database.exchange({ facilityIds: [] }, async (tx) => {
      await tx.ask(note('lost'));
      const [{ pid }] = (await tx.ask({ name: 'test_pid', text: 'SELECT pg_backend_pid() AS pid', values: [] })) as [
        { pid: number },
      ];
      await build.rows('SELECT pg_terminate_backend($1)', [pid]);
      return tx.ask(NOTES);
    });
    await expect(lost).rejects.toMatchObject({ code: 'database-unavailable' });
    expect(await database.exchange({ facilityIds: [] }, (tx) => tx.ask(NOTES))).toEqual([]);
  });
});
