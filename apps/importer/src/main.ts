import 'reflect-metadata';
import { ConfigError, createLogger, safeError, stopOnSignal, systemClock } from '@luutru/platform';
import { createImporter } from './create-importer';
import { readImporterConfig } from './importer.config';

async function main(): Promise<void> {
  const config = readImporterConfig(process.env);
  const logger = createLogger('importer', config.LOG_LEVEL);
  const app = await createImporter({
    databaseUrl: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    masterKeys: config.LUUTRU_MASTER_KEYS,
    indexKeys: config.LUUTRU_INDEX_KEYS,
    receiptKey: config.LUUTRU_RECEIPT_KEY,
    issuer: config.PUBLIC_URL,
    kbttForwarding: config.KBTT_FORWARDING === 'on',
    pollMs: config.IMPORT_POLL_MS,
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
