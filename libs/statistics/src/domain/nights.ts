import { daysIn, type Period } from './periods';

/** By how many more are there after a part of a period than before it, and the nights that makes until the end of the part. */
export interface Change {
  readonly present: number;
  readonly nights: number;
}

export interface Presence {
  /** How many were there in each night, added up. */
  readonly nights: number;
  /** How many were there in the last night. */
  readonly level: number;
}

/**
 * Nights of each part of a period, of who was there when it began and the changes since. Parts are cut off at `until`, after
 * which no night is over yet; a part without a night that is over is null.
 */
export function presenceOf(
  opening: number,
  parts: readonly Period[],
  changes: ReadonlyMap<string, Change>,
  until: string,
): readonly (Presence | null)[] {
  let there = opening;
  return parts.map((part) => {
    if (part.from >= until) return null;
    const change = changes.get(part.from) ?? { present: 0, nights: 0 };
    const days = daysIn({ from: part.from, until: part.until < until ? part.until : until });
    const nights = there * days + change.nights;
    there += change.present;
    return { nights, level: there };
  });
}
