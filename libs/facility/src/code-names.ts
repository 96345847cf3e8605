import type { AreaScope, Transaction } from '@luutru/platform';

/** Codes that facilities give names to themselves, and industrial zones. */
export const NAMED_BY_FACILITIES = ['zone', 'department', 'route'] as const;
export type NamedByFacilities = (typeof NAMED_BY_FACILITIES)[number];

/** What codes are called, by what they are of and code. */
export type CodeNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

const IN_AREAS = `JOIN facility f USING (facility_id)
  WHERE f.ward_id = ANY($2::text[]) OR f.former_ward_id = ANY($3::text[]) OR f.industrial_zone_id = ANY($4::text[])`;
const alike = (of: 'department' | 'route'): string => `
  SELECT '${of}' AS of, c.code, min(c.name) AS name FROM ${of} c ${IN_AREAS} GROUP BY c.code
  HAVING count(DISTINCT c.name) = 1 AND '${of}' = ANY($1::text[])`;
const NAMES_SQL = `
  SELECT 'zone' AS of, zone_id AS code, name FROM industrial_zone WHERE 'zone' = ANY($1::text[])
  UNION ALL ${alike('department')} UNION ALL ${alike('route')}`;

/**
 * The names of industrial zones, and of departments and routes as far as all facilities of the areas that have the code call it
 * alike: a name that only some use would say something wrong of the others.
 */
export async function codeNames(
  tx: Transaction,
  areas: readonly AreaScope[],
  of: readonly NamedByFacilities[],
): Promise<CodeNames> {
  if (of.length === 0) return {};
  const rows = await tx.query<{ of: string; code: string; name: string }[]>(NAMES_SQL, [
    of,
    areas.flatMap(({ wardIds }) => wardIds),
    areas.flatMap(({ formerWardIds }) => formerWardIds),
    areas.flatMap(({ zoneIds }) => zoneIds),
  ]);
  const namesOf = (one: string): Record<string, string> =>
    Object.fromEntries(rows.filter((row) => row.of === one).map(({ code, name }) => [code, name]));
  return Object.fromEntries(of.map((one) => [one, namesOf(one)]));
}
