import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of closed months as they were given out to those who may not see small numbers (ADR 0031). */
export class StatisticEditions1795400000046 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- What is protected together: the area and kinds of a policy, and from how many persons on a figure is shown. "areas" is what
      -- the setting app.areas says for those who may ask.
      CREATE TABLE statistic_scope (
        scope_id  text COLLATE "C" PRIMARY KEY,
        policy_id text NOT NULL,
        areas     jsonb NOT NULL,
        threshold smallint NOT NULL CHECK (threshold >= 5),
        asked_at  timestamptz NOT NULL
      );

      -- "digest" is of the counts that it was made of; on "checked_on" these were last looked at again.
      CREATE TABLE statistic_edition (
        scope_id   text COLLATE "C" NOT NULL REFERENCES statistic_scope,
        month      date NOT NULL CHECK (date_trunc('month', month) = month),
        number     smallint NOT NULL CHECK (number > 0),
        made_at    timestamptz NOT NULL,
        withheld   boolean NOT NULL,
        digest     bytea NOT NULL,
        checked_on date NOT NULL,
        PRIMARY KEY (scope_id, month, number)
      );

      -- A cell without a row has nobody; the value '-' has those that a breakdown says nothing of. "persons" is how many there are in it, hidden or not: the next edition is held against
      -- it, and nobody is shown it. What facilities have to offer is never hidden.
      CREATE TABLE statistic_edition_cell (
        scope_id    text COLLATE "C" NOT NULL,
        month       date NOT NULL,
        number      smallint NOT NULL,
        breakdown   text COLLATE "C" NOT NULL,
        area        text COLLATE "C" NOT NULL,
        kind        text COLLATE "C" NOT NULL,
        value       text COLLATE "C" NOT NULL,
        persons     integer NOT NULL,
        hidden      boolean NOT NULL,
        arrivals    integer,
        overnight   integer,
        departures  integer,
        late        integer,
        cancelled   integer,
        nights      integer,
        room_nights_used integer,
        facilities  integer NOT NULL,
        rooms       integer NOT NULL,
        beds        integer NOT NULL,
        room_nights integer NOT NULL,
        bed_nights  integer NOT NULL,
        trips       integer NOT NULL,
        PRIMARY KEY (scope_id, breakdown, month, number, area, kind, value),
        FOREIGN KEY (scope_id, month, number) REFERENCES statistic_edition,
        CONSTRAINT statistic_edition_cell_hidden CHECK (
          num_nonnulls(arrivals, overnight, departures, late, cancelled, nights, room_nights_used)
            = CASE WHEN hidden OR value = '-' THEN 0 ELSE 7 END)
      );

      -- Whoever stays over a whole month came before it and leaves after it: few, and found without reading all others.
      CREATE INDEX statistic_stay_long ON statistic_stay (place_id, until_night) WHERE until_night > arrived_on + 27;

      -- The scopes of the caller's very areas, and the one that is open to all.
      CREATE FUNCTION statistic_scopes_in_areas() RETURNS SETOF text LANGUAGE sql STABLE PARALLEL SAFE
      SET search_path = public, pg_temp AS $$
        SELECT scope_id FROM statistic_scope
        WHERE policy_id = 'public' OR areas = nullif(current_setting('app.areas', true), '')::jsonb
      $$;
      REVOKE ALL ON FUNCTION statistic_scopes_in_areas() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION statistic_scopes_in_areas() TO luutru_app;
      GRANT EXECUTE ON FUNCTION statistic_places_in_areas() TO luutru_worker;
    `);
    for (const table of ['statistic_scope', 'statistic_edition', 'statistic_edition_cell']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT ON ${table} TO luutru_worker;
        GRANT INSERT ON ${table} TO luutru_app;
      `);
    }
    const own = `policy_id <> 'public' AND areas = nullif(current_setting('app.areas', true), '')::jsonb`;
    await q.query(`
      CREATE POLICY read_own ON statistic_scope FOR SELECT TO luutru_app USING (policy_id = 'public' OR (${own}));
      CREATE POLICY add_own ON statistic_scope FOR INSERT TO luutru_app WITH CHECK (${own});
    `);
    for (const table of ['statistic_edition', 'statistic_edition_cell']) {
      await q.query(`
        CREATE POLICY read_own ON ${table} FOR SELECT TO luutru_app
          USING (scope_id IN (SELECT statistic_scopes_in_areas()));
        CREATE POLICY add_own ON ${table} FOR INSERT TO luutru_app
          WITH CHECK (scope_id IN (SELECT statistic_scopes_in_areas()) AND scope_id NOT LIKE 'public:%');
      `);
    }
    await q.query(`
      GRANT UPDATE (checked_on) ON statistic_edition TO luutru_worker;
      GRANT SELECT ON statistic_scope TO luutru_app;
      GRANT SELECT (scope_id, month, number, made_at, withheld) ON statistic_edition TO luutru_app;
      GRANT SELECT (scope_id, month, number, breakdown, area, kind, value, hidden, arrivals, overnight, departures, late,
                    cancelled, nights, room_nights_used, facilities, rooms, beds, room_nights, bed_nights, trips)
        ON statistic_edition_cell TO luutru_app;
      GRANT SELECT ON authority_policy TO luutru_worker;

      -- Where facilities stand and since when, without which: places without one are no part of a month's counts.
      CREATE POLICY area_scope ON statistic_facility FOR SELECT TO luutru_app
        USING (place_id IN (SELECT statistic_places_in_areas()));
      GRANT SELECT (place_id, since, until, rooms) ON statistic_facility TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      REVOKE SELECT (place_id, since, until, rooms) ON statistic_facility FROM luutru_app;
      DROP POLICY area_scope ON statistic_facility;
      REVOKE SELECT ON authority_policy FROM luutru_worker;
      DROP TABLE statistic_edition_cell, statistic_edition, statistic_scope;
      DROP FUNCTION statistic_scopes_in_areas();
      REVOKE EXECUTE ON FUNCTION statistic_places_in_areas() FROM luutru_worker;
      DROP INDEX statistic_stay_long;
    `);
  }
}
