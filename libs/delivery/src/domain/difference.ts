/** Where we and the population database do not agree on an event. */
export type DifferenceKind =
  /** We call it delivered and they do not have it: it is sent again. */
  | 'missing-there'
  /** They have it and we do not know: it is settled, and the identity still checked. */
  | 'unfinished-here'
  /** They have an event in our name that we know nothing of: never deleted, to be looked into. */
  | 'unknown-here'
  /** Both have it, with another content: sending it again would be refused, to be looked into. */
  | 'differs';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly eventId: string;
  /** When they recorded it, or when we finished it. */
  readonly at: Date;
  readonly repaired: boolean;
}

/** An event of ours, as far as it matters whether they agree. */
export interface OurEvent {
  readonly state: 'pending' | 'done' | 'dead';
  /** Our record already says that they have it. */
  readonly knownDelivered: boolean;
  readonly digest: string;
}

/**
 * What is wrong about an event that they hold. `purged`: of an event that was finished so long ago that only the stay still
 * tells of it.
 */
export function judgeHeld(
  theirs: { readonly digest: string },
  ours: OurEvent | 'purged' | null,
): DifferenceKind | null {
  if (ours === null) return 'unknown-here';
  if (ours === 'purged') return null;
  if (ours.digest !== theirs.digest) return 'differs';
  return ours.state === 'dead' || (ours.state === 'pending' && !ours.knownDelivered) ? 'unfinished-here' : null;
}

export interface EventKey {
  readonly facilityId: string;
  readonly stayId: string;
  readonly sequence: number;
}

const EVENT_ID =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9]\d{0,8})$/;

export const eventIdOf = ({ facilityId, stayId, sequence }: EventKey): string => `${facilityId}:${stayId}:${sequence}`;

/** Null when no event of ours can have that id. */
export function eventKeyOf(eventId: string): EventKey | null {
  const [, facilityId, stayId, sequence] = EVENT_ID.exec(eventId) ?? [];
  if (facilityId === undefined || stayId === undefined) return null;
  return { facilityId, stayId, sequence: Number(sequence) };
}
