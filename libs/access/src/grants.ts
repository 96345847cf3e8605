import type { StoredGrant } from './account.record';
import type { Grant } from './domain/principal';
import { type Role, ROLES } from './domain/roles';
import { NOTHING, type Reach } from './domain/scope';
import { unitArea, type UnitTrees } from './domain/unit-area';

/** Works out what a stored grant reaches. A role or scope that is no longer known reaches nothing. */
export function resolveGrant(stored: StoredGrant, units: UnitTrees): Grant {
  const definition = ROLES[stored.role] as (typeof ROLES)[Role] | undefined;
  return {
    role: stored.role,
    permissions: new Set(definition?.permissions),
    reach: definition ? reachOfScope(stored, definition.facilityKinds ?? null, units) : NOTHING,
    ...(stored.scopeKind === 'unit' && stored.scopeId !== null && { unitId: stored.scopeId }),
  };
}

function reachOfScope(
  { scopeKind, scopeId, facilityIds }: StoredGrant,
  kinds: readonly string[] | null,
  units: UnitTrees,
): Reach {
  switch (scopeKind) {
    case 'facility':
      return { facilityIds: scopeId === null ? [] : [scopeId], areas: [] };
    case 'chain':
      return { facilityIds: facilityIds ?? [], areas: [] };
    case 'unit':
      return { facilityIds: [], areas: scopeId === null ? [] : [unitArea(units, scopeId, kinds)] };
    case 'zone':
      return {
        facilityIds: [],
        areas: scopeId === null ? [] : [{ wardIds: [], formerWardIds: [], zoneIds: [scopeId], kinds }],
      };
    case 'none':
      return NOTHING;
  }
}

/** What comes with being a person who has proved their own number. */
export const CITIZEN_GRANT: Grant = {
  role: 'citizen',
  permissions: new Set(ROLES.citizen.permissions),
  reach: NOTHING,
};

/** The strictest idle time of the roles held. */
export const idleMinutesOf = (roles: readonly Role[]): number =>
  Math.min(15, ...roles.map((role) => ROLES[role].idleMinutes));

export const needsSecondFactor = (roles: readonly Role[]): boolean => roles.some((role) => ROLES[role].secondFactor);
