import { AppError } from '../errors/app-error';

/** Gives a place back; doing so twice is harmless. */
export type Leave = () => void;

export interface FairGateOptions {
  /** How many may be inside at once. */
  readonly places: number;
  /** How many of one share may be inside at once, even when nobody else is there. */
  readonly perShare?: number;
  /** How many of one share may wait, and how many of all together. */
  readonly queue: number;
  readonly queueOfAll: number;
  /** The longest that anybody waits; milliseconds. */
  readonly waitMs: number;
  /** True while there is not enough time for everybody: only then is it counted who uses how much. False unless given. */
  readonly isScarce?: () => boolean;
}

/** Who asks. */
export interface Entrant {
  readonly name: string;
  /** How many it stands for: its part of places and of time is so much larger. One unless given. */
  readonly weight?: number;
  /** Registers what to do when the caller goes away while waiting. */
  readonly onGone?: (leave: () => void) => void;
}

/** What a gate is doing; for figures. */
export interface GateState {
  readonly inside: number;
  readonly waiting: number;
  /** Refused since the start. */
  readonly refused: number;
}

interface Ticket {
  readonly admit: () => void;
}

interface Share {
  readonly name: string;
  weight: number;
  readonly waiting: Ticket[];
  inside: number;
  seenAt: number;
  /** Milliseconds of work that it may still take on while others are present. */
  credit: number;
  creditedAt: number;
  wake?: NodeJS.Timeout;
}

/** Whoever was here within this time counts as present. */
const PRESENT_MS = 1_000;
/**
 * While time is scarce and others are present, a share may keep one place busy for a quarter of the time, after a quarter of a
 * second at once. Without that a flood through one place still keeps the processor so busy that everybody else's work waits for
 * it. What is owed is bounded too, so that nobody who comes one by one is refused for it, only slowed down.
 */
const CREDIT_PER_MS = 1 / 4;
const MOST_CREDIT_MS = 250;
/** Who stands for many has more time, but not more than one place can use. */
const MOST_TIMES = 4;

/**
 * Lets a bounded number of pieces of work run at once and shares the places out fairly (ADR 0023): a share that is alone may
 * use all of them; as soon as others are present it keeps its part of places, and of time where that is scarce, and those who
 * wait are let in share by share.
 */
export class FairGate {
  private readonly shares = new Map<string, Share>();
  /** Shares that somebody waits for, the next to be served first. */
  private readonly turns = new Set<Share>();
  private inside = 0;
  private waiting = 0;
  private refused = 0;
  private sweptAt = 0;

