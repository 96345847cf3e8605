import {
  AUTHORITY_PURPOSES,
  type AuthorityPage,
  type AuthorityPolicy,
  type AuthorityPurpose,
  columnOf,
  maskOf,
  type PolicyColumn,
  type Resource,
  RESOURCES,
} from '@luutru/authority';
import { toLocalIso } from '@luutru/calendar';
import type { AuthorityPolicyResponse, AuthorityRowsResponse, PurposeResponse } from './authority.dto';

const UNKNOWN = { vi: '', en: '' };

export function presentColumn({ resource, column, masking }: PolicyColumn) {
  const definition = columnOf(resource, column);
  const mask = definition && maskOf(definition, masking);
  const name = definition ? { vi: definition.vi, en: definition.en } : UNKNOWN;
  return { resource, column, masking, name, shownAs: mask ? { vi: mask.vi, en: mask.en } : UNKNOWN };
}

export const presentPurpose = (code: AuthorityPurpose): PurposeResponse => ({
  code,
  name: { ...AUTHORITY_PURPOSES[code] },
});

export const presentPolicy = (policy: AuthorityPolicy): AuthorityPolicyResponse => ({
  policyId: policy.policyId,
  version: policy.version,
  name: { vi: policy.nameVi, en: policy.nameEn },
  legalBasis: policy.legalBasis,
  resources: RESOURCES.filter((resource) => policy.columns.some((column) => column.resource === resource)),
  facilityKinds: [...policy.facilityKinds],
  areaUnitIds: [...policy.areaUnitIds],
  areaZoneIds: [...policy.areaZoneIds],
  stayKinds: [...policy.stayKinds],
  staysForm: policy.staysForm,
  columns: policy.columns.map(presentColumn),
  purposes: policy.purposes.map((code) => presentPurpose(code as AuthorityPurpose)),
  exports: policy.exports,
  cellSize: policy.cellSize,
  at: toLocalIso(policy.at),
});

export const formOf = (resource: Resource, { staysForm }: AuthorityPolicy): 'rows' | 'counts' =>
  resource === 'stays' && staysForm === 'counts' ? 'counts' : 'rows';

export const presentRows = (resource: Resource, page: AuthorityPage): AuthorityRowsResponse => ({
  policy: page.policy.policyId,
  version: page.policy.version,
  form: formOf(resource, page.policy),
  cellSize: page.policy.cellSize,
  from: page.period?.from ?? null,
  to: page.period?.to ?? null,
  columns: page.columns.map((column) => {
    const { resource: _resource, ...shown } = presentColumn(column);
    return shown;
  }),
  rows: page.rows.map((row) => ({ ...row })),
  names: Object.fromEntries(Object.entries(page.names).map(([column, names]) => [column, { ...names }])),
  next: page.next,
});
