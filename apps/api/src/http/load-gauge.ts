import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Admission } from './admission';

/** `essential`: only what people cannot do later is taken on. `nothing`: whatever is asked is asked to come back. */
export type LoadLevel = 'all' | 'essential' | 'nothing';

/** Milliseconds of lag from which a level holds. */
export interface LagLimits {
  readonly essentialMs: number;
  readonly nothingMs: number;
}

export const LAG_LIMITS = Symbol('LAG_LIMITS');

const RESOLUTION_MS = 10;
const WINDOW_MS = 500;
/** From this part of the lag on at which the first are refused, time is shared out. */
const CROWDED = 0.15;

/** How late the event loop is, and what may be taken on because of it. */
@Injectable()
export class LoadGauge implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private timer?: NodeJS.Timeout;
  private lag = 0;
  private shed = 0;

  constructor(
    @Inject(LAG_LIMITS) private readonly limits: LagLimits,
    private readonly admission: Admission,
  ) {}

  onApplicationBootstrap(): void {
    this.histogram.enable();
    this.timer = setInterval(() => {
      // Smoothed, so that one long piece of work does not turn people away; NaN: nothing was measured at all.
      const measured = Math.max(0, (this.histogram.mean || 0) / 1e6 - RESOLUTION_MS);
      this.histogram.reset();
      this.note(measured);
    }, WINDOW_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.histogram.disable();
  }

  /** Takes in one measurement, in milliseconds. */
  note(lagMs: number): void {
    this.lag = (this.lag + lagMs) / 2;
    this.admission.crowded = this.lag >= this.limits.essentialMs * CROWDED;
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
