import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditSealer, SealExporter } from '@luutru/audit';
import { AppError, type Logger, LOGGER } from '@luutru/platform';

const INTERVAL_MS = 1_000;

/** Seals the audit trail every second and carries the heads outside, each at its own pace. */
@Injectable()
export class AuditSealWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();
  private exporting: Promise<void> | null = null;
  private wake: () => void = () => undefined;
  /** What failed last, so that a failure of every second is spoken of once. */
  private failure: string | null = null;

  constructor(
    private readonly sealer: AuditSealer,
    private readonly exporter: SealExporter,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
    await this.exporting;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const more = await this.sealSafely();
      // Not waited for: a disk that hangs must not keep entries from being sealed.
      this.exporting ??= this.exporter.run().finally(() => (this.exporting = null));
      if (!more) await this.pause(INTERVAL_MS);
    }
  }

  /** True when there is more to seal at once. */
  private async sealSafely(): Promise<boolean> {
    try {
      const { more } = await this.sealer.run();
      if (this.failure !== null) this.logger.info('the audit trail is sealed again');
      this.failure = null;
      return more;
    } catch (error) {
      const failure = error instanceof AppError ? error.code : String(error);
      const cause = error instanceof AppError ? { code: error.code, ...error.params } : { err: error };
      if (failure !== this.failure) this.logger.error(cause, 'the audit trail is not sealed');
      this.failure = failure;
      return false;
    }
  }

  private pause(ms: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
