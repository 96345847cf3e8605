import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Auditors read the trail through the API: rows show only in a transaction whose scope says so. */
export class AuditReading1795400000017 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE POLICY auditor_read ON audit_entry FOR SELECT TO luutru_app
        USING ((SELECT current_setting('app.audit', true)) = 'on');
      GRANT SELECT ON audit_entry TO luutru_app;
      CREATE INDEX audit_entry_time ON audit_entry USING brin (at);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP INDEX audit_entry_time;
      REVOKE SELECT ON audit_entry FROM luutru_app;
      DROP POLICY auditor_read ON audit_entry;
    `);
  }
}
