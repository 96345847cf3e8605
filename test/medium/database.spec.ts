import { asSuperuser, createTestDatabase, type TestDatabase } from '../support/database';
describe('schema', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase(); });
  afterAll(() => db.drop());
  it('has tables', async () => {
    const n = await asSuperuser(db.urlFor('postgres'), async (c) => (await c.query("select count(*)::int n from pg_tables where schemaname='public'")).rows[0].n);
    expect(n).toBeGreaterThan(10);
  });
});
