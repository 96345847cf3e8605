import {
  type ConfigOf,
  type ConfigReader,
  integer,
  keySet,
  LOG_LEVELS,
  oneOf,
  optionalText,
  readConfig,
  SERVER_LIMITS,
  signingKeyOf,
  text,
  url,
} from '@luutru/platform';

const milliseconds = (what: string, fallback: number): ConfigReader<number> =>
  integer(`milliseconds ${what}`, { min: 100, max: 3_600_000, fallback });

const shape = {
  HOST: text('the address to listen on', '127.0.0.1'),
  PORT: integer('the port to listen on', { min: 0, max: 65_535, fallback: 3000 }),
  METRICS_HOST: text('the address of the metrics', '127.0.0.1'),
  METRICS_PORT: integer('the port of the metrics, 0 for none', { min: 0, max: 65_535, fallback: 0 }),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'the database, as luutru_app'),
  DATABASE_POOL: integer('connections to the database', { min: 1, max: 200, fallback: 20 }),
  AUTHORITY_DATABASE_URL: url(['postgres:', 'postgresql:'], 'the database, as luutru_authority'),
  AUTHORITY_DATABASE_POOL: integer('connections to the database for authorities', { min: 1, max: 50, fallback: 4 }),
  DATABASE_CONNECT_MS: integer('milliseconds to wait for a connection to the database', {
    min: 100,
    max: 60_000,
    fallback: 3_000,
  }),
  DATABASE_STATEMENT_MS: integer('milliseconds that a statement may take', {
    min: 100,
    max: 600_000,
    fallback: 10_000,
  }),
  DATABASE_LOCK_MS: integer('milliseconds that a statement may wait for a lock', {
    min: 100,
    max: 600_000,
    fallback: 3_000,
  }),
  HEADERS_TIMEOUT_MS: milliseconds('until the head of a request is there', SERVER_LIMITS.headersMs),
  BODY_TIMEOUT_MS: milliseconds('until the body of a request is there', SERVER_LIMITS.bodyMs),
  UPLOAD_TIMEOUT_MS: milliseconds('until a file is there', SERVER_LIMITS.uploadMs),
  KEEP_ALIVE_MS: milliseconds('that an answered connection is kept', SERVER_LIMITS.keepAliveMs),
  EVENT_LOOP_LAG_MS: integer('milliseconds of lag from which on what can wait is refused', {
    min: 5,
    max: 600_000,
    fallback: 100,
  }),
  EVENT_LOOP_BUSY_PERCENT: integer(
    'per cent of its time that the event loop works from which on time is shared out; 101: never',
    {
      min: 1,
      max: 101,
      fallback: 50,
    },
  ),
  MAX_CONNECTIONS: integer('connections at most', { min: 10, max: 1_000_000, fallback: SERVER_LIMITS.connections }),
  MAX_CONNECTIONS_PER_ADDRESS: integer('connections from one address, 0 for no limit', {
    min: 0,
    max: 1_000_000,
    fallback: SERVER_LIMITS.connectionsPerAddress,
  }),
  PUBLIC_URL: url(['http:', 'https:'], 'the address that browsers know us by'),
  CONFIDENTIAL_LOOK_DAYS: integer('days before a person is told of a look under an open case', {
    min: 0,
    max: 3_650,
    fallback: 90,
  }),
  AUDIT_SEAL_LIMIT_SECONDS: integer('seconds that looks may go unsealed', { min: 1, max: 86_400, fallback: 30 }),
  BREAK_GLASS_MINUTES: integer('minutes that a look beyond the jurisdiction is lent for', {
    min: 1,
    max: 480,
    fallback: 60,
  }),
  BREAK_GLASS_MAX_OPEN: integer('how many of these an officer may have open', { min: 1, max: 10, fallback: 2 }),
  BREAK_GLASS_REVIEW_HOURS: integer('hours until a missing review stops an officer', {
    min: 1,
    max: 720,
    fallback: 72,
  }),
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
  REPORT_DOMAINS: optionalText(),
  XROAD_SUBSYSTEM: optionalText(),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_INDEX_KEYS: keySet('the blind index keys'),
  LUUTRU_RECEIPT_KEY: signingKeyOf('receipt'),
  KBTT_FORWARDING: oneOf(['off', 'on'], 'off'),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
};

export type ApiConfig = ConfigOf<typeof shape>;

/** Reads and checks the environment; throws one ConfigError that names every wrong variable. */
export const readApiConfig = (env: NodeJS.ProcessEnv): ApiConfig => readConfig(shape, env);
