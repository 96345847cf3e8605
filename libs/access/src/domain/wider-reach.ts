import type { Permission } from './permissions';
import { mayDo, type Principal, reachOf } from './principal';
import { type Area, NOTHING, type Reach, union } from './scope';

/** How far one look reaches, and under which break-glass, if under one. */
export interface LookReach {
  readonly areas: readonly Area[];
  readonly breakGlassId: string | null;
}

/** The reach of a look within one's own jurisdiction. */
export const lookReachOf = (principal: Principal, permission: Permission): LookReach => ({
  areas: reachOf(principal, permission).areas,
  breakGlassId: null,
});

/** What an opened break-glass lends, to whom and how long. */
export interface BreakGlassGrant {
  readonly accountId: string;
  readonly area: Area;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/**
 * How far a look reaches: one's own reach and, while it is open, the area of one's own break-glass. It lends an area to a
 * permission that one has, never a permission. Row-level security says the same (test/medium/break-glass-agreement.spec.ts).
 */
export function widerReach(
  principal: Principal,
  permission: Permission,
  glass: BreakGlassGrant | null,
  now: Date,
): Reach {
  const own = reachOf(principal, permission);
  const lent = glass !== null && mayDo(principal, permission) && isOpenFor(principal, glass, now);
  return lent ? union([own, { ...NOTHING, areas: [glass.area] }]) : own;
}

const isOpenFor = ({ kind, id }: Principal, glass: BreakGlassGrant, now: Date): boolean =>
  kind === 'person' &&
  id === glass.accountId &&
  glass.openedAt <= now &&
  now < glass.expiresAt &&
  (glass.endedAt === null || now < glass.endedAt);
