import type { MigrationInterface, QueryRunner } from 'typeorm';

const READ_BY_PLACE = [
  'statistic_day',
  'statistic_month',
  'statistic_now',
  'statistic_worker_now',
  'statistic_stay',
  'statistic_facility',
];

/**
 * Row security asks for each table of each question whether a place lies in the caller's areas: by the bit at the number of the place, not
 * by a set of some thousand numbers that is hashed anew each time, which took longer than reading the cells.
 */
export class PlacesShown1795400000061 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- The bit at each place's number, from one on; none beyond the last that is shown, so that nothing is shown there. Remembered for the
      -- transaction beside the areas that they belong to.
      CREATE FUNCTION statistic_places_shown() RETURNS bit varying LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
      SET search_path = public, pg_temp AS $$
        DECLARE
          areas text := coalesce(current_setting('app.areas', true), '');
        BEGIN
          IF areas = '' THEN RETURN B''; END IF;
          IF areas IS DISTINCT FROM current_setting('app.shown_areas', true) THEN
            PERFORM set_config('app.shown_places', (
              WITH shown AS MATERIALIZED (SELECT place_id FROM statistic_places_of_areas() AS place_id)
              SELECT coalesce(string_agg(CASE WHEN n IN (SELECT place_id FROM shown) THEN '1' ELSE '0' END, '' ORDER BY n), '')
              FROM generate_series(1, (SELECT max(place_id) FROM shown)) AS n
            ), true);
            PERFORM set_config('app.shown_areas', areas, true);
          END IF;
          RETURN current_setting('app.shown_places')::bit varying;
        END $$;
      REVOKE ALL ON FUNCTION statistic_places_shown() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION statistic_places_shown() TO luutru_app, luutru_worker;

      -- For an API of the release before.
      CREATE OR REPLACE FUNCTION statistic_places_in_areas() RETURNS SETOF integer LANGUAGE sql STABLE PARALLEL RESTRICTED
      SET search_path = public, pg_temp AS $$
        SELECT n FROM (SELECT statistic_places_shown() AS bits OFFSET 0) AS s CROSS JOIN LATERAL generate_series(1, length(bits)) AS n
        WHERE substring(bits FROM n FOR 1) = B'1'
      $$;
    `);
    // A comparison alone would be taken to be true of one row in two hundred.
    const isShown = `CASE substring((SELECT statistic_places_shown()) FROM place_id FOR 1) WHEN B'1' THEN true ELSE false END`;
    for (const table of READ_BY_PLACE) await q.query(`ALTER POLICY area_scope ON ${table} USING (${isShown})`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of READ_BY_PLACE) {
      await q.query(`ALTER POLICY area_scope ON ${table} USING (place_id IN (SELECT statistic_places_in_areas()))`);
    }
    await q.query(`
      CREATE OR REPLACE FUNCTION statistic_places_in_areas() RETURNS SETOF integer LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
      SET search_path = public, pg_temp AS $$
        DECLARE
          areas text := coalesce(current_setting('app.areas', true), '');
        BEGIN
          IF areas = '' THEN RETURN; END IF;
          IF areas IS DISTINCT FROM current_setting('app.statistic_areas', true) THEN
            PERFORM set_config('app.statistic_places',
                               coalesce((SELECT array_agg(id)::text FROM statistic_places_of_areas() AS id), '{}'), true);
            PERFORM set_config('app.statistic_areas', areas, true);
          END IF;
          RETURN QUERY SELECT unnest(current_setting('app.statistic_places')::integer[]);
        END $$;
      DROP FUNCTION statistic_places_shown();
    `);
  }
}
