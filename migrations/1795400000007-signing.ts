import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Public keys of everything the platform signs, and the seals over the audit trail (ADR 0012). A seal covers the entries
 * whose transaction lies in [from_xact, upto_xact): all of them had ended when it was made.
 */
export class Signing1795400000007 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE signing_key (
        key_id     text PRIMARY KEY,
        use        text NOT NULL CHECK (use IN ('receipt', 'seal')),
        public_key text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE audit_seal (
        seal_number   bigint PRIMARY KEY CHECK (seal_number > 0),
        sealed_at     timestamptz NOT NULL,
        from_xact     xid8 NOT NULL,
        upto_xact     xid8 NOT NULL,
        entry_count   integer NOT NULL CHECK (entry_count >= 0),
        merkle_root   bytea NOT NULL CHECK (length(merkle_root) = 32),
        previous_head bytea NOT NULL CHECK (length(previous_head) = 32),
        head          bytea NOT NULL CHECK (length(head) = 32),
        key_id        text NOT NULL REFERENCES signing_key,
        signature     bytea NOT NULL CHECK (length(signature) = 64)
      );

      CREATE TABLE audit_sealer (
        only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        checked_at timestamptz NOT NULL
      );
      INSERT INTO audit_sealer (checked_at) VALUES ('-infinity');

      CREATE INDEX audit_entry_xact ON audit_entry (xact);
      CREATE POLICY read_worker ON audit_entry FOR SELECT TO luutru_worker USING (true);

      GRANT SELECT, INSERT (key_id, use, public_key) ON signing_key TO luutru_app, luutru_worker;
      GRANT SELECT ON audit_entry TO luutru_worker;
      GRANT SELECT, INSERT ON audit_seal TO luutru_worker;
      GRANT SELECT, UPDATE (checked_at) ON audit_sealer TO luutru_worker;
      GRANT SELECT ON audit_seal, audit_sealer TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP POLICY read_worker ON audit_entry;
      DROP INDEX audit_entry_xact;
      DROP TABLE audit_sealer, audit_seal, signing_key;
    `);
  }
}
