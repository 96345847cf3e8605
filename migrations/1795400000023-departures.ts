import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/** Trips that depart and arrive, patients who leave, and people without papers, of whom the ward police is told at once. */
export class Departures1795400000023 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE trip ADD COLUMN departed_at timestamptz, ADD COLUMN arrived_at timestamptz;
      GRANT UPDATE (plate, state, version, departed_at, arrived_at, stops) ON trip TO luutru_app;
      GRANT UPDATE (department, room, bed, discharged_at, version) ON patient TO luutru_app;

      -- What happened to trips and admissions, each with what it was before.
      CREATE TABLE case_history (
        facility_id uuid NOT NULL,
        case_id     uuid NOT NULL,
        version     integer NOT NULL CHECK (version > 0),
        case_kind   text NOT NULL CHECK (case_kind IN ('trip', 'patient')),
        action      text NOT NULL,
        acted_at    timestamptz NOT NULL,
        actor_kind  text NOT NULL,
        actor_id    text NOT NULL,
        detail      jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (facility_id, case_id, version)
      );
      ALTER TABLE case_history ENABLE ROW LEVEL SECURITY;
      ALTER TABLE case_history FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_scope ON case_history TO luutru_app USING (${SCOPE}) WITH CHECK (${SCOPE});
      GRANT SELECT, INSERT ON case_history TO luutru_app;

      -- The facility writes a notice with its declaration and never sees it; the police of the area reads it.
      CREATE TABLE police_notice (
        facility_id uuid NOT NULL,
        stay_id     uuid NOT NULL,
        kind        text NOT NULL CHECK (kind IN ('no-papers')),
        arrived_on  date NOT NULL,
        created_at  timestamptz NOT NULL,
        seen_at     timestamptz,
        seen_by     text,
        PRIMARY KEY (facility_id, stay_id, kind)
      );
      CREATE INDEX police_notice_newest ON police_notice (created_at DESC);
      ALTER TABLE police_notice ENABLE ROW LEVEL SECURITY;
      ALTER TABLE police_notice FORCE ROW LEVEL SECURITY;
      CREATE POLICY written_by_facility ON police_notice FOR INSERT TO luutru_app WITH CHECK (${SCOPE});
      CREATE POLICY read_by_area ON police_notice FOR SELECT TO luutru_app USING (facility_id IN (SELECT facilities_in_areas()));
      CREATE POLICY seen_by_area ON police_notice FOR UPDATE TO luutru_app
        USING (facility_id IN (SELECT facilities_in_areas())) WITH CHECK (facility_id IN (SELECT facilities_in_areas()));
      CREATE POLICY keeper_all ON police_notice TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT INSERT (facility_id, stay_id, kind, arrived_on, created_at), SELECT, UPDATE (seen_at, seen_by)
        ON police_notice TO luutru_app;
      GRANT SELECT (facility_id, stay_id, arrived_on), DELETE ON police_notice TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE police_notice, case_history;
      ALTER TABLE trip DROP COLUMN departed_at, DROP COLUMN arrived_at;
    `);
  }
}
