import { fieldOf, readField } from './domain/columns';
import type { PolicyContent } from './domain/policy';

/** A version of the policy of one authority; its id is the role that it is for. */
export interface AuthorityPolicy extends PolicyContent {
  readonly policyId: string;
  readonly version: number;
  readonly at: Date;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

export interface PolicyRow extends Omit<AuthorityPolicy, 'columns'> {
  readonly fields: readonly string[];
}

export const POLICY_COLUMNS = `policy_id AS "policyId", version, name_vi AS "nameVi", name_en AS "nameEn",
  legal_basis AS "legalBasis", facility_kinds AS "facilityKinds", area_unit_ids AS "areaUnitIds",
  area_zone_ids AS "areaZoneIds", stay_kinds AS "stayKinds", stays_form AS "staysForm", fields, purposes, exports,
  cell_size AS "cellSize", at, proposed_by AS "proposedBy", approved_by AS "approvedBy"`;

export const policyOf = ({ fields, ...row }: PolicyRow): AuthorityPolicy => ({
  ...row,
  columns: fields.map(readField),
});

/** Every policy in force: the newest version of each. */
export const NEWEST_POLICIES = `SELECT DISTINCT ON (policy_id) ${POLICY_COLUMNS} FROM authority_policy
  ORDER BY policy_id, version DESC`;

export const INSERT_POLICY = `INSERT INTO authority_policy (policy_id, version, name_vi, name_en, legal_basis, facility_kinds,
    area_unit_ids, area_zone_ids, stay_kinds, stays_form, fields, purposes, exports, cell_size, at, proposed_by, approved_by,
    proposal_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`;

export const valuesOf = (content: PolicyContent) => [
  content.nameVi,
  content.nameEn,
  content.legalBasis,
  content.facilityKinds,
  content.areaUnitIds,
  content.areaZoneIds,
  content.stayKinds,
  content.staysForm,
  content.columns.map(fieldOf),
  content.purposes,
  content.exports,
  content.cellSize,
];
