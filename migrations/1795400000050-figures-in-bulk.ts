import type { MigrationInterface, QueryRunner } from 'typeorm';

const CELLS = ['statistic_day', 'statistic_month', 'statistic_now'];
const READ_BY_PLACE = [...CELLS, 'statistic_stay', 'statistic_facility'];

/**
 * Cells no longer ask for each new row whether its place is there, which took two fifths of the time of counting from nothing:
 * places come from the same statement that writes the cell, and nobody may delete one. Wards have cells as a whole, which
 * maps of a province are made of; the worker links the areas that are there already. The places of the caller's areas are
 * worked out once in a transaction, not once for each table of each question.
 */
export class FiguresInBulk1795400000050 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const table of CELLS) await q.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_place_id_fkey`);
    await q.query(`
      -- A ward as a whole says nothing of kind and stars. Null in an area: its cells are not in those of its ward yet.
      ALTER TABLE statistic_place
        ADD COLUMN ward_place_id integer REFERENCES statistic_place,
        ALTER COLUMN kind DROP NOT NULL,
        DROP CONSTRAINT statistic_place_check,
        DROP CONSTRAINT statistic_place_level_check,
        ADD CHECK (level IN ('area', 'ward', 'province')),
        ADD CHECK ((level = 'area') = (province_place_id IS NOT NULL) AND (level = 'province') = (ward_id IS NULL)
                   AND (level = 'ward') = (kind IS NULL));
      GRANT UPDATE (ward_place_id) ON statistic_place TO luutru_worker;

      -- Remembered for the transaction beside the areas that they belong to. A ward as a whole has no kind and is left out
      -- where an area is of some kinds only.
      ALTER FUNCTION statistic_places_in_areas() RENAME TO statistic_places_of_areas;
      CREATE FUNCTION statistic_places_in_areas() RETURNS SETOF integer LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
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
      REVOKE ALL ON FUNCTION statistic_places_in_areas() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION statistic_places_in_areas() TO luutru_app, luutru_worker;
    `);
    for (const table of READ_BY_PLACE) await q.query(this.policy(table, 'statistic_places_in_areas'));
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of READ_BY_PLACE) await q.query(this.policy(table, 'statistic_places_of_areas'));
    for (const table of CELLS) {
      await q.query(
        `DELETE FROM ${table} WHERE place_id IN (SELECT place_id FROM statistic_place WHERE level = 'ward')`,
      );
    }
    await q.query(`
      DROP FUNCTION statistic_places_in_areas();
      ALTER FUNCTION statistic_places_of_areas() RENAME TO statistic_places_in_areas;
      REVOKE UPDATE (ward_place_id) ON statistic_place FROM luutru_worker;
      ALTER TABLE statistic_place DROP COLUMN ward_place_id CASCADE;
      DELETE FROM statistic_place WHERE level = 'ward';
      ALTER TABLE statistic_place
        DROP CONSTRAINT statistic_place_level_check,
        DROP CONSTRAINT statistic_place_check,
        ALTER COLUMN kind SET NOT NULL,
        ADD CHECK (level IN ('area', 'province')),
        ADD CHECK ((level = 'area') = (ward_id IS NOT NULL) AND (level = 'area') = (province_place_id IS NOT NULL));
    `);
    for (const table of CELLS) {
      await q.query(`ALTER TABLE ${table} ADD FOREIGN KEY (place_id) REFERENCES statistic_place`);
    }
  }

  /** Policies name functions by what they are, not by their names: the one in use is named anew. */
  private policy(table: string, places: string): string {
    return `ALTER POLICY area_scope ON ${table} USING (place_id IN (SELECT ${places}()))`;
  }
}
