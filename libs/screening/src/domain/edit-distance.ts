/** What kind of slip makes one word of the other; null when it takes more than one. */
export type Slip = 'neighbouring-key' | 'doubled' | 'left-out' | 'swapped' | 'other-letter';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const NEIGHBOURS: ReadonlySet<string> = new Set(
  ROWS.flatMap((row, y) =>
    [...row].flatMap((key, x) => {
      const near = [row[x + 1], ROWS[y + 1]?.[x], ROWS[y + 1]?.[x - 1]].filter((other) => other !== undefined);
      return near.flatMap((other) => [key + other, other + key]);
    }),
  ),
);

/** The one slip between two different words, told by their letters. */
export function oneSlip(one: string, other: string): Slip | null {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return null;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail += 1;
  const left = short.length - head - tail;
  if (long.length > short.length) {
    if (left > 0) return null;
    const extra = long[head];
    return extra === long[head - 1] || extra === long[head + 1] ? 'doubled' : 'left-out';
  }
  if (left === 1) return NEIGHBOURS.has(`${short[head]}${long[head]}`) ? 'neighbouring-key' : 'other-letter';
  const swapped = left === 2 && short[head] === long[head + 1] && short[head + 1] === long[head];
  return swapped ? 'swapped' : null;
}

/** Whether two words are at most two insertions, deletions or replacements apart. */
export function withinTwo(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false;
  let before = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (before[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const value = Math.min(replaced, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > 2) return false;
    before = row;
  }
  return (before[other.length] ?? 3) <= 2;
}
