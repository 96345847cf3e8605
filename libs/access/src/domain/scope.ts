/** What a grant is bound to. */
export type ScopeKind = 'facility' | 'chain' | 'unit' | 'zone' | 'self' | 'none';

export interface Scope {
  readonly kind: ScopeKind;
  /** A facility, a chain, an administrative unit (of today or from before the merger) or an industrial zone. */
  readonly id: string | null;
}

/** The facilities of some places and kinds; what a place must be like to lie in it. */
export interface Area {
  readonly wardIds: readonly string[];
  /** Communes from before the merger, for facilities whose old address is known. */
  readonly formerWardIds: readonly string[];
  readonly zoneIds: readonly string[];
  /** Null: every kind. */
  readonly kinds: readonly string[] | null;
}

/** Whose data one may touch: these facilities, and those in these areas. */
export interface Reach {
  readonly facilityIds: readonly string[];
  readonly areas: readonly Area[];
}

export const NOTHING: Reach = { facilityIds: [], areas: [] };

/** Where a facility stands, as far as access is concerned. */
export interface Place {
  readonly facilityId: string;
  readonly kind: string;
  readonly wardId: string;
  readonly formerWardId: string | null;
  readonly industrialZoneId: string | null;
}

/** True when the facility lies in reach. Row-level security says the same (test/medium/scope-agreement.spec.ts). */
export const reaches = (reach: Reach, place: Place): boolean =>
  reach.facilityIds.includes(place.facilityId) || reach.areas.some((area) => liesIn(area, place));

function liesIn(area: Area, place: Place): boolean {
  if (area.kinds && !area.kinds.includes(place.kind)) return false;
  return (
    area.wardIds.includes(place.wardId) ||
    (place.formerWardId !== null && area.formerWardIds.includes(place.formerWardId)) ||
    (place.industrialZoneId !== null && area.zoneIds.includes(place.industrialZoneId))
  );
}

/** All that any of several reaches. */
export const union = (reaches: readonly Reach[]): Reach => ({
  facilityIds: [...new Set(reaches.flatMap((reach) => reach.facilityIds))],
  areas: reaches.flatMap((reach) => reach.areas),
});
