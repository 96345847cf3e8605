import { databaseUrls } from './databases';
import { environmentOf, environments, type Wiring } from './environments';
import { makeSecrets } from './secrets';

const secrets = makeSecrets();
const urls = databaseUrls('postgres://postgres:top-secret@127.0.0.1:54329/postgres?sslmode=disable', secrets);
const wiring = (redisUrl: string | null): Wiring => ({
  urls,
  redisUrl,
  ports: { api: 3000, population: 3100, workerHealth: 3001, importerHealth: 3002, identity: 3200 },
  sheetFile: '/state/demo.json',
  identityFile: '/state/identity-people.json',
  headsFolder: '/state/audit-heads',
  mailFolder: '/state/mail',
});
const PROGRAMS = ['api', 'worker', 'importer', 'population-mock', 'identity-mock'] as const;

describe('databaseUrls', () => {
  it('keeps the server and its parameters, and changes database, user and password', () => {
    const url = new URL(urls.worker);
    expect([url.pathname, url.username, url.password]).toEqual(['/luutru', 'luutru_worker', secrets.worker]);
    expect([url.host, url.search]).toEqual(['127.0.0.1:54329', '?sslmode=disable']);
  });
});

describe('environments', () => {
  it('gives the worker a queue in PostgreSQL when there is no Redis', () => {
    const { worker } = environments(wiring(null), secrets);
    expect(worker).toMatchObject({ QUEUE_BACKEND: 'postgres', QUEUE_DATABASE_URL: urls.queue });
    expect(worker).not.toHaveProperty('REDIS_URL');
  });

  it.each(PROGRAMS)('keeps the superuser and foreign secrets from %s', (program) => {
    const all = environments(wiring('redis://127.0.0.1:63799'), secrets);
    const ours = { PATH: '/bin', DATABASE_URL: urls.admin, REDIS_URL: 'redis://x', QUEUE_DATABASE_URL: urls.admin };
    const env = environmentOf(program, all, { ...ours, MIGRATOR_DATABASE_URL: urls.admin });
    expect(env.PATH).toBe('/bin');
    expect(JSON.stringify(env)).not.toContain('top-secret');
    // The api alone serves the authorities, through views that hold nothing of a person.
    expect(env.AUTHORITY_DATABASE_URL).toBe(program === 'api' ? urls.authority : undefined);
    expect(JSON.stringify({ ...env, AUTHORITY_DATABASE_URL: '' })).not.toContain(secrets.authority);
  });

  it('gives nobody but the worker the key that seals', () => {
    const { worker, ...others } = environments(wiring(null), secrets);
    expect(worker.LUUTRU_SEAL_KEY).toBe(secrets.sealKey);
    expect(JSON.stringify(others)).not.toContain(secrets.sealKey);
  });

  it('lets the stand-in see no key of the platform', () => {
    const all = environments(wiring(null), secrets);
    const env = JSON.stringify(environmentOf('population-mock', all, {}));
    expect(env).not.toContain(secrets.masterKeys);
    expect(env).not.toContain(secrets.indexKeys);
    expect(env).not.toContain(secrets.sealKey);
  });
});
