import {
  type ConfigOf,
  integer,
  keySet,
  LOG_LEVELS,
  oneOf,
  optionalText,
  pem,
  type QueueConnection,
  readConfig,
  signingKeyOf,
  text,
  url,
  ConfigError,
} from '@luutru/platform';
import { domainsOf, isPlainAddress, type MailOptions } from '@luutru/report-subscription';
import type { PortalOptions } from './kbtt/kbtt-forward.worker';

const shape = {
  HOST: text('the address of the health port', '127.0.0.1'),
  HEALTH_PORT: integer('the port of the health checks', { min: 0, max: 65_535, fallback: 3001 }),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'the database, as luutru_worker'),
  DATABASE_POOL: integer('connections to the database', { min: 1, max: 200, fallback: 15 }),
  QUEUE_BACKEND: oneOf(['redis', 'postgres'], 'redis'),
  REDIS_URL: optionalText(),
  QUEUE_DATABASE_URL: optionalText(),
  QUEUE_PREFIX: text('the prefix of the queue keys', 'luutru'),
  LUUTRU_MASTER_KEYS: keySet('the master keys'),
  LUUTRU_SEAL_KEY: signingKeyOf('seal'),
  AUDIT_HEADS_DIR: text('the folder that the heads of the audit seals are kept in'),
  AUDIT_HEADS_COPY_DIR: optionalText(),
  POPULATION_URL: url(['http:', 'https:'], 'the national population database'),
  POPULATION_CLIENT_ID: text('our client id at the population database'),
  POPULATION_CLIENT_KEY: pem('our Ed25519 private key'),
  POPULATION_SERVER_KEY: pem('the Ed25519 public key of the population database'),
  POPULATION_TIMEOUT_MS: integer('milliseconds for one call', { min: 100, max: 60_000, fallback: 5_000 }),
  DELIVERY_CONCURRENCY: integer('events in delivery at once', { min: 1, max: 1_000, fallback: 32 }),
  OUTBOX_POLL_MS: integer('milliseconds between looks at an idle outbox', { min: 10, max: 60_000, fallback: 100 }),
  OUTBOX_LEASE_MS: integer('milliseconds a claimed event is ours', { min: 500, max: 600_000, fallback: 20_000 }),
  RETRY_FIRST_MS: integer('milliseconds before the first retry', { min: 10, max: 600_000, fallback: 1_000 }),
  RETRY_MAX_MS: integer('the longest pause between retries', { min: 10, max: 86_400_000, fallback: 300_000 }),
  RETRY_ATTEMPTS: integer('failed attempts before an event is set aside', { min: 1, max: 1_000, fallback: 12 }),
  BREAKER_FAILURES: integer('failures in a row that open the breaker', { min: 1, max: 1_000, fallback: 8 }),
  BREAKER_OPEN_MS: integer('milliseconds before an open breaker tries again', {
    min: 10,
    max: 600_000,
    fallback: 2_000,
  }),
  SCREENING_POLL_MS: integer('milliseconds between looks for declarations to screen', {
    min: 10,
    max: 10_000,
    fallback: 150,
  }),
  RESCREEN_DAYS: integer('days back that a change of the watch-lists is held against', {
    min: 0,
    max: 366,
    fallback: 30,
  }),
  PUBLIC_URL: text('the address that links in mails begin with', 'http://127.0.0.1:3000'),
  REPORT_DOMAINS: optionalText(),
  MAIL_FROM: text('the address that mails come from', 'luutru@localhost.localdomain'),
  MAIL_FOLDER: optionalText(),
  SMTP_URL: optionalText(),
  KBTT_URL: optionalText(),
  KBTT_CLIENT_ID: optionalText(),
  KBTT_CLIENT_SECRET: optionalText(),
  KBTT_TIMEOUT_MS: integer('milliseconds for one call of the portal', { min: 100, max: 120_000, fallback: 15_000 }),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
};

export type WorkerConfig = ConfigOf<typeof shape> & {
  readonly queue: QueueConnection;
  readonly portal: PortalOptions | undefined;
  readonly mail: MailOptions;
};

/** Reads and checks the environment; throws one ConfigError that names every wrong variable. */
export function readWorkerConfig(env: NodeJS.ProcessEnv): WorkerConfig {
  const config = readConfig(shape, env);
  return { ...config, queue: queueConnection(config), portal: portal(config), mail: mail(config) };
}

function queueConnection(config: ConfigOf<typeof shape>): QueueConnection {
  if (config.QUEUE_BACKEND === 'postgres') {
    if (!config.QUEUE_DATABASE_URL)
      throw new ConfigError(['QUEUE_DATABASE_URL is not set; QUEUE_BACKEND=postgres needs it']);
    return { kind: 'postgres', url: config.QUEUE_DATABASE_URL };
  }
  if (!config.REDIS_URL)
    throw new ConfigError(['REDIS_URL is not set; give the Redis of the queue, or QUEUE_BACKEND=postgres']);
  return { kind: 'redis', url: config.REDIS_URL, prefix: config.QUEUE_PREFIX };
}

/** Over SMTP, into a folder, or not at all. */
function mail(config: ConfigOf<typeof shape>): MailOptions {
  const { SMTP_URL: smtpUrl, MAIL_FOLDER: folder, MAIL_FROM: from, PUBLIC_URL: publicUrl } = config;
  if (smtpUrl !== undefined && !(URL.canParse(smtpUrl) && ['smtp:', 'smtps:'].includes(new URL(smtpUrl).protocol)))
    throw new ConfigError(['SMTP_URL is not an smtp or smtps address']);
  if (!URL.canParse(publicUrl)) throw new ConfigError(['PUBLIC_URL is not an address']);
  if (!isPlainAddress(from)) throw new ConfigError(['MAIL_FROM is not one plain mail address']);
  return {
    from,
    publicUrl,
    domains: domainsOf(config.REPORT_DOMAINS),
    ...(smtpUrl !== undefined && { smtpUrl }),
    ...(folder !== undefined && { folder }),
  };
}

/** Forwarding to the national portal: configured as a whole or not at all. */
function portal(config: ConfigOf<typeof shape>): PortalOptions | undefined {
  const { KBTT_URL: baseUrl, KBTT_CLIENT_ID: clientId, KBTT_CLIENT_SECRET: clientSecret } = config;
  if (baseUrl === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined)
    throw new ConfigError(['KBTT_CLIENT_ID and KBTT_CLIENT_SECRET are needed with KBTT_URL']);
  if (!URL.canParse(baseUrl) || !['http:', 'https:'].includes(new URL(baseUrl).protocol))
    throw new ConfigError(['KBTT_URL is not an http or https address']);
  return { baseUrl, clientId, clientSecret, timeoutMs: config.KBTT_TIMEOUT_MS };
}
