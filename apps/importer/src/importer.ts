import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { BatchRunner } from '@luutru/batch';
import { AppError, type Logger, LOGGER } from '@luutru/platform';

/** How often the importer looks for a batch. */
export const IMPORT_POLL_MS = Symbol('IMPORT_POLL_MS');

/** Works on one batch after the other while the process runs. */
@Injectable()
export class Importer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    private readonly runner: BatchRunner,
    @Inject(IMPORT_POLL_MS) private readonly pollMs: number,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** A batch under way is let go of within a chunk; whoever comes next goes on with it. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.runner.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const worked = await this.runner.runNext().catch((error: unknown) => {
        if (error instanceof AppError) this.logger.warn({ code: error.code }, 'no batch could be taken');
        else this.logger.error({ err: error }, 'importer failed');
        return false;
      });
      if (!worked) await pause(this.pollMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
