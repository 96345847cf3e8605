import type { DataSourceOptions } from 'typeorm';

type EntityClass = new () => object;

export interface DatabaseModuleOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  /** Taken on right after connecting; the login role must be a member of it. */
  readonly role?: string;
  readonly entities: readonly EntityClass[];
}

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;

/** TypeORM options of a running process. The schema is made by migrations only: nothing here ever alters it. */
export function databaseOptions(options: DatabaseModuleOptions): DataSourceOptions {
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
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
      keepAlive: true,
    },
    // An idle connection that the server closes is replaced by the pool; the failure shows when a request needs it.
    poolErrorHandler: () => undefined,
  };
}
