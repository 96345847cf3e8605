import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { toDatabaseError } from './database-error';

/** The facilities that stand in one of the wards or zones and are of one of the kinds (null: any kind). */
export interface AreaScope {
  readonly wardIds: readonly string[];
  readonly formerWardIds: readonly string[];
  readonly zoneIds: readonly string[];
  readonly kinds: readonly string[] | null;
}

/**
 * Whose rows a piece of work may touch; row-level security enforces it (ADR 0006). Writing takes `facilityIds`; the others
 * only show: rows of facilities in an area, and rows about the person whose number has one of the fingerprints.
 */
export interface AccessScope {
  readonly facilityIds: readonly string[];
  readonly areas?: readonly AreaScope[];
  readonly ownIndexes?: readonly Buffer[];
  /** Shows the audit trail; for auditors only. */
  readonly audit?: true;
  /** Shows events on their way to other systems, of all facilities, and lets them be put back (ADR 0022). */
  readonly deliveryAdmin?: true;
  /** Shows the alerts of duty desks: an area and the level of the desk in each. */
  readonly desks?: readonly DeskScope[];
  /** Shows the watch-lists that belong to these administrative units, and lets them be changed. */
  readonly listUnits?: readonly string[];
}

/** An area and how high up the desk is that is responsible for it: 0 ward, 1 supervisor, 2 province. */
export interface DeskScope extends AreaScope {
  readonly level: number;
}

/** No facility at all: reference data and platform tables only. */
export const NO_FACILITY: AccessScope = { facilityIds: [] };

export type SqlValue =
  string | number | boolean | Date | Buffer | null | readonly (string | number | null)[] | readonly Buffer[];

/** A prepared statement. `name` is unique per text: PostgreSQL plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Work inside one transaction; passed on explicitly, so that leaving it out is visible. */
export type Transaction = EntityManager;

const FACILITIES_SQL = `SELECT set_config('app.facility_ids', $1, true)`;
const SCOPE_SQL = `SELECT set_config('app.facility_ids', $1, true), set_config('app.areas', $2, true),
  set_config('app.own_indexes', $3, true), set_config('app.audit', $4, true), set_config('app.delivery_admin', $5, true)`;
const WATCH_SCOPE_SQL = `${SCOPE_SQL}, set_config('app.desks', $6, true), set_config('app.list_units', $7, true)`;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The only way to PostgreSQL: every piece of work is a transaction whose first statement sets the access scope. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs statements as one transaction in one network round trip: BEGIN, scope, statements and COMMIT leave together and
   * the answers come back together. When a statement fails, PostgreSQL turns the COMMIT into a ROLLBACK.
   * @returns the result of each statement, in order
   */
  async run<R extends QueryResultRow = QueryResultRow>(
    scope: AccessScope,
    ...statements: readonly Statement[]
  ): Promise<QueryResult<R>[]> {
    statements.forEach(assertSendable);
    const scopeStatement = scopeSetting(scope);
    const client = await this.connect();
    // A connection lost in the middle says so twice: to the statement, and as an event that would end the process.
    let broken: Error | undefined;
    const onLost = (error: Error): void => void (broken = error);
    client.on('error', onLost);
    try {
      return await this.pipeline<R>(client, [scopeStatement, ...statements]);
    } catch (error) {
      const failure = toDatabaseError(error);
      if (failure.connectionLost) broken = failure.error;
      throw failure.error;
    } finally {
      client.removeListener('error', onLost);
      client.release(broken);
    }
  }

  /** Runs interactive work in one transaction; for the paths where a round trip more does not matter. */
  async transaction<T>(scope: AccessScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { text, values } = scopeSetting(scope);
    try {
      return await this.dataSource.transaction(async (tx) => {
        await tx.query(text, [...values]);
        return work(tx);
      });
    } catch (error) {
      throw toDatabaseError(error).error;
    }
  }

  /** Connections of this process: open, idle, and pieces of work that wait for one. */
  connections(): { readonly size: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { size: totalCount, idle: idleCount, waiting: waitingCount };
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  private async pipeline<R extends QueryResultRow>(
    client: PoolClient,
    statements: readonly Statement[],
  ): Promise<QueryResult<R>[]> {
    const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
    stream.cork();
    const pending = [
      client.query('BEGIN'),
      ...statements.map((s) => client.query<R>({ name: s.name, text: s.text, values: [...s.values] })),
      client.query('COMMIT'),
    ];
    stream.uncork();
    const settled = await Promise.allSettled(pending);
    const failed = settled.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    const results = settled.map((outcome) => (outcome as PromiseFulfilledResult<QueryResult<R>>).value);
    if (results.at(-1)?.command !== 'COMMIT') throw new Error('The transaction was rolled back');
    return results.slice(2, -1);
  }

  private async connect(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw toDatabaseError(error).error;
    }
  }
}

/** Settings are local to the transaction, so what a scope leaves out is empty. */
function scopeSetting(scope: AccessScope): Statement {
  const { facilityIds, areas = [], ownIndexes = [], audit, deliveryAdmin, desks = [], listUnits = [] } = scope;
  for (const id of facilityIds) if (!UUID.test(id)) throw new Error('A facility id of the scope is not a UUID');
  const facilities = `{${facilityIds.join(',')}}`;
  const watching = desks.length > 0 || listUnits.length > 0;
  if (areas.length === 0 && ownIndexes.length === 0 && !audit && !deliveryAdmin && !watching) {
    return { name: 'scope_facilities', text: FACILITIES_SQL, values: [facilities] };
  }
  const own = `{${ownIndexes.map((index) => `"\\\\x${index.toString('hex')}"`).join(',')}}`;
  const on = (wanted: true | undefined): string => (wanted ? 'on' : '');
  const values = [facilities, JSON.stringify(areas.map(placesOf)), own, on(audit), on(deliveryAdmin)];
  if (!watching) return { name: 'scope', text: SCOPE_SQL, values };
  const levels =
    desks.length === 0 ? '' : JSON.stringify(desks.map((desk) => ({ ...placesOf(desk), level: desk.level })));
  return { name: 'scope_watch', text: WATCH_SCOPE_SQL, values: [...values, levels, textArray(listUnits)] };
}

const placesOf = ({ wardIds, formerWardIds, zoneIds, kinds }: AreaScope): object => ({
  wards: wardIds,
  formerWards: formerWardIds,
  zones: zoneIds,
  kinds,
});

/** Empty where there is none, so that the setting reads as unset. */
const textArray = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `{${texts.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

/** A value the driver cannot encode would be left out of the pipeline while its COMMIT still goes through: refuse it first. */
function assertSendable(statement: Statement): void {
  statement.values.forEach((value, index) => {
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!elements.every(isScalar))
      throw new Error(`Statement ${statement.name}: parameter ${index + 1} cannot be sent`);
  });
}

const isScalar = (value: unknown): boolean =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  Buffer.isBuffer(value) ||
  (value instanceof Date && !Number.isNaN(value.getTime()));
