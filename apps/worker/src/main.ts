import 'reflect-metadata';
import { ConfigError, createLogger, safeError, stopOnSignal } from '@luutru/platform';
import { createWorker } from './create-worker';
import { workerOptions } from './worker-options';
import { readWorkerConfig } from './worker.config';

async function main(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const logger = createLogger('worker', config.LOG_LEVEL);
  const app = await createWorker(workerOptions(config, logger));
  stopOnSignal(app, logger);
  await app.listen(config.HEALTH_PORT, config.HOST);
  logger.info({ url: await app.getUrl() }, 'working');
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${JSON.stringify(safeError(error))}\n`);
  process.exit(1);
});
