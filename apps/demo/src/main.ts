import { Demo } from './demo';
import { readOptions, UsageError } from './options';
import { complain, DemoError, say } from './say';

/** npm passes Ctrl-C on, so that it may arrive twice: only a later one means impatience. */
const SAME_PRESS_MS = 1_000;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  let failure: unknown = null;
  let asked: number | null = null;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const demo = new Demo(options, (error) => {
    failure ??= error;
    end();
  });
  const onSignal = (): void => {
    if (asked === null) {
      asked = Date.now();
      say('\nĐang dừng (Ctrl-C lần nữa để dừng ngay)', 'stopping (Ctrl-C again to stop at once)');
      demo.cancel();
      end();
    } else if (Date.now() - asked > SAME_PRESS_MS) {
      demo.kill();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  // Whoever read our lines may be gone (a closed terminal, `| head`): that must not keep us from stopping the rest.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  try {
    await demo.start();
    if (!options.exitWhenReady) await ended;
  } catch (error) {
    if (asked === null) failure ??= error;
  }
  if (failure) tell(failure);
  await demo.stop();
  say('Đã dừng', 'stopped');
  return failure ? 1 : 0;
}

function tell(failure: unknown): void {
  if (failure instanceof DemoError) complain(failure.vi, failure.en, failure.details);
  else complain('Bản demo không khởi động được', 'The demo could not start', (failure as Error).message);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof UsageError ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
