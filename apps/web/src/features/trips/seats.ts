/** A seat of the plan, and who has it: on an overnight route one may follow another. */
export interface Seat<Passenger> {
  readonly code: string;
  readonly passengers: readonly Passenger[];
}

/** From this size on buses have two decks, A below and B above. */
const TWO_DECKS = 30;

/**
 * The seats of a bus of that size with who sits where. How an operator numbers seats is not registered: the usual way is shown
 * (A1…, B1… on two decks, else 1…), following what passengers have already, and seats beyond it are added.
 */
export function seatPlan<Passenger>(
  size: number,
  passengers: readonly Passenger[],
  seatOf: (passenger: Passenger) => string,
): Seat<Passenger>[] {
  const bySeat = new Map<string, Passenger[]>();
  for (const passenger of passengers) {
    const code = seatOf(passenger).toUpperCase();
    if (code !== '') bySeat.set(code, [...(bySeat.get(code) ?? []), passenger]);
  }
  const usual = codesOf(size, [...bySeat.keys()]);
  const known = new Set(usual);
  const others = [...bySeat.keys()].filter((code) => !known.has(code)).sort(bySeatOrder);
  return [...usual, ...others].map((code) => ({ code, passengers: bySeat.get(code) ?? [] }));
}

function codesOf(size: number, taken: readonly string[]): string[] {
  const numbered = taken.some((code) => /^\d+$/.test(code));
  const lettered = taken.some((code) => /^[AB]\d+$/.test(code));
  if (numbered || (!lettered && size < TWO_DECKS)) return row('', size);
  return [...row('A', Math.ceil(size / 2)), ...row('B', Math.floor(size / 2))];
}

const row = (deck: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${deck}${at + 1}`);

/** `A2` before `A10`. */
export const bySeatOrder = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });
