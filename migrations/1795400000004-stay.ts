import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything a facility writes is keyed by its facility_id first. Personal data is sealed (columns *_sealed) or a keyed
 * fingerprint (bytea indexes); the plain columns are what the law counts: days, places, codes, birth year.
 */
export class Stay1795400000004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE trip (
        facility_id         uuid NOT NULL REFERENCES facility,
        trip_id             uuid NOT NULL,
        plate               text NOT NULL,
        route_code          text NOT NULL,
        departs_at          timestamptz NOT NULL,
        expected_arrival_at timestamptz NOT NULL,
        stops               jsonb NOT NULL,
        driver_sealed       bytea,
        external_ref_index  bytea,
        state               text NOT NULL CHECK (state IN ('planned', 'departed', 'arrived', 'cancelled')),
        version             integer NOT NULL DEFAULT 1,
        created_at          timestamptz NOT NULL,
        PRIMARY KEY (facility_id, trip_id)
      );
      CREATE INDEX trip_departure ON trip (facility_id, departs_at DESC, trip_id DESC);

      CREATE TABLE patient (
        facility_id          uuid NOT NULL REFERENCES facility,
        patient_id           uuid NOT NULL,
        department           text NOT NULL,
        room                 text,
        bed                  text,
        admitted_at          timestamptz NOT NULL,
        discharged_at        timestamptz,
        record_number_sealed bytea NOT NULL,
        record_number_index  bytea NOT NULL,
        version              integer NOT NULL DEFAULT 1,
        created_at           timestamptz NOT NULL,
        PRIMARY KEY (facility_id, patient_id),
        UNIQUE (facility_id, record_number_index)
      );

      CREATE TABLE stay (
        facility_id           uuid NOT NULL REFERENCES facility,
        arrived_on            date NOT NULL,
        stay_id               uuid NOT NULL,
        version               integer NOT NULL DEFAULT 1,
        kind                  text NOT NULL CHECK (kind IN ('guest', 'tenant', 'patient', 'relative', 'passenger')),
        state                 text NOT NULL,
        arrived_at            timestamptz NOT NULL,
        expected_departure_at timestamptz,
        departed_at           timestamptz,
        declared_at           timestamptz NOT NULL,
        due_at                timestamptz NOT NULL,
        late                  boolean NOT NULL,
        channel               text NOT NULL,
        declared_by           text NOT NULL,
        reason                smallint,
        document_type         smallint NOT NULL,
        nationality           text NOT NULL,
        sex                   text NOT NULL CHECK (sex IN ('M', 'F')),
        birth_year            smallint NOT NULL,
        origin_province_id    text,
        room                  text,
        bed                   text,
        unit                  text,
        employer              text,
        industrial_zone_id    text,
        department            text,
        patient_id            uuid,
        relation              text,
        trip_id               uuid,
        seat                  text,
        boarding_stop         text,
        alighting_stop        text,
        personal_sealed       bytea NOT NULL,
        external_ref_index    bytea,
        warnings              text[] NOT NULL DEFAULT '{}',
        delivery_status       text NOT NULL DEFAULT 'pending'
          CHECK (delivery_status IN ('pending', 'delivered', 'verified', 'mismatch', 'not_found', 'failed')),
        delivered_sequence    integer NOT NULL DEFAULT 0,
        delivered_at          timestamptz,
        verified_at           timestamptz,
        mismatch_fields       text[],
        failure_code          text,
        PRIMARY KEY (facility_id, arrived_on, stay_id),
        CHECK (expected_departure_at >= arrived_at),
        FOREIGN KEY (facility_id, trip_id) REFERENCES trip,
        FOREIGN KEY (facility_id, patient_id) REFERENCES patient
      ) PARTITION BY RANGE (arrived_on);
      CREATE INDEX stay_external_ref ON stay (facility_id, external_ref_index) WHERE external_ref_index IS NOT NULL;

      CREATE TABLE occupancy (
        facility_id    uuid NOT NULL,
        stay_id        uuid NOT NULL,
        arrived_on     date NOT NULL,
        occupant_index bytea NOT NULL,
        index_key_id   smallint NOT NULL,
        during         tstzrange NOT NULL,
        PRIMARY KEY (facility_id, stay_id),
        CONSTRAINT occupancy_once_at_a_time
          EXCLUDE USING gist (facility_id WITH =, occupant_index WITH =, during WITH &&)
      );

      CREATE TABLE person_index (
        facility_id  uuid NOT NULL,
        stay_id      uuid NOT NULL,
        kind         smallint NOT NULL,
        arrived_on   date NOT NULL,
        index_key_id smallint NOT NULL,
        value        bytea NOT NULL,
        PRIMARY KEY (facility_id, stay_id, kind)
      );
      CREATE INDEX person_index_value ON person_index (value, arrived_on DESC);

      CREATE TABLE name_index (
        facility_id  uuid NOT NULL,
        stay_id      uuid NOT NULL,
        kind         smallint NOT NULL,
        arrived_on   date NOT NULL,
        index_key_id smallint NOT NULL,
        birth_year   smallint NOT NULL,
        value        bytea NOT NULL,
        PRIMARY KEY (facility_id, stay_id, kind)
      );
      CREATE INDEX name_index_value ON name_index (value, birth_year);

      CREATE TABLE idempotency (
        facility_id  uuid NOT NULL,
        key_hash     bytea NOT NULL,
        operation    text NOT NULL,
        request_hash bytea NOT NULL,
        answer       json NOT NULL,
        created_at   timestamptz NOT NULL,
        PRIMARY KEY (facility_id, key_hash)
      );
      CREATE INDEX idempotency_age ON idempotency (created_at);
    `);
    for (const table of ['trip', 'patient', 'stay', 'occupancy', 'person_index', 'name_index', 'idempotency']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY facility_scope ON ${table} TO luutru_app
          USING (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]))
          WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
      `);
    }
    await q.query(`
      GRANT SELECT, INSERT ON trip, patient, stay, occupancy, idempotency TO luutru_app;
      GRANT INSERT ON person_index, name_index TO luutru_app;
      GRANT SELECT (facility_id, stay_id, kind, arrived_on) ON name_index TO luutru_app;

      GRANT SELECT ON trip, patient, stay TO luutru_worker;
      GRANT UPDATE (delivery_status, delivered_sequence, delivered_at, verified_at, mismatch_fields, failure_code)
        ON stay TO luutru_worker;
      GRANT SELECT (facility_id, key_hash, created_at), DELETE ON idempotency TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE idempotency, name_index, person_index, occupancy, stay, patient, trip');
  }
}
