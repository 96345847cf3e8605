import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { postgresUser, reachable, type RunAs } from './postgres-binaries';
import { isAlive, postgresProcessesIn } from './running-processes';

const LEFTOVER_LIMIT_MS = 20_000;

/** Whether a data folder can be here: as root, PostgreSQL's own user must be able to get to it. */
export function canHoldPostgres(dataDir: string): boolean {
  const runAs = postgresUser(dataDir);
  if (!runAs) return true;
  let folder = dirname(resolve(dataDir));
  while (!existsSync(folder)) folder = dirname(folder);
  return reachable(folder, runAs);
}

interface NewFolder {
  readonly dataDir: string;
  readonly password: string;
  readonly durable: boolean;
}

/** Makes the data folder with initdb unless it is there; refuses one of another major version. */
export function prepareDataFolder(options: NewFolder, bin: string, runAs: RunAs | null): void {
  const { dataDir } = options;
  if (!canHoldPostgres(dataDir)) {
    throw new Error(
      `PostgreSQL cannot run as root, and its user may not enter ${dirname(resolve(dataDir))}: ` +
        'open that folder and those above it (chmod o+x), or keep the data elsewhere',
    );
  }
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(options, bin, runAs);
  assertSameMajor(bin, dataDir, runAs);
}

/** Made aside and moved into place, so that a start that was killed leaves no half-made folder. */
function initialise({ dataDir, password, durable }: NewFolder, bin: string, runAs: RunAs | null): void {
  const draft = `${dataDir}.draft`;
  const passwordFile = `${dataDir}.password`;
  for (const path of [draft, passwordFile]) rmSync(path, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  chmodSync(draft, 0o700);
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (runAs) for (const path of [draft, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
  const flags = [
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    ...(durable ? [] : ['--no-sync']),
  ];
  const made = spawnSync(join(bin, 'initdb'), ['-D', draft, `--pwfile=${passwordFile}`, ...flags], {
    ...runAs,
    cwd: draft,
    encoding: 'utf8',
    env: SERVER_ENVIRONMENT,
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder:\n${made.error?.message ?? made.stderr}`);
  }
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(draft, dataDir);
}

/** PG* variables of our own environment are for clients; the server gets none of them. */
export const SERVER_ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

function assertSameMajor(bin: string, dataDir: string, runAs: RunAs | null): void {
  const data = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const asked = spawnSync(join(bin, 'postgres'), ['--version'], { ...runAs, cwd: '/', encoding: 'utf8' });
  if (asked.status !== 0) throw new Error(`PostgreSQL cannot run:\n${asked.error?.message ?? asked.stderr}`);
  const [, program] = / (\d+)/.exec(asked.stdout) ?? [];
  if (program !== data) {
    throw new Error(
      `${dataDir} was made by PostgreSQL ${data}, but this is ${program}: start over with --fresh, or move the data`,
    );
  }
}

/**
 * Stops a server that an earlier starter left running on this folder. The folder is used by one starter at a time: the
 * demo and the tests see to that.
 */
export async function stopLeftover(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const isServer = (): boolean => postgresProcessesIn(dataDir).includes(pid);
  if (isServer()) {
    process.kill(pid, 'SIGINT');
    if (!(await gone(isServer))) process.kill(pid, 'SIGQUIT');
  }
  // The processes of a server that was killed end by themselves soon; a second server beside them would ruin the data.
  if (!(await gone(() => postgresProcessesIn(dataDir).length > 0))) {
    throw new Error(
      `${dataDir} is still in use by the processes ${postgresProcessesIn(dataDir).join(', ')}: end them first`,
    );
  }
  // Its number may meanwhile be that of any other process, which PostgreSQL takes for a running server.
  if (process.platform === 'linux' && isAlive(pid)) rmSync(pidFile, { force: true });
}

async function gone(stillThere: () => boolean): Promise<boolean> {
  for (let waited = 0; stillThere(); waited += 50) {
    if (waited >= LEFTOVER_LIMIT_MS) return false;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return true;
}
