import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of partner clients: a machine's key and a facility's user together. Only their hashes are kept. */
export class PartnerToken1795400000021 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE partner_token (
        token_id      uuid PRIMARY KEY,
        family_id     uuid NOT NULL,
        access_hash   bytea NOT NULL UNIQUE,
        refresh_hash  bytea NOT NULL UNIQUE,
        account_id    uuid NOT NULL REFERENCES account,
        api_key_id    text NOT NULL REFERENCES api_key,
        issued_at     timestamptz NOT NULL,
        access_until  timestamptz NOT NULL,
        refresh_until timestamptz NOT NULL,
        refreshed_at  timestamptz,
        revoked_at    timestamptz
      );
      CREATE INDEX partner_token_family ON partner_token (family_id);
      CREATE INDEX partner_token_age ON partner_token (refresh_until);
      GRANT SELECT, INSERT, UPDATE (refreshed_at, revoked_at) ON partner_token TO luutru_app;
      GRANT SELECT (token_id, refresh_until), DELETE ON partner_token TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE partner_token');
  }
}
