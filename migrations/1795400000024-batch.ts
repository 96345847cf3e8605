import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/**
 * Files of declarations. The file itself lies sealed in chunks; what became of each row stands beside it without a word of
 * the person. `batch` is its own queue: a process leases it, every write of the work renews and checks the lease, and
 * `done_rows` says how far the work is committed, so that another process goes on there.
 */
export class Batch1795400000024 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE batch (
        facility_id      uuid NOT NULL REFERENCES facility,
        batch_id         uuid NOT NULL,
        mode             text NOT NULL CHECK (mode IN ('validate', 'commit')),
        policy           text NOT NULL CHECK (policy IN ('all-or-nothing', 'valid-rows')),
        state            text NOT NULL CHECK (state IN ('receiving', 'received', 'validating', 'validated', 'committing',
                                                        'done', 'partly', 'refused', 'cancelled')),
        stay_kind        text,
        trip_id          uuid,
        file_name_sealed bytea,
        file_size        integer NOT NULL DEFAULT 0,
        file_index       bytea,
        format           text,
        form             text,
        sheet            text,
        file_warnings    jsonb NOT NULL DEFAULT '[]',
        total_rows       integer,
        done_rows        integer NOT NULL DEFAULT 0,
        accepted         integer NOT NULL DEFAULT 0,
        rejected         integer NOT NULL DEFAULT 0,
        warned           integer NOT NULL DEFAULT 0,
        error_code       text,
        error_params     jsonb,
        actor_kind       text NOT NULL,
        actor_id         text NOT NULL,
        request_id       text NOT NULL,
        created_at       timestamptz NOT NULL,
        finished_at      timestamptz,
        cancel_asked     boolean NOT NULL DEFAULT false,
        lease_until      timestamptz NOT NULL DEFAULT '-infinity',
        lease_number     integer NOT NULL DEFAULT 0,
        failures         integer NOT NULL DEFAULT 0,
        PRIMARY KEY (facility_id, batch_id),
        FOREIGN KEY (facility_id, trip_id) REFERENCES trip
      );
      CREATE INDEX batch_list ON batch (facility_id, created_at DESC, batch_id DESC);
      CREATE INDEX batch_same_file ON batch (facility_id, file_index);
      CREATE INDEX batch_open ON batch (created_at) WHERE state IN ('received', 'validating', 'committing');

      CREATE TABLE batch_chunk (
        facility_id uuid NOT NULL,
        batch_id    uuid NOT NULL,
        place       integer NOT NULL,
        bytes_sealed bytea NOT NULL,
        sealed_on   date NOT NULL,
        PRIMARY KEY (facility_id, batch_id, place),
        FOREIGN KEY (facility_id, batch_id) REFERENCES batch ON DELETE CASCADE
      );

      CREATE TABLE batch_row (
        facility_id uuid NOT NULL,
        batch_id    uuid NOT NULL,
        place       integer NOT NULL,
        row_number  integer NOT NULL,
        outcome     text NOT NULL CHECK (outcome IN ('accepted', 'warned', 'rejected')),
        repeated    boolean NOT NULL DEFAULT false,
        stay_id     uuid,
        findings    jsonb,
        PRIMARY KEY (facility_id, batch_id, place),
        FOREIGN KEY (facility_id, batch_id) REFERENCES batch ON DELETE CASCADE
      );
      CREATE INDEX batch_row_outcome ON batch_row (facility_id, batch_id, outcome, place) WHERE outcome <> 'accepted';

      -- Who is in the file and when, while it is only checked: finds the same person twice, as occupancy does for real.
      CREATE TABLE batch_occupant (
        facility_id    uuid NOT NULL,
        batch_id       uuid NOT NULL,
        place          integer NOT NULL,
        row_number     integer NOT NULL,
        occupant_index bytea NOT NULL,
        during         tstzrange NOT NULL,
        PRIMARY KEY (facility_id, batch_id, place),
        FOREIGN KEY (facility_id, batch_id) REFERENCES batch ON DELETE CASCADE,
        CONSTRAINT batch_occupant_once EXCLUDE USING gist
          (facility_id WITH =, batch_id WITH =, occupant_index WITH =, during WITH &&)
      );
    `);
    for (const table of ['batch', 'batch_chunk', 'batch_row', 'batch_occupant']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY facility_scope ON ${table} TO luutru_app USING (${SCOPE}) WITH CHECK (${SCOPE});
        GRANT SELECT, INSERT ON ${table} TO luutru_app;
      `);
    }
    await q.query(`
      GRANT UPDATE (mode, policy, state, file_size, file_index, format, form, sheet, file_warnings, total_rows, done_rows,
                    accepted, rejected, warned, error_code, error_params, finished_at, cancel_asked, lease_until,
                    lease_number, failures, request_id, actor_kind, actor_id) ON batch TO luutru_app;
      GRANT DELETE ON batch_row, batch_occupant TO luutru_app;

      CREATE POLICY worker_tidies ON batch TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY worker_tidies ON batch_chunk FOR DELETE TO luutru_worker USING (true);
      CREATE POLICY worker_finds ON batch_chunk FOR SELECT TO luutru_worker USING (true);
      GRANT SELECT (facility_id, batch_id, state, created_at, finished_at), UPDATE (state, finished_at, error_code), DELETE
        ON batch TO luutru_worker;
      GRANT SELECT (facility_id, batch_id), DELETE ON batch_chunk TO luutru_worker;

      CREATE POLICY keeper_all ON batch TO luutru_keeper USING (true) WITH CHECK (true);
      CREATE POLICY keeper_all ON batch_chunk TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT (facility_id, batch_id, file_name_sealed, file_index), UPDATE (file_name_sealed, file_index) ON batch
        TO luutru_keeper;
      GRANT SELECT (facility_id, batch_id, place, bytes_sealed, sealed_on), UPDATE (bytes_sealed) ON batch_chunk TO luutru_keeper;

      -- Leases the batch that waits longest, of whichever facility; tells only which it is.
      CREATE FUNCTION lease_batch(now_at timestamptz, until timestamptz)
      RETURNS TABLE (facility_id uuid, batch_id uuid, lease_number integer)
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE batch b SET lease_until = until, lease_number = b.lease_number + 1
        FROM (SELECT w.facility_id, w.batch_id FROM batch w
              WHERE w.state IN ('received', 'validating', 'committing') AND w.lease_until < now_at
              ORDER BY w.created_at LIMIT 1 FOR UPDATE SKIP LOCKED) waiting
        WHERE b.facility_id = waiting.facility_id AND b.batch_id = waiting.batch_id
        RETURNING b.facility_id, b.batch_id, b.lease_number
      $$;
      REVOKE ALL ON FUNCTION lease_batch(timestamptz, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION lease_batch(timestamptz, timestamptz) TO luutru_app;
      CREATE POLICY leased_by_owner ON batch TO luutru_migrator USING (true) WITH CHECK (true);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP FUNCTION lease_batch(timestamptz, timestamptz);
      DROP TABLE batch_occupant, batch_row, batch_chunk, batch;
    `);
  }
}
