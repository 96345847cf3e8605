import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addDays, localDate } from '@luutru/calendar';
import { findFreePort } from '@luutru/local-services';
import { projectRoot } from '@luutru/platform';
import { Builder, guest } from '../support/builders';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { apiEnvironment, Program } from '../support/programs';

describe('starting and stopping', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('an api that is told to stop finishes what it began', async () => {
    const build = new Builder(database.urlFor('postgres'));
    const key = await build.apiKey([await build.facility()]);
    const port = await findFreePort();
    const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
    const api = new Program(
      'api',
      {
        ...apiEnvironment(port, database.urlFor, {
          LUUTRU_MASTER_KEYS: secret(),
          LUUTRU_INDEX_KEYS: secret(),
        }),
        LOG_LEVEL: 'warn',
      },
      `http://127.0.0.1:${port}/health/ready`,
    );
    await api.start();
    const outcomes = { acknowledged: 0, refused: 0 };
    const client = async (): Promise<void> => {
      while (outcomes.refused === 0) {
        try {
          const answer = await fetch(`http://127.0.0.1:${port}/v1/stays`, {
            method: 'POST',
            headers: {
              Authorization: `Bearer ${key}`,
              'Content-Type': 'application/json',
              'Idempotency-Key': randomBytes(8).toString('hex'),
            },
            body: JSON.stringify({
              ...guest(),
              arrivedAt: undefined,
              expectedDepartureAt: `${addDays(localDate(new Date()), 1)}T12:00`,
            }),
          });
          if (answer.status === 201) outcomes.acknowledged += 1;
          else outcomes.refused += 1;
        } catch {
          outcomes.refused += 1;
        }
      }
    };
    const clients = Array.from({ length: 8 }, client);
    while (outcomes.acknowledged < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = api.stop();
    await Promise.all([...clients, stopped]);
    const [row] = await build.rows<{ n: number }>('SELECT count(*)::int AS n FROM stay');
    // Nothing was cut off in the middle: what is stored was acknowledged, and the other way round.
    expect(row?.n).toBe(outcomes.acknowledged);
    expect(api.exitCode).toBe(0);
  });

  it.each([
    ['api', ['DATABASE_URL', 'LUUTRU_MASTER_KEYS', 'LUUTRU_INDEX_KEYS']],
    ['worker', ['DATABASE_URL', 'LUUTRU_MASTER_KEYS', 'LUUTRU_SEAL_KEY', 'AUDIT_HEADS_DIR', 'POPULATION_URL']],
    ['population-mock', ['POPULATION_MOCK_DATABASE_URL', 'POPULATION_MOCK_PRIVATE_KEY']],
  ])('%s names every variable that is missing and does not start', (name, variables) => {
    const { PATH = '' } = process.env;
    const run = spawnSync(process.execPath, [join(projectRoot(), 'dist/apps', name, 'src/main.js')], {
      env: { PATH },
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(run.status).toBe(1);
    for (const variable of variables) expect(run.stderr + run.stdout).toContain(variable);
  });

  it('never repeats a key in a complaint about it', () => {
    const { PATH = '' } = process.env;
    const env = {
      PATH,
      DATABASE_URL: 'postgres://x/y',
      LUUTRU_MASTER_KEYS: '1:c2VjcmV0c2VjcmV0',
      LUUTRU_INDEX_KEYS: 'geheim',
    };
    const run = spawnSync(process.execPath, [join(projectRoot(), 'dist/apps/api/src/main.js')], {
      env,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([
      run.status,
      run.stderr.includes('LUUTRU_MASTER_KEYS must be'),
      /c2VjcmV0|geheim/.test(run.stderr + run.stdout),
    ]).toEqual([1, true, false]);
  });
});
