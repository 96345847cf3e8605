import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units whose lists the caller keeps; set for nobody else. */
const KEPT = `unit_id = ANY ((SELECT nullif(current_setting('app.list_units', true), ''))::text[])`;

/** True where a duty desk of that level is in the scope. */
const deskOf = (level: string): string => `EXISTS (
  SELECT FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.desks', true), ''), '[]')::jsonb) AS d(level smallint)
  WHERE d.level >= ${level})`;

/**
 * Lists of people looked for, and what becomes of them. Nothing here is written by a facility or shown to one: a transaction
 * sees lists only when its scope names the units they belong to, or a duty desk. Whom an entry describes is sealed.
 *
 * A change is a proposal until somebody else has approved it; then the lists get a new revision. The one row of
 * watch_list_clock is locked by whoever makes a revision, so that revisions commit in their order and a worker that knows
 * revision n needs only what was changed after it.
 */
export class WatchList1795400000035 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE watch_list_clock (
        one      boolean PRIMARY KEY DEFAULT true CHECK (one),
        revision bigint NOT NULL DEFAULT 0
      );
      INSERT INTO watch_list_clock DEFAULT VALUES;

      CREATE TABLE watch_list (
        list_id             uuid PRIMARY KEY,
        kind                text NOT NULL,
        name_vi             text NOT NULL,
        name_en             text NOT NULL,
        unit_id             text NOT NULL REFERENCES admin_unit,
        legal_basis         text NOT NULL,
        valid_from          date NOT NULL,
        valid_until         date,
        threshold           real NOT NULL CHECK (threshold BETWEEN 0 AND 1),
        acknowledge_minutes integer NOT NULL CHECK (acknowledge_minutes BETWEEN 1 AND 1440),
        area_unit_id        text REFERENCES admin_unit,
        first_desk          smallint NOT NULL CHECK (first_desk IN (0, 2)),
        state               text NOT NULL CHECK (state IN ('active', 'withdrawn')),
        version             integer NOT NULL,
        revision            bigint NOT NULL,
        CHECK (valid_until >= valid_from)
      );

      CREATE TABLE watch_list_proposal (
        proposal_id    uuid PRIMARY KEY,
        list_id        uuid NOT NULL,
        unit_id        text NOT NULL REFERENCES admin_unit,
        kind           text NOT NULL CHECK (kind IN ('list-create', 'list-change', 'list-withdraw', 'entries')),
        content        jsonb,
        base_version   integer,
        added          integer NOT NULL DEFAULT 0,
        changed        integer NOT NULL DEFAULT 0,
        withdrawn      integer NOT NULL DEFAULT 0,
        state          text NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'cancelled')),
        proposed_by    uuid NOT NULL,
        proposed_at    timestamptz NOT NULL,
        decided_by     uuid,
        decided_at     timestamptz,
        reason_sealed  bytea,
        CHECK ((state = 'open') = (decided_at IS NULL)),
        -- Four eyes: nobody decides on what they have proposed; they may only take it back.
        CHECK (CASE WHEN state = 'cancelled' THEN decided_by = proposed_by ELSE decided_by <> proposed_by END)
      );
      CREATE INDEX watch_list_proposal_queue ON watch_list_proposal (proposed_at) WHERE state = 'open';
      CREATE INDEX watch_list_proposal_of_list ON watch_list_proposal (list_id, proposed_at DESC);

      CREATE TABLE watch_list_proposal_item (
        proposal_id    uuid NOT NULL REFERENCES watch_list_proposal,
        place          integer NOT NULL,
        action         text NOT NULL CHECK (action IN ('add', 'change', 'withdraw')),
        entry_id       uuid NOT NULL,
        base_version   integer,
        content_sealed bytea,
        valid_until    date,
        PRIMARY KEY (proposal_id, place),
        UNIQUE (proposal_id, entry_id),
        CHECK ((action = 'add') = (base_version IS NULL)),
        CHECK ((action = 'withdraw') = (content_sealed IS NULL))
      );

      CREATE TABLE watch_list_entry (
        entry_id       uuid PRIMARY KEY,
        list_id        uuid NOT NULL REFERENCES watch_list,
        unit_id        text NOT NULL REFERENCES admin_unit,
        content_sealed bytea NOT NULL,
        valid_until    date,
        state          text NOT NULL CHECK (state IN ('active', 'withdrawn', 'expired')),
        version        integer NOT NULL,
        revision       bigint NOT NULL
      );
      CREATE INDEX watch_list_entry_of_list ON watch_list_entry (list_id, entry_id);
      CREATE INDEX watch_list_entry_revision ON watch_list_entry (revision);
      CREATE INDEX watch_list_entry_expiry ON watch_list_entry (valid_until) WHERE state = 'active';

      CREATE TABLE watch_list_version (
        list_id     uuid NOT NULL REFERENCES watch_list,
        version     integer NOT NULL CHECK (version > 0),
        unit_id     text NOT NULL,
        action      text NOT NULL,
        content     jsonb NOT NULL,
        at          timestamptz NOT NULL,
        proposed_by uuid,
        approved_by uuid,
        proposal_id uuid REFERENCES watch_list_proposal,
        PRIMARY KEY (list_id, version)
      );

      CREATE TABLE watch_list_entry_version (
        entry_id       uuid NOT NULL REFERENCES watch_list_entry,
        version        integer NOT NULL CHECK (version > 0),
        unit_id        text NOT NULL,
        action         text NOT NULL,
        content_sealed bytea NOT NULL,
        valid_until    date,
        at             timestamptz NOT NULL,
        proposed_by    uuid,
        approved_by    uuid,
        proposal_id    uuid REFERENCES watch_list_proposal,
        PRIMARY KEY (entry_id, version)
      );

      -- Stays to be held against what was changed; the cursor says how far that is committed.
      CREATE TABLE watch_rescreen (
        rescreen_id uuid PRIMARY KEY,
        list_id     uuid NOT NULL REFERENCES watch_list,
        proposal_id uuid REFERENCES watch_list_proposal,
        entry_id    uuid REFERENCES watch_list_entry,
        due_at      timestamptz NOT NULL,
        since       date,
        month       date,
        facility_id uuid,
        arrived_on  date,
        stay_id     uuid,
        seen        bigint NOT NULL DEFAULT 0,
        raised      bigint NOT NULL DEFAULT 0,
        finished_at timestamptz
      );
      CREATE INDEX watch_rescreen_due ON watch_rescreen (due_at) WHERE finished_at IS NULL;
    `);
    const kept = [
      'watch_list',
      'watch_list_entry',
      'watch_list_proposal',
      'watch_list_version',
      'watch_list_entry_version',
    ];
    for (const table of [...kept, 'watch_list_proposal_item', 'watch_list_clock', 'watch_rescreen']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
        CREATE POLICY keeper_all ON ${table} TO luutru_keeper USING (true) WITH CHECK (true);
      `);
    }
    for (const table of kept)
      await q.query(`CREATE POLICY kept ON ${table} TO luutru_app USING (${KEPT}) WITH CHECK (${KEPT})`);
    const anyKept = `nullif(current_setting('app.list_units', true), '') IS NOT NULL`;
    await q.query(`
      CREATE POLICY kept ON watch_list_proposal_item TO luutru_app
        USING (EXISTS (SELECT FROM watch_list_proposal p WHERE p.proposal_id = watch_list_proposal_item.proposal_id))
        WITH CHECK (EXISTS (SELECT FROM watch_list_proposal p WHERE p.proposal_id = watch_list_proposal_item.proposal_id));
      CREATE POLICY kept ON watch_list_clock TO luutru_app USING (${anyKept}) WITH CHECK (${anyKept});
      CREATE POLICY kept ON watch_rescreen TO luutru_app
        USING (EXISTS (SELECT FROM watch_list l WHERE l.list_id = watch_rescreen.list_id))
        WITH CHECK (EXISTS (SELECT FROM watch_list l WHERE l.list_id = watch_rescreen.list_id));
      CREATE POLICY desk_read ON watch_list FOR SELECT TO luutru_app USING (${deskOf('first_desk')});

      GRANT SELECT, INSERT ON watch_list, watch_list_entry, watch_list_proposal, watch_list_proposal_item, watch_list_version,
        watch_list_entry_version TO luutru_app;
      GRANT SELECT ON watch_list_clock, watch_rescreen TO luutru_app;
      GRANT INSERT (rescreen_id, list_id, proposal_id, entry_id, due_at) ON watch_rescreen TO luutru_app;
      GRANT UPDATE (revision) ON watch_list_clock TO luutru_app;
      GRANT UPDATE (name_vi, name_en, legal_basis, valid_from, valid_until, threshold, acknowledge_minutes, area_unit_id,
                    first_desk, state, version, revision) ON watch_list TO luutru_app;
      GRANT UPDATE (content_sealed, valid_until, state, version, revision) ON watch_list_entry TO luutru_app;
      GRANT UPDATE (state, decided_by, decided_at, reason_sealed, added, changed, withdrawn) ON watch_list_proposal
        TO luutru_app;

      GRANT SELECT ON watch_list, watch_list_entry, watch_list_clock, watch_rescreen TO luutru_worker;
      GRANT SELECT (proposal_id, entry_id, action) ON watch_list_proposal_item TO luutru_worker;
      GRANT UPDATE (revision) ON watch_list_clock TO luutru_worker;
      GRANT UPDATE (state, version, revision) ON watch_list_entry TO luutru_worker;
      GRANT INSERT (entry_id, version, unit_id, action, content_sealed, valid_until, at) ON watch_list_entry_version
        TO luutru_worker;
      GRANT UPDATE (since, month, facility_id, arrived_on, stay_id, seen, raised, finished_at)
        ON watch_rescreen TO luutru_worker;

      GRANT SELECT (entry_id, content_sealed), UPDATE (content_sealed) ON watch_list_entry TO luutru_keeper;
      GRANT SELECT (entry_id, version, content_sealed), UPDATE (content_sealed) ON watch_list_entry_version TO luutru_keeper;
      GRANT SELECT (proposal_id, place, entry_id, content_sealed), UPDATE (content_sealed) ON watch_list_proposal_item
        TO luutru_keeper;
      GRANT SELECT (proposal_id, reason_sealed), UPDATE (reason_sealed) ON watch_list_proposal TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE watch_rescreen, watch_list_entry_version, watch_list_version, watch_list_entry, watch_list_proposal_item,
        watch_list_proposal, watch_list, watch_list_clock;
    `);
  }
}
