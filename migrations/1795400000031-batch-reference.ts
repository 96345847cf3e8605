import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/**
 * The references that rows of a file have taken while it is only checked, as `idempotency` keeps them for real: the dry run
 * tells a row that says the same again from one that says something else under the same reference.
 */
export class BatchReference1795400000031 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE batch_reference (
        facility_id  uuid NOT NULL,
        batch_id     uuid NOT NULL,
        key_hash     bytea NOT NULL,
        request_hash bytea NOT NULL,
        PRIMARY KEY (facility_id, batch_id, key_hash),
        FOREIGN KEY (facility_id, batch_id) REFERENCES batch ON DELETE CASCADE
      );
      ALTER TABLE batch_reference ENABLE ROW LEVEL SECURITY;
      ALTER TABLE batch_reference FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_scope ON batch_reference TO luutru_app USING (${SCOPE}) WITH CHECK (${SCOPE});
      GRANT SELECT, INSERT, DELETE ON batch_reference TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE batch_reference');
  }
}
