import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;
/** Whoever holds the link of a desk shows the fingerprint of its token, and sees that link and no other. */
const SHOWN = `token_hash = (SELECT decode(nullif(current_setting('app.desk_token_hash', true), ''), 'hex'))`;

/** What guests enter about themselves before the desk has seen them, and the links by which they come (ADR 0039). */
export class GuestEntry1795400000055 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE desk_link (
        facility_id  uuid NOT NULL REFERENCES facility,
        link_id      uuid NOT NULL,
        -- SHA-256 of a random token: enough to know it again.
        token_hash   bytea NOT NULL,
        -- The token itself, so that the card can be printed again; gone once the link is withdrawn.
        token_sealed bytea,
        made_at      timestamptz NOT NULL,
        made_by      text NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by text,
        PRIMARY KEY (facility_id, link_id),
        CHECK ((withdrawn_at IS NULL) = (token_sealed IS NOT NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
      );
      CREATE UNIQUE INDEX desk_link_live ON desk_link (facility_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX desk_link_token ON desk_link (token_hash);

      CREATE TABLE guest_entry (
        facility_id     uuid NOT NULL,
        entry_id        uuid NOT NULL,
        link_id         uuid NOT NULL,
        state           text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'refused', 'withdrawn', 'expired')),
        call_code       text NOT NULL CHECK (call_code ~ '^[0-9]{4}$'),
        people          smallint NOT NULL CHECK (people BETWEEN 1 AND 20),
        -- Only while it waits: what is left afterwards names nobody.
        content_sealed  bytea,
        consent_version text NOT NULL,
        consented_at    timestamptz NOT NULL,
        entered_on      date NOT NULL,
        entered_at      timestamptz NOT NULL,
        expires_at      timestamptz NOT NULL,
        opened_at       timestamptz,
        opened_by       text,
        ended_at        timestamptz,
        ended_by        text,
        refused_because text,
        stay_ids        uuid[],
        PRIMARY KEY (facility_id, entry_id),
        FOREIGN KEY (facility_id, link_id) REFERENCES desk_link,
        CHECK ((state = 'waiting') = (content_sealed IS NOT NULL) AND (state = 'waiting') = (ended_at IS NULL)),
        CHECK ((state = 'confirmed') = (stay_ids IS NOT NULL) AND (state = 'refused') = (refused_because IS NOT NULL))
      ) WITH (fillfactor = 80);
      CREATE UNIQUE INDEX guest_entry_call_code ON guest_entry (facility_id, call_code) WHERE state = 'waiting';
      CREATE INDEX guest_entry_of_link ON guest_entry (facility_id, link_id, entered_at);
      CREATE INDEX guest_entry_expiry ON guest_entry (expires_at) WHERE state = 'waiting';
      CREATE INDEX guest_entry_day ON guest_entry (entered_on);
    `);
    for (const table of ['desk_link', 'guest_entry']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY facility_scope ON ${table} TO luutru_app USING (${SCOPE}) WITH CHECK (${SCOPE});
        CREATE POLICY keeper_all ON ${table} TO luutru_keeper USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT ON ${table} TO luutru_app;
      `);
    }
    await q.query(`
      CREATE POLICY token_shown ON desk_link FOR SELECT TO luutru_app USING (${SHOWN});
      CREATE POLICY worker_all ON guest_entry TO luutru_worker USING (true) WITH CHECK (true);
      GRANT UPDATE (token_sealed, withdrawn_at, withdrawn_by) ON desk_link TO luutru_app;
      GRANT UPDATE (state, content_sealed, opened_at, opened_by, ended_at, ended_by, refused_because, stay_ids)
        ON guest_entry TO luutru_app;
      GRANT SELECT (facility_id, entry_id, state, expires_at), UPDATE (state, content_sealed, ended_at, ended_by)
        ON guest_entry TO luutru_worker;
      GRANT SELECT (facility_id, link_id, token_sealed), UPDATE (token_sealed) ON desk_link TO luutru_keeper;
      GRANT SELECT (facility_id, entry_id, entered_on, content_sealed), UPDATE (content_sealed), DELETE
        ON guest_entry TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE guest_entry, desk_link');
  }
}
