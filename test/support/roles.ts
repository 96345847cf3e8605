import type { DatabaseRole } from '../../libs/platform/src/database/prepare-database';

/** Passwords of the database roles on the tests' own server. */
export const TEST_ROLE_PASSWORDS: Record<DatabaseRole, string> = {
  luutru_migrator: 'test-migrator',
  luutru_app: 'test-app',
  luutru_worker: 'test-worker',
  luutru_authority: 'test-authority',
  luutru_keeper: 'test-keeper',
};

export const TEST_SUPERUSER_PASSWORD = 'test-superuser';

/** Every test database is a copy of this one. */
export const TEMPLATE_DATABASE = 'luutru_template';
