import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import { OPTIONS, type PopulationMockOptions } from '../options';
import { SCHEMA } from './schema';

const SCHEMA_LOCK = 7_305_101;
const CONNECTIONS = 16;

/** The stand-in's own connections. A statement that returned is committed and flushed. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(@Inject(OPTIONS) { databaseUrl, logger }: PopulationMockOptions) {
    this.pool = new Pool({
      connectionString: databaseUrl,
      max: CONNECTIONS,
      connectionTimeoutMillis: 10_000,
      options: '-c synchronous_commit=on -c statement_timeout=30000',
      application_name: 'population-mock',
    });
    // Without a listener a connection lost while idle would end the process.
    this.pool.on('error', (error: Error & { code?: string }) =>
      logger.warn({ code: error.code }, 'database connection lost'),
    );
  }

  /** Makes the schema; several instances may start at once. */
  async prepare(): Promise<void> {
    await this.transaction(`SELECT pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA}`);
  }

  query<R extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<R>> {
    return this.pool.query<R>(query);
  }

  /** Several statements without parameters, all or nothing: PostgreSQL runs one message of them as one transaction. */
  async transaction(statements: string): Promise<QueryResult[]> {
    const results: unknown = await this.pool.query(statements);
    return results as QueryResult[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
