import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const TAIL_LINES = 20;
const FLUSH_LIMIT_MS = 500;

/** How to end a service whose starter has died: by this signal, and by SIGKILL when it still runs after the grace. */
export interface Orphaned {
  readonly signal: NodeJS.Signals;
  readonly graceSeconds: number;
}

const ORPHANED: Orphaned = { signal: 'SIGTERM', graceSeconds: 15 };

/**
 * A service of its own process group, so that Ctrl-C at the terminal does not reach it before those who use it.
 * It does not outlive us: when this process dies by whatever signal, the service is ended as
 * `orphaned` says (proved by "does not outlive its starter" in test/medium/local-services.spec.ts).
 */
export class ServiceProcess {
  /** Settles when it has ended or could not be started at all; never rejects. */
  readonly exited: Promise<void>;
  private readonly tail: string[] = [];
  private readonly child: ChildProcess;

  constructor(
    command: string,
    args: readonly string[],
    options: SpawnOptions,
    log: (line: string) => void,
    orphaned: Orphaned = ORPHANED,
  ) {
    this.child = spawn(command, [...args], { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (line: string): void => {
      if (line === '') return;
      this.tail.push(line);
      if (this.tail.length > TAIL_LINES) this.tail.shift();
      log(line);
    };
    for (const stream of [this.child.stdout, this.child.stderr]) if (stream) readLines(stream, keep);
    const guard = this.child.pid === undefined ? null : spawnGuard(this.child.pid, orphaned);
    this.exited = new Promise((resolve) => {
      this.child.once('close', resolve);
      this.child.once('exit', () => {
        guard?.kill('SIGKILL');
        // A grandchild may hold the pipes open: its lines are not waited for.
        setTimeout(resolve, FLUSH_LIMIT_MS).unref();
      });
      this.child.once('error', (error) => {
        keep(error.message);
        resolve();
      });
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get running(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The exit code; null while it runs, or when it never started or a signal ended it. */
  get exitCode(): number | null {
    return this.child.exitCode;
  }

  /** The last lines it wrote, for a message that helps. */
  get lastLines(): string {
    return this.tail.join('\n');
  }

  /** Asks it to end, and makes it end when it does not within `graceMs`. */
  async stop(signal: NodeJS.Signals, graceMs: number): Promise<void> {
    if (!this.running) return this.exited;
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), graceMs);
    await this.exited;
    clearTimeout(timer);
  }

  /** Sends a signal and waits for nothing. */
  signal(signal: NodeJS.Signals): void {
    if (this.running) this.child.kill(signal);
  }
}

function readLines(stream: Readable, take: (line: string) => void): void {
  stream.on('error', () => undefined);
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', take);
}

/** A shell that waits for its input to end, which it does when we die, and then ends the service. */
function spawnGuard(pid: number, { signal, graceSeconds }: Orphaned): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const script = [
    'read -r _',
    `kill -s ${signal.slice(3)} ${pid}`,
    `left=${graceSeconds}`,
    `while [ $left -gt 0 ] && kill -0 ${pid}; do sleep 1; left=$((left - 1)); done`,
    `kill -s KILL ${pid}`,
  ].join('; ');
  const guard = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  return guard;
}

/** Calls `probe` until it answers true; throws with the service's last lines when it dies or `limitMs` passes. */
export async function untilReady(
  service: ServiceProcess,
  what: string,
  limitMs: number,
  probe: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + limitMs;
  for (;;) {
    const ready = await probe().catch(() => false);
    if (!service.running) {
      await service.exited;
      throw new Error(`${what} did not start:\n${service.lastLines}`);
    }
    if (ready) return;
    if (Date.now() > end) {
      await service.stop('SIGKILL', 0);
      throw new Error(`${what} was not ready within ${limitMs / 1_000} s:\n${service.lastLines}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
