import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the police search by: more kinds of keys per stay, seen within an area. Fingerprints of a name are read newest first
 * per birth year, so that a common name costs no more than a rare one; the trips of a plate are found by the plate.
 */
export class SearchKeys1795400000033 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX name_index_search ON name_index (value, birth_year, arrived_on DESC);
      DROP INDEX name_index_value;
      CREATE INDEX trip_plate ON trip (plate, departs_at DESC);

      CREATE POLICY area_scope ON person_index FOR SELECT TO luutru_app
        USING (facility_id IN (SELECT facilities_in_areas()));
      GRANT SELECT (value, birth_year), DELETE ON name_index TO luutru_app;
      GRANT INSERT ON person_index, name_index TO luutru_keeper;
      GRANT SELECT (birth_year) ON stay TO luutru_keeper;

      -- Only the person asks for a correction: whoever merely sees the stay by its area does not.
      DROP POLICY of_seen_stay ON correction_request;
      CREATE POLICY of_own_stay ON correction_request FOR INSERT TO luutru_app WITH CHECK (EXISTS (
        SELECT FROM person_index i
        WHERE i.facility_id = correction_request.facility_id AND i.stay_id = correction_request.stay_id
          AND i.value = ANY ((SELECT nullif(current_setting('app.own_indexes', true), ''))::bytea[])));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP POLICY of_own_stay ON correction_request;
      CREATE POLICY of_seen_stay ON correction_request FOR INSERT TO luutru_app WITH CHECK (EXISTS (
        SELECT FROM person_index i
        WHERE i.facility_id = correction_request.facility_id AND i.stay_id = correction_request.stay_id));
      REVOKE SELECT (birth_year) ON stay FROM luutru_keeper;
      REVOKE INSERT ON person_index, name_index FROM luutru_keeper;
      REVOKE SELECT (value, birth_year), DELETE ON name_index FROM luutru_app;
      DROP POLICY area_scope ON person_index;
      DROP INDEX trip_plate;
      CREATE INDEX name_index_value ON name_index (value, birth_year);
      DROP INDEX name_index_search;
    `);
  }
}
