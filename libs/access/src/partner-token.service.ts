import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, type Transaction, uuidV7 } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { AccessService } from './access.service';
import type { StoredAccount } from './account.record';
import { AccountRepository, PLATFORM_SCOPE } from './account.repository';
import { type Principal, reachOf } from './domain/principal';
import { needsSecondFactor, resolveGrant } from './grants';
import { SignInService } from './sign-in.service';

/** What is told of a pair of tokens, once. */
export interface PartnerTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessUntil: Date;
  /** The facilities that both the user and the client act for. */
  readonly facilityIds: readonly string[];
  readonly clientId: string;
}

interface TokenRow {
  readonly tokenId: string;
  readonly familyId: string;
  readonly accountId: string;
  readonly apiKeyId: string;
  readonly accessUntil: Date;
  readonly refreshUntil: Date;
  readonly refreshedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Begins the text of every access token, to tell it from an API key. */
export const PARTNER_TOKEN_PREFIX = 'pt_';
const ACCESS_MS = 30 * 60_000;
const REFRESH_MS = 7 * 86_400_000;

/**
 * Tokens as clients of the national portal expect them: software shows its key, a facility's user name and password, and
 * gets a token for what both may do. A token ends with the key, the delegation, the account or its grants.
 */
@Injectable()
export class PartnerTokenService {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly signIn: SignInService,
    private readonly accounts: AccountRepository,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Throws `credentials-invalid` for the client, `sign-in-refused` for the user; also for users who need a second factor or
   * a new password, whom a password alone must not let in.
   */
  async issue(given: {
    readonly key: string;
    readonly username: string;
    readonly password: string;
    readonly address: string;
    readonly requestId: string;
  }): Promise<PartnerTokens> {
    const { principal: client } = await this.access.authenticate(given.key, given.address);
    const account = await this.signIn.check(given);
    const facilityIds = this.facilitiesOf(client, account);
    const barred = account.mustChangePassword || needsSecondFactor(account.grants.map(({ role }) => role));
    if (barred || account.totpConfirmedAt || facilityIds.length === 0) {
      throw new AppError('sign-in-refused', 'unauthenticated');
    }
    const now = this.clock.now();
    return this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      await tx.query('UPDATE account SET failed_attempts = 0, last_signed_in_at = $2 WHERE account_id = $1', [
        account.accountId,
        now,
      ]);
      return this.store(tx, uuidV7(now), account.accountId, client.id, facilityIds, given.requestId);
    });
  }

  /** A new pair for a refresh token, which counts once: shown again, it ends the whole line of tokens. Throws `credentials-invalid`. */
  async refresh(refreshToken: string, address: string, requestId: string): Promise<PartnerTokens> {
    const now = this.clock.now();
    const row = await this.find('refresh_hash', refreshToken);
    if (row?.refreshedAt) await this.end(row, requestId, 'token.reuse');
    if (!row || row.revokedAt || row.refreshUntil <= now) throw invalid();
    const { facilityIds } = await this.holders(row, address);
    return this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      const [, taken] = await tx.query<[unknown, number]>(
        'UPDATE partner_token SET refreshed_at = $2, revoked_at = $2 WHERE token_id = $1 AND refreshed_at IS NULL',
        [row.tokenId, now],
      );
      if (taken === 0) throw invalid();
      return this.store(tx, row.familyId, row.accountId, row.apiKeyId, facilityIds, requestId);
    });
  }

  /** Ends the tokens that came of one sign-in; an unknown token ends nothing. */
  async revoke(accessToken: string, requestId: string): Promise<void> {
    const row = await this.find('access_hash', accessToken);
    if (row) await this.end(row, requestId, 'token.revoke');
  }

  /** Who calls with an access token. Throws `credentials-invalid`. */
  async authenticate(accessToken: string, address: string): Promise<Principal> {
    const row = await this.find('access_hash', accessToken);
    if (!row || row.revokedAt || row.accessUntil <= this.clock.now()) throw invalid();
    const { facilityIds } = await this.holders(row, address);
    const grant = { role: null, permissions: new Set(['stay.declare'] as const), reach: { facilityIds, areas: [] } };
    return { kind: 'person', id: row.accountId, grants: [grant], ownIndexes: [] };
  }

  private async holders(row: TokenRow, address: string): Promise<{ facilityIds: readonly string[] }> {
    const [client, account] = await Promise.all([
      this.access.recall(row.apiKeyId, address),
      this.accounts.find(row.accountId, this.clock.now()),
    ]);
    if (!client || !account || account.disabledAt) throw invalid();
    const facilityIds = this.facilitiesOf(client, account);
    if (facilityIds.length === 0) throw invalid();
    return { facilityIds };
  }

  private facilitiesOf(client: Principal, account: StoredAccount): readonly string[] {
    const grants = account.grants.map((grant) => resolveGrant(grant, this.reference.adminUnits));
    const user: Principal = { kind: 'person', id: account.accountId, grants, ownIndexes: [] };
    const theirs = new Set(reachOf(user, 'stay.declare').facilityIds);
    return reachOf(client, 'stay.declare').facilityIds.filter((id) => theirs.has(id));
  }

  private async store(
    tx: Transaction,
    familyId: string,
    accountId: string,
    apiKeyId: string,
    facilityIds: readonly string[],
    requestId: string,
  ): Promise<PartnerTokens> {
    const now = this.clock.now();
    const accessToken = PARTNER_TOKEN_PREFIX + randomBytes(32).toString('base64url');
    const refreshToken = randomBytes(32).toString('base64url');
    const accessUntil = new Date(now.getTime() + ACCESS_MS);
    await tx.query(
      `INSERT INTO partner_token (token_id, family_id, access_hash, refresh_hash, account_id, api_key_id, issued_at,
                                  access_until, refresh_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        uuidV7(now),
        familyId,
        hashOf(accessToken),
        hashOf(refreshToken),
        accountId,
        apiKeyId,
        now,
        accessUntil,
        new Date(now.getTime() + REFRESH_MS),
      ],
    );
    await this.audit(tx, accountId, requestId, 'token.issue', apiKeyId);
    return { accessToken, refreshToken, accessUntil, facilityIds, clientId: apiKeyId };
  }

  private async end(row: TokenRow, requestId: string, action: string): Promise<void> {
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      await tx.query('UPDATE partner_token SET revoked_at = $2 WHERE family_id = $1 AND revoked_at IS NULL', [
        row.familyId,
        this.clock.now(),
      ]);
      await this.audit(tx, row.accountId, requestId, action, row.apiKeyId);
    });
  }

  private async audit(tx: Transaction, accountId: string, requestId: string, action: string, key: string) {
    await appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: 'person', id: accountId },
      action,
      subjectKind: 'account',
      subjectId: accountId,
      requestId,
      detail: { key },
    });
  }

  private async find(column: 'access_hash' | 'refresh_hash', token: string): Promise<TokenRow | null> {
    const [result] = await this.database.run<TokenRow & { tokenId: string }>(PLATFORM_SCOPE, {
      name: `partner_token_by_${column}`,
      text: `SELECT token_id AS "tokenId", family_id AS "familyId", account_id AS "accountId", api_key_id AS "apiKeyId",
                    access_until AS "accessUntil", refresh_until AS "refreshUntil", refreshed_at AS "refreshedAt",
                    revoked_at AS "revokedAt" FROM partner_token WHERE ${column} = $1`,
      values: [hashOf(token)],
    });
    return result?.rows[0] ?? null;
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const invalid = (): AppError => new AppError('credentials-invalid', 'unauthenticated');
