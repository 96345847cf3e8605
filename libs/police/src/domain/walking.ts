/** How near two numbers are neighbours. */
export const REACH = 5;
/** Neighbours of one number, and numbers without a hit, from which on a supervisor is told. */
export const NEIGHBOURS = 3;
export const MISSES = 15;

export type WalkingKind = 'numbers-in-sequence' | 'numbers-without-hits';

/** What an officer's searches by number looked like in the last 24 hours, this one included. */
export interface NumberSearches {
  /** Distinct numbers near the one searched for now. */
  readonly neighbours: number;
  /** Distinct numbers that nobody had. */
  readonly misses: number;
}

/** Whether somebody walks along the numbers instead of looking for a person: a reason to ask, not to refuse. */
export function walkingOf({ neighbours, misses }: NumberSearches): { kind: WalkingKind; count: number }[] {
  return [
    ...(neighbours >= NEIGHBOURS ? [{ kind: 'numbers-in-sequence' as const, count: neighbours }] : []),
    ...(misses >= MISSES ? [{ kind: 'numbers-without-hits' as const, count: misses }] : []),
  ];
}

/** The numbers just before and after one that ends in digits; none for one that does not. */
export function neighboursOf(number: string): string[] {
  const [, head = '', digits = ''] = /^(.*?)(\d{1,15})$/.exec(number) ?? [];
  if (digits === '') return [];
  const steps = Array.from({ length: REACH }, (_, at) => at + 1).flatMap((step) => [-step, step]);
  return steps
    .map((step) => Number(digits) + step)
    .filter((value) => value >= 0 && String(value).length <= digits.length)
    .map((value) => `${head}${String(value).padStart(digits.length, '0')}`);
}
