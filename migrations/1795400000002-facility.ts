import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facilities, what they consist of, and the machines that declare for them. */
export class Facility1795400000002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE industrial_zone (
        zone_id     text PRIMARY KEY,
        name        text NOT NULL,
        province_id text NOT NULL REFERENCES admin_unit
      );

      CREATE TABLE facility (
        facility_id        uuid PRIMARY KEY,
        code               text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
        kind               text NOT NULL,
        name               text NOT NULL,
        stars              smallint CHECK (stars BETWEEN 1 AND 5),
        ward_id            text NOT NULL REFERENCES admin_unit,
        address_line       text NOT NULL,
        remote_area        boolean NOT NULL DEFAULT false,
        industrial_zone_id text REFERENCES industrial_zone,
        status             text NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
        owner_sealed       bytea,
        version            integer NOT NULL DEFAULT 1,
        created_at         timestamptz NOT NULL,
        updated_at         timestamptz NOT NULL
      );

      CREATE TABLE room (
        facility_id uuid NOT NULL REFERENCES facility,
        code        text NOT NULL,
        beds        smallint NOT NULL CHECK (beds > 0),
        PRIMARY KEY (facility_id, code)
      );

      CREATE TABLE department (
        facility_id uuid NOT NULL REFERENCES facility,
        code        text NOT NULL,
        name        text NOT NULL,
        beds        smallint NOT NULL CHECK (beds >= 0),
        PRIMARY KEY (facility_id, code)
      );

      CREATE TABLE vehicle (
        facility_id uuid NOT NULL REFERENCES facility,
        plate       text NOT NULL,
        seats       smallint NOT NULL CHECK (seats > 0),
        PRIMARY KEY (facility_id, plate)
      );

      CREATE TABLE route (
        facility_id uuid NOT NULL REFERENCES facility,
        code        text NOT NULL,
        name        text NOT NULL,
        stops       jsonb NOT NULL,
        PRIMARY KEY (facility_id, code)
      );

      CREATE TABLE api_key (
        api_key_id  text PRIMARY KEY,
        secret_hash bytea NOT NULL,
        label       text NOT NULL,
        permissions text[] NOT NULL,
        created_at  timestamptz NOT NULL,
        expires_at  timestamptz,
        revoked_at  timestamptz
      );

      CREATE TABLE api_key_facility (
        api_key_id  text NOT NULL REFERENCES api_key,
        facility_id uuid NOT NULL REFERENCES facility,
        PRIMARY KEY (api_key_id, facility_id)
      );

      GRANT SELECT ON industrial_zone, facility, room, department, vehicle, route TO luutru_app, luutru_worker;
      GRANT SELECT ON api_key, api_key_facility TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE api_key_facility, api_key, route, vehicle, department, room, facility, industrial_zone;
    `);
  }
}
