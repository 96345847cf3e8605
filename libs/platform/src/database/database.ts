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

/** A transaction of prepared statements only. What is asked at once is sent at once, and done in the order it was asked. */
export interface Exchange {
  ask<R extends QueryResultRow>(statement: Statement): Promise<R[]>;
}

const FACILITIES_SQL = `SELECT set_config('app.facility_ids', $1, true)`;
const SCOPE_SQL = `SELECT set_config('app.facility_ids', $1, true), set_config('app.areas', $2, true),
  set_config('app.places', $3, true), set_config('app.own_indexes', $4, true), set_config('app.audit', $5, true),
  set_config('app.delivery_admin', $6, true)`;
const WATCH_SCOPE_SQL = `${SCOPE_SQL}, set_config('app.desks', $7, true), set_config('app.list_units', $8, true)`;
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
    return this.withClient((client) => this.pipeline<R>(client, [scopeStatement, ...statements]));
  }

  /** Lends a connection; one that was lost is thrown away. */
  private async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.connect();
    // A connection lost in the middle says so twice: to the statement, and as an event that would end the process.
    let broken: Error | undefined;
    const onLost = (error: Error): void => void (broken = error);
    client.on('error', onLost);
    try {
      return await work(client);
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

  /**
   * Runs work as one transaction of prepared statements. BEGIN and the scope leave together with what the work asks first, so
   * that it waits for the database once for each lot of statements, and once for the COMMIT.
   */
  async exchange<T>(scope: AccessScope, work: (exchange: Exchange) => Promise<T>): Promise<T> {
    const setting = scopeSetting(scope);
    return this.withClient(async (client) => {
      const ask = async <R extends QueryResultRow>(statement: Statement): Promise<R[]> => {
        assertSendable(statement);
        const { name, text, values } = statement;
        return (await client.query<R>({ name, text, values: [...values] })).rows;
      };
      const begun = Promise.all([client.query('BEGIN'), ask(setting)]);
      // Whatever is asked after a failure is refused because of it: the first failure is the one to be told.
      const failure = begun.then(
        () => null,
        (error: unknown) => error,
      );
      try {
        const value = await work({ ask });
        await begun;
        const { command } = await client.query('COMMIT');
        if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
        return value;
      } catch (error) {
        const first = (await failure) ?? error;
        await client.query('ROLLBACK');
        throw first;
      }
    });
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
  const values = [facilities, JSON.stringify(areas.map(placesOf)), placeKeys(areas), own, on(audit), on(deliveryAdmin)];
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

/**
 * The same areas as a set of keys, by which the place of one facility is found without listing those of the area: `w` ward,
 * `f` former commune or `z` zone, with the kind where an area has not all of them.
 */
function placeKeys(areas: readonly AreaScope[]): string {
  const keys: Record<string, 1> = {};
  for (const { wardIds, formerWardIds, zoneIds, kinds } of areas) {
    const places = [
      ...wardIds.map((id) => `w${id}`),
      ...formerWardIds.map((id) => `f${id}`),
      ...zoneIds.map((id) => `z${id}`),
    ];
    for (const place of places)
      for (const kind of kinds ?? [null]) keys[kind === null ? place : `${place}:${kind}`] = 1;
  }
  return JSON.stringify(keys);
}

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
