import 'reflect-metadata';
import { ConfigError, createLogger, safeError, stopOnSignal, systemClock } from '@luutru/platform';
import { createWorker } from './create-worker';
import { readWorkerConfig } from './worker.config';

async function main(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const logger = createLogger('worker', config.LOG_LEVEL);
  const app = await createWorker({
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
    ...(config.portal && { portal: config.portal }),
    clock: systemClock,
    logger,
  });
  stopOnSignal(app, logger);
  await app.listen(config.HEALTH_PORT, config.HOST);
  logger.info({ url: await app.getUrl() }, 'working');
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${JSON.stringify(safeError(error))}\n`);
  process.exit(1);
});
