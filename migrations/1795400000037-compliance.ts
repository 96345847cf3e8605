import type { MigrationInterface, QueryRunner } from 'typeorm';

const AREA = `facility_id IN (SELECT facilities_in_areas())`;
const OWN = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/**
 * Figures of facilities, reckoned by the worker from the stays, and what officers note on visits. The figures hold counts
 * and days and name nobody. `visit_id` is what the API calls the id of a note.
 */
export class Compliance1795400000037 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Up to which transaction the audit trail was read for changes of stays, and the last day that was turned over.
      CREATE TABLE compliance_progress (
        only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        upto_xact xid8,
        day       date
      );
      INSERT INTO compliance_progress DEFAULT VALUES;

      -- Facilities to reckon again, each from the earliest day of arrival that changed.
      CREATE TABLE compliance_due (
        facility_id uuid PRIMARY KEY,
        since       date NOT NULL
      );

      CREATE TABLE compliance_day (
        facility_id uuid NOT NULL,
        arrived_on  date NOT NULL,
        declared_on date NOT NULL,
        declared    integer NOT NULL,
        stays       integer NOT NULL,
        late        integer NOT NULL,
        corrected   integer NOT NULL,
        checked     integer NOT NULL,
        mismatched  integer NOT NULL,
        not_found   integer NOT NULL,
        no_papers   integer NOT NULL,
        in_house    integer NOT NULL,
        overdue     integer NOT NULL,
        PRIMARY KEY (facility_id, arrived_on, declared_on)
      );

      -- Only days on which something was too full.
      CREATE TABLE compliance_capacity (
        facility_id uuid NOT NULL,
        day         date NOT NULL,
        rooms_over  integer NOT NULL,
        trips_over  integer NOT NULL,
        PRIMARY KEY (facility_id, day)
      );

      CREATE TABLE compliance_standing (
        facility_id uuid PRIMARY KEY,
        points      smallint NOT NULL,
        outside     text[] NOT NULL,
        silence     jsonb NOT NULL,
        figures     jsonb NOT NULL,
        reckoned_on date NOT NULL,
        reckoned_at timestamptz NOT NULL
      );
      CREATE INDEX compliance_standing_rank ON compliance_standing (points DESC, facility_id);

      CREATE TABLE facility_silence (
        facility_id uuid NOT NULL,
        since       date NOT NULL,
        silence_id  uuid NOT NULL,
        found_at    timestamptz NOT NULL,
        expected    real NOT NULL,
        ended_at    timestamptz,
        PRIMARY KEY (facility_id, since)
      );

      -- Every version of a note is a row of its own; rows are never changed.
      CREATE TABLE compliance_note (
        facility_id  uuid NOT NULL REFERENCES facility,
        visit_id     uuid NOT NULL,
        version      integer NOT NULL CHECK (version > 0),
        action       text NOT NULL CHECK (action IN ('write', 'revise', 'share', 'withdraw')),
        visited_on   date NOT NULL,
        findings     text[] NOT NULL,
        not_declared smallint CHECK (not_declared >= 0),
        shared       boolean NOT NULL,
        withdrawn    boolean NOT NULL,
        text_sealed  bytea NOT NULL,
        written_by   text NOT NULL,
        written_at   timestamptz NOT NULL,
        PRIMARY KEY (facility_id, visit_id, version)
      );
      CREATE TABLE compliance_answer (
        facility_id uuid NOT NULL,
        visit_id    uuid NOT NULL,
        version     integer NOT NULL,
        text_sealed bytea NOT NULL,
        answered_by text NOT NULL,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (facility_id, visit_id, version),
        FOREIGN KEY (facility_id, visit_id, version) REFERENCES compliance_note
      );

      -- Corrections are few; what the figures ask of the history is only them.
      CREATE INDEX stay_history_corrected ON stay_history (facility_id, arrived_on) INCLUDE (stay_id, acted_at)
        WHERE action = 'correct';
    `);
    const figures = ['compliance_day', 'compliance_capacity', 'compliance_standing', 'facility_silence'];
    for (const table of ['compliance_due', ...figures, 'compliance_note', 'compliance_answer']) {
      await q.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    }
    for (const table of ['compliance_due', ...figures]) {
      await q.query(`
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO luutru_worker;
      `);
    }
    for (const table of figures) {
      await q.query(`
        CREATE POLICY area_scope ON ${table} FOR SELECT TO luutru_app USING (${AREA});
        CREATE POLICY facility_scope ON ${table} FOR SELECT TO luutru_app USING (${OWN});
        GRANT SELECT ON ${table} TO luutru_app;
      `);
    }
    await q.query(`
      GRANT SELECT, UPDATE ON compliance_progress TO luutru_worker;
      GRANT SELECT (facility_id, stay_id, kind) ON person_index TO luutru_worker;
      CREATE POLICY worker_read ON facility_version FOR SELECT TO luutru_worker USING (true);
      GRANT SELECT (facility_id, version, at, action) ON facility_version TO luutru_worker;

      CREATE POLICY area_scope ON compliance_note TO luutru_app USING (${AREA}) WITH CHECK (${AREA});
      CREATE POLICY shared_with_facility ON compliance_note FOR SELECT TO luutru_app USING (shared AND ${OWN});
      CREATE POLICY keeper_all ON compliance_note TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON compliance_note TO luutru_app;
      GRANT SELECT (facility_id, visit_id, version, text_sealed), UPDATE (text_sealed) ON compliance_note TO luutru_keeper;

      -- A facility answers the version it was shown; whoever sees the note sees its answers.
      CREATE POLICY area_scope ON compliance_answer FOR SELECT TO luutru_app USING (${AREA});
      CREATE POLICY facility_scope ON compliance_answer FOR SELECT TO luutru_app USING (${OWN});
      CREATE POLICY answered_by_facility ON compliance_answer FOR INSERT TO luutru_app WITH CHECK (${OWN} AND EXISTS (
        SELECT FROM compliance_note n WHERE n.facility_id = compliance_answer.facility_id
          AND n.visit_id = compliance_answer.visit_id AND n.version = compliance_answer.version AND n.shared));
      CREATE POLICY keeper_all ON compliance_answer TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON compliance_answer TO luutru_app;
      GRANT SELECT (facility_id, visit_id, version, text_sealed), UPDATE (text_sealed) ON compliance_answer TO luutru_keeper;

      -- A notice may be about a facility: stay_id then holds the id of its silence. Which kinds there are is the code's.
      ALTER TABLE police_notice DROP CONSTRAINT police_notice_kind_check;
      ALTER TABLE police_notice ADD CONSTRAINT police_notice_kind_form CHECK (kind ~ '^[a-z]+(-[a-z]+)*$');
      ALTER TABLE police_notice ADD COLUMN ended_at timestamptz;
      CREATE POLICY worker_all ON police_notice TO luutru_worker
        USING (kind = 'silent-facility') WITH CHECK (kind = 'silent-facility');
      GRANT SELECT (facility_id, stay_id, kind, ended_at), INSERT (facility_id, stay_id, kind, arrived_on, created_at),
            UPDATE (ended_at) ON police_notice TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP POLICY worker_all ON police_notice;
      REVOKE SELECT (facility_id, stay_id, kind, ended_at), INSERT (facility_id, stay_id, kind, arrived_on, created_at),
             UPDATE (ended_at) ON police_notice FROM luutru_worker;
      ALTER TABLE police_notice NO FORCE ROW LEVEL SECURITY;
      DELETE FROM police_notice WHERE kind = 'silent-facility';
      ALTER TABLE police_notice FORCE ROW LEVEL SECURITY;
      ALTER TABLE police_notice DROP COLUMN ended_at, DROP CONSTRAINT police_notice_kind_form;
      ALTER TABLE police_notice ADD CONSTRAINT police_notice_kind_check CHECK (kind IN ('no-papers'));
      DROP POLICY worker_read ON facility_version;
      REVOKE SELECT (facility_id, version, at, action) ON facility_version FROM luutru_worker;
      REVOKE SELECT (facility_id, stay_id, kind) ON person_index FROM luutru_worker;
      DROP INDEX stay_history_corrected;
      DROP TABLE compliance_answer, compliance_note, facility_silence, compliance_standing, compliance_capacity,
                 compliance_day, compliance_due, compliance_progress;
    `);
  }
}
