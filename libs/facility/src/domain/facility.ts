export type FacilityStatus = 'active' | 'suspended' | 'closed';

/** A stop of a bus route, in driving order. */
export interface RouteStop {
  readonly code: string;
  readonly name: string;
  /** Minutes after departure. */
  readonly afterMinutes: number;
}

export interface RoomProfile {
  readonly code: string;
  readonly beds: number;
}

export interface DepartmentProfile {
  readonly code: string;
  readonly name: string;
  readonly beds: number;
}

export interface VehicleProfile {
  readonly plate: string;
  readonly seats: number;
}

export interface RouteProfile {
  readonly code: string;
  readonly name: string;
  readonly stops: readonly RouteStop[];
}

/** A facility with everything a declaration may refer to. */
export interface FacilityProfile {
  readonly facilityId: string;
  readonly code: string;
  /** A code of the table `facility-kind`. */
  readonly kind: string;
  readonly name: string;
  readonly stars: number | null;
  readonly wardId: string;
  readonly addressLine: string;
  /** Remote areas have 24 instead of 12 hours to declare a foreigner. */
  readonly remoteArea: boolean;
  readonly industrialZoneId: string | null;
  readonly status: FacilityStatus;
  readonly rooms: readonly RoomProfile[];
  readonly departments: readonly DepartmentProfile[];
  readonly vehicles: readonly VehicleProfile[];
  readonly routes: readonly RouteProfile[];
}
