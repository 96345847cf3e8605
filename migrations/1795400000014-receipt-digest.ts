import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The signed digest of each facility's day, kept as it was first made. */
export class ReceiptDigest1795400000014 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE receipt_digest (
        facility_id uuid NOT NULL REFERENCES facility,
        day         date NOT NULL,
        digest      text NOT NULL,
        entries     jsonb NOT NULL,
        made_at     timestamptz NOT NULL,
        PRIMARY KEY (facility_id, day)
      );
      ALTER TABLE receipt_digest ENABLE ROW LEVEL SECURITY;
      ALTER TABLE receipt_digest FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_scope ON receipt_digest TO luutru_app
        USING (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]))
        WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));
      GRANT SELECT, INSERT ON receipt_digest TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE receipt_digest');
  }
}
