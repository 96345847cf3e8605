import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row security is forced on the owner too, who verifies the seals and must read what they cover. */
export class AuditVerify1795400000008 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('CREATE POLICY read_owner ON audit_entry FOR SELECT TO luutru_migrator USING (true)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP POLICY read_owner ON audit_entry');
  }
}
