import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTS = { room: 'beds', department: 'name, beds', vehicle: 'seats' };

/** Owners change what their facility consists of: everybody may read it, only the facility itself may write it. */
export class FacilityProfile1795400000018 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(PARTS)) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY read_all ON ${table} FOR SELECT TO luutru_app, luutru_worker USING (true);
        CREATE POLICY owner_all ON ${table} TO luutru_migrator USING (true) WITH CHECK (true);
        CREATE POLICY facility_scope ON ${table} TO luutru_app
          USING (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]))
          WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));
        GRANT UPDATE (${columns}), DELETE ON ${table} TO luutru_app;
      `);
    }
    await q.query('GRANT UPDATE (name) ON facility TO luutru_app');
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of Object.keys(PARTS)) {
      await q.query(`
        REVOKE UPDATE, DELETE ON ${table} FROM luutru_app;
        DROP POLICY facility_scope ON ${table}; DROP POLICY owner_all ON ${table}; DROP POLICY read_all ON ${table};
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
      `);
    }
    await q.query('REVOKE UPDATE (name) ON facility FROM luutru_app');
  }
}