  constructor(
    private readonly options: FairGateOptions,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Resolves once inside.
   * @throws `too-many-at-once` when too many of the share wait already; `overloaded` after the longest wait
   */
  async enter({ name, weight = 1, onGone }: Entrant): Promise<Leave> {
    const share = this.present(name, weight);
    if (share.waiting.length === 0 && this.hasRoomFor(share)) return this.admit(share);
    if (share.waiting.length >= this.options.queue) throw this.refuse('too-many-at-once', 'limited');
    if (this.waiting >= this.options.queueOfAll) throw this.refuse('overloaded', 'unavailable');
    return this.wait(share, onGone);
  }

  /** Whether somebody waits only because they have used up their part of the time. */
  holdsBack(): boolean {
    for (const share of this.turns) if (share.wake !== undefined) return true;
    return false;
  }

  state(): GateState {
    return { inside: this.inside, waiting: this.waiting, refused: this.refused };
  }

  private wait(share: Share, onGone?: (leave: () => void) => void): Promise<Leave> {
    return new Promise((resolve, reject) => {
      const ticket: Ticket = {
        admit: () => {
          clearTimeout(timer);
          resolve(this.admit(share));
        },
      };
      const giveUp = (): void => {
        const place = share.waiting.indexOf(ticket);
        if (place < 0) return;
        clearTimeout(timer);
        share.waiting.splice(place, 1);
        this.waiting -= 1;
        if (share.waiting.length === 0) this.turns.delete(share);
        reject(this.refuse('overloaded', 'unavailable'));
      };
      const timer = setTimeout(giveUp, this.options.waitMs);
      share.waiting.push(ticket);
      this.waiting += 1;
      this.turns.add(share);
      this.wakeOnCredit(share);
      onGone?.(giveUp);
    });
  }

  private admit(share: Share): Leave {
    let left = false;
    const since = this.now();
    share.inside += 1;
    this.inside += 1;
    return () => {
      if (left) return;
      left = true;
      share.inside -= 1;
      this.inside -= 1;
      share.seenAt = this.now();
      share.credit = Math.max(-MOST_CREDIT_MS * timesOf(share), this.creditOf(share) - (share.seenAt - since));
      this.letIn();
    };
  }

  /** Fills the free places, one of each waiting share after the other. */
  private letIn(): void {
    for (const share of this.turns) {
      if (this.inside >= this.options.places) return;
      if (!this.hasRoomFor(share)) {
        this.wakeOnCredit(share);
        continue;
      }
      this.turns.delete(share);
      const ticket = share.waiting.shift();
      // Behind the others again; the loop comes to it once more.
      if (share.waiting.length > 0) this.turns.add(share);
      this.waiting -= 1;
      ticket?.admit();
    }
  }

  private hasRoomFor(share: Share): boolean {
    const { places, perShare = places } = this.options;
    const alone = this.shares.size < 2;
    if (!alone && this.owesTime(share)) return false;
    const part = alone ? places : Math.max(1, Math.floor((places * share.weight) / this.weights()));
    return this.inside < places && share.inside < Math.min(part, perShare);
  }

  private weights(): number {
    let sum = 0;
    for (const { weight } of this.shares.values()) sum += weight;
    return sum;
  }

  private owesTime(share: Share): boolean {
    return this.options.isScarce?.() === true && this.creditOf(share) <= 0;
  }

  /** Whose time is used up is not let in by anybody who leaves, but by time. */
  private wakeOnCredit(share: Share): void {
    if (!this.owesTime(share)) return;
    share.wake ??= setTimeout(
      () => {
        share.wake = undefined;
        this.letIn();
      },
      Math.ceil(-share.credit / (CREDIT_PER_MS * timesOf(share))) + 1,
    );
  }

  private creditOf(share: Share): number {
    const now = this.now();
    const times = timesOf(share);
    const earned = (now - share.creditedAt) * CREDIT_PER_MS * times;
    share.credit = Math.min(MOST_CREDIT_MS * times, share.credit + earned);
    share.creditedAt = now;
    return share.credit;
  }

  private present(name: string, weight: number): Share {
    const now = this.now();
    if (now - this.sweptAt > PRESENT_MS / 4) this.sweep(now);
    const share = this.shares.get(name) ?? {
      name,
      weight,
      waiting: [],
      inside: 0,
      seenAt: now,
      credit: MOST_CREDIT_MS * timesOf({ weight }),
      creditedAt: now,
    };
    share.seenAt = now;
    share.weight = weight;
    this.shares.set(name, share);
    return share;
  }

  private sweep(now: number): void {
    this.sweptAt = now;
    for (const share of this.shares.values()) {
      const idle = share.inside === 0 && share.waiting.length === 0;
      // Whoever has used up its time is not new again by having been away for a moment.
      if (idle && now - share.seenAt > PRESENT_MS && this.creditOf(share) > 0) this.shares.delete(share.name);
    }
  }

  private refuse(code: 'too-many-at-once' | 'overloaded', kind: 'limited' | 'unavailable'): AppError {
    this.refused += 1;
    return new AppError(code, kind);
  }
}

const timesOf = ({ weight }: Pick<Share, 'weight'>): number => Math.min(weight, MOST_TIMES);
