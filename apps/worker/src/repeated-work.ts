import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { AppError, type Logger } from '@luutru/platform';

/**
 * Work that is done every so often while the worker runs, never twice at once. What goes wrong is logged under the name of the
 * work, and the next time comes all the same.
 */
export abstract class RepeatedWork implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private running = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    protected readonly logger: Logger,
  ) {}

  protected abstract work(): Promise<void>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.next(), this.everyMs);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Once more, after what is running. */
  protected next(): void {
    this.running = this.running.then(() => this.safely(() => this.work()));
  }

  protected async safely(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof AppError) this.logger.warn({ code: error.code, work: this.name }, 'postponed');
      else this.logger.error({ err: error, work: this.name }, 'failed');
    }
  }
}
