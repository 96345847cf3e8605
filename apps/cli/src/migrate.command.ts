import { Client } from 'pg';
import { prepareDatabase } from '@luutru/platform';
import { loadReferenceData } from '@luutru/reference-data';
import { readMigrateConfig } from './cli.config';

/** Brings the database to the newest schema and reference data. Safe to repeat; run before the new version starts. */
export async function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readMigrateConfig(env);
  await prepareDatabase({
    adminUrl: config.MIGRATOR_DATABASE_URL,
    rolePasswords: {
      luutru_app: config.LUUTRU_APP_PASSWORD,
      luutru_worker: config.LUUTRU_WORKER_PASSWORD,
      luutru_authority: config.LUUTRU_AUTHORITY_PASSWORD,
    },
  });
  const client = new Client({ connectionString: config.MIGRATOR_DATABASE_URL, options: '-c role=luutru_migrator' });
  await client.connect();
  try {
    const outcome = await loadReferenceData(client);
    process.stdout.write(`Schema is up to date; reference data ${outcome}.\n`);
  } finally {
    await client.end();
  }
}
