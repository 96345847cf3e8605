import type { Permission } from './permissions';
import type { Role } from './roles';
import { NOTHING, type Place, type Reach, reaches, union } from './scope';

/** Some permissions within some reach. */
export interface Grant {
  /** Null for the grant of a machine's key. */
  readonly role: Role | null;
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
  /** The administrative unit that the grant is bound to, if it is bound to one. */
  readonly unitId?: string;
  /** X-Road members and subsystems in whose name the key may ask. */
  readonly xroadClients?: readonly string[];
}

/** Who is calling, what they may do, and to whose data. */
export interface Principal {
  readonly kind: 'api-key' | 'person';
  readonly id: string;
  readonly grants: readonly Grant[];
  /** Fingerprints of the signed-in person's own document number: the key to their own stays. */
  readonly ownIndexes: readonly Buffer[];
}

export const mayDo = ({ grants }: Principal, permission: Permission): boolean =>
  grants.some((grant) => grant.permissions.has(permission));

/** How far the principal's permission reaches; nothing without the permission. */
export function reachOf({ grants }: Principal, permission: Permission): Reach {
  const [first, ...others] = grants.filter((grant) => grant.permissions.has(permission)).map((grant) => grant.reach);
  if (!first) return NOTHING;
  return others.length === 0 ? first : union([first, ...others]);
}

/** The administrative units that grants with a permission are bound to. */
export const unitsOf = ({ grants }: Principal, permission: Permission): readonly string[] => [
  ...new Set(grants.flatMap(({ permissions, unitId }) => (permissions.has(permission) && unitId ? [unitId] : []))),
];

/** The one decision: may they do this there? */
export const decide = (principal: Principal, permission: Permission, place: Place): boolean =>
  reaches(reachOf(principal, permission), place);

/** A principal in the course of one request. */
export interface Caller {
  readonly principal: Principal;
  readonly requestId: string;
}
