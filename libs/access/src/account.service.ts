import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, type Issue, type Transaction, uuidV7 } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import type { AccountIdentity, StoredAccount, StoredGrant } from './account.record';
import { AccountRepository, PLATFORM_SCOPE } from './account.repository';
import { GRANTABLE_ROLES, type Role, ROLES } from './domain/roles';
import type { Scope } from './domain/scope';
import { hashPassword } from './password-hasher';
import { SessionService } from './session.service';

/** Who asks for a change of an account, and under which request. */
export interface Instruction {
  readonly actor: Actor;
  readonly requestId: string | null;
}

/** An account as administrators and auditors see it: no secrets, no personal number. */
export interface AccountView {
  readonly accountId: string;
  readonly displayName: string;
  readonly username: string | null;
  readonly signsIn: readonly ('password' | 'vneid')[];
  readonly secondFactor: boolean;
  readonly locked: boolean;
  readonly disabledBecause: string | null;
  readonly lastSignedInAt: Date | null;
  readonly createdAt: Date;
  readonly grants: readonly StoredGrant[];
}

export interface NewGrant {
  readonly role: Role;
  readonly scope: Scope;
  readonly expiresAt: Date | null;
}

const USERNAME = /^[\p{Ll}\p{N}][\p{Ll}\p{N}._-]{3,63}$/u;
const PERSONAL_NUMBER = /^\d{12}$/;

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens an account: with a user name and a first password to be changed at once, or for the person of a number who will
   * sign in through the national identity provider, or both.
   * @param granted a first grant, made in the same transaction
   * @returns the first password, shown this once; null without a user name
   * @throws `validation-failed`, `username-taken`, `person-has-account`
   */
  async create(
    identity: AccountIdentity,
    by: Instruction,
    granted?: NewGrant,
  ): Promise<{ accountId: string; password: string | null }> {
    const issues = identityFaults(identity);
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    const password = identity.username === null ? null : firstPassword();
    const passwordHash = password && (await hashPassword(password));
    const accountId = uuidV7(this.clock.now());
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      await this.insert(tx, { accountId, identity, passwordHash, mustChangePassword: password !== null }, by);
      if (granted) await this.grantWithin(tx, accountId, granted, by);
    });
    return { accountId, password };
  }

  /** Gives a role within a scope. Throws `self-grant`, `validation-failed`, `not-found`. */
  async grant(accountId: string, granted: NewGrant, by: Instruction): Promise<string> {
    await this.assertGrantable(granted);
    await this.get(accountId);
    return this.database.transaction(PLATFORM_SCOPE, (tx) => this.grantWithin(tx, accountId, granted, by));
  }

  /** The same in a transaction under way, for callers that have made sure of account and scope. */
  async grantWithin(tx: Transaction, accountId: string, granted: NewGrant, by: Instruction): Promise<string> {
    if (by.actor.id === accountId) throw new AppError('self-grant', 'forbidden');
    const { role, scope, expiresAt } = granted;
    const grantId = uuidV7(this.clock.now());
    await tx.query(
      `INSERT INTO account_grant (grant_id, account_id, role, scope_kind, scope_id, granted_at, granted_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [grantId, accountId, role, scope.kind, scope.id, this.clock.now(), by.actor.id, expiresAt],
    );
    await this.record(tx, 'account.grant', accountId, by, { role, scope: `${scope.kind}:${scope.id ?? ''}` });
    return grantId;
  }

  /** Takes a grant back; it counts for no further request. Throws `not-found`. */
  async revokeGrant(accountId: string, grantId: string, by: Instruction): Promise<void> {
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        `UPDATE account_grant SET revoked_at = $3, revoked_by = $4
         WHERE account_id = $1 AND grant_id = $2 AND revoked_at IS NULL`,
        [accountId, grantId, this.clock.now(), by.actor.id],
      );
      if (changed !== 1) throw new AppError('not-found', 'not-found');
      await this.record(tx, 'account.revoke-grant', accountId, by, { grant: grantId });
    });
  }

  /** Shuts an account and ends its sessions at once. Throws `not-found`, `self-disable`. */
  async disable(accountId: string, because: string, by: Instruction): Promise<void> {
    if (by.actor.id === accountId) throw new AppError('self-disable', 'forbidden');
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        'UPDATE account SET disabled_at = $2, disabled_because = $3 WHERE account_id = $1 AND disabled_at IS NULL',
        [accountId, this.clock.now(), because],
      );
      if (changed !== 1) throw new AppError('not-found', 'not-found');
      await this.sessions.endAll(tx, accountId, 'account disabled');
      await this.record(tx, 'account.disable', accountId, by, {});
    });
  }

  /**
   * Opens a shut account again and, where it has a user name, gives it a new first password and takes its second factor
   * away, because whoever asks for that has usually lost them.
   */
  async restore(accountId: string, by: Instruction): Promise<{ password: string | null }> {
    if (by.actor.id === accountId) throw new AppError('self-grant', 'forbidden');
    const account = await this.get(accountId);
    const { username } = await this.accounts.identity(account);
    const password = username === null ? null : firstPassword();
    const hash = password && (await hashPassword(password));
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      await tx.query(
        `UPDATE account SET disabled_at = NULL, disabled_because = NULL, failed_attempts = 0, locked_until = NULL,
           password_hash = $2, must_change_password = $3, totp_sealed = NULL, totp_confirmed_at = NULL,
           last_signed_in_at = $4 WHERE account_id = $1`,
        [accountId, hash, password !== null, this.clock.now()],
      );
      await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
      await this.sessions.endAll(tx, accountId, 'account restored');
      await this.record(tx, 'account.restore', accountId, by, {});
    });
    return { password };
  }

  async list(after: string | null, limit: number): Promise<AccountView[]> {
    return this.views(await this.accounts.list(this.clock.now(), after, limit));
  }

  async listOfFacility(facilityId: string): Promise<AccountView[]> {
    return this.views(await this.accounts.listOfFacility(facilityId, this.clock.now()));
  }

  async get(accountId: string): Promise<StoredAccount> {
    const account = await this.accounts.find(accountId, this.clock.now());
    if (!account) throw new AppError('not-found', 'not-found');
    return account;
  }

  /** The account of the person of a number, made at their first sign-in through the national identity provider. */
  async ofPerson(identity: AccountIdentity & { personalNumber: string }): Promise<StoredAccount> {
    const issues = identityFaults(identity);
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    const find = (): Promise<StoredAccount | null> =>
      this.accounts.findByPersonalNumber(identity.personalNumber, this.clock.now());
    const known = await find();
    if (known) return known;
    const accountId = uuidV7(this.clock.now());
    const by = { actor: { kind: 'system', id: 'first sign-in' }, requestId: null } as const;
    try {
      await this.database.transaction(PLATFORM_SCOPE, (tx) =>
        this.insert(tx, { accountId, identity, passwordHash: null, mustChangePassword: false }, by),
      );
    } catch (error) {
      // Two first sign-ins at once: the other one made it.
      if (!(error instanceof AppError && error.code === 'person-has-account')) throw error;
    }
    const made = await find();
    if (!made) throw new Error('The account just made is gone');
    return made;
  }

  private async insert(
    tx: Transaction,
    account: { accountId: string; identity: AccountIdentity; passwordHash: string | null; mustChangePassword: boolean },
    by: Instruction,
  ): Promise<void> {
    await this.accounts.insert(tx, { ...account, createdAt: this.clock.now(), createdBy: by.actor.id });
    await this.record(tx, 'account.create', account.accountId, by, {});
  }

  private async assertGrantable({ role, scope }: NewGrant): Promise<void> {
    const fault = (code: string, pointer: string): AppError =>
      new AppError('validation-failed', 'invalid', {}, [{ code, pointer }]);
    if (!GRANTABLE_ROLES.includes(role)) throw fault('role-not-grantable', '/role');
    if (!ROLES[role].scopes.includes(scope.kind)) throw fault('scope-not-of-role', '/scope/kind');
    if (!(await this.scopeExists(scope))) throw fault('scope-unknown', '/scope/id');
  }

  private async scopeExists({ kind, id }: Scope): Promise<boolean> {
    if (kind === 'none') return id === null;
    if (id === null || kind === 'self') return false;
    if (kind === 'unit') return this.reference.adminUnits.find(id) !== undefined;
    const lookUp = {
      facility: 'SELECT FROM facility WHERE facility_id::text = $1',
      chain: 'SELECT FROM facility_chain WHERE chain_id::text = $1',
      zone: 'SELECT FROM industrial_zone WHERE zone_id = $1',
    }[kind];
    const [result] = await this.database.run(PLATFORM_SCOPE, { name: `scope_${kind}`, text: lookUp, values: [id] });
    return result?.rowCount === 1;
  }

  private async views(stored: readonly StoredAccount[]): Promise<AccountView[]> {
    const now = this.clock.now();
    return Promise.all(
      stored.map(async (account) => {
        const { displayName, username, personalNumber } = await this.accounts.identity(account);
        return {
          accountId: account.accountId,
          displayName,
          username,
          signsIn: [
            ...(username !== null ? (['password'] as const) : []),
            ...(personalNumber !== null ? (['vneid'] as const) : []),
          ],
          secondFactor: account.totpConfirmedAt !== null,
          locked: account.lockedUntil !== null && account.lockedUntil > now,
          disabledBecause: account.disabledBecause,
          lastSignedInAt: account.lastSignedInAt,
          createdAt: account.createdAt,
          grants: account.grants,
        };
      }),
    );
  }

  private record(
    tx: Transaction,
    action: string,
    accountId: string,
    { actor, requestId }: Instruction,
    detail: Record<string, string>,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor,
      action,
      subjectKind: 'account',
      subjectId: accountId,
      requestId,
      detail,
    });
  }
}

function identityFaults({ displayName, username, personalNumber }: AccountIdentity): Issue[] {
  const faults: Issue[] = [];
  if (displayName.trim() === '') faults.push({ code: 'field-required', pointer: '/displayName' });
  if (username === null && personalNumber === null) faults.push({ code: 'sign-in-way-missing', pointer: '/username' });
  if (username !== null && !USERNAME.test(username)) faults.push({ code: 'username-malformed', pointer: '/username' });
  if (personalNumber !== null && !PERSONAL_NUMBER.test(personalNumber)) {
    faults.push({ code: 'personal-number-malformed', pointer: '/personalNumber' });
  }
  return faults;
}

/** 100 random bits in letters and digits that cannot be mistaken for each other. */
function firstPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789AB';
  const chars = Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join('');
  return (chars.match(/.{5}/g) ?? []).join('-');
}
