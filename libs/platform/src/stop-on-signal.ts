import type { Logger } from './log/logger';

/** On SIGTERM or SIGINT closes the program in good order and exits 0; a second signal is left to the system. */
export function stopOnSignal(app: { close(): Promise<void> }, logger: Logger): void {
  const stop = (signal: NodeJS.Signals): void => {
    logger.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (err: unknown) => {
        logger.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
