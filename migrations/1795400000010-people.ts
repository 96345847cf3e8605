import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People who sign in. Names, user names and personal numbers are sealed or keyed fingerprints like those of guests; tokens
 * and recovery codes are stored as hashes only.
 */
export class People1795400000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE account (
        account_id           uuid PRIMARY KEY,
        identity_sealed      bytea NOT NULL,
        username_index       bytea UNIQUE,
        person_index         bytea UNIQUE,
        password_hash        text,
        password_changed_at  timestamptz,
        must_change_password boolean NOT NULL DEFAULT false,
        failed_attempts      integer NOT NULL DEFAULT 0,
        locked_until         timestamptz,
        totp_sealed          bytea,
        totp_confirmed_at    timestamptz,
        totp_last_step       bigint,
        disabled_at          timestamptz,
        disabled_because     text,
        last_signed_in_at    timestamptz,
        created_at           timestamptz NOT NULL,
        created_by           text NOT NULL,
        CHECK (username_index IS NOT NULL OR person_index IS NOT NULL),
        CHECK ((disabled_at IS NULL) = (disabled_because IS NULL))
      );

      CREATE TABLE account_grant (
        grant_id   uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        role       text NOT NULL,
        scope_kind text NOT NULL CHECK (scope_kind IN ('facility', 'chain', 'unit', 'zone', 'none')),
        scope_id   text,
        granted_at timestamptz NOT NULL,
        granted_by text NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        revoked_by text,
        CHECK ((scope_kind = 'none') = (scope_id IS NULL)),
        CHECK (granted_by <> account_id::text)
      );
      CREATE INDEX account_grant_account ON account_grant (account_id);
      CREATE INDEX account_grant_scope ON account_grant (scope_id) WHERE revoked_at IS NULL;

      CREATE TABLE recovery_code (
        account_id uuid NOT NULL REFERENCES account,
        code_hash  bytea NOT NULL,
        used_at    timestamptz,
        PRIMARY KEY (account_id, code_hash)
      );

      CREATE TABLE session (
        session_id   uuid PRIMARY KEY,
        token_hash   bytea NOT NULL UNIQUE,
        account_id   uuid NOT NULL REFERENCES account,
        method       text NOT NULL CHECK (method IN ('password', 'vneid')),
        stage        text NOT NULL CHECK (stage IN ('second-factor', 'password-change', 'enrolment', 'full')),
        strong       boolean NOT NULL,
        device       text NOT NULL,
        started_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        ended_at     timestamptz,
        ended_because text
      );
      CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;
      CREATE INDEX session_age ON session (last_seen_at);

      CREATE TABLE facility_chain (
        chain_id uuid PRIMARY KEY,
        name     text NOT NULL
      );
      ALTER TABLE facility ADD chain_id uuid REFERENCES facility_chain, ADD former_ward_id text REFERENCES admin_unit;
      CREATE INDEX facility_ward ON facility (ward_id);
      CREATE INDEX facility_chain_members ON facility (chain_id) WHERE chain_id IS NOT NULL;

      GRANT SELECT ON facility_chain TO luutru_app, luutru_worker;
      GRANT SELECT, INSERT ON account, account_grant, recovery_code, session TO luutru_app;
      GRANT UPDATE (identity_sealed, username_index, person_index, password_hash, password_changed_at, must_change_password,
                    failed_attempts, locked_until, totp_sealed, totp_confirmed_at, totp_last_step, disabled_at,
                    disabled_because, last_signed_in_at) ON account TO luutru_app;
      GRANT UPDATE (revoked_at, revoked_by) ON account_grant TO luutru_app;
      GRANT UPDATE (used_at), DELETE ON recovery_code TO luutru_app;
      GRANT UPDATE (token_hash, stage, strong, last_seen_at, confirmed_at, ended_at, ended_because) ON session TO luutru_app;
      GRANT SELECT (account_id, created_at, last_signed_in_at, disabled_at, username_index),
            UPDATE (disabled_at, disabled_because) ON account TO luutru_worker;
      GRANT SELECT (session_id, last_seen_at), DELETE ON session TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP INDEX facility_ward;
      ALTER TABLE facility DROP COLUMN chain_id, DROP COLUMN former_ward_id;
      DROP TABLE facility_chain, session, recovery_code, account_grant, account;
    `);
  }
}
