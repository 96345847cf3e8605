import type { Facility } from '../../../api/facility';

const HOUSEHOLDS = new Set(['ho-gia-dinh', 'nha-cho-thue']);

/** A household or a rented house: somebody with a phone, now and then, not a clerk at a desk. */
export const isHousehold = ({ kind }: Facility): boolean => HOUSEHOLDS.has(kind);
