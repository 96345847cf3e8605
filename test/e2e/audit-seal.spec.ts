import { AuditVerifier, HeadsFolder } from '@luutru/audit';
import { openDatabase, publicKeyOf, SigningKeyRepository } from '@luutru/platform';
import { guest } from '../support/builders';
import { createTestSystem, type TestSystem } from '../support/test-system';

describe('what the API does', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await createTestSystem();
  });
  afterAll(() => system.close());

  it('is sealed within seconds by whichever worker comes first, and exported', async () => {
    const second = await system.startWorker();
    const key = await system.build.apiKey([await system.build.facility()]);
    for (let i = 0; i < 10; i += 1) await system.post('/v1/stays', key, guest());
    const written = Number((await system.build.rows<{ n: string }>('SELECT count(*) AS n FROM audit_entry'))[0]?.n);
    expect(written).toBeGreaterThanOrEqual(10);
    for (let sealed = 0; sealed < written;) {
      const rows = await system.build.rows<{ n: string }>('SELECT coalesce(sum(entry_count), 0) AS n FROM audit_seal');
      sealed = Number(rows[0]?.n);
    }
    const { database, close } = await openDatabase({
      url: system.database.urlFor('postgres'),
      role: 'luutru_migrator',
      poolSize: 1,
      applicationName: 'test',
      entities: [],
    });
    const keys = await new SigningKeyRepository(database).list('seal');
    await second.close();
    const heads = new HeadsFolder(system.headsFolder);
    for (const end = Date.now() + 10_000; Date.now() < end && !(await heads.findLast()););
    const verification = await new AuditVerifier(database).verify({
      keys: new Map(keys.map((jwk) => [jwk.kid, publicKeyOf(jwk)])),
      heads: heads.heads(),
    });
    await close();
    expect(verification).toMatchObject({ finding: null });
    expect(verification.entries).toBeGreaterThanOrEqual(written);
    expect(await heads.findLast()).not.toBeNull();
  });
});
