import { Injectable } from '@nestjs/common';
import { PLATFORM_FACILITY } from '@luutru/audit';
import {
  type AccessScope,
  BlindIndex,
  Database,
  KeyRing,
  STANDING_SCOPE,
  type Statement,
  type Transaction,
  violates,
  AppError,
} from '@luutru/platform';
import {
  ACCOUNT_SEAL,
  type AccountIdentity,
  normalizeUsername,
  PERSON_PURPOSE,
  type StoredAccount,
  USERNAME_PURPOSE,
} from './account.record';
import { LIVE_GRANTS } from './grant.statement';

/** Accounts belong to no facility; their audit entries are the platform's. */
export const PLATFORM_SCOPE: AccessScope = { facilityIds: [PLATFORM_FACILITY] };

const SELECT = `
  SELECT a.account_id AS "accountId", a.identity_sealed AS "identitySealed", a.password_hash AS "passwordHash",
         a.must_change_password AS "mustChangePassword", a.failed_attempts AS "failedAttempts",
         a.locked_until AS "lockedUntil", a.totp_sealed AS "totpSealed", a.totp_confirmed_at AS "totpConfirmedAt",
         a.disabled_at AS "disabledAt", a.disabled_because AS "disabledBecause",
         a.last_signed_in_at AS "lastSignedInAt", a.created_at AS "createdAt", ${LIVE_GRANTS} AS grants
  FROM account a`;

export interface NewAccount {
  readonly accountId: string;
  readonly identity: AccountIdentity;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
}

@Injectable()
export class AccountRepository {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
  ) {}

  findByUsername(username: string, now: Date): Promise<StoredAccount | null> {
    const values = this.index.candidates(USERNAME_PURPOSE, normalizeUsername(username)).map((c) => c.value);
    return this.first('account_by_username', 'a.username_index = ANY($2)', [now, values]);
  }

  findByPersonalNumber(personalNumber: string, now: Date): Promise<StoredAccount | null> {
    const values = this.index.candidates(PERSON_PURPOSE, personalNumber).map((c) => c.value);
    return this.first('account_by_person', 'a.person_index = ANY($2)', [now, values]);
  }

  find(accountId: string, now: Date): Promise<StoredAccount | null> {
    return this.first('account_by_id', 'a.account_id = $2', [now, accountId]);
  }

  /** Throws `username-taken` or `person-has-account`. */
  async insert(tx: Transaction, account: NewAccount): Promise<void> {
    const { accountId, identity } = account;
    const fingerprint = (purpose: string, value: string | null): Buffer | null =>
      value === null ? null : this.index.of(purpose, value).value;
    try {
      await tx.query(
        `INSERT INTO account (account_id, identity_sealed, username_index, person_index, password_hash,
           must_change_password, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          accountId,
          await this.keyRing.seal(
            STANDING_SCOPE,
            ACCOUNT_SEAL.table,
            ACCOUNT_SEAL.identity,
            accountId,
            JSON.stringify(identity),
          ),
          fingerprint(USERNAME_PURPOSE, identity.username && normalizeUsername(identity.username)),
          fingerprint(PERSON_PURPOSE, identity.personalNumber),
          account.passwordHash,
          account.mustChangePassword,
          account.createdAt,
          account.createdBy,
        ],
      );
    } catch (error) {
      if (violates(error, 'account_username_index_key')) throw new AppError('username-taken', 'conflict');
      if (violates(error, 'account_person_index_key')) throw new AppError('person-has-account', 'conflict');
      throw error;
    }
  }

  async identity(account: Pick<StoredAccount, 'accountId' | 'identitySealed'>): Promise<AccountIdentity> {
    const { accountId, identitySealed } = account;
    const text = await this.keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, accountId, identitySealed);
    return JSON.parse(text) as AccountIdentity;
  }

  /**
   * Counts an attempt before it is looked at, so that guesses made at once count one by one.
   * @returns attempts so far with this one, or null while the account is locked
   */
  async takeAttempt(accountId: string, now: Date): Promise<number | null> {
    const [result] = await this.database.run<{ attempts: number }>(PLATFORM_SCOPE, {
      name: 'account_attempt',
      text: `UPDATE account SET failed_attempts = failed_attempts + 1
             WHERE account_id = $1 AND (locked_until IS NULL OR locked_until <= $2) RETURNING failed_attempts AS attempts`,
      values: [accountId, now],
    });
    return result?.rows[0]?.attempts ?? null;
  }

  async lock(accountId: string, until: Date): Promise<void> {
    await this.database.run(PLATFORM_SCOPE, {
      name: 'account_lock',
      text: 'UPDATE account SET locked_until = $2 WHERE account_id = $1',
      values: [accountId, until],
    });
  }

  async list(now: Date, after: string | null, limit: number): Promise<StoredAccount[]> {
    const [result] = await this.database.run<StoredAccount>(PLATFORM_SCOPE, {
      name: 'account_list',
      text: `${SELECT} WHERE $2::uuid IS NULL OR a.account_id > $2 ORDER BY a.account_id LIMIT $3`,
      values: [now, after, limit],
    });
    return result?.rows ?? [];
  }

  /** The accounts with a grant on the facility. */
  async listOfFacility(facilityId: string, now: Date): Promise<StoredAccount[]> {
    const [result] = await this.database.run<StoredAccount>(PLATFORM_SCOPE, {
      name: 'account_list_of_facility',
      text: `${SELECT} WHERE EXISTS (SELECT FROM account_grant g WHERE g.account_id = a.account_id
               AND g.scope_kind = 'facility' AND g.scope_id = $2 AND g.revoked_at IS NULL) ORDER BY a.account_id`,
      values: [now, facilityId],
    });
    return result?.rows ?? [];
  }

  private async first(name: string, where: string, values: Statement['values']): Promise<StoredAccount | null> {
    const [result] = await this.database.run<StoredAccount>(PLATFORM_SCOPE, {
      name,
      text: `${SELECT} WHERE ${where}`,
      values,
    });
    return result?.rows[0] ?? null;
  }
}
