import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';

/** A service of its own process group, so that Ctrl-C at the terminal does not reach it before those who use it. */
export class ServiceProcess {
  private readonly tail: string[] = [];
  private readonly child: ChildProcess;
  private exit: Promise<void>;

  constructor(command: string, args: readonly string[], options: SpawnOptions, log: (line: string) => void) {
    this.child = spawn(command, [...args], { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer): void => {
      for (const line of chunk.toString('utf8').split('\n').filter(Boolean)) {
        this.tail.push(line);
        if (this.tail.length > 20) this.tail.shift();
        log(line);
      }
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    this.exit = new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.once('error', (error) => {
        this.tail.push(error.message);
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

  /** The last lines it wrote, for a message that helps. */
  get lastLines(): string {
    return this.tail.join('\n');
  }

  /** Asks it to end, and makes it end when it does not within `graceMs`. */
  async stop(signal: NodeJS.Signals, graceMs: number): Promise<void> {
    if (!this.running) return this.exit;
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), graceMs);
    await this.exit;
    clearTimeout(timer);
  }
}

/** Calls `probe` until it answers true; throws with the service's last lines when it dies or `limitMs` passes. */
export async function untilReady(service: ServiceProcess, what: string, limitMs: number, probe: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + limitMs;
  for (;;) {
    if (await probe().catch(() => false)) return;
    if (!service.running) throw new Error(`${what} did not start:\n${service.lastLines}`);
    if (Date.now() > end) {
      await service.stop('SIGKILL', 1_000);
      throw new Error(`${what} was not ready within ${limitMs / 1_000} s:\n${service.lastLines}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
