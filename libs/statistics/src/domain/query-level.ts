import { DIMENSIONS } from './dimensions';
import { type FigureQuery, isOfProvinces } from './figure-query';

interface Units {
  find(unitId: string): { readonly parentId: string | null } | undefined;
  children(unitId: string): readonly { readonly unitId: string; readonly validTo: string | null }[];
}

interface AreaOf {
  readonly wardIds: readonly string[];
  readonly formerWardIds: readonly string[];
  readonly zoneIds: readonly string[];
  readonly kinds: readonly string[] | null;
}

/** What cells are of: what is alike in all that facilities are told apart by, or a ward, or a province by kind and stars. */
export type Level = 'area' | 'ward' | 'province';

type Asked = Pick<FigureQuery, 'by' | 'filter'>;

/** Of the fewest cells that say all that is asked and all that the caller may see. */
export function levelOf(query: Asked, areas: readonly AreaOf[], units: Units): Level {
  if (isOfProvinces(query) && areWholeProvinces(areas, units)) return 'province';
  return isOfWards(query) && areas.every(isOfWholeWards) ? 'ward' : 'area';
}

/** Whether figures kept of whole wards answer it, as far as the question goes. */
const isOfWards = ({ by, filter }: Asked): boolean =>
  !by.some((dimension) => DIMENSIONS[dimension].of === 'place' && dimension !== 'ward') &&
  [filter.formerWard, filter.zone, filter.kinds, filter.stars].every((one) => one === undefined);

const isOfWholeWards = ({ formerWardIds, zoneIds, kinds }: AreaOf): boolean =>
  formerWardIds.length + zoneIds.length === 0 && kinds === null;

/** Whether all that areas reach are whole provinces, so that figures kept of whole provinces say all that may be seen. */
export function areWholeProvinces(areas: readonly AreaOf[], units: Units): boolean {
  return (
    areas.length > 0 &&
    areas.every(({ wardIds, formerWardIds, zoneIds }) => {
      if (wardIds.length === 0 || formerWardIds.length + zoneIds.length > 0) return false;
      const own = new Set(wardIds);
      const provinces = new Set(wardIds.map((ward) => units.find(ward)?.parentId ?? ''));
      return [...provinces].every((province) =>
        units.children(province).every(({ unitId, validTo }) => validTo !== null || own.has(unitId)),
      );
    })
  );
}
