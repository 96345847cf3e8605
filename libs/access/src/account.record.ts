import type { Role } from './domain/roles';
import type { ScopeKind } from './domain/scope';

/** What is sealed of an account's holder. */
export interface AccountIdentity {
  readonly displayName: string;
  readonly username: string | null;
  /** Twelve digits; of people who sign in through the national identity provider. */
  readonly personalNumber: string | null;
}

/** An account as it is stored. */
export interface StoredAccount {
  readonly accountId: string;
  readonly identitySealed: Buffer;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
  readonly totpSealed: Buffer | null;
  readonly totpConfirmedAt: Date | null;
  readonly disabledAt: Date | null;
  readonly disabledBecause: string | null;
  readonly lastSignedInAt: Date | null;
  readonly createdAt: Date;
  readonly grants: readonly StoredGrant[];
}

export interface StoredGrant {
  readonly grantId: string;
  readonly role: Role;
  readonly scopeKind: Exclude<ScopeKind, 'self'>;
  readonly scopeId: string | null;
  /** The facilities of the chain, for a grant on one. */
  readonly facilityIds: readonly string[] | null;
  readonly expiresAt: string | null;
}

/** Seals and opens under these names; changing them would make stored data unreadable. */
export const ACCOUNT_SEAL = { table: 'account', identity: 'identity_sealed', totp: 'totp_sealed' } as const;

/** Purposes of the fingerprints that accounts are found by; not those of stays, so that the two cannot be linked. */
export const USERNAME_PURPOSE = 'account-username';
export const PERSON_PURPOSE = 'account-person';

export const normalizeUsername = (text: string): string => text.normalize('NFC').trim().toLowerCase();
