import { randomBytes } from 'node:crypto';
import { findFreePort } from '@luutru/local-services';
import { Builder } from './builders';
import { createTestDatabase } from './database';
import { apiEnvironment, Program } from './programs';

/** The api and the importer as programs of their own, to be killed, with a hotel that sends files. */
export interface ImportPrograms {
  readonly api: Program;
  readonly importer: Program;
  readonly build: Builder;
  /** Of the api. */
  readonly url: string;
  readonly key: string;
  close(): Promise<void>;
}

export async function startImportPrograms(): Promise<ImportPrograms> {
  const database = await createTestDatabase();
  const build = new Builder(database.urlFor('postgres'));
  const port = await findFreePort();
  const healthPort = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
  const keys = { LUUTRU_MASTER_KEYS: secret(), LUUTRU_INDEX_KEYS: secret() };
  const env = apiEnvironment(port, database.urlFor, keys);
  const api = new Program('api', { ...env, LOG_LEVEL: 'warn' }, `${url}/health/ready`);
  const importer = new Program(
    'importer',
    { ...env, HEALTH_PORT: String(healthPort), IMPORT_POLL_MS: '50', LOG_LEVEL: 'warn' },
    `http://127.0.0.1:${healthPort}/health/live`,
  );
  await Promise.all([api.start(), importer.start()]);
  const key = await build.apiKey([await build.facility()]);
  return {
    ...{ api, importer, build, url, key },
    close: async () => {
      await Promise.all([api.stop(), importer.stop()]);
      await database.drop();
    },
  };
}
