import { pino } from 'pino';
import { ConfigError, readConfig } from './config';
import { createIdentityMock } from './identity-mock';

async function main(): Promise<void> {
  const logger = pino({ base: { app: 'identity-mock' } });
  const { host, port, ...options } = readConfig(process.env);
  const mock = await createIdentityMock({ ...options, logger });
  await mock.listen(port, host);
  logger.info({ url: mock.url, issuer: mock.issuer }, 'listening');

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
  const { code, message } = error as { code?: string; message?: string };
  const reason = error instanceof ConfigError ? error.message : `identity-mock cannot start: ${code ?? message}`;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
});
