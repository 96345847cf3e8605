import { type ConfigOf, integer, keySet, LOG_LEVELS, oneOf, readConfig, text, url } from '@luutru/platform';

const shape = {
  HOST: text('the address to listen on', '127.0.0.1'),
  PORT: integer('the port to listen on', { min: 0, max: 65_535, fallback: 3000 }),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'the database, as luutru_app'),
  DATABASE_POOL: integer('connections to the database', { min: 1, max: 200, fallback: 20 }),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_INDEX_KEYS: keySet('the blind index keys'),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
};

export type ApiConfig = ConfigOf<typeof shape>;

/** Reads and checks the environment; throws one ConfigError that names every wrong variable. */
export const readApiConfig = (env: NodeJS.ProcessEnv): ApiConfig => readConfig(shape, env);
