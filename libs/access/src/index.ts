export { AccessModule } from './access.module';
export { AccessService, API_KEY_CACHE_MS } from './access.service';
export { ApiKeyRepository } from './api-key.repository';
/** Persistence records, for the data source of a process. */
export { ApiKey, ApiKeyFacility } from './api-key.entity';
/** Makes the text of a new key and the hash to store. */
export { issueApiKey, type IssuedApiKey } from './domain/api-key';
/** The table of permissions: verb -> what it allows, vi and en. */
export { isPermission, PERMISSIONS, type Permission } from './domain/permissions';
export { type Caller, mayDo, mayReach, type Principal } from './domain/principal';
