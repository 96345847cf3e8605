import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Software vendors, what facilities delegate to them, and the keys of both. A key belongs to one facility or to one
 * vendor; a vendor's key reaches the facilities that delegate to it at the moment, each with what that one allows.
 */
export class Machines1795400000012 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE vendor (
        vendor_id  uuid PRIMARY KEY,
        code       text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
        name       text NOT NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE delegation (
        facility_id uuid NOT NULL REFERENCES facility,
        vendor_id   uuid NOT NULL REFERENCES vendor,
        permissions text[] NOT NULL,
        granted_at  timestamptz NOT NULL,
        granted_by  text NOT NULL,
        expires_at  timestamptz,
        revoked_at  timestamptz,
        PRIMARY KEY (facility_id, vendor_id)
      );
      CREATE INDEX delegation_vendor ON delegation (vendor_id);

      ALTER TABLE facility ADD signed_requests_required boolean NOT NULL DEFAULT false;
      ALTER TABLE api_key
        ADD vendor_id uuid REFERENCES vendor,
        ADD last_used_at timestamptz,
        ADD allowed_networks cidr[],
        ADD signature_key text;
      CREATE INDEX api_key_vendor ON api_key (vendor_id) WHERE vendor_id IS NOT NULL;

      GRANT SELECT ON vendor TO luutru_app;
      GRANT SELECT, INSERT ON delegation TO luutru_app;
      GRANT UPDATE (permissions, granted_at, granted_by, expires_at, revoked_at) ON delegation TO luutru_app;
      GRANT INSERT ON api_key, api_key_facility TO luutru_app;
      GRANT UPDATE (revoked_at, last_used_at) ON api_key TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      REVOKE INSERT ON api_key, api_key_facility FROM luutru_app;
      REVOKE UPDATE (revoked_at) ON api_key FROM luutru_app;
      ALTER TABLE api_key DROP COLUMN vendor_id, DROP COLUMN last_used_at, DROP COLUMN allowed_networks,
        DROP COLUMN signature_key;
      ALTER TABLE facility DROP COLUMN signed_requests_required;
      DROP TABLE delegation, vendor;
    `);
  }
}
