import type { PoolClient, QueryResultRow } from 'pg';
import type { Exchange, Transaction } from './database';
import type { Statement } from './statement';

/** Where a prepared statement can be run. */
export type StatementTarget = Transaction | Exchange;

/** Runs a prepared statement within a transaction: PostgreSQL plans it once per connection, which over many partitions counts. */
export async function runIn<R extends QueryResultRow>(tx: StatementTarget, statement: Statement): Promise<R[]> {
  if ('ask' in tx) return tx.ask<R>(statement);
  if (!tx.queryRunner) throw new Error('Not within a transaction');
  const client = (await tx.queryRunner.connect()) as PoolClient;
  const { name, text, values } = statement;
  return (await client.query<R>({ name, text, values: [...values] })).rows;
}
