import type { Logger } from 'pino';
import type { Person } from './people/person';

/** A client of the stand-in, found by its id. */
export interface IdentityMockClient {
  readonly secret: string;
  readonly redirectUris: readonly string[];
}

/** Everything the stand-in needs to run; environment variables fill it (config.ts) or a test does. */
export interface IdentityMockOptions {
  readonly clients: Readonly<Record<string, IdentityMockClient>>;
  /** What every person types as their secret. */
  readonly passcode: string;
  readonly adminToken: string;
  /** Origin under which browsers and clients reach the stand-in; without it, where it listens. */
  readonly issuer?: string;
  /** P-256 or Ed25519 private key, PEM: signs the ID tokens. Made at start when absent; `sub` values then change with it. */
  readonly privateKey?: string;
  readonly people?: readonly Person[];
  readonly logger?: Logger;
}
