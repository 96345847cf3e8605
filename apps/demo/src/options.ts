import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface DemoOptions {
  /** The folder of the project's package.json. */
  readonly root: string;
  /** Where the demo keeps everything: secrets, data, logs. */
  readonly stateDir: string;
  /** Start over: delete what an earlier demo kept. */
  readonly fresh: boolean;
  /** Start everything, tell about it, stop everything: for tests. */
  readonly exitWhenReady: boolean;
  /** A PostgreSQL that runs already, as a superuser. */
  readonly databaseUrl: string | undefined;
}

export class UsageError extends Error {}

export const USAGE = [
  'npm run demo [-- --fresh] [--exit-when-ready]',
  '  --fresh            xóa dữ liệu của lần chạy trước · delete what the last run kept',
  '  --exit-when-ready  chạy thử rồi dừng · start, print, stop',
  '  LUUTRU_STATE_DIR   thư mục dữ liệu (mặc định .luutru) · where everything is kept (.luutru unless told)',
  '  DATABASE_URL       PostgreSQL có sẵn, quyền quản trị · a running PostgreSQL, as a superuser',
  '  REDIS_URL          Redis có sẵn · a running Redis',
].join('\n');

const FLAGS = ['--fresh', '--exit-when-ready'];

/** Reads the command line and the environment; throws {@link UsageError}. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): DemoOptions {
  const unknown = args.find((arg) => !FLAGS.includes(arg));
  if (unknown !== undefined) throw new UsageError(`${unknown}?\n${USAGE}`);
  const root = projectRoot(__dirname);
  return {
    root,
    stateDir: resolve(env.LUUTRU_STATE_DIR || join(root, '.luutru')),
    fresh: args.includes('--fresh'),
    exitWhenReady: args.includes('--exit-when-ready'),
    databaseUrl: env.DATABASE_URL || undefined,
  };
}

function projectRoot(from: string): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'luutru') {
    return from;
  }
  if (from === dirname(from)) throw new Error('The folder of the luutru package.json was not found');
  return projectRoot(dirname(from));
}
