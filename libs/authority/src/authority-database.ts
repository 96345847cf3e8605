import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ConfigError, Database, type DatabaseLimits, NO_FACILITY, openDatabase } from '@luutru/platform';

/** How the masked views are reached. */
export interface AuthorityDatabaseOptions {
  /** Logs in as `luutru_authority`. */
  readonly url: string;
  readonly poolSize: number;
  readonly limits?: Partial<DatabaseLimits>;
}

const ROLE = 'luutru_authority';

/**
 * Connections of their own, under a role that can select nothing but the masked views (ADR 0030). Nothing that works on them
 * holds a key: what they return is all that an authority could ever get.
 */
@Injectable()
export class AuthorityDatabase implements OnApplicationShutdown {
  private constructor(private readonly opened: { readonly database: Database; readonly close: () => Promise<void> }) {}

  /** Throws `ConfigError` when the URL logs in as anybody else: it must be impossible to read past the views by mistake. */
  static async open({ url, poolSize, limits }: AuthorityDatabaseOptions): Promise<AuthorityDatabase> {
    const options = { url, poolSize, applicationName: 'luutru-api-authority', entities: [], ...(limits && { limits }) };
    const opened = await openDatabase(options);
    const [who] = await opened.database.run<{ role: string }>(NO_FACILITY, {
      name: 'authority_role',
      text: 'SELECT current_user::text AS role',
      values: [],
    });
    if (who?.rows[0]?.role !== ROLE) {
      await opened.close();
      throw new ConfigError([`AUTHORITY_DATABASE_URL must log in as ${ROLE}`]);
    }
    return new AuthorityDatabase(opened);
  }

  get views(): Database {
    return this.opened.database;
  }

  onApplicationShutdown(): Promise<void> {
    return this.opened.close();
  }
}
