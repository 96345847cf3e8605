import { Client } from 'pg';
import { prepareDatabase } from '../../libs/platform/src/database/prepare-database';
import { loadReferenceData } from '../../libs/reference-data/src/reference-data.loader';
import { TEST_ROLE_PASSWORDS } from './roles';

/** Migrations and reference data as in a real installation, with partitions around the day the tests live on. */
export async function prepareTemplate(adminUrl: string): Promise<void> {
  await prepareDatabase({ adminUrl, rolePasswords: TEST_ROLE_PASSWORDS });
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await loadReferenceData(client);
    await client.query(`SELECT ensure_month_partitions('2026-08-01', 8)`);
    // Most tests run no worker: what they read counts as sealed.
    await client.query(`UPDATE audit_sealer SET checked_at = 'infinity'`);
  } finally {
    await client.end();
  }
}
