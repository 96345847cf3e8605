import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue of record (ADR 0003). A pending row may be claimed once available_at has passed; claiming moves available_at
 * to the end of the lease and counts claim_number up, which fences off whoever held an earlier lease.
 */
export class Outbox1795400000005 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE outbox (
        facility_id     uuid NOT NULL,
        outbox_id       uuid NOT NULL,
        topic           text NOT NULL,
        stay_id         uuid NOT NULL,
        arrived_on      date NOT NULL,
        sequence        integer NOT NULL CHECK (sequence > 0),
        event_type      text NOT NULL CHECK (event_type IN ('arrival', 'change', 'departure', 'cancellation')),
        state           text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dead')),
        created_at      timestamptz NOT NULL,
        available_at    timestamptz NOT NULL,
        claim_number    integer NOT NULL DEFAULT 0,
        failed_attempts integer NOT NULL DEFAULT 0,
        outcome_unknown boolean NOT NULL DEFAULT false,
        last_error      text,
        finished_at     timestamptz,
        PRIMARY KEY (facility_id, outbox_id),
        UNIQUE (facility_id, stay_id, topic, sequence)
      ) WITH (fillfactor = 70);
      CREATE INDEX outbox_claimable ON outbox (topic, available_at) WHERE state = 'pending';
      CREATE INDEX outbox_finished ON outbox (finished_at) WHERE state = 'done';

      ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
      ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_scope ON outbox FOR INSERT TO luutru_app
        WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));
      CREATE POLICY worker_all ON outbox TO luutru_worker USING (true) WITH CHECK (true);

      GRANT INSERT (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
        ON outbox TO luutru_app;
      GRANT SELECT, DELETE ON outbox TO luutru_worker;
      GRANT UPDATE (state, available_at, claim_number, failed_attempts, outcome_unknown, last_error, finished_at)
        ON outbox TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE outbox');
  }
}
