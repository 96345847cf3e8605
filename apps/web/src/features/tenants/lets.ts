import type { Facility } from '../../api/facility';

/** It has tenants: zone housing, rented houses, dormitories, households. */
export const lets = (facility: Facility | null): boolean => facility?.stayKinds.includes('tenant') ?? false;
