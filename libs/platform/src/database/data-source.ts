import type { DataSourceOptions } from 'typeorm';

type EntityClass = new () => object;

export interface DatabaseModuleOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  /** Taken on right after connecting; the login role must be a member of it. */
  readonly role?: string;
  readonly entities: readonly EntityClass[];
  readonly limits?: Partial<DatabaseLimits>;
}

/** How long the database may keep anybody waiting; milliseconds. Whatever takes longer fails as `database-unavailable`. */
export interface DatabaseLimits {
  /** Waiting for a connection, whether a new one or one that others hold. */
  readonly connectMs: number;
  /** One statement. */
  readonly statementMs: number;
  /** One statement waiting for a lock: less, because whoever waits for a lock holds a connection for nothing. */
  readonly lockMs: number;
}

export const DATABASE_LIMITS: DatabaseLimits = { connectMs: 3_000, statementMs: 15_000, lockMs: 5_000 };

/** What a silent server is given beyond the statement itself before the connection is thrown away. */
const SILENCE_MS = 3_000;

/** TypeORM options of a running process. The schema is made by migrations only: nothing here ever alters it. */
export function databaseOptions(options: DatabaseModuleOptions): DataSourceOptions {
  const { connectMs, statementMs, lockMs } = { ...DATABASE_LIMITS, ...options.limits };
  return {
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    synchronize: false,
    migrationsRun: false,
    logging: false,
    extra: {
      max: options.poolSize,
      application_name: options.applicationName,
      pipeline: true,
      ...(options.role && { options: `-c role=${options.role}` }),
      connectionTimeoutMillis: connectMs,
      statement_timeout: statementMs,
      lock_timeout: lockMs,
      idle_in_transaction_session_timeout: statementMs,
      query_timeout: statementMs + SILENCE_MS,
      keepAlive: true,
    },
    // An idle connection that the server closes is replaced by the pool; the failure shows when a request needs it.
    poolErrorHandler: () => undefined,
  };
}
