/** The columns of the facts of a list, under the names that {@link ListFacts} has, with its id, state and version. */
export const listColumns = (l: string): string => `
  ${l}.list_id AS "listId", ${l}.kind, ${l}.name_vi AS "nameVi", ${l}.name_en AS "nameEn", ${l}.unit_id AS "unitId",
  ${l}.legal_basis AS "legalBasis", ${l}.valid_from::text AS "validFrom", ${l}.valid_until::text AS "validUntil",
  ${l}.threshold::float8 AS threshold, ${l}.acknowledge_minutes AS "acknowledgeMinutes", ${l}.area_unit_id AS "areaUnitId",
  ${l}.first_desk AS "firstDesk", ${l}.state, ${l}.version`;
