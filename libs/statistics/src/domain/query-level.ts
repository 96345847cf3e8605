interface Units {
  find(unitId: string): { readonly parentId: string | null } | undefined;
  children(unitId: string): readonly { readonly unitId: string; readonly validTo: string | null }[];
}

interface AreaOf {
  readonly wardIds: readonly string[];
  readonly formerWardIds: readonly string[];
  readonly zoneIds: readonly string[];
}

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
