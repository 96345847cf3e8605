/** Numbers in [0, 1) that a seed decides (mulberry32), so that a run can be made again. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  shuffled<T>(values: readonly T[]): T[] {
    const deck = [...values];
    for (let at = deck.length - 1; at > 0; at -= 1) {
      const other = this.between(0, at);
      [deck[at], deck[other]] = [deck[other] as T, deck[at] as T];
    }
    return deck;
  }
}
