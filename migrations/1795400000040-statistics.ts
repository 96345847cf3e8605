import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one row of figures counts; the same by day and by month. */
const COUNTS = `
        arrivals          integer NOT NULL DEFAULT 0,
        overnight         integer NOT NULL DEFAULT 0,
        foreign_arrivals  integer NOT NULL DEFAULT 0,
        foreign_overnight integer NOT NULL DEFAULT 0,
        departures        integer NOT NULL DEFAULT 0,
        late              integer NOT NULL DEFAULT 0,
        cancelled         integer NOT NULL DEFAULT 0,`;

/**
 * Figures of stays by day and month (ADR 0029): what was last counted of each stay, trip and facility, and the cells that were
 * made of it. The cells hold counts by place, code and day and name nobody; only they are shown.
 */
export class Statistics1795400000040 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- watched_*: a moment and the first transaction number not given out by then. Once all below it has ended and was read,
      -- that moment is collected_at; once nothing is due any more it is counted_at, which every answer shows.
      CREATE TABLE statistic_progress (
        only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        upto_xact    xid8,
        watched_xact   xid8,
        watched_at     timestamptz,
        collected_at timestamptz,
        counted_at   timestamptz
      );
      INSERT INTO statistic_progress DEFAULT VALUES;

      -- What has changed since it was counted: a stay, a trip, or a facility itself.
      CREATE TABLE statistic_due (
        kind        text NOT NULL CHECK (kind IN ('stay', 'trip', 'facility')),
        facility_id uuid NOT NULL,
        subject_id  uuid NOT NULL,
        PRIMARY KEY (kind, facility_id, subject_id)
      );

      -- Days of arrival to count all stays of, from nothing: at the first start, and on a database made from a dump.
      CREATE TABLE statistic_due_days (
        from_day  date PRIMARY KEY,
        until_day date NOT NULL CHECK (until_day > from_day)
      );

      -- An area is what is alike in all that figures of facilities are told apart by; a province leaves out where in it.
      CREATE TABLE statistic_place (
        place_id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        level             text NOT NULL CHECK (level IN ('area', 'province')),
        province_place_id integer REFERENCES statistic_place,
        province_id       text NOT NULL REFERENCES admin_unit,
        ward_id           text REFERENCES admin_unit,
        former_ward_id    text REFERENCES admin_unit,
        zone_id           text REFERENCES industrial_zone,
        kind              text NOT NULL,
        stars             smallint,
        UNIQUE NULLS NOT DISTINCT (level, province_id, ward_id, former_ward_id, zone_id, kind, stars),
        CHECK ((level = 'area') = (ward_id IS NOT NULL) AND (level = 'area') = (province_place_id IS NOT NULL))
      );

      -- What a facility was like from a day on: figures of last year keep the stars and rooms of last year.
      CREATE TABLE statistic_facility (
        facility_id uuid NOT NULL,
        since       date NOT NULL,
        until       date NOT NULL CHECK (until > since),
        place_id    integer NOT NULL REFERENCES statistic_place,
        rooms       integer NOT NULL,
        beds        integer NOT NULL,
        PRIMARY KEY (facility_id, since)
      );

      -- What was last counted of a stay. The nights are those from first_night up to, not including, until_night.
      CREATE TABLE statistic_stay (
        facility_id  uuid NOT NULL,
        stay_id      uuid NOT NULL,
        place_id     integer NOT NULL,
        stay_kind    text NOT NULL,
        state        text NOT NULL,
        arrived_on   date NOT NULL,
        departed_on  date,
        first_night  date NOT NULL,
        until_night  date NOT NULL CHECK (until_night >= first_night),
        late         boolean NOT NULL,
        nationality  text NOT NULL,
        reason       text,
        origin       text,
        sex          text NOT NULL,
        age          text NOT NULL,
        hour         text NOT NULL,
        department   text,
        employer     text,
        zone         text,
        route        text,
        room         text,
        PRIMARY KEY (facility_id, stay_id)
      );
      CREATE INDEX statistic_stay_arrival ON statistic_stay (place_id, arrived_on);
      CREATE INDEX statistic_stay_departure ON statistic_stay (place_id, until_night);
      CREATE INDEX statistic_stay_room ON statistic_stay (facility_id, room, until_night) WHERE room IS NOT NULL;

      CREATE TABLE statistic_trip (
        facility_id uuid NOT NULL,
        trip_id     uuid NOT NULL,
        place_id    integer NOT NULL,
        departs_on  date NOT NULL,
        route       text NOT NULL,
        PRIMARY KEY (facility_id, trip_id)
      );

      -- "present" is by how many more are there in that night than in the night before: people; with the dimensions
      -- room-use, rooms and beds, these. Nights of a period are added up from it. With the dimension trip, arrivals are trips.
      -- A text, as row security keeps the comparison of other types, enumerations among them, out of an index.
      CREATE TABLE statistic_day (
        dimension         text NOT NULL,
        place_id          integer NOT NULL REFERENCES statistic_place,
        day               date NOT NULL,
        stay_kind         text NOT NULL,
        value             text NOT NULL,${COUNTS}
        present           integer NOT NULL DEFAULT 0,
        PRIMARY KEY (dimension, place_id, day, stay_kind, value)
      );
      -- "present_nights" is what "present" of its days makes until the end of the month.
      CREATE TABLE statistic_month (
        dimension         text NOT NULL,
        place_id          integer NOT NULL REFERENCES statistic_place,
        month             date NOT NULL CHECK (date_trunc('month', month) = month),
        stay_kind         text NOT NULL,
        value             text NOT NULL,${COUNTS}
        present           integer NOT NULL DEFAULT 0,
        present_nights    bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (dimension, place_id, month, stay_kind, value)
      );

      -- Who is there now. Tenants by their employer, its zone and the day they came, others with these left empty.
      CREATE TABLE statistic_now (
        place_id  integer NOT NULL REFERENCES statistic_place,
        stay_kind text NOT NULL,
        zone      text NOT NULL,
        employer  text NOT NULL,
        since     date NOT NULL,
        foreigner boolean NOT NULL,
        in_house  integer NOT NULL,
        overdue   integer NOT NULL,
        PRIMARY KEY (place_id, stay_kind, zone, employer, since, foreigner)
      );

      -- The places of which the caller may see figures; a province's only when all of its wards are in one area.
      CREATE FUNCTION statistic_places_in_areas() RETURNS SETOF integer LANGUAGE sql STABLE PARALLEL SAFE
      SET search_path = public, pg_temp AS $$
        WITH a AS MATERIALIZED (
          SELECT row_number() OVER () AS n, wards, "formerWards", zones, kinds
          FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
               AS area(wards text[], "formerWards" text[], zones text[], kinds text[])
        ), whole AS MATERIALIZED (
          SELECT a.n, u.parent_id AS province_id FROM a JOIN admin_unit u ON u.unit_id = ANY(a.wards)
          WHERE u.level = 'ward' AND u.valid_to IS NULL GROUP BY 1, 2
          HAVING count(*) = (SELECT count(*) FROM admin_unit w
                             WHERE w.parent_id = u.parent_id AND w.level = 'ward' AND w.valid_to IS NULL)
        )
        SELECT p.place_id FROM a CROSS JOIN LATERAL unnest(a.wards) AS w(ward_id) JOIN statistic_place p USING (ward_id)
        WHERE a.kinds IS NULL OR p.kind = ANY(a.kinds)
        UNION
        SELECT p.place_id FROM a CROSS JOIN LATERAL unnest(a."formerWards") AS w(former_ward_id)
        JOIN statistic_place p USING (former_ward_id) WHERE a.kinds IS NULL OR p.kind = ANY(a.kinds)
        UNION
        SELECT p.place_id FROM a CROSS JOIN LATERAL unnest(a.zones) AS w(zone_id) JOIN statistic_place p USING (zone_id)
        WHERE a.kinds IS NULL OR p.kind = ANY(a.kinds)
        UNION
        SELECT p.place_id FROM a JOIN whole USING (n) JOIN statistic_place p USING (province_id)
        WHERE p.level = 'province' AND (a.kinds IS NULL OR p.kind = ANY(a.kinds))
      $$;
      REVOKE ALL ON FUNCTION statistic_places_in_areas() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION statistic_places_in_areas() TO luutru_app;
    `);
    const shown = ['statistic_day', 'statistic_month', 'statistic_now'];
    const counted = ['statistic_due', 'statistic_facility', 'statistic_stay', 'statistic_trip'];
    for (const table of [...shown, ...counted]) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO luutru_worker;
      `);
    }
    for (const table of shown) {
      await q.query(`
        CREATE POLICY area_scope ON ${table} FOR SELECT TO luutru_app
          USING (place_id IN (SELECT statistic_places_in_areas()));
        GRANT SELECT ON ${table} TO luutru_app;
      `);
    }
    // Days of areas by code are made of the stays: of what the law counts, without anything that leads to one of them.
    await q.query(`
      CREATE POLICY area_scope ON statistic_stay FOR SELECT TO luutru_app
        USING (place_id IN (SELECT statistic_places_in_areas()));
      GRANT SELECT (place_id, stay_kind, state, arrived_on, departed_on, first_night, until_night, late, nationality, reason,
                    origin, sex, age, hour, department, employer, zone, route) ON statistic_stay TO luutru_app;
    `);
    await q.query(`
      GRANT SELECT, INSERT ON statistic_place TO luutru_worker;
      GRANT SELECT, INSERT, DELETE ON statistic_due_days TO luutru_worker;
      GRANT SELECT ON statistic_place, statistic_progress TO luutru_app;
      GRANT SELECT, UPDATE ON statistic_progress TO luutru_worker;
      GRANT SELECT (content) ON facility_version TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      REVOKE SELECT (content) ON facility_version FROM luutru_worker;
      DROP TABLE statistic_now, statistic_month, statistic_day, statistic_trip, statistic_stay, statistic_facility,
                 statistic_place, statistic_due_days, statistic_due, statistic_progress;
      DROP FUNCTION statistic_places_in_areas();
    `);
  }
}
