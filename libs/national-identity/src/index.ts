/** Signing in through the national identity provider (VNeID), by OpenID Connect. */
export type { ProvenPerson } from './domain/proven-person';
export { nationalIdentityErrors } from './national-identity.catalogue';
export { NationalIdentityModule } from './national-identity.module';
export { type NationalIdentityOptions, NationalIdentityService, type SignInFlow } from './national-identity.service';
