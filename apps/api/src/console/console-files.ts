import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the console, ready to be sent. */
export interface ConsoleFile {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content: it can be kept for ever. */
  readonly immutable: boolean;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/**
 * Reads the built console into memory, by path below its folder: what is not listed cannot be asked for, whatever dots and
 * slashes a path has. Null when it has not been built.
 */
export function readConsole(folder: string): ReadonlyMap<string, ConsoleFile> | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const files = new Map<string, ConsoleFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const type = TYPES[extname(name)];
    if (type === undefined || !statSync(path).isFile()) continue;
    const plain = readFileSync(path);
    files.set(name.replaceAll('\\', '/'), {
      type,
      plain,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      immutable: name.startsWith('assets'),
      ...smaller(path, 'br', '.br'),
      ...smaller(path, 'gzip', '.gz'),
    });
  }
  return files;
}

const smaller = (path: string, coding: 'br' | 'gzip', suffix: string): Partial<Record<'br' | 'gzip', Buffer>> =>
  existsSync(path + suffix) ? { [coding]: readFileSync(path + suffix) } : {};
