import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceProcess, untilReady } from '@luutru/local-services';
import { projectRoot } from '@luutru/platform';

/** A program of the build as a process of its own, to be killed and started again. */
export class Program {
  private process?: ServiceProcess;
  readonly lines: string[] = [];

  constructor(
    /** One of our programs, or a file below dist. */
    private readonly name: 'api' | 'worker' | 'importer' | 'population-mock' | `${string}.js`,
    private readonly env: Readonly<Record<string, string>>,
    private readonly readyUrl: string,
  ) {}

  async start(): Promise<void> {
    const file = this.name.endsWith('.js') ? this.name : `apps/${this.name}/src/main.js`;
    const main = join(projectRoot(), 'dist', file);
    if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build first (npm test does)`);
    const { PATH = '' } = process.env;
    const started = new ServiceProcess(process.execPath, [main], { env: { PATH, ...this.env } }, (line) =>
      this.lines.push(line),
    );
    this.process = started;
    await untilReady(started, this.name, 20_000, async () => (await fetch(this.readyUrl)).ok);
  }

  signal(signal: NodeJS.Signals): void {
    this.process?.signal(signal);
  }

  get exitCode(): number | null {
    return this.process?.exitCode ?? null;
  }

  /** As a power cut would: no chance to finish anything. */
  kill(): Promise<void> {
    return this.process?.stop('SIGKILL', 0) ?? Promise.resolve();
  }

  stop(): Promise<void> {
    return this.process?.stop('SIGTERM', 10_000) ?? Promise.resolve();
  }
}

/** What every api program needs besides its port, databases and keys. */
export const apiEnvironment = (
  port: number,
  urlFor: (role: 'luutru_app' | 'luutru_authority') => string,
  keys: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv => ({
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATABASE_URL: urlFor('luutru_app'),
  AUTHORITY_DATABASE_URL: urlFor('luutru_authority'),
  ...keys,
  LUUTRU_RECEIPT_KEY: `1:${randomBytes(32).toString('base64')}`,
  IDENTITY_ISSUER: 'http://127.0.0.1:1',
  IDENTITY_CLIENT_ID: 'test',
  IDENTITY_CLIENT_SECRET: 'test-client-secret',
  RATE_LIMIT_PER_CREDENTIAL: '1000000',
  // A machine that is busy with other tests must not change what a test is about.
  EVENT_LOOP_LAG_MS: '600000',
  EVENT_LOOP_BUSY_PERCENT: '101',
});
