import { type Logger, systemClock } from '@luutru/platform';
import type { WorkerConfig } from './worker.config';
import type { WorkerOptions } from './worker.module';

/** What the environment asks for, as the worker takes it. */
export const workerOptions = (config: WorkerConfig, logger: Logger): WorkerOptions => ({
  databaseUrl: config.DATABASE_URL,
  poolSize: config.DATABASE_POOL,
  masterKeys: config.LUUTRU_MASTER_KEYS,
  queue: config.queue,
  delivery: {
    leaseMs: config.OUTBOX_LEASE_MS,
    pollMs: config.OUTBOX_POLL_MS,
    concurrency: config.DELIVERY_CONCURRENCY,
    retry: {
      firstDelayMs: config.RETRY_FIRST_MS,
      maxDelayMs: config.RETRY_MAX_MS,
      maxAttempts: config.RETRY_ATTEMPTS,
    },
    breaker: { failureThreshold: config.BREAKER_FAILURES, openMs: config.BREAKER_OPEN_MS },
    random: Math.random,
  },
  population: {
    baseUrl: config.POPULATION_URL,
    clientId: config.POPULATION_CLIENT_ID,
    privateKey: config.POPULATION_CLIENT_KEY,
    serverPublicKey: config.POPULATION_SERVER_KEY,
    timeoutMs: config.POPULATION_TIMEOUT_MS,
    maxConnections: config.DELIVERY_CONCURRENCY * 2,
  },
  audit: {
    sealKey: config.LUUTRU_SEAL_KEY,
    headsFolders: [config.AUDIT_HEADS_DIR, config.AUDIT_HEADS_COPY_DIR].filter((folder) => folder !== undefined),
  },
  screening: { pollMs: config.SCREENING_POLL_MS, rescreenDays: config.RESCREEN_DAYS },
  mail: config.mail,
  ...(config.portal && { portal: config.portal }),
  clock: systemClock,
  logger,
});
