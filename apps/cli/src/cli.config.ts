import {
  integer,
  keySet,
  LOG_LEVELS,
  oneOf,
  optionalText,
  pem,
  readConfig,
  signingKeyOf,
  text,
  url,
} from '@luutru/platform';

const POSTGRES = ['postgres:', 'postgresql:'];

const migrate = {
  MIGRATOR_DATABASE_URL: url(POSTGRES, 'the database, as a role that may create roles'),
  LUUTRU_APP_PASSWORD: optionalText(),
  LUUTRU_WORKER_PASSWORD: optionalText(),
  LUUTRU_AUTHORITY_PASSWORD: optionalText(),
};

const administer = { MIGRATOR_DATABASE_URL: url(POSTGRES, 'the database, as its owner') };

const seed = {
  MIGRATOR_DATABASE_URL: url(POSTGRES, 'the database, as its owner'),
  DATABASE_URL: url(POSTGRES, 'the database, as luutru_app'),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_INDEX_KEYS: keySet('the blind index keys'),
  LUUTRU_RECEIPT_KEY: signingKeyOf('receipt'),
  PUBLIC_URL: url(['http:', 'https:'], 'the address that browsers know the platform by'),
  POPULATION_URL: url(['http:', 'https:'], 'the stand-in'),
  POPULATION_MOCK_ADMIN_TOKEN: text("the stand-in's admin token"),
  LUUTRU_DEMO_FILE: text('where the keys and things to try are written', '.luutru/demo.json'),
  LUUTRU_IDENTITY_FILE: text('where the people of the identity stand-in are written', '.luutru/identity-people.json'),
  SEED: integer('the seed number', { min: 0, max: 4_294_967_295, fallback: 2026 }),
  SEED_PEOPLE: integer('how many people the stand-in knows', { min: 100, max: 50_000, fallback: 4_000 }),
  SEED_DAYS: integer('how many days of stays', { min: 0, max: 50, fallback: 10 }),
  SEED_MONTHS: integer('how many months before this one have stays', { min: 0, max: 36, fallback: 14 }),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'warn'),
};

const keys = {
  MIGRATOR_DATABASE_URL: url(POSTGRES, 'the database, as its owner'),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_INDEX_KEYS: keySet('the blind index keys'),
};

const account = {
  DATABASE_URL: url(POSTGRES, 'the database, as luutru_app'),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_INDEX_KEYS: keySet('the blind index keys'),
};

const sync = { DATABASE_URL: url(POSTGRES, 'the database, as luutru_worker') };

const reconcile = {
  ...sync,
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  POPULATION_URL: url(['http:', 'https:'], 'the national population database'),
  POPULATION_CLIENT_ID: text('our client id at the population database'),
  POPULATION_CLIENT_KEY: pem('our Ed25519 private key'),
  POPULATION_SERVER_KEY: pem('the Ed25519 public key of the population database'),
  POPULATION_TIMEOUT_MS: integer('milliseconds for one call', { min: 100, max: 60_000, fallback: 10_000 }),
};

export const readSyncConfig = (env: NodeJS.ProcessEnv) => readConfig(sync, env);
export const readReconcileConfig = (env: NodeJS.ProcessEnv) => readConfig(reconcile, env);
export type ReconcileConfig = ReturnType<typeof readReconcileConfig>;
export const readAccountConfig = (env: NodeJS.ProcessEnv) => readConfig(account, env);
export type AccountConfig = ReturnType<typeof readAccountConfig>;
export const readKeysConfig = (env: NodeJS.ProcessEnv) => readConfig(keys, env);
export type KeysConfig = ReturnType<typeof readKeysConfig>;
export const readMigrateConfig = (env: NodeJS.ProcessEnv) => readConfig(migrate, env);
export const readAdministerConfig = (env: NodeJS.ProcessEnv) => readConfig(administer, env);
export const readSeedConfig = (env: NodeJS.ProcessEnv) => readConfig(seed, env);
export type SeedConfig = ReturnType<typeof readSeedConfig>;
