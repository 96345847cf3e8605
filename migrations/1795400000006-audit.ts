import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Append-only record of every change and every sensitive read. facility_id is the nil UUID for entries of the platform
 * itself; xact tells a sealer which entries are older than the oldest running transaction.
 */
export class Audit1795400000006 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE audit_entry (
        facility_id  uuid NOT NULL,
        at           timestamptz NOT NULL,
        audit_id     uuid NOT NULL,
        xact         xid8 NOT NULL DEFAULT pg_current_xact_id(),
        actor_kind   text NOT NULL CHECK (actor_kind IN ('api-key', 'person', 'system')),
        actor_id     text NOT NULL,
        action       text NOT NULL,
        subject_kind text NOT NULL,
        subject_id   uuid,
        request_id   text,
        purpose      text,
        row_count    integer,
        detail       jsonb,
        PRIMARY KEY (facility_id, at, audit_id)
      ) PARTITION BY RANGE (at);

      ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
      CREATE POLICY append ON audit_entry FOR INSERT TO luutru_app
        WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));
      CREATE POLICY append_owner ON audit_entry FOR INSERT TO luutru_migrator
        WITH CHECK (facility_id = '00000000-0000-0000-0000-000000000000');
      CREATE POLICY append_worker ON audit_entry FOR INSERT TO luutru_worker WITH CHECK (true);

      GRANT INSERT (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id, request_id, purpose,
                    row_count, detail) ON audit_entry TO luutru_app, luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE audit_entry');
  }
}
