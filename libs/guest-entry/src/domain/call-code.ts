const CODES = 10_000;

/** Four digits that a guest says at the desk, not taken by another who waits there. Null: all are taken. */
export function freeCallCode(taken: ReadonlySet<string>, random: (below: number) => number): string | null {
  if (taken.size >= CODES) return null;
  const start = random(CODES);
  for (let step = 0; step < CODES; step += 1) {
    const code = String((start + step) % CODES).padStart(4, '0');
    if (!taken.has(code)) return code;
  }
  return null;
}
