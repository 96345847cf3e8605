import { type Area, type Caller, type Permission, type Principal, reachOf } from '@luutru/access';
import { PLATFORM_FACILITY } from '@luutru/audit';
import type { AccessScope, DeskScope } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import { deskLevel, deskOfRole } from './domain/desk';

type Units = ReferenceDataService['adminUnits'];

/** The units of today that lie wholly within some areas: their wards, and provinces all of whose wards are among them. */
export function unitsWithin(areas: readonly Area[], units: Units): string[] {
  const wards = new Set(areas.filter(({ kinds }) => kinds === null).flatMap(({ wardIds }) => wardIds));
  const provinces = new Set([...wards].flatMap((ward) => units.find(ward)?.parentId ?? []));
  const whole = [...provinces].filter((province) =>
    units.children(province).every(({ unitId, validTo }) => validTo !== null || wards.has(unitId)),
  );
  return [...wards, ...whole];
}

/** The lists of the units that a keeper's permission reaches; audit entries of lists are the platform's. */
export const keeperScope = (caller: Caller, permission: Permission, units: Units): AccessScope => ({
  facilityIds: [PLATFORM_FACILITY],
  listUnits: unitsWithin(reachOf(caller.principal, permission).areas, units),
});

/** What a duty desk reaches: alerts by area and level, and the stays of the area. */
export interface DeskReach extends AccessScope {
  readonly areas: readonly Area[];
  readonly desks: readonly DeskScope[];
  /** The lowest of the desks: what comes to higher ones is shown on request. */
  readonly level: number;
}

/** Each grant counts for its own area: a commander of one ward is an officer like others in the next. */
export function deskReach({ grants }: Principal): DeskReach {
  const desks = grants.flatMap(({ role, permissions, reach }): DeskScope[] => {
    const desk = permissions.has('alert.handle') ? deskOfRole(role) : null;
    return desk === null ? [] : reach.areas.map((area) => ({ ...area, level: deskLevel(desk) }));
  });
  return {
    facilityIds: [],
    areas: desks,
    desks,
    level: Math.min(...desks.map(({ level }) => level), deskLevel('province')),
  };
}
