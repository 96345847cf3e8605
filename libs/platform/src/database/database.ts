import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { type AccessScope, scopeSetting } from './access-scope';
import { toDatabaseError } from './database-error';
import type { Statement } from './statement';

/** Work inside one transaction; passed on explicitly, so that leaving it out is visible. */
export type Transaction = EntityManager;

/** A transaction of prepared statements only. What is asked at once is sent at once, and done in the order it was asked. */
export interface Exchange {
  ask<R extends QueryResultRow>(statement: Statement): Promise<R[]>;
}

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
