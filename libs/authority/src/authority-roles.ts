import { type Permission, type Role, ROLES } from '@luutru/access';
import type { Resource } from './domain/columns';
import type { Ceiling } from './domain/policy';

/** Roles of authorities other than the police; each has one policy, whose id is the role. */
export const AUTHORITY_ROLES = [
  'tourism-analyst',
  'health-analyst',
  'zone-analyst',
  'transport-analyst',
  'provincial-leader',
] as const satisfies readonly Role[];
export type AuthorityRole = (typeof AUTHORITY_ROLES)[number];

export const isAuthorityRole = (text: string): text is AuthorityRole =>
  (AUTHORITY_ROLES as readonly string[]).includes(text);

/** What a role must hold to read a resource. */
export const PERMISSION_OF = {
  stays: 'authority.stays',
  facilities: 'authority.facilities',
  trips: 'authority.trips',
} as const satisfies Record<Resource, Permission>;

/** No policy goes beyond what the table of roles allows. */
export function ceilingOf(role: AuthorityRole): Ceiling {
  const { permissions, facilityKinds } = ROLES[role];
  const resources = Object.entries(PERMISSION_OF).flatMap(([resource, permission]) =>
    permissions.includes(permission) ? [resource as Resource] : [],
  );
  return { resources, facilityKinds: facilityKinds ?? null };
}
