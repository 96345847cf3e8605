import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canHoldPostgres, isAlive, stopLeftover } from '@luutru/local-services';
import { DemoError } from './say';

/** Where the demo keeps everything. One demo at a time uses it. */
export class StateFolder {
  readonly logs: string;
  readonly secretsFile: string;
  /** Written by the seed: credentials and things to try. */
  readonly sheetFile: string;
  /** Written by the seed: the people of the identity stand-in. */
  readonly identityFile: string;
  readonly headsFolder: string;
  /** Mails that would have been sent. */
  readonly mailFolder: string;
  private readonly lockFile: string;

  constructor(readonly path: string) {
    this.logs = join(path, 'logs');
    this.secretsFile = join(path, 'secrets.json');
    this.sheetFile = join(path, 'demo.json');
    this.identityFile = join(path, 'identity-people.json');
    this.headsFolder = join(path, 'audit-heads');
    this.mailFolder = join(path, 'mail');
    this.lockFile = join(path, 'demo.lock');
  }

  /** Takes the folder, or throws a {@link DemoError} when another demo has it. */
  open(): void {
    // As root, PostgreSQL's user must be able to pass through; nobody else may list it.
    mkdirSync(this.path, { recursive: true, mode: 0o711 });
    this.lock();
    mkdirSync(this.logs, { recursive: true, mode: 0o700 });
  }

  /** Deletes what an earlier demo kept. Only after {@link open}. */
  async clear(): Promise<void> {
    await stopLeftover(this.postgresData());
    for (const name of readdirSync(this.path)) {
      const path = join(this.path, name);
      if (path !== this.lockFile) rmSync(path, { recursive: true, force: true });
    }
    rmSync(this.elsewhere(), { recursive: true, force: true });
    mkdirSync(this.logs, { recursive: true, mode: 0o700 });
  }

  close(): void {
    if (this.owner() === process.pid) rmSync(this.lockFile, { force: true });
  }

  /** PostgreSQL's data: in here, unless its user may not come here, as in a checkout under /root. */
  postgresData(): string {
    const here = join(this.path, 'postgres');
    return canHoldPostgres(here) ? here : this.elsewhere();
  }

  private elsewhere(): string {
    const id = createHash('sha256').update(this.path).digest('hex').slice(0, 12);
    return join('/var/lib/luutru-demo', id);
  }

  private lock(): void {
    const owner = this.owner();
    if (owner !== null && owner !== process.pid && isDemo(owner)) throw locked(this.path, owner);
    rmSync(this.lockFile, { force: true });
    try {
      writeFileSync(this.lockFile, String(process.pid), { flag: 'wx' });
    } catch {
      throw locked(this.path, this.owner() ?? 0);
    }
  }

  private owner(): number | null {
    return existsSync(this.lockFile) ? Number(readFileSync(this.lockFile, 'utf8')) : null;
  }
}

/** The number of a killed demo may meanwhile be that of another program. */
function isDemo(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) ? /demo[\\/]src[\\/]main/.test(readFileSync(command, 'utf8')) : true;
}

const locked = (path: string, pid: number): DemoError =>
  new DemoError(
    `Một bản demo khác (tiến trình ${pid}) đang dùng ${path}: hãy dừng nó, hoặc đặt LUUTRU_STATE_DIR sang thư mục khác`,
    `Another demo (process ${pid}) is using ${path}: stop it, or set LUUTRU_STATE_DIR to another folder`,
  );
