import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SIZE_MB = 48;

/**
 * A small disk for the files of declarations, so that it can be full while the rest of the database has room. It is a
 * mount of memory, which only root on Linux may make; elsewhere there is none and that fault is left out of the plan.
 */
export class BatchDisk {
  private constructor(private readonly folder: string) {}

  /** @param owner a file of the user that PostgreSQL runs as */
  static mount(folder: string, owner: string): BatchDisk | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(SIZE_MB)}m,mode=0700`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
    } catch {
      return null;
    }
    const { uid, gid } = statSync(owner);
    mkdirSync(join(folder, 'space'), { mode: 0o700 });
    for (const path of [folder, join(folder, 'space')]) chownSync(path, uid, gid);
    return new BatchDisk(folder);
  }

  get location(): string {
    return join(this.folder, 'space');
  }

  /** Takes all the room there is. */
  fill(): void {
    for (const bytes of [1_048_576, 4_096]) {
      const block = Buffer.alloc(bytes);
      try {
        for (;;) writeFileSync(this.filler, block, { flag: 'a' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  }

  empty(): void {
    rmSync(this.filler, { force: true });
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.folder]);
  }

  private get filler(): string {
    return join(this.folder, 'filler');
  }
}
