import { prepareDatabase } from '../../libs/platform/src/database/prepare-database';
import { TEST_ROLE_PASSWORDS } from './roles';

/** Migrations and reference data, as in a real installation. */
export async function prepareTemplate(adminUrl: string): Promise<void> {
  await prepareDatabase({ adminUrl, rolePasswords: TEST_ROLE_PASSWORDS });
}
