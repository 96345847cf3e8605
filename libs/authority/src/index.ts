export { AuthorityModule, type AuthorityModuleOptions } from './authority.module';
export type { AuthorityDatabaseOptions } from './authority-database';
/** What authorities read; throws AppError with the codes of {@link authorityErrors}. */
export { type AuthorityPage, type AuthorityQuery, AuthorityService } from './authority.service';
export type { MaskedRow } from './masked-rows.read-model';
/** Versions of policies, for administrators. */
export type { AuthorityPolicy } from './policy.record';
export { PolicyReadModel } from './policy.read-model';
export {
  POLICY_PROPOSAL_STATES,
  type PolicyProposal,
  PolicyProposalService,
  type PolicyProposalState,
} from './policy-proposal.service';
/** Roles that have a policy: its id is the role. */
export { AUTHORITY_ROLES, type AuthorityRole, ceilingOf, isAuthorityRole } from './authority-roles';
/** All that a policy may name, vi and en; forms, documentation and tests read these tables. */
export {
  type ColumnDefinition,
  columnOf,
  COLUMNS,
  maskOf,
  type PolicyColumn,
  type Resource,
  RESOURCES,
  STAY_FORMS,
  type StayForm,
} from './domain/columns';
export { type PolicyContent, SMALLEST_CELL } from './domain/policy';
export { AUTHORITY_PURPOSES, type AuthorityPurpose } from './domain/purposes';
export { authorityErrors, authorityIssues } from './authority.catalogue';
