import { createHash } from 'node:crypto';
import type { Area, Caller, Grant } from '@luutru/access';
import { unitArea } from '@luutru/access';
import { AppError, type AreaScope, type Transaction } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import { type ReleaseScope, type ScopeArea, sortOf } from './domain/editions/release-scope';

/** What a policy says of figures. */
export interface PolicyBounds {
  readonly policyId: string;
  readonly kinds: readonly string[];
  readonly unitIds: readonly string[];
  readonly zoneIds: readonly string[];
  readonly cellSize: number;
  /** Whether files may be taken away. */
  readonly exports: boolean;
}

const BOUNDS_SQL = `
  SELECT DISTINCT ON (policy_id) policy_id AS "policyId", facility_kinds AS kinds, area_unit_ids AS "unitIds",
         area_zone_ids AS "zoneIds", cell_size AS "cellSize", exports
  FROM authority_policy WHERE policy_id = ANY ($1::text[]) ORDER BY policy_id, version DESC`;

/** The policies in force of roles. */
export const boundsOf = (tx: Transaction, policyIds: readonly string[]): Promise<PolicyBounds[]> =>
  tx.query<PolicyBounds[]>(BOUNDS_SQL, [policyIds]);

/** Grants that read figures and no small numbers. */
const isBounded = ({ permissions }: Grant): boolean =>
  permissions.has('statistics.read') && !permissions.has('statistics.exact');

/**
 * The scope that a caller asks under: all places of their grants of one role, as far as its policy goes. One at a time: two
 * scopes put together would be protected as neither of them is. Throws `validation-failed` when it is not clear which.
 */
export async function releaseScopeOf(
  tx: Transaction,
  { principal }: Caller,
  reference: ReferenceDataService,
  policy: string | undefined,
): Promise<ReleaseScope> {
  const bounds = await policyOf(tx, principal.grants, policy);
  const own = principal.grants.filter((grant) => isBounded(grant) && grant.role === bounds.policyId);
  return scopeOf(
    bounds,
    own.flatMap(({ reach }) => reach.areas),
    reference,
  );
}

/** The policy that somebody without exact figures asks under. Throws as {@link releaseScopeOf} does. */
export async function policyOf(
  tx: Transaction,
  grants: readonly Grant[],
  policy: string | undefined,
): Promise<PolicyBounds> {
  const bounded = grants.filter(isBounded);
  const roles = [...new Set(bounded.flatMap(({ role }) => role ?? []))].sort();
  const [only, ...others] = policy === undefined ? roles : roles.filter((role) => role === policy);
  const allowed = roles.join(', ');
  if (!only) throw refused('value-not-allowed', allowed);
  if (others.length > 0) throw refused('authority-policy-ambiguous', allowed);
  const [bounds] = await boundsOf(tx, [only]);
  if (!bounds) throw new AppError('permission-missing', 'forbidden', { permission: 'statistics.read' });
  return bounds;
}

const refused = (code: string, allowed: string): AppError =>
  new AppError('validation-failed', 'invalid', {}, [{ code, pointer: '/policy', params: { allowed } }]);

/** The scope of areas under a policy; the same for whoever has these areas. */
export function scopeOf(bounds: PolicyBounds, areas: readonly Area[], reference: ReferenceDataService): ReleaseScope {
  const own = areas.map((area) => within(area, bounds, reference));
  const distinct = [...new Map(own.map((area) => [JSON.stringify(area), area])).values()];
  const sorted = distinct.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const { policyId, cellSize } = bounds;
  const name = createHash('sha256')
    .update(JSON.stringify([sorted, cellSize]))
    .digest('hex')
    .slice(0, 24);
  return {
    scopeId: `${policyId}:${name}`,
    policyId,
    areas: sorted,
    threshold: cellSize,
    sort: sortOf(sorted.flatMap(({ kinds }) => kinds)),
  };
}

/** The part of an area that its policy is about. Of a policy with places of its own, places that both name. */
function within(area: Area, { kinds, unitIds, zoneIds }: PolicyBounds, reference: ReferenceDataService): ScopeArea {
  const units = unitIds.map((unitId) => unitArea(reference.adminUnits, unitId, null));
  const isEverywhere = unitIds.length + zoneIds.length === 0;
  const both = (own: readonly string[], theirs: readonly string[]): string[] =>
    [...new Set(own)].filter((one) => isEverywhere || theirs.includes(one)).sort();
  return {
    wards: both(
      area.wardIds,
      units.flatMap(({ wardIds }) => wardIds),
    ),
    formerWards: both(
      area.formerWardIds,
      units.flatMap(({ formerWardIds }) => formerWardIds),
    ),
    zones: both(area.zoneIds, zoneIds),
    kinds: [...new Set(kinds)].filter((kind) => area.kinds === null || area.kinds.includes(kind)).sort(),
  };
}

/** The areas as a transaction takes them. */
export const areaScopes = ({ areas }: Pick<ReleaseScope, 'areas'>): AreaScope[] =>
  areas.map(({ wards, formerWards, zones, kinds }) => ({
    wardIds: wards,
    formerWardIds: formerWards,
    zoneIds: zones,
    kinds,
  }));
