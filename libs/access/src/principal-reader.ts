import { type Database, NO_FACILITY } from '@luutru/platform';
import type { StoredGrant } from './account.record';
import type { Principal } from './domain/principal';
import type { UnitTrees } from './domain/unit-area';
import { LIVE_GRANTS } from './grant.statement';
import { resolveGrant } from './grants';

/**
 * What somebody may at a moment, for work that is done for them while they are away. Nothing of the person is read.
 * @returns null for an account that is not there or was disabled
 */
export async function principalAt(
  database: Database,
  units: UnitTrees,
  accountId: string,
  now: Date,
): Promise<Principal | null> {
  const [result] = await database.run<{ grants: StoredGrant[] }>(NO_FACILITY, {
    name: 'principal_at',
    text: `SELECT ${LIVE_GRANTS} AS grants FROM account a WHERE a.account_id = $2 AND a.disabled_at IS NULL`,
    values: [now, accountId],
  });
  const row = result?.rows[0];
  if (!row) return null;
  return {
    kind: 'person',
    id: accountId,
    grants: row.grants.map((grant) => resolveGrant(grant, units)),
    ownIndexes: [],
  };
}
