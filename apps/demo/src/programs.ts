import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceProcess, untilReady } from '@luutru/local-services';
import type { Program } from './environments';
import { DemoError } from './say';
import type { RunningService } from './supervised-service';

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
const PROBE_LIMIT_MS = 2_000;

interface Launch {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

/** Throws a {@link DemoError} when one of the programs has not been built. */
export function assertBuilt(root: string, programs: readonly Program[]): void {
  const missing = programs.filter((program) => !existsSync(fileOf(root, program)));
  if (missing.length === 0) return;
  throw new DemoError(
    `Chưa biên dịch ${missing.join(', ')}: hãy chạy npm run build rồi thử lại`,
    `${missing.join(', ')} not built: run npm run build, then try again`,
  );
}

/** Starts a program that serves, and waits until its `/health/ready` answers with success. */
export async function launchServer(
  program: Program,
  healthUrl: string,
  { root, env, log }: Launch,
  started: (service: RunningService) => void,
): Promise<RunningService> {
  const child = new ServiceProcess(process.execPath, [fileOf(root, program)], { cwd: root, env }, log);
  const service: RunningService = {
    exited: child.exited,
    get lastLines() {
      return child.lastLines;
    },
    stop: () => child.stop('SIGTERM', STOP_LIMIT_MS),
    kill: () => child.signal('SIGKILL'),
  };
  started(service);
  await untilReady(child, program, READY_LIMIT_MS, () => answersReady(healthUrl));
  return service;
}

/** Runs a command of the CLI to its end; throws a {@link DemoError} with its last lines when it fails. */
export async function runCommand(
  args: readonly string[],
  { root, env, log }: Launch,
  signal: AbortSignal,
): Promise<void> {
  const child = new ServiceProcess(process.execPath, [fileOf(root, 'cli'), ...args], { cwd: root, env }, log);
  const stop = (): void => void child.stop('SIGTERM', STOP_LIMIT_MS);
  signal.addEventListener('abort', stop);
  await child.exited;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (child.exitCode === 0) return;
  throw new DemoError(
    `Lệnh "${args.join(' ')}" không thành công; xem logs/cli.log trong thư mục dữ liệu, hoặc chạy với --fresh để làm lại từ đầu`,
    `"${args.join(' ')}" failed; see logs/cli.log in the state folder, or run with --fresh to start over`,
    child.lastLines,
  );
}

const fileOf = (root: string, program: Program): string => join(root, 'dist', 'apps', program, 'src', 'main.js');

async function answersReady(healthUrl: string): Promise<boolean> {
  const answer = await fetch(`${healthUrl}/health/ready`, { signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
  await answer.arrayBuffer();
  return answer.ok;
}
