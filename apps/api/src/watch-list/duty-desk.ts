import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mayDo, type Principal, SessionService } from '@luutru/access';
import { AppError, type Logger, LOGGER } from '@luutru/platform';
import { type AlertEvent, AlertReadModel } from '@luutru/watch-list';

export const DESK_TIMINGS = Symbol('DESK_TIMINGS');

export interface DeskTimings {
  /** Between looks at whether anything has happened at all, of the whole process. */
  readonly pollMs: number;
  /** Between checks that the session lives and still has its grant. */
  readonly recheckMs: number;
  /** The longest silence of a stream. */
  readonly heartbeatMs: number;
}

export const USUAL_DESK_TIMINGS: DeskTimings = { pollMs: 100, recheckMs: 10_000, heartbeatMs: 15_000 };

/** What a desk hears: an event, a sign of life, or why it hears no more. */
export type DeskNews =
  | { readonly kind: 'event'; readonly event: AlertEvent }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'over'; readonly code: string };

export interface DeskRequest {
  readonly principal: Principal;
  readonly token: string;
  /** Null: from now on. */
  readonly after: number | null;
  readonly all: boolean;
  readonly seconds: number;
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
}

const PAGE = 100;
const DESKS_OF_ACCOUNT = 10;

/**
 * Streams of alerts, however many desks are open: one look-out of the process asks whether anything has happened, and only
 * then each desk reads its own events, as far as row security shows them to it. A stream is no sign of life of its
 * session: whoever only watches is signed out like everybody else.
 */
@Injectable()
export class DutyDesk implements OnModuleDestroy {
  private readonly waiting = new Set<() => void>();
  private readonly open = new Map<string, number>();
  private readonly stopping = new AbortController();
  private newest = 0;
  private lookingOut: Promise<void> | null = null;

  constructor(
    private readonly alerts: AlertReadModel,
    private readonly sessions: SessionService,
    @Inject(DESK_TIMINGS) private readonly timings: DeskTimings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.lookingOut;
  }

  /** Throws `too-many-desks` before anything is said. */
  async *follow(request: DeskRequest): AsyncGenerator<DeskNews> {
    const { id } = request.principal;
    const mine = this.open.get(id) ?? 0;
    if (mine >= DESKS_OF_ACCOUNT) throw new AppError('too-many-desks', 'limited', { max: DESKS_OF_ACCOUNT });
    this.open.set(id, mine + 1);
    try {
      yield* this.news(request);
    } finally {
      const left = (this.open.get(id) ?? 1) - 1;
      if (left > 0) this.open.set(id, left);
      else this.open.delete(id);
    }
  }

  private async *news({ token, all, seconds, gone, ...request }: DeskRequest): AsyncGenerator<DeskNews> {
    const until = performance.now() + seconds * 1_000;
    let { principal } = request;
    let checkedAt = performance.now();
    let after = request.after ?? (await this.alerts.position());
    yield { kind: 'heartbeat' };
    for (;;) {
      const { events, position } = await this.alerts.follow(principal, after, { all, limit: PAGE });
      for (const event of events) yield { kind: 'event', event };
      after = position;
      if (events.length === PAGE) continue;
      let spokenAt = performance.now();
      for (let news = false; !news;) {
        const now = performance.now();
        if (now >= until || gone.aborted || this.stopping.signal.aborted) return;
        if (now - checkedAt >= this.timings.recheckMs) {
          const checked = await this.check(token);
          if (typeof checked === 'string') {
            yield { kind: 'over', code: checked };
            return;
          }
          principal = checked;
          checkedAt = performance.now();
        }
        if (now - spokenAt >= this.timings.heartbeatMs) {
          yield { kind: 'heartbeat' };
          spokenAt = performance.now();
        }
        const next = Math.min(until, checkedAt + this.timings.recheckMs, spokenAt + this.timings.heartbeatMs);
        news = await this.newsAfter(after, Math.max(1, next - performance.now()), gone);
      }
    }
  }

  /** Whom the session stands for now, or the code of why it may not follow any longer. */
  private async check(token: string): Promise<Principal | string> {
    try {
      const { principal, stage } = await this.sessions.look(token);
      return stage === 'full' && mayDo(principal, 'alert.handle') ? principal : 'permission-missing';
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  }

  /** Waits until something has happened after a position; false when the time is up. */
  private async newsAfter(position: number, ms: number, gone: AbortSignal): Promise<boolean> {
    if (this.newest > position) return true;
    this.lookOut();
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        gone.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.waiting.add(done);
      gone.addEventListener('abort', done);
    });
    return this.newest > position;
  }

  /** Looks out while any desk waits. */
  private lookOut(): void {
    this.lookingOut ??= (async () => {
      const { signal } = this.stopping;
      while (this.open.size > 0 && !signal.aborted) {
        try {
          const position = await this.alerts.position();
          if (position > this.newest) {
            this.newest = position;
            this.wake();
          }
        } catch (error) {
          this.logger.warn({ code: error instanceof AppError ? error.code : 'unknown' }, 'duty desks cannot look out');
        }
        await pause(this.timings.pollMs, undefined, { signal }).catch(() => undefined);
      }
      this.lookingOut = null;
    })();
  }

  private wake(): void {
    for (const done of [...this.waiting]) done();
  }
}
