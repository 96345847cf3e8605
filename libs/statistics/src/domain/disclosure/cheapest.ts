/** Keeps the move that costs least for each person it moves; of equal ones the first, so that the same question gets the same answer. */
export class Cheapest<Move> {
  private move: Move | null = null;
  private size = 0;
  private price = Infinity;

  offer(move: Move, size: number, cost: number): void {
    if (size <= 0 || cost / size >= this.price) return;
    this.move = move;
    this.size = size;
    this.price = cost / size;
  }

  /** It cannot get cheaper. */
  get isFree(): boolean {
    return this.price === 0;
  }

  get found(): { readonly move: Move; readonly size: number } | null {
    return this.move === null ? null : { move: this.move, size: this.size };
  }
}

/** The cheapest few, in the order of their cost. */
export function cheapestOf<One>(all: readonly One[], wanted: number, costOf: (one: One) => number): One[] {
  if (all.length <= wanted) return [...all];
  return all
    .map((one, at) => ({ one, at, cost: costOf(one) }))
    .sort((a, b) => a.cost - b.cost || a.at - b.at)
    .slice(0, wanted)
    .map(({ one }) => one);
}
