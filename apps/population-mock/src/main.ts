import { pino } from 'pino';
import { ConfigError, readConfig } from './config';
import { createPopulationMock } from './population-mock';

async function main(): Promise<void> {
  const logger = pino({ base: { app: 'population-mock' } });
  const config = readConfig(process.env);
  const mock = await createPopulationMock({ ...config, logger });
  logger.info({ port: mock.port, seed: config.seed }, 'listening');

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    mock.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  // A database error may quote the connection's password, so that only its code is told.
  const { code, message } = error as { code?: string; message?: string };
  const reason = error instanceof ConfigError ? error.message : `population-mock cannot start: ${code ?? message}`;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
});
