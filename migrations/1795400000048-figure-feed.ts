import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `unit_id = (SELECT nullif(current_setting('app.feed_unit', true), ''))`;

/**
 * Figures for a province's operations centre (ADR 0033): keys of its own, a numbered stream of changes for each unit, and where
 * the changes are pushed to. Nothing here names a person; every figure passed the disclosure gate before it was written.
 */
export class FigureFeed1795400000048 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- A column of its own: a process of the release before takes a key with unit_id for one of the police.
      ALTER TABLE api_key
        ADD feed_unit_id text REFERENCES admin_unit,
        ADD xroad_clients text[],
        ADD CONSTRAINT api_key_feed CHECK (feed_unit_id IS NULL
          OR (unit_id IS NULL AND vendor_id IS NULL AND signature_key IS NOT NULL)),
        ADD CONSTRAINT api_key_xroad CHECK (xroad_clients IS NULL OR feed_unit_id IS NOT NULL);
      CREATE INDEX api_key_feed_unit ON api_key (feed_unit_id) WHERE feed_unit_id IS NOT NULL;
      GRANT SELECT (feed_unit_id, revoked_at, expires_at) ON api_key TO luutru_worker;

      -- Whoever appends holds this row until the commit: numbers are given out in the order of commits, and none is left out.
      CREATE TABLE feed (
        unit_id     text PRIMARY KEY REFERENCES admin_unit,
        last_number bigint NOT NULL DEFAULT 0
      );
      CREATE TABLE feed_change (
        unit_id      text NOT NULL REFERENCES feed,
        number       bigint NOT NULL CHECK (number > 0),
        change_id    uuid NOT NULL,
        at           timestamptz NOT NULL,
        subject_kind text NOT NULL,
        subject      text NOT NULL,
        content      jsonb NOT NULL,
        PRIMARY KEY (unit_id, number)
      );
      CREATE INDEX feed_change_age ON feed_change (at);
      -- What was told last of each subject.
      CREATE TABLE feed_told (
        unit_id      text NOT NULL REFERENCES feed,
        subject_kind text NOT NULL,
        subject      text NOT NULL,
        content      jsonb NOT NULL,
        number       bigint NOT NULL,
        PRIMARY KEY (unit_id, subject_kind, subject)
      );
      CREATE TABLE feed_endpoint (
        unit_id          text NOT NULL REFERENCES feed,
        endpoint_id      uuid NOT NULL,
        url              text NOT NULL,
        secret_sealed    bytea NOT NULL,
        previous_sealed  bytea,
        previous_until   timestamptz,
        state            text NOT NULL CHECK (state IN ('active', 'disabled', 'removed')),
        disabled_because text,
        failing_since    timestamptz,
        -- All changes up to this one arrived.
        sent_number      bigint NOT NULL,
        attempts         integer NOT NULL DEFAULT 0,
        claim_number     integer NOT NULL DEFAULT 0,
        available_at     timestamptz NOT NULL,
        last_status      integer,
        last_error       text,
        attempted_at     timestamptz,
        created_at       timestamptz NOT NULL,
        created_by       text NOT NULL,
        PRIMARY KEY (unit_id, endpoint_id)
      );
      CREATE INDEX feed_endpoint_due ON feed_endpoint (available_at) WHERE state = 'active';
    `);
    for (const table of ['feed', 'feed_change', 'feed_told', 'feed_endpoint']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
        GRANT SELECT ON ${table} TO luutru_worker;
      `);
    }
    for (const table of ['feed', 'feed_change', 'feed_endpoint']) {
      await q.query(`
        CREATE POLICY unit_scope ON ${table} TO luutru_app USING (${OWN}) WITH CHECK (${OWN});
        GRANT SELECT ON ${table} TO luutru_app;
      `);
    }
    await q.query(`
      GRANT INSERT (unit_id) ON feed TO luutru_app;
      GRANT INSERT, UPDATE ON feed, feed_told TO luutru_worker;
      GRANT INSERT, DELETE ON feed_change TO luutru_worker;
      GRANT INSERT ON feed_endpoint TO luutru_app;
      GRANT UPDATE (secret_sealed, previous_sealed, previous_until, state, disabled_because, failing_since, attempts,
                    available_at) ON feed_endpoint TO luutru_app;
      GRANT UPDATE (state, disabled_because, failing_since, sent_number, attempts, claim_number, available_at, last_status,
                    last_error, attempted_at) ON feed_endpoint TO luutru_worker;
      CREATE POLICY keeper_all ON feed_endpoint TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT (unit_id, endpoint_id, secret_sealed, previous_sealed), UPDATE (secret_sealed, previous_sealed)
        ON feed_endpoint TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE feed_endpoint, feed_told, feed_change, feed;
      REVOKE SELECT (feed_unit_id, revoked_at, expires_at) ON api_key FROM luutru_worker;
      ALTER TABLE api_key DROP CONSTRAINT api_key_xroad, DROP CONSTRAINT api_key_feed,
        DROP COLUMN xroad_clients, DROP COLUMN feed_unit_id;
    `);
  }
}
