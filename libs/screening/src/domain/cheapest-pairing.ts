type Price = (row: number, column: number) => number;

/**
 * For each row the column of the cheapest pairing of all rows; a column left over costs `leftOver`. There are no more rows
 * than columns, and at most as many columns as a name has words.
 */
export function cheapestPairing(rows: number, columns: number, price: Price, leftOver: readonly number[]): number[] {
  if (rows === 0) return [];
  if (columns === 1) return [0];
  return rows === 1 ? [cheapestColumn(columns, price, leftOver)] : byColumnSets(rows, columns, price, leftOver);
}

function cheapestColumn(columns: number, price: Price, leftOver: readonly number[]): number {
  let best = 0;
  for (let column = 1; column < columns; column += 1) {
    if (price(0, column) - (leftOver[column] ?? 0) < price(0, best) - (leftOver[best] ?? 0)) best = column;
  }
  return best;
}

/** The cheapest way for the first rows to take each set of columns, from the way for one row less: 2^12 sets at most. */
function byColumnSets(rows: number, columns: number, price: Price, leftOver: readonly number[]): number[] {
  const sets = 1 << columns;
  const cost = new Float64Array(sets).fill(Infinity);
  const taken = new Int8Array(sets).fill(-1);
  const size = new Int8Array(sets);
  cost[0] = 0;
  let best = -1;
  let bestCost = Infinity;
  for (let set = 0; set < sets; set += 1) {
    const row = size[set] ?? 0;
    const sofar = cost[set] ?? Infinity;
    if (row === rows && sofar < Infinity) {
      const rest = leftOver.reduce((sum, extra, column) => (set & (1 << column) ? sum : sum + extra), 0);
      if (sofar + rest < bestCost) [best, bestCost] = [set, sofar + rest];
    }
    for (let column = 0; column < columns; column += 1) {
      const larger = set | (1 << column);
      if (larger === set) continue;
      size[larger] = row + 1;
      if (row >= rows) continue;
      const total = sofar + price(row, column);
      if (total >= (cost[larger] ?? Infinity)) continue;
      cost[larger] = total;
      taken[larger] = column;
    }
  }
  const chosen = new Array<number>(rows).fill(-1);
  for (let row = rows - 1, set = best; row >= 0; row -= 1) {
    const column = taken[set] ?? -1;
    chosen[row] = column;
    set &= ~(1 << column);
  }
  return chosen;
}
