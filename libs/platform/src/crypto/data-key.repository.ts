import { NO_FACILITY } from '../database/access-scope';
import type { Database } from '../database/database';
import type { Statement } from '../database/statement';
import type { DataKeyStore, StoredDataKey } from './key-ring';

const COLUMNS = 'key_id AS "keyId", scope, wrapped';

/** Wrapped data keys in PostgreSQL. */
export class DataKeyRepository implements DataKeyStore {
  constructor(private readonly database: Database) {}

  async findActive(scope: string): Promise<StoredDataKey | null> {
    return this.first({
      name: 'data_key_active',
      text: `SELECT ${COLUMNS} FROM data_key WHERE scope = $1 AND retired_at IS NULL AND destroyed_at IS NULL`,
      values: [scope],
    });
  }

  async findById(keyId: number): Promise<StoredDataKey | null> {
    return this.first({
      name: 'data_key_by_id',
      text: `SELECT ${COLUMNS} FROM data_key WHERE key_id = $1`,
      values: [keyId],
    });
  }

  async insertActive(scope: string, masterKeyId: number, wrapped: Buffer): Promise<StoredDataKey> {
    await this.database.run(NO_FACILITY, {
      name: 'data_key_insert',
      text: `INSERT INTO data_key (scope, master_key_id, wrapped) VALUES ($1, $2, $3)
             ON CONFLICT (scope) WHERE retired_at IS NULL AND destroyed_at IS NULL DO NOTHING`,
      values: [scope, masterKeyId, wrapped],
    });
    const stored = await this.findActive(scope);
    if (!stored) throw new Error('The data key just stored is gone');
    return stored;
  }

  private async first(statement: Statement): Promise<StoredDataKey | null> {
    const [result] = await this.database.run<StoredDataKey>(NO_FACILITY, statement);
    return result?.rows[0] ?? null;
  }
}
