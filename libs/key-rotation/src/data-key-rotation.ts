import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import {
  ACTIVE_KEY_AGE_MS,
  AppError,
  type Clock,
  type Database,
  type KeyRing,
  NO_FACILITY,
  type StoredDataKey,
  type Transaction,
} from '@luutru/platform';
import { keyPrefix, SEALED_COLUMNS, type SealedColumn } from './sealed-column';

const BATCH = 500;
/** Time for every process to notice that a key is retired, twice over. */
const SETTLED_MS = 2 * ACTIVE_KEY_AGE_MS;

/** A data key as the operator sees it; never the key itself. */
export interface DataKeyView {
  readonly keyId: number;
  readonly scope: string;
  readonly masterKeyId: number;
  readonly state: 'active' | 'retired' | 'destroyed';
}

export interface RotationOptions {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly clock: Clock;
  /** Told of progress after each batch. */
  readonly report: (line: string) => void;
}

type SealedRow = Record<string, string> & { readonly box: Buffer };

/** Changes master and data keys while everything runs. Each step is small, safe to break off and safe to repeat. */
export class DataKeyRotation {
  constructor(private readonly options: RotationOptions) {}

  async list(): Promise<DataKeyView[]> {
    return this.query(
      `SELECT key_id AS "keyId", scope, master_key_id AS "masterKeyId",
              CASE WHEN destroyed_at IS NOT NULL THEN 'destroyed' WHEN retired_at IS NOT NULL THEN 'retired' ELSE 'active' END AS state
       FROM data_key ORDER BY scope, key_id`,
    );
  }

  /** Wraps every data key with the master key in use. Returns how many were wrapped anew. */
  async rotateMaster(masterKeyId: number): Promise<number> {
    const stale = await this.query<StoredDataKey>(
      `SELECT key_id AS "keyId", scope, wrapped FROM data_key WHERE wrapped IS NOT NULL AND master_key_id <> $1 ORDER BY key_id`,
      [masterKeyId],
    );
    let done = 0;
    for (const stored of stale) {
      const next = this.options.keyRing.rewrap(stored);
      const [, changed] = await this.options.database.transaction(NO_FACILITY, (tx) =>
        tx.query<[unknown, number]>(
          'UPDATE data_key SET wrapped = $2, master_key_id = $3 WHERE key_id = $1 AND wrapped = $4',
          [stored.keyId, next.wrapped, next.masterKeyId, stored.wrapped],
        ),
      );
      done += changed;
      if (done % BATCH === 0) this.options.report(`${done}/${stale.length}`);
    }
    await this.options.database.transaction(NO_FACILITY, (tx) => this.record(tx, 'keys.rotate-master', { keys: done }));
    return done;
  }

  /**
   * Takes a new data key for a scope into use and seals again what the older ones sealed. Processes notice within a
   * minute; what they seal meanwhile with the old key is left for the next run. Returns how many values were sealed again.
   */
  async rotateData(scope: string): Promise<number> {
    await this.options.database.transaction(NO_FACILITY, async (tx) => {
      const next = this.options.keyRing.newKey(scope);
      const [, retired] = await tx.query<[unknown, number]>(
        'UPDATE data_key SET retired_at = $2 WHERE scope = $1 AND retired_at IS NULL AND destroyed_at IS NULL',
        [scope, this.options.clock.now()],
      );
      if (retired === 0) throw new AppError('scope-without-key', 'not-found', { scope });
      await tx.query('INSERT INTO data_key (scope, master_key_id, wrapped) VALUES ($1, $2, $3)', [
        scope,
        next.masterKeyId,
        next.wrapped,
      ]);
      await this.record(tx, 'keys.rotate-data', { scope });
    });
    return this.resealAll(scope);
  }

  /** Seals again what retired keys of the scope have sealed; the part of {@link rotateData} that can be repeated. */
  async resealAll(scope: string): Promise<number> {
    const retired = await this.query<{ keyId: number }>(
      `SELECT key_id AS "keyId" FROM data_key WHERE scope = $1 AND retired_at IS NOT NULL AND destroyed_at IS NULL`,
      [scope],
    );
    let done = 0;
    for (const column of columnsOf(scope)) {
      for (const { keyId } of retired) done += await this.reseal(column, keyId, scope);
    }
    return done;
  }

