import { type EventLoopUtilization, type IntervalHistogram, monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Admission } from './admission';

/** `essential`: only what people cannot do later is taken on. `nothing`: whatever is asked is asked to come back. */
export type LoadLevel = 'all' | 'essential' | 'nothing';

/** Milliseconds of lag from which a level holds, and when time is scarce. */
export interface LoadLimits {
  readonly essentialMs: number;
  readonly nothingMs: number;
  /** From this part of its time on that the event loop works, there is not enough of it for everybody; above 1: never. */
  readonly busy: number;
}

export const LOAD_LIMITS = Symbol('LOAD_LIMITS');

const RESOLUTION_MS = 10;
const WINDOW_MS = 500;
/** How busy and how late the event loop is, and what may be taken on because of it. */
@Injectable()
export class LoadGauge implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private timer?: NodeJS.Timeout;
  private used?: EventLoopUtilization;
  private lag = 0;
  private shed = 0;

  constructor(
    @Inject(LOAD_LIMITS) private readonly limits: LoadLimits,
    private readonly admission: Admission,
  ) {}

  onApplicationBootstrap(): void {
    this.histogram.enable();
    this.timer = setInterval(() => {
      // Smoothed, so that one long piece of work does not turn people away; NaN: nothing was measured at all.
      const measured = Math.max(0, (this.histogram.mean || 0) / 1e6 - RESOLUTION_MS);
      this.histogram.reset();
      this.note(measured);
      const since = this.used;
      this.used = performance.eventLoopUtilization();
      if (since) this.share(performance.eventLoopUtilization(this.used, since).utilization);
    }, WINDOW_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.histogram.disable();
  }

  /** Takes in one measurement, in milliseconds. */
  note(lagMs: number): void {
    this.lag = (this.lag + lagMs) / 2;
  }

  /**
   * Takes in which part of its time the event loop worked. Time that was found scarce is shared out for as long as somebody is
   * held back for it: that it suffices meanwhile is because they are.
   */
  share(utilization: number): void {
    this.admission.crowded = utilization >= this.limits.busy || (this.admission.crowded && this.admission.holdsBack());
  }

  level(): LoadLevel {
    if (this.lag >= this.limits.nothingMs) return 'nothing';
    return this.lag >= this.limits.essentialMs ? 'essential' : 'all';
  }

  /** Counts a request that was turned away. */
  turnedAway(): void {
    this.shed += 1;
  }

  /** For figures: the lag now, what may be taken on, how many were turned away, and how full the gates are. */
  state() {
    return { lagMs: this.lag, level: this.level(), turnedAway: this.shed, gates: this.admission.state() };
  }
}
