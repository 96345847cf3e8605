import {
  type ConfigOf,
  integer,
  keySet,
  LOG_LEVELS,
  oneOf,
  optionalText,
  readConfig,
  signingKeyOf,
  text,
  url,
} from '@luutru/platform';

const shape = {
  HOST: text('the address to listen on', '127.0.0.1'),
  PORT: integer('the port to listen on', { min: 0, max: 65_535, fallback: 3000 }),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'the database, as luutru_app'),
  DATABASE_POOL: integer('connections to the database', { min: 1, max: 200, fallback: 20 }),
  PUBLIC_URL: url(['http:', 'https:'], 'the address that browsers know us by'),
  CONFIDENTIAL_LOOK_DAYS: integer('days before a person is told of a look under an open case', {
    min: 0,
    max: 3_650,
    fallback: 90,
  }),
  AUDIT_SEAL_LIMIT_SECONDS: integer('seconds that looks may go unsealed', { min: 1, max: 86_400, fallback: 30 }),
  SEARCHES_PER_HOUR: integer('searches of one officer an hour', { min: 1, max: 100_000, fallback: 60 }),
  SEARCHES_PER_DAY: integer('searches of one officer in 24 hours', { min: 1, max: 100_000, fallback: 300 }),
  SEARCH_ROWS_PER_DAY: integer('stays shown to one officer by searches in 24 hours', {
    min: 1,
    max: 1_000_000,
    fallback: 3_000,
  }),
  TRUSTED_PROXIES: optionalText(),
  RATE_LIMIT_PER_CREDENTIAL: integer('requests a minute with one key or session', {
    min: 1,
    max: 10_000_000,
    fallback: 6_000,
  }),
  RATE_LIMIT_PER_ADDRESS: integer('requests a minute from one address without a key', {
    min: 1,
    max: 10_000_000,
    fallback: 600,
  }),
  IDENTITY_ISSUER: url(['http:', 'https:'], 'the national identity provider'),
  IDENTITY_CLIENT_ID: text('our client id at the identity provider'),
  IDENTITY_CLIENT_SECRET: text('our client secret at the identity provider'),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_INDEX_KEYS: keySet('the blind index keys'),
  LUUTRU_RECEIPT_KEY: signingKeyOf('receipt'),
  KBTT_FORWARDING: oneOf(['off', 'on'], 'off'),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
};

export type ApiConfig = ConfigOf<typeof shape>;

/** Reads and checks the environment; throws one ConfigError that names every wrong variable. */
export const readApiConfig = (env: NodeJS.ProcessEnv): ApiConfig => readConfig(shape, env);