  /**
   * Destroys a retired key for good: what it sealed can never be read again.
   * @throws `key-in-use` while values need it or processes may still seal with it, `not-found`
   */
  async destroy(keyId: number): Promise<void> {
    const [key] = await this.query<{ scope: string; retiredAt: Date | null }>(
      'SELECT scope, retired_at AS "retiredAt" FROM data_key WHERE key_id = $1 AND destroyed_at IS NULL',
      [keyId],
    );
    if (!key) throw new AppError('not-found', 'not-found');
    const retiredFor = key.retiredAt ? this.options.clock.now().getTime() - key.retiredAt.getTime() : 0;
    const uses = await this.uses(keyId);
    if (!key.retiredAt || retiredFor < SETTLED_MS || uses > 0) {
      throw new AppError('key-in-use', 'conflict', { keyId, uses, retiredSeconds: Math.floor(retiredFor / 1000) });
    }
    await this.options.database.transaction(NO_FACILITY, (tx) => this.forget(tx, [keyId], key.scope));
  }

  /** How many values a key has sealed that are still there. */
  async uses(keyId: number): Promise<number> {
    let uses = 0;
    for (const { table, column } of SEALED_COLUMNS) {
      const [row] = await this.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM ${table} WHERE substring(${column} FROM 1 FOR 4) = $1`,
        [keyPrefix(keyId)],
      );
      uses += row?.count ?? 0;
    }
    return uses;
  }

  /** Erases keys within a transaction; whoever calls has made sure that nothing needs them. */
  async forget(tx: Transaction, keyIds: readonly number[], scope: string): Promise<void> {
    await tx.query(
      `UPDATE data_key SET wrapped = NULL, destroyed_at = $2, retired_at = coalesce(retired_at, $2)
       WHERE key_id = ANY($1) AND destroyed_at IS NULL`,
      [keyIds, this.options.clock.now()],
    );
    await this.record(tx, 'keys.destroy', { scope, keys: keyIds.map(String) });
  }

  async record(
    tx: Transaction,
    action: string,
    detail: Record<string, string | number | readonly string[]>,
  ): Promise<void> {
    await appendAudit(tx, {
      at: this.options.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: 'system', id: 'cli' },
      action,
      subjectKind: 'key',
      subjectId: null,
      requestId: null,
      detail,
    });
  }

  /** One walk along the primary key. Which key sealed a value is in the value, so a run that was broken off needs no memory. */
  private async reseal(column: SealedColumn, keyId: number, scope: string): Promise<number> {
    const { table, column: name, key } = column;
    const columns = key.map((part) => `${part}::text AS "${part}"`).join(', ');
    let last: readonly (string | undefined)[] | null = null;
    for (let done = 0; ;) {
      const after: string = last ? `AND (${key.join(', ')}) > (${key.map((_, at) => `$${at + 2}`).join(', ')})` : '';
      const rows: SealedRow[] = await this.query<SealedRow>(
        `SELECT ${columns}, ${name} AS box FROM ${table}
         WHERE substring(${name} FROM 1 FOR 4) = $1 ${after} ORDER BY ${key.join(', ')} LIMIT ${BATCH}`,
        [keyPrefix(keyId), ...(last ?? [])],
      );
      const final = rows.at(-1);
      if (!final) return done;
      await this.options.database.transaction(NO_FACILITY, async (tx) => {
        for (const row of rows) await this.resealRow(tx, column, scope, row);
      });
      done += rows.length;
      last = key.map((part) => final[part]);
      this.options.report(`${table}.${name}: ${done}`);
    }
  }

  private async resealRow(tx: Transaction, column: SealedColumn, scope: string, row: SealedRow): Promise<void> {
    const { table, column: name, key, rowId } = column;
    const { box } = row;
    const id = row[rowId] ?? '';
    const bound = column.boundTo ?? { table, column: name };
    const text = await this.options.keyRing.open(bound.table, bound.column, id, box);
    const sealed = await this.options.keyRing.seal(scope, bound.table, bound.column, id, text);
    const matches = key.map((part, at) => `${part} = $${at + 3}`).join(' AND ');
    // Whoever wrote meanwhile wins: the value is no longer the one that was read.
    await tx.query(`UPDATE ${table} SET ${name} = $1 WHERE ${name} = $2 AND ${matches}`, [
      sealed,
      box,
      ...key.map((part) => row[part]),
    ]);
  }

  private query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.options.database.transaction(NO_FACILITY, (tx) => tx.query<R[]>(text, [...values]));
  }
}

const columnsOf = (scope: string): readonly SealedColumn[] =>
  SEALED_COLUMNS.filter((column) => (column.month === null) === (scope === 'standing'));
