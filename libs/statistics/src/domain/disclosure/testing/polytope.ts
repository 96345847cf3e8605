import type { Answer, Sum } from './attacker';

const TINY = 1e-7;

/** All counts, not negative, that give the same answers; simplex method with Bland's rule. */
export class Polytope {
  /** Rows of the solved form: coefficients of the unknowns, then the right side. */
  private rows: Float64Array[];
  private basis: number[];

  constructor(
    private readonly unknowns: number,
    answers: readonly Answer[],
  ) {
    const helpers = answers.length;
    this.rows = answers.map(({ sum, value }, at) => {
      const row = new Float64Array(unknowns + helpers + 1);
      const sign = value < 0 ? -1 : 1;
      for (const term of sum) row[term < 0 ? ~term : term]! += sign * (term < 0 ? -1 : 1);
      row[unknowns + at] = 1;
      row[unknowns + helpers] = sign * value;
      return row;
    });
    this.basis = answers.map((_, at) => unknowns + at);
    const cost = new Float64Array(unknowns + helpers + 1);
    for (let at = 0; at < helpers; at += 1) cost[unknowns + at] = -1;
    if (this.maximize(this.rows, this.basis, cost) < -TINY) throw new Error('No counts give these answers');
    this.dropHelpers(helpers);
  }

  /** The least and the most that the sum can be. */
  range(sum: Sum): readonly [number, number] {
    const bound = (sign: number): number => {
      const cost = new Float64Array(this.unknowns + 1);
      for (const term of sum) cost[term]! += sign;
      const rows = this.rows.map((row) => row.slice());
      return sign * this.maximize(rows, [...this.basis], cost);
    };
    return [bound(-1), bound(1)];
  }

  private dropHelpers(helpers: number): void {
    this.basis.forEach((basic, at) => {
      if (basic < this.unknowns) return;
      const enter = this.rows[at]!.subarray(0, this.unknowns).findIndex((one) => Math.abs(one) > TINY);
      if (enter >= 0) pivot(this.rows, this.basis, at, enter);
    });
    const kept = this.basis
      .map((basic, at) => ({ basic, row: this.rows[at]! }))
      .filter(({ basic }) => basic < this.unknowns);
    this.basis = kept.map(({ basic }) => basic);
    this.rows = kept.map(({ row }) => {
      const short = new Float64Array(this.unknowns + 1);
      short.set(row.subarray(0, this.unknowns));
      short[this.unknowns] = row[this.unknowns + helpers]!;
      return short;
    });
  }

  private maximize(rows: Float64Array[], basis: number[], cost: Float64Array): number {
    const end = cost.length - 1;
    const reduced = cost.slice();
    const price = (): void => {
      reduced.set(cost);
      basis.forEach((basic, at) => {
        const factor = cost[basic]!;
        if (factor !== 0) rows[at]!.forEach((one, column) => (reduced[column]! -= factor * one));
      });
    };
    for (price(); ; price()) {
      const enter = reduced.subarray(0, end).findIndex((one) => one > TINY);
      if (enter < 0) return -reduced[end]!;
      let [leave, least] = [-1, Infinity];
      rows.forEach((row, at) => {
        if (row[enter]! <= TINY) return;
        const ratio = row[end]! / row[enter]!;
        if (ratio < least - TINY || (ratio < least + TINY && leave >= 0 && basis[at]! < basis[leave]!)) {
          [leave, least] = [at, Math.min(least, ratio)];
        }
      });
      if (leave < 0) return Infinity;
      pivot(rows, basis, leave, enter);
    }
  }
}

function pivot(rows: Float64Array[], basis: number[], leave: number, enter: number): void {
  const row = rows[leave]!;
  const by = row[enter]!;
  row.forEach((one, column) => (row[column] = one / by));
  rows.forEach((other, at) => {
    const factor = other[enter]!;
    if (at === leave || factor === 0) return;
    row.forEach((one, column) => (other[column]! -= factor * one));
  });
  basis[leave] = enter;
}
