import { Injectable } from '@nestjs/common';
import { Database, KeyRing } from '@luutru/platform';
import { ACCOUNT_SEAL, type AccountIdentity } from './account.record';
import { PLATFORM_SCOPE } from './account.repository';

/** Who an account is, for colleagues who see what it did. Whoever asks has made sure that they may see the deed. */
@Injectable()
export class AccountNames {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /** Display names by account; accounts that are gone, and nulls, are left out. */
  async of(accountIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(accountIds.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.transaction(PLATFORM_SCOPE, (tx) =>
      tx.query<{ accountId: string; identity: Buffer }[]>(
        `SELECT account_id AS "accountId", identity_sealed AS identity FROM account WHERE account_id::text = ANY($1)`,
        [wanted],
      ),
    );
    const named = rows.map(async ({ accountId, identity }): Promise<[string, string]> => {
      const text = await this.keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, accountId, identity);
      return [accountId, (JSON.parse(text) as AccountIdentity).displayName];
    });
    return new Map(await Promise.all(named));
  }
}
