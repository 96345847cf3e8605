import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts that a desk of this scope may see: the facility lies in its area, and the list begins at its level or below. */
const AT_DESK = `((first_desk = 0 AND facility_id IN (SELECT facilities_at_desk(0::smallint)))
               OR (first_desk = 2 AND facility_id IN (SELECT facilities_at_desk(2::smallint))))`;

/**
 * Alerts belong to the data of a stay and are keyed by its facility, which never sees them: only a scope that names a duty
 * desk does. A stay and an entry make one alert, whatever is screened twice. The history is also the log that desks
 * follow; positions are handed out by one locked row, so that they commit in their order and a reader misses none.
 */
export class WatchAlert1795400000036 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- As facilities_in_areas(), of the desks that are of that level or above: app.desks is app.areas with a level in each.
      CREATE FUNCTION facilities_at_desk(lowest smallint) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
      SET search_path = public, pg_temp AS $$
        SELECT f.facility_id
        FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.desks', true), ''), '[]')::jsonb)
             AS a(wards text[], "formerWards" text[], zones text[], kinds text[], level smallint)
        JOIN facility f ON a.level >= lowest AND (a.kinds IS NULL OR f.kind = ANY(a.kinds))
          AND (f.ward_id = ANY(a.wards) OR f.former_ward_id = ANY(a."formerWards") OR f.industrial_zone_id = ANY(a.zones))
      $$;
      REVOKE ALL ON FUNCTION facilities_at_desk(smallint) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION facilities_at_desk(smallint) TO luutru_app;

      CREATE TABLE watch_alert_clock (
        one      boolean PRIMARY KEY DEFAULT true CHECK (one),
        position bigint NOT NULL DEFAULT 0
      );
      INSERT INTO watch_alert_clock DEFAULT VALUES;

      CREATE TABLE watch_alert (
        facility_id     uuid NOT NULL,
        alert_id        uuid NOT NULL,
        stay_id         uuid NOT NULL,
        arrived_on      date NOT NULL,
        list_id         uuid NOT NULL REFERENCES watch_list,
        entry_id        uuid NOT NULL REFERENCES watch_list_entry,
        entry_version   integer NOT NULL,
        list_kind       text NOT NULL,
        first_desk      smallint NOT NULL,
        desk            smallint NOT NULL,
        score           real NOT NULL,
        reasons_sealed  bytea NOT NULL,
        state           text NOT NULL CHECK (state IN ('open', 'acknowledged', 'handed-over', 'closed')),
        version         integer NOT NULL DEFAULT 1,
        raised_at       timestamptz NOT NULL,
        due_at          timestamptz,
        escalated_at    timestamptz,
        acknowledged_by uuid,
        outcome         text CHECK (outcome IN ('confirmed', 'not-the-person', 'no-action')),
        closed_at       timestamptz,
        PRIMARY KEY (facility_id, alert_id),
        UNIQUE (facility_id, stay_id, entry_id),
        CHECK ((state = 'closed') = (outcome IS NOT NULL))
      );
      CREATE INDEX watch_alert_due ON watch_alert (due_at) WHERE state IN ('open', 'handed-over');
      CREATE INDEX watch_alert_list ON watch_alert (raised_at DESC, alert_id DESC);
      CREATE INDEX watch_alert_entry ON watch_alert (entry_id);
      CREATE INDEX watch_alert_id ON watch_alert (alert_id);

      CREATE TABLE watch_alert_history (
        facility_id uuid NOT NULL,
        alert_id    uuid NOT NULL,
        place       integer NOT NULL,
        arrived_on  date NOT NULL,
        first_desk  smallint NOT NULL,
        position    bigint NOT NULL,
        action      text NOT NULL,
        state       text NOT NULL,
        desk        smallint NOT NULL,
        at          timestamptz NOT NULL,
        actor_kind  text NOT NULL,
        actor_id    text NOT NULL,
        outcome     text,
        note_sealed bytea,
        PRIMARY KEY (facility_id, alert_id, place),
        FOREIGN KEY (facility_id, alert_id) REFERENCES watch_alert ON DELETE CASCADE
      );
      CREATE INDEX watch_alert_history_position ON watch_alert_history (position);

      -- That a person seen once is not the one of an entry; held against whoever is seen next.
      CREATE TABLE watch_decision (
        decision_id   uuid PRIMARY KEY,
        entry_id      uuid NOT NULL REFERENCES watch_list_entry,
        person_sealed bytea NOT NULL,
        alert_id      uuid NOT NULL,
        decided_by    uuid NOT NULL,
        decided_at    timestamptz NOT NULL,
        revoked_by    uuid,
        revoked_at    timestamptz,
        CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
      );
      CREATE INDEX watch_decision_entry ON watch_decision (entry_id) WHERE revoked_at IS NULL;
      CREATE UNIQUE INDEX watch_decision_alert ON watch_decision (alert_id) WHERE revoked_at IS NULL;
    `);
    for (const table of ['watch_alert', 'watch_alert_history', 'watch_alert_clock', 'watch_decision']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
        CREATE POLICY keeper_all ON ${table} TO luutru_keeper USING (true) WITH CHECK (true);
      `);
    }
    const anyDesk = `nullif(current_setting('app.desks', true), '') IS NOT NULL`;
    const seenEntry = (table: string): string =>
      `EXISTS (SELECT FROM watch_alert a WHERE a.entry_id = ${table}.entry_id)`;
    await q.query(`
      CREATE POLICY at_desk ON watch_alert TO luutru_app USING (${AT_DESK}) WITH CHECK (${AT_DESK});
      CREATE POLICY at_desk ON watch_alert_history TO luutru_app USING (${AT_DESK}) WITH CHECK (${AT_DESK});
      CREATE POLICY at_desk ON watch_alert_clock TO luutru_app USING (${anyDesk}) WITH CHECK (${anyDesk});
      CREATE POLICY at_desk ON watch_decision TO luutru_app
        USING (${seenEntry('watch_decision')}) WITH CHECK (${seenEntry('watch_decision')});
      CREATE POLICY desk_read ON watch_list_entry FOR SELECT TO luutru_app USING (${seenEntry('watch_list_entry')});
      CREATE POLICY desk_read ON watch_list_entry_version FOR SELECT TO luutru_app
        USING (${seenEntry('watch_list_entry_version')});
      -- Whoever takes a decision back has the entry held against the stays again.
      CREATE POLICY at_desk ON watch_rescreen FOR INSERT TO luutru_app WITH CHECK (entry_id IS NOT NULL AND ${seenEntry('watch_rescreen')});

      GRANT SELECT ON watch_alert, watch_alert_clock TO luutru_app;
      GRANT SELECT, INSERT ON watch_alert_history, watch_decision TO luutru_app;
      GRANT UPDATE (position) ON watch_alert_clock TO luutru_app;
      GRANT UPDATE (desk, state, version, due_at, acknowledged_by, outcome, closed_at) ON watch_alert TO luutru_app;
      GRANT UPDATE (revoked_by, revoked_at) ON watch_decision TO luutru_app;

      GRANT SELECT ON watch_alert, watch_alert_clock, watch_decision TO luutru_worker;
      GRANT INSERT ON watch_alert, watch_alert_history TO luutru_worker;
      GRANT SELECT (facility_id, alert_id, place) ON watch_alert_history TO luutru_worker;
      GRANT UPDATE (position) ON watch_alert_clock TO luutru_worker;
      GRANT UPDATE (desk, version, due_at, escalated_at) ON watch_alert TO luutru_worker;

      GRANT SELECT (facility_id, alert_id, arrived_on, reasons_sealed), UPDATE (reasons_sealed), DELETE ON watch_alert
        TO luutru_keeper;
      GRANT SELECT (facility_id, alert_id, place, arrived_on, note_sealed), UPDATE (note_sealed) ON watch_alert_history
        TO luutru_keeper;
      GRANT SELECT (decision_id, person_sealed), UPDATE (person_sealed) ON watch_decision TO luutru_keeper;

    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP POLICY at_desk ON watch_rescreen;
      DROP POLICY desk_read ON watch_list_entry_version;
      DROP POLICY desk_read ON watch_list_entry;
      DROP TABLE watch_decision, watch_alert_history, watch_alert, watch_alert_clock;
      DROP FUNCTION facilities_at_desk(smallint);
    `);
  }
}
