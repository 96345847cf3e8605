import type { MigrationInterface, QueryRunner } from 'typeorm';

const AREA = `EXISTS (
  SELECT FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
              AS a(wards text[], kinds text[])
  WHERE ward_id = ANY(a.wards) AND (a.kinds IS NULL OR kind = ANY(a.kinds)))`;

/**
 * The life of a facility from application to closing, with every version kept; single looks at a person's stay, for the
 * person to see; and what people ask to have corrected.
 */
export class Oversight1795400000013 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE facility_application (
        application_id   uuid PRIMARY KEY,
        reference_hash   bytea NOT NULL UNIQUE,
        ward_id          text NOT NULL REFERENCES admin_unit,
        kind             text NOT NULL,
        state            text NOT NULL CHECK (state IN ('submitted', 'approved', 'refused')),
        content          jsonb NOT NULL,
        applicant_sealed bytea NOT NULL,
        submitted_at     timestamptz NOT NULL,
        decided_at       timestamptz,
        decided_by       text,
        reason           text,
        facility_id      uuid REFERENCES facility,
        CHECK ((state = 'approved') = (facility_id IS NOT NULL)),
        CHECK ((state = 'submitted') = (decided_at IS NULL))
      );
      CREATE INDEX facility_application_queue ON facility_application (ward_id, submitted_at) WHERE state = 'submitted';
      ALTER TABLE facility_application ENABLE ROW LEVEL SECURITY;
      ALTER TABLE facility_application FORCE ROW LEVEL SECURITY;
      CREATE POLICY submit ON facility_application FOR INSERT TO luutru_app WITH CHECK (state = 'submitted');
      CREATE POLICY review ON facility_application FOR SELECT TO luutru_app USING (${AREA});
      CREATE POLICY decide ON facility_application FOR UPDATE TO luutru_app USING (${AREA}) WITH CHECK (${AREA});
      CREATE POLICY status ON facility_application FOR SELECT TO luutru_migrator USING (true);

      -- What the applicant may know, by the reference that only they have; runs with the rights of the schema owner.
      CREATE FUNCTION facility_application_status(reference_hash bytea)
      RETURNS TABLE (state text, submitted_at timestamptz, decided_at timestamptz, reason text, facility_code text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT p.state, p.submitted_at, p.decided_at, p.reason, f.code
        FROM facility_application p LEFT JOIN facility f ON f.facility_id = p.facility_id
        WHERE p.reference_hash = $1
      $$;
      REVOKE ALL ON FUNCTION facility_application_status(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION facility_application_status(bytea) TO luutru_app;

      ALTER TABLE facility
        ADD certificate_number text, ADD certificate_issued_on date, ADD certificate_expires_on date;

      CREATE TABLE facility_version (
        facility_id uuid NOT NULL REFERENCES facility,
        version     integer NOT NULL CHECK (version > 0),
        at          timestamptz NOT NULL,
        actor       text NOT NULL,
        action      text NOT NULL,
        reason      text,
        content     jsonb NOT NULL,
        PRIMARY KEY (facility_id, version)
      );
      ALTER TABLE facility_version ENABLE ROW LEVEL SECURITY;
      ALTER TABLE facility_version FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_scope ON facility_version TO luutru_app
        USING (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]))
        WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));
      CREATE POLICY area_read ON facility_version FOR SELECT TO luutru_app
        USING (facility_id IN (SELECT facilities_in_areas()));
      CREATE POLICY area_append ON facility_version FOR INSERT TO luutru_app
        WITH CHECK (facility_id IN (SELECT facilities_in_areas()));

      CREATE TABLE look (
        facility_id  uuid NOT NULL,
        look_id      uuid NOT NULL,
        stay_id      uuid NOT NULL,
        at           timestamptz NOT NULL,
        looker       text NOT NULL,
        purpose      text,
        visible_from timestamptz NOT NULL,
        PRIMARY KEY (facility_id, look_id)
      );
      CREATE INDEX look_stay ON look (facility_id, stay_id, at DESC);

      CREATE TABLE correction_request (
        facility_id   uuid NOT NULL,
        request_id    uuid NOT NULL,
        stay_id       uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('open', 'accepted', 'refused')),
        text_sealed   bytea NOT NULL,
        requested_at  timestamptz NOT NULL,
        due_on        date NOT NULL,
        answered_at   timestamptz,
        answered_by   text,
        answer_sealed bytea,
        PRIMARY KEY (facility_id, request_id),
        CHECK ((state = 'open') = (answered_at IS NULL))
      );
      CREATE INDEX correction_request_queue ON correction_request (facility_id, due_on) WHERE state = 'open';
      CREATE UNIQUE INDEX correction_request_open ON correction_request (facility_id, stay_id) WHERE state = 'open';
    `);
    // Whoever sees the stay may add to it: found by its indexes, because their keys begin with facility and stay.
    const seenIn = { look: 'name_index', correction_request: 'person_index' };
    for (const [table, index] of Object.entries(seenIn)) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY of_seen_stay ON ${table} FOR INSERT TO luutru_app WITH CHECK (EXISTS (
          SELECT FROM ${index} i WHERE i.facility_id = ${table}.facility_id AND i.stay_id = ${table}.stay_id));
        CREATE POLICY self_scope ON ${table} FOR SELECT TO luutru_app
          USING ((facility_id, stay_id) IN (
            SELECT p.facility_id, p.stay_id FROM person_index p
            WHERE p.value = ANY ((SELECT nullif(current_setting('app.own_indexes', true), ''))::bytea[])));
      `);
    }
    await q.query(`
      CREATE POLICY facility_scope ON correction_request TO luutru_app
        USING (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]))
        WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));

      GRANT SELECT, INSERT ON facility_application, facility_version, look, correction_request TO luutru_app;
      GRANT UPDATE (state, decided_at, decided_by, reason, facility_id) ON facility_application TO luutru_app;
      GRANT UPDATE (state, answered_at, answered_by, answer_sealed) ON correction_request TO luutru_app;
      GRANT INSERT ON facility, room, department, vehicle TO luutru_app;
      GRANT UPDATE (status, version, updated_at, signed_requests_required) ON facility TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      REVOKE INSERT ON facility, room, department, vehicle FROM luutru_app;
      REVOKE UPDATE (status, version, updated_at) ON facility FROM luutru_app;
      DROP TABLE correction_request, look, facility_version;
      ALTER TABLE facility DROP COLUMN certificate_number, DROP COLUMN certificate_issued_on,
        DROP COLUMN certificate_expires_on;
      DROP FUNCTION facility_application_status(bytea);
      DROP TABLE facility_application;
    `);
  }
}
