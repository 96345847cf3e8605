import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { projectRoot } from '../project-root';

/** The database roles, one per channel (ADR 0006). The owner of the schema never serves requests. */
export const DATABASE_ROLES = [
  'luutru_migrator',
  'luutru_app',
  'luutru_worker',
  'luutru_authority',
  /** Changes keys and ends retention; taken on by the command line only, and never logged in as. */
  'luutru_keeper',
] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

export interface PrepareOptions {
  /** A connection that may create roles and extensions, to the database to prepare. */
  readonly adminUrl: string;
  /** Passwords of the roles that log in; a role without one keeps what it has. */
  readonly rolePasswords: Partial<Record<DatabaseRole, string>>;
}

const ROLE_LOCK = 7_305_001;

/** Brings a database to the newest schema: roles, extensions, then migrations as `luutru_migrator`. Safe to repeat. */
export async function prepareDatabase({ adminUrl, rolePasswords }: PrepareOptions): Promise<void> {
  await prepareRoles(adminUrl, rolePasswords);
  const dataSource = await new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations: [join(projectRoot(), __filename.endsWith('.ts') ? 'migrations/*.ts' : 'dist/migrations/*.js')],
    migrationsTransactionMode: 'each',
    extra: { max: 1, options: '-c role=luutru_migrator' },
  }).initialize();
  try {
    await dataSource.runMigrations();
    await dataSource.query(`SELECT ensure_month_partitions((current_date - interval '3 months')::date, 6)`);
  } finally {
    await dataSource.destroy();
  }
}

async function prepareRoles(adminUrl: string, passwords: PrepareOptions['rolePasswords']): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [ROLE_LOCK]);
    const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
      [...DATABASE_ROLES],
    ]);
    const existing = new Set(rows.map((row) => row.rolname));
    for (const role of DATABASE_ROLES) {
      if (!existing.has(role))
        await client.query(`CREATE ROLE ${role} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`);
      const password = passwords[role];
      if (password) await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    const database = client.escapeIdentifier(client.database ?? '');
    await client.query('GRANT luutru_migrator, luutru_keeper TO CURRENT_USER');
    await client.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await client.query('GRANT USAGE, CREATE ON SCHEMA public TO luutru_migrator');
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${DATABASE_ROLES.join(', ')}`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
