/** A generator of numbers from a seed (mulberry32), so that the data are the same on every machine. */
export class Random {
  constructor(private state: number) {}

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  /** The first items come up more often: the n-th with a weight of 1 / (n + 3). */
  pickCommon<T>(items: readonly T[]): T {
    const total = items.reduce((sum, _item, at) => sum + 1 / (at + 3), 0);
    let left = this.next() * total;
    for (const [at, item] of items.entries()) {
      left -= 1 / (at + 3);
      if (left <= 0) return item;
    }
    return this.pick(items);
  }
}
