import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `account_id = (SELECT nullif(current_setting('app.account_id', true), ''))::uuid`;
/** All wards that the officer belongs to lie in one area of the supervisor, and that supervisor is somebody else. */
const SUPERVISED = `account_id IS DISTINCT FROM (SELECT nullif(current_setting('app.account_id', true), ''))::uuid
  AND EXISTS (SELECT FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
                          AS a(wards text[]) WHERE home_ward_ids <@ a.wards)`;

const NOTICES = `'searches-per-hour', 'searches-per-day', 'rows-per-day', 'numbers-in-sequence', 'numbers-without-hits'`;

/**
 * Looks beyond the jurisdiction: opened by an officer for a while, told to their supervisors, reviewed by one of them
 * afterwards (ADR 0028). What was looked at under one stands in the audit trail, which its reviewer may read for it. And keys
 * of police units' own systems: bound to a unit, always signed, each signature good for one request.
 */
export class PoliceReach1795400000038 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE break_glass (
        break_glass_id uuid PRIMARY KEY,
        account_id     uuid NOT NULL REFERENCES account,
        home_ward_ids  text[] NOT NULL CHECK (cardinality(home_ward_ids) > 0),
        unit_id        text NOT NULL REFERENCES admin_unit,
        purpose        text NOT NULL,
        case_number    text,
        reason_sealed  bytea NOT NULL,
        opened_at      timestamptz NOT NULL,
        expires_at     timestamptz NOT NULL CHECK (expires_at > opened_at),
        ended_at       timestamptz CHECK (ended_at >= opened_at),
        ended_by       uuid REFERENCES account,
        reviewed_at    timestamptz,
        reviewed_by    uuid REFERENCES account CHECK (reviewed_by <> account_id),
        verdict        text CHECK (verdict IN ('justified', 'not-justified')),
        review_sealed  bytea,
        CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (verdict IS NULL))
      );
      CREATE INDEX break_glass_officer ON break_glass (account_id, opened_at DESC);
      CREATE INDEX break_glass_unreviewed ON break_glass (opened_at) WHERE reviewed_at IS NULL;

      ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
      ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_scope ON break_glass TO luutru_app USING (${OWN}) WITH CHECK (${OWN} AND reviewed_at IS NULL);
      CREATE POLICY supervisor_read ON break_glass FOR SELECT TO luutru_app USING (${SUPERVISED});
      CREATE POLICY supervisor_act ON break_glass FOR UPDATE TO luutru_app USING (${SUPERVISED}) WITH CHECK (${SUPERVISED});
      CREATE POLICY keeper_all ON break_glass TO luutru_keeper USING (true) WITH CHECK (true);

      GRANT SELECT ON break_glass TO luutru_app;
      GRANT INSERT (break_glass_id, account_id, home_ward_ids, unit_id, purpose, case_number, reason_sealed, opened_at,
                    expires_at) ON break_glass TO luutru_app;
      GRANT UPDATE (ended_at, ended_by, reviewed_at, reviewed_by, verdict, review_sealed) ON break_glass TO luutru_app;
      GRANT SELECT (break_glass_id, reason_sealed, review_sealed), UPDATE (reason_sealed, review_sealed)
        ON break_glass TO luutru_keeper;

      ALTER TABLE search_notice DROP CONSTRAINT search_notice_kind_check,
        ADD CONSTRAINT search_notice_kind_check CHECK (kind IN (${NOTICES}, 'break-glass-opened'));

      ALTER TABLE api_key
        ADD unit_id text REFERENCES admin_unit,
        ADD CONSTRAINT api_key_unit CHECK (unit_id IS NULL OR (vendor_id IS NULL AND signature_key IS NOT NULL));
      CREATE TABLE partner_nonce (
        api_key_id text NOT NULL REFERENCES api_key,
        nonce      text NOT NULL CHECK (length(nonce) <= 128),
        used_at    timestamptz NOT NULL,
        PRIMARY KEY (api_key_id, nonce)
      );
      CREATE INDEX partner_nonce_age ON partner_nonce (used_at);
      GRANT INSERT ON partner_nonce TO luutru_app;
      GRANT SELECT (used_at), DELETE ON partner_nonce TO luutru_worker;

      CREATE POLICY break_glass_review ON audit_entry FOR SELECT TO luutru_app
        USING (detail->>'breakGlassId' = (SELECT nullif(current_setting('app.break_glass_id', true), '')));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP POLICY break_glass_review ON audit_entry;
      DROP TABLE partner_nonce;
      ALTER TABLE api_key DROP CONSTRAINT api_key_unit, DROP COLUMN unit_id;
      DELETE FROM search_notice WHERE kind = 'break-glass-opened';
      ALTER TABLE search_notice DROP CONSTRAINT search_notice_kind_check,
        ADD CONSTRAINT search_notice_kind_check CHECK (kind IN (${NOTICES}));
      DROP TABLE break_glass;
    `);
  }
}
