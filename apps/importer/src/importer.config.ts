import {
  type ConfigOf,
  integer,
  keySet,
  LOG_LEVELS,
  oneOf,
  readConfig,
  signingKeyOf,
  text,
  url,
} from '@luutru/platform';

const shape = {
  HOST: text('the address of the health port', '127.0.0.1'),
  HEALTH_PORT: integer('the port of the health checks', { min: 0, max: 65_535, fallback: 3002 }),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'the database, as luutru_app'),
  DATABASE_POOL: integer('connections to the database', { min: 2, max: 200, fallback: 6 }),
  PUBLIC_URL: url(['http:', 'https:'], 'the address that receipts name as their issuer'),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_INDEX_KEYS: keySet('the blind index keys'),
  LUUTRU_RECEIPT_KEY: signingKeyOf('receipt'),
  IMPORT_POLL_MS: integer('milliseconds between looks for a batch', { min: 10, max: 60_000, fallback: 300 }),
  KBTT_FORWARDING: oneOf(['off', 'on'], 'off'),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
};

export type ImporterConfig = ConfigOf<typeof shape>;

/** Reads and checks the environment; throws one ConfigError that names every wrong variable. */
export const readImporterConfig = (env: NodeJS.ProcessEnv): ImporterConfig => readConfig(shape, env);
