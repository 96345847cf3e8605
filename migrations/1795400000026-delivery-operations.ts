import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The transactions of administrators of the delivery; no facility's transaction ever sets it (ADR 0022). */
const ADMIN = `(SELECT current_setting('app.delivery_admin', true)) = 'on'`;

/** Looking at the delivery, pausing it, and putting events back (ADR 0022). */
export class DeliveryOperations1795400000026 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX outbox_fair ON outbox (topic, facility_id, available_at) WHERE state = 'pending';
      CREATE INDEX outbox_waiting ON outbox (topic, created_at) WHERE state = 'pending';
      CREATE INDEX outbox_dead ON outbox (topic, finished_at, facility_id, outbox_id) WHERE state = 'dead';
      DROP INDEX outbox_claimable;

      CREATE TABLE delivery_switch (
        topic      text PRIMARY KEY,
        paused     boolean NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        reason     text NOT NULL
      );
      CREATE TABLE delivery_worker (
        worker_id  uuid PRIMARY KEY,
        started_at timestamptz NOT NULL,
        seen_at    timestamptz NOT NULL,
        breaker    text NOT NULL CHECK (breaker IN ('closed', 'open', 'half-open')),
        retry_at   timestamptz,
        in_flight  integer NOT NULL CHECK (in_flight >= 0)
      );
      ALTER TABLE delivery_switch ENABLE ROW LEVEL SECURITY;
      ALTER TABLE delivery_switch FORCE ROW LEVEL SECURITY;
      ALTER TABLE delivery_worker ENABLE ROW LEVEL SECURITY;
      ALTER TABLE delivery_worker FORCE ROW LEVEL SECURITY;

      CREATE POLICY worker_all ON delivery_switch TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY worker_all ON delivery_worker TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY delivery_admin ON delivery_switch TO luutru_app USING (${ADMIN}) WITH CHECK (${ADMIN});
      CREATE POLICY delivery_admin ON delivery_worker FOR SELECT TO luutru_app USING (${ADMIN});
      CREATE POLICY delivery_admin_read ON outbox FOR SELECT TO luutru_app USING (${ADMIN});
      CREATE POLICY delivery_admin_replay ON outbox FOR UPDATE TO luutru_app
        USING (${ADMIN} AND state IN ('dead', 'pending')) WITH CHECK (${ADMIN} AND state = 'pending');

      GRANT SELECT, INSERT, UPDATE ON delivery_switch TO luutru_app, luutru_worker;
      GRANT SELECT ON delivery_worker TO luutru_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_worker TO luutru_worker;
      GRANT SELECT (outbox_id, arrived_on, created_at, available_at, failed_attempts) ON outbox TO luutru_app;
      GRANT UPDATE (state, available_at, failed_attempts, outcome_unknown, last_error, finished_at) ON outbox TO luutru_app;
      GRANT UPDATE (failure_code) ON stay TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      REVOKE UPDATE (failure_code) ON stay FROM luutru_app;
      REVOKE UPDATE (state, available_at, failed_attempts, outcome_unknown, last_error, finished_at) ON outbox FROM luutru_app;
      REVOKE SELECT (outbox_id, arrived_on, created_at, available_at, failed_attempts) ON outbox FROM luutru_app;
      DROP POLICY delivery_admin_read ON outbox;
      DROP POLICY delivery_admin_replay ON outbox;
      DROP TABLE delivery_switch, delivery_worker;
      CREATE INDEX outbox_claimable ON outbox (topic, available_at) WHERE state = 'pending';
      DROP INDEX outbox_fair, outbox_waiting, outbox_dead;
    `);
  }
}
