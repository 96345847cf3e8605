export { AccessModule } from './access.module';
export { AccessService, API_KEY_CACHE_MS, type AuthenticatedKey } from './access.service';
export { AccountService, type AccountView, type Instruction, type NewGrant } from './account.service';
export {
  ACCOUNT_SEAL,
  type AccountIdentity,
  normalizeUsername,
  PERSON_PURPOSE,
  type StoredGrant,
  USERNAME_PURPOSE,
} from './account.record';
/** For tools that work as the owner of the schema. */
export { AccountRepository } from './account.repository';
export { type ApiKeyRow, ApiKeyRepository, PARTNER_USES, type PartnerUse, type UnitKeyRow } from './api-key.repository';
export { type DelegationView, DelegationService, LIVE_KEYS, type NewKey } from './delegation.service';
export { type NewPartnerKey, type PartnerKey, PartnerKeyService } from './partner-key.service';
export { PARTNER_TOKEN_PREFIX, type PartnerTokens, PartnerTokenService } from './partner-token.service';
export { type Enrolment, SecondFactorService } from './second-factor.service';
export type { SessionRow, SignInMethod } from './session.repository';
export { type CurrentSession, SessionService } from './session.service';
export { StaffService } from './staff.service';
/** What a page sends along with every change; made from the session's cookie. */
export { csrfTokenOf } from './session-token';
export { type SignedIn, SignInService } from './sign-in.service';
/** Persistence records, for the data source of a process. */
export { ApiKey, ApiKeyFacility } from './api-key.entity';
/** Makes the text of a new key and the hash to store. */
export { issueApiKey, type IssuedApiKey } from './domain/api-key';
/** The table of permissions: verb -> what it allows, vi and en. */
export {
  FEED_PERMISSIONS,
  isMachinePermission,
  isPartnerPermission,
  isPermission,
  MACHINE_PERMISSIONS,
  type MachinePermission,
  needsStepUp,
  PARTNER_PERMISSIONS,
  type Permission,
  PERMISSIONS,
  STEP_UP_MS,
} from './domain/permissions';
export { type Caller, decide, type Grant, mayDo, type Principal, reachOf, unitsOf } from './domain/principal';
/** How far a look reaches under an opened break-glass. */
export { type BreakGlassGrant, type LookReach, lookReachOf, widerReach } from './domain/wider-reach';
/** The table of roles: what each may do, within which kinds of scope. */
export { GRANTABLE_ROLES, isRole, type Role, ROLES } from './domain/roles';
export { type Area, NOTHING, type Place, type Reach, reaches, type Scope, type ScopeKind } from './domain/scope';
export type { SignInStage } from './domain/sign-in-stage';
export { unitArea } from './domain/unit-area';
export { resolveGrant } from './grants';
/** For work that is done for somebody while they are away. */
export { principalAt } from './principal-reader';
export { accessErrors, accessIssues } from './access.catalogue';
