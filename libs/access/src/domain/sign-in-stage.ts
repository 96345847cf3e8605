/** What is left to do before a session may do anything. */
export type SignInStage = 'second-factor' | 'password-change' | 'enrolment' | 'full';

export interface StageFacts {
  /** The session has shown a second factor. */
  readonly strong: boolean;
  readonly hasSecondFactor: boolean;
  /** A role of the person demands a second factor. */
  readonly needsSecondFactor: boolean;
  readonly mustChangePassword: boolean;
}

/** Who has a second factor shows it, whether or not a role demands it. */
export function stageOf(facts: StageFacts): SignInStage {
  if (facts.hasSecondFactor && !facts.strong) return 'second-factor';
  if (facts.mustChangePassword) return 'password-change';
  if (facts.needsSecondFactor && !facts.strong) return 'enrolment';
  return 'full';
}

const MINUTE = 60_000;
/** However busy, a session ends after a working day. */
const LONGEST_MS = 12 * 60 * MINUTE;

/** When a session ends at the latest, however much it is used. */
export const endOf = (startedAt: Date): Date => new Date(startedAt.getTime() + LONGEST_MS);

/** Why a session is over by itself, or null. */
export function expiry(
  session: { readonly startedAt: Date; readonly lastSeenAt: Date },
  idleMinutes: number,
  now: Date,
): 'idle' | 'too-old' | null {
  if (now >= endOf(session.startedAt)) return 'too-old';
  if (now.getTime() - session.lastSeenAt.getTime() >= idleMinutes * MINUTE) return 'idle';
  return null;
}
