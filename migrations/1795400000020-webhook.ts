import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/** Where facilities want to be told of what happens, what happened, and each telling. Nothing here names a person. */
export class Webhook1795400000020 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE webhook_endpoint (
        facility_id     uuid NOT NULL REFERENCES facility,
        endpoint_id     uuid NOT NULL,
        url             text NOT NULL,
        event_types     text[] NOT NULL,
        secret_sealed   bytea NOT NULL,
        previous_sealed bytea,
        previous_until  timestamptz,
        state           text NOT NULL CHECK (state IN ('active', 'disabled', 'removed')),
        disabled_because text,
        failing_since   timestamptz,
        created_at      timestamptz NOT NULL,
        created_by      text NOT NULL,
        PRIMARY KEY (facility_id, endpoint_id)
      );
      CREATE TABLE webhook_event (
        facility_id uuid NOT NULL,
        event_id    uuid NOT NULL,
        event_type  text NOT NULL,
        subject_id  uuid,
        occurred_at timestamptz NOT NULL,
        data        jsonb NOT NULL,
        PRIMARY KEY (facility_id, event_id)
      );
      CREATE INDEX webhook_event_age ON webhook_event (occurred_at);
      CREATE TABLE webhook_delivery (
        facility_id  uuid NOT NULL,
        event_id     uuid NOT NULL,
        endpoint_id  uuid NOT NULL,
        state        text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dead')),
        attempts     integer NOT NULL DEFAULT 0,
        claim_number integer NOT NULL DEFAULT 0,
        available_at timestamptz NOT NULL,
        last_status  integer,
        last_error   text,
        last_ms      integer,
        attempted_at timestamptz,
        finished_at  timestamptz,
        PRIMARY KEY (facility_id, event_id, endpoint_id),
        FOREIGN KEY (facility_id, event_id) REFERENCES webhook_event ON DELETE CASCADE
      ) WITH (fillfactor = 70);
      CREATE INDEX webhook_delivery_due ON webhook_delivery (available_at) WHERE state = 'pending';
      CREATE INDEX webhook_delivery_of_endpoint ON webhook_delivery (facility_id, endpoint_id, event_id DESC);
    `);
    for (const table of ['webhook_endpoint', 'webhook_event', 'webhook_delivery']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY facility_scope ON ${table} TO luutru_app USING (${SCOPE}) WITH CHECK (${SCOPE});
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT ON ${table} TO luutru_app;
        GRANT SELECT ON ${table} TO luutru_worker;
      `);
    }
    await q.query(`
      GRANT UPDATE (url, event_types, secret_sealed, previous_sealed, previous_until, state, disabled_because, failing_since)
        ON webhook_endpoint TO luutru_app;
      GRANT UPDATE (state, attempts, available_at, finished_at) ON webhook_delivery TO luutru_app;
      GRANT UPDATE (state, disabled_because, failing_since) ON webhook_endpoint TO luutru_worker;
      GRANT INSERT, DELETE ON webhook_event TO luutru_worker;
      GRANT INSERT, UPDATE ON webhook_delivery TO luutru_worker;
      CREATE POLICY keeper_all ON webhook_endpoint TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT (facility_id, endpoint_id, secret_sealed, previous_sealed), UPDATE (secret_sealed, previous_sealed)
        ON webhook_endpoint TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE webhook_delivery, webhook_event, webhook_endpoint');
  }
}
