/** A sum of unknown counts: the numbers of the unknowns in it; `~number` for one that is subtracted. */
export type Sum = readonly number[];

export interface Answer {
  readonly sum: Sum;
  readonly value: number;
}

/** Products of two numbers below it are exact in a double. */
const PRIME = 67_108_859;
const MOST_BRANCHES = 200_000;

/**
 * Somebody who has every answer there is and can compute: linear algebra over all of them, and what follows from counts being
 * whole and not negative. Knows nothing of how cells are chosen to be hidden.
 */
export class Attacker {
  private readonly reduced = new Map<number, Float64Array>();

  constructor(
    private readonly unknowns: number,
    private readonly answers: readonly Answer[],
  ) {
    for (const { sum, value } of answers) this.addRow(this.rowOf(sum, value));
  }

  /** Whether additions and subtractions of answers yield the sum: it is a linear combination of theirs. */
  computes(sum: Sum): boolean {
    const row = this.rowOf(sum, 0);
    this.reduce(row);
    return row.subarray(0, this.unknowns).every((one) => one === 0);
  }

  /** Between which numbers the sum must be, by bounds that follow from one answer after the other. */
  bounds(sum: Sum): readonly [number, number] {
    const state = this.start();
    return [least(state, sum), most(state, sum)];
  }

  /** Whether counts exist that give all answers and in which the sum lies between `from` and `to`; `near` tells where to look first. */
  canBe(sum: Sum, from: number, to: number, near: readonly number[]): boolean {
    let branches = 0;
    const within: Bound = { sum, from, to };
    const search = (state: State): boolean => {
      branches += 1;
      if (branches > MOST_BRANCHES) throw new Error('The attacker gave up');
      let [open, width] = [-1, Infinity];
      for (let at = 0; at < this.unknowns; at += 1) {
        const range = (state.high[at] ?? 0) - (state.low[at] ?? 0);
        if (range > 0 && range < width) [open, width] = [at, range];
      }
      if (open < 0) return true;
      const [low, high] = [state.low[open] ?? 0, state.high[open] ?? 0];
      const values = Array.from({ length: high - low + 1 }, (_, at) => low + at);
      values.sort((a, b) => Math.abs(a - (near[open] ?? 0)) - Math.abs(b - (near[open] ?? 0)));
      return values.some((value) => {
        const next = { low: Float64Array.from(state.low), high: Float64Array.from(state.high) };
        next.low[open] = next.high[open] = value;
        return this.propagate(next, within) && search(next);
      });
    };
    const first = this.start();
    return this.propagate(first, within) && search(first);
  }

  private start(): State {
    const most = Math.max(0, ...this.answers.map(({ value }) => value)) + 50;
    const state = { low: new Float64Array(this.unknowns), high: new Float64Array(this.unknowns).fill(most) };
    if (!this.propagate(state, null)) throw new Error('The answers contradict each other');
    return state;
  }

  /** False when the bounds leave nothing. */
  private propagate(state: State, within: Bound | null): boolean {
    const bounds: Bound[] = this.answers.map(({ sum, value }) => ({ sum, from: value, to: value }));
    if (within) bounds.push(within);
    for (let changed = true; changed;) {
      changed = false;
      for (const { sum, from, to } of bounds) {
        let [atLeast, atMost] = [least(state, sum), most(state, sum)];
        if (atLeast > to || atMost < from) return false;
        for (const term of sum) {
          const unknown = term < 0 ? ~term : term;
          const [low, high] = [state.low[unknown] ?? 0, state.high[unknown] ?? 0];
          const [slackBelow, slackAbove] = [atMost - from, to - atLeast];
          const newLow = Math.max(low, high - (term < 0 ? slackAbove : slackBelow));
          const newHigh = Math.min(high, low + (term < 0 ? slackBelow : slackAbove));
          if (newLow > newHigh) return false;
          if (newLow === low && newHigh === high) continue;
          state.low[unknown] = newLow;
          state.high[unknown] = newHigh;
          [atLeast, atMost] = [least(state, sum), most(state, sum)];
          changed = true;
        }
      }
    }
    return true;
  }

  private rowOf(sum: Sum, value: number): Float64Array {
    const row = new Float64Array(this.unknowns + 1);
    for (const term of sum) {
      const unknown = term < 0 ? ~term : term;
      row[unknown] = ((row[unknown] ?? 0) + (term < 0 ? PRIME - 1 : 1)) % PRIME;
    }
    row[this.unknowns] = value % PRIME;
    return row;
  }

  private addRow(row: Float64Array): void {
    const lead = this.reduce(row);
    if (lead < 0) return;
    const inverse = power(row[lead] ?? 0, PRIME - 2);
    this.reduced.set(
      lead,
      row.map((one) => (one * inverse) % PRIME),
    );
  }

  /** Takes away all that is known; the first unknown left, or -1. */
  private reduce(row: Float64Array): number {
    let lead = -1;
    for (let at = 0; at < this.unknowns; at += 1) {
      const factor = row[at] ?? 0;
      if (factor === 0) continue;
      const known = this.reduced.get(at);
      if (!known) {
        if (lead < 0) lead = at;
        continue;
      }
      for (let place = at; place <= this.unknowns; place += 1) {
        row[place] = ((row[place] ?? 0) + (PRIME - factor) * (known[place] ?? 0)) % PRIME;
      }
    }
    return lead;
  }
}

interface State {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

interface Bound {
  readonly sum: Sum;
  readonly from: number;
  readonly to: number;
}

const least = ({ low, high }: State, sum: Sum): number =>
  sum.reduce((all, term) => (term < 0 ? all - (high[~term] ?? 0) : all + (low[term] ?? 0)), 0);

const most = ({ low, high }: State, sum: Sum): number =>
  sum.reduce((all, term) => (term < 0 ? all - (low[~term] ?? 0) : all + (high[term] ?? 0)), 0);

function power(base: number, exponent: number): number {
  let [result, square, left] = [1, base % PRIME, exponent];
  while (left > 0) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
    left = Math.floor(left / 2);
  }
  return result;
}
