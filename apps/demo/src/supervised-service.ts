import { setTimeout as delay } from 'node:timers/promises';
import { restartDelay } from './restart-policy';
import { complain, DemoError, say } from './say';

/** A service that runs. */
export interface RunningService {
  readonly exited: Promise<void>;
  readonly lastLines: string;
  stop(): Promise<void>;
  /** Ends it at once; waits for nothing. */
  kill(): void;
}

/** Starts a service again when it dies, and gives up when it keeps dying. */
export class SupervisedService {
  private current: RunningService | null = null;
  private starting: Promise<unknown> = Promise.resolve();
  private readonly stopping = new AbortController();
  private readonly deaths: number[] = [];

  /**
   * @param launch resolves once the service is ready; rejects, with nothing left running, when it does not get there.
   *   It hands out the service as soon as it runs, so that it can be stopped while it starts.
   * @param giveUp is told once, when no further start is tried.
   */
  constructor(
    readonly name: string,
    private readonly launch: (started: (service: RunningService) => void) => Promise<RunningService>,
    private readonly giveUp: (error: DemoError) => void,
    private readonly delayAfter: typeof restartDelay = restartDelay,
  ) {}

  /** The first start: a failure is not repeated but thrown, as a {@link DemoError}. */
  async start(): Promise<void> {
    const service = await this.begin().catch((error: unknown) => {
      throw error instanceof DemoError ? error : cannotStart(this.name, (error as Error).message);
    });
    this.watch(service);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.current?.stop();
    await this.starting.catch(() => undefined);
    await this.current?.stop();
  }

  kill(): void {
    this.stopping.abort();
    this.current?.kill();
  }

  private begin(): Promise<RunningService> {
    const started = (service: RunningService): void => {
      this.current = service;
    };
    const launched = this.launch(started).then((service) => {
      this.current = service;
      return service;
    });
    this.starting = launched;
    return launched;
  }

  private watch(service: RunningService): void {
    void service.exited.then(() => this.revive(service.lastLines));
  }

  private async revive(lastLines: string): Promise<void> {
    const { signal } = this.stopping;
    for (let lines = lastLines; !signal.aborted;) {
      this.deaths.push(Date.now());
      const wait = this.delayAfter(this.deaths);
      if (wait === null) return this.giveUp(keepsDying(this.name, lines));
      complain(
        `${this.name} đã dừng đột ngột; khởi động lại sau ${wait / 1000} giây`,
        `${this.name} has died; starting it again in ${wait / 1000} s`,
        lines,
      );
      await delay(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        const service = await this.begin();
        say(`${this.name} đã chạy lại`, `${this.name} runs again`);
        return this.watch(service);
      } catch (error) {
        lines = (error as Error).message;
      }
    }
  }
}

const cannotStart = (name: string, lines: string): DemoError =>
  new DemoError(
    `${name} không khởi động được; xem logs/${name}.log trong thư mục dữ liệu`,
    `${name} could not start; see logs/${name}.log in the state folder`,
    lines,
  );

const keepsDying = (name: string, lines: string): DemoError =>
  new DemoError(
    `${name} liên tục dừng đột ngột nên bản demo dừng lại; xem logs/${name}.log trong thư mục dữ liệu`,
    `${name} keeps dying, so the demo stops; see logs/${name}.log in the state folder`,
    lines,
  );
