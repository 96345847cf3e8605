import type { Permission } from './permissions';

/** Who is calling, what they may do and for which facilities. */
export interface Principal {
  readonly kind: 'api-key';
  readonly id: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Facilities in reach, in a stable order. */
  readonly facilityIds: readonly string[];
}

export const mayDo = (principal: Principal, permission: Permission): boolean => principal.permissions.has(permission);

export const mayReach = (principal: Principal, facilityId: string): boolean =>
  principal.facilityIds.includes(facilityId);

/** A principal in the course of one request. */
export interface Caller {
  readonly principal: Principal;
  readonly requestId: string;
}
