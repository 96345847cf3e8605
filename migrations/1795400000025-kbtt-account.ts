import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/**
 * The users of facilities at the national portal, under which their stays are forwarded. Events are queued under a topic of
 * their own for facilities that have one; the facility may read what became of those.
 */
export class KbttAccount1795400000025 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE kbtt_account (
        facility_id     uuid PRIMARY KEY REFERENCES facility,
        username        text NOT NULL,
        password_sealed bytea NOT NULL,
        state           text NOT NULL CHECK (state IN ('active', 'refused')),
        refused_at      timestamptz,
        created_at      timestamptz NOT NULL,
        created_by      text NOT NULL
      );
      ALTER TABLE kbtt_account ENABLE ROW LEVEL SECURITY;
      ALTER TABLE kbtt_account FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_scope ON kbtt_account TO luutru_app USING (${SCOPE}) WITH CHECK (${SCOPE});
      CREATE POLICY worker_all ON kbtt_account TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY keeper_all ON kbtt_account TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, DELETE, UPDATE (username, password_sealed, state, refused_at) ON kbtt_account TO luutru_app;
      GRANT SELECT, UPDATE (state, refused_at) ON kbtt_account TO luutru_worker;
      GRANT SELECT (facility_id, password_sealed), UPDATE (password_sealed) ON kbtt_account TO luutru_keeper;

      CREATE INDEX outbox_kbtt ON outbox (facility_id, finished_at) WHERE topic = 'kbtt';
      CREATE POLICY kbtt_read ON outbox FOR SELECT TO luutru_app USING (topic = 'kbtt' AND ${SCOPE});
      GRANT SELECT (facility_id, topic, stay_id, sequence, event_type, state, last_error, finished_at) ON outbox TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      REVOKE SELECT ON outbox FROM luutru_app;
      DROP POLICY kbtt_read ON outbox;
      DROP INDEX outbox_kbtt;
      DROP TABLE kbtt_account;
    `);
  }
}
