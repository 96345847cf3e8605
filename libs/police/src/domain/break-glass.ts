/** What decides the state of a break-glass. */
export interface BreakGlassTimes {
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
}

/** `waiting` and `overdue` wait for a review; time alone leads from one state to the next. */
export const BREAK_GLASS_STATES = ['open', 'waiting', 'overdue', 'reviewed'] as const;
export type BreakGlassState = (typeof BREAK_GLASS_STATES)[number];

/** When it stopped lending anything: when it was ended, at the latest when it expired. */
export const endOf = ({ endedAt, expiresAt }: Pick<BreakGlassTimes, 'endedAt' | 'expiresAt'>): Date =>
  endedAt !== null && endedAt < expiresAt ? endedAt : expiresAt;

export function stateOf(glass: BreakGlassTimes, now: Date, reviewWithinMs: number): BreakGlassState {
  if (glass.reviewedAt !== null) return 'reviewed';
  const end = endOf(glass);
  if (now < end) return 'open';
  return now.getTime() - end.getTime() >= reviewWithinMs ? 'overdue' : 'waiting';
}

/** Why an officer may not open another one, or null. */
export function openingFault(
  earlier: readonly BreakGlassTimes[],
  now: Date,
  { reviewWithinMs, maxOpen }: { readonly reviewWithinMs: number; readonly maxOpen: number },
): 'break-glass-review-overdue' | 'break-glass-too-many' | null {
  const states = earlier.map((glass) => stateOf(glass, now, reviewWithinMs));
  if (states.includes('overdue')) return 'break-glass-review-overdue';
  return states.filter((state) => state === 'open').length >= maxOpen ? 'break-glass-too-many' : null;
}
