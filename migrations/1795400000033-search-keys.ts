import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facilities of the areas that a transaction may see, by their wards: with dozens of them ten times as fast as before. */
const facilitiesInAreas = (body: string): string => `
  CREATE OR REPLACE FUNCTION facilities_in_areas() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp AS $$ ${body} $$`;

const AREAS = `jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
  AS a(wards text[], "formerWards" text[], zones text[], kinds text[])`;

const byPlace = (list: string, column: string): string => `
  SELECT f.facility_id FROM ${AREAS} CROSS JOIN unnest(a.${list}) AS place(id)
  JOIN facility f ON f.${column} = place.id AND (a.kinds IS NULL OR f.kind = ANY(a.kinds))`;

const BY_PLACE = [
  byPlace('wards', 'ward_id'),
  byPlace('"formerWards"', 'former_ward_id'),
  byPlace('zones', 'industrial_zone_id'),
].join(' UNION ALL ');

const BEFORE = `
  SELECT f.facility_id FROM ${AREAS}
  JOIN facility f ON (a.kinds IS NULL OR f.kind = ANY(a.kinds))
    AND (f.ward_id = ANY(a.wards) OR f.former_ward_id = ANY(a."formerWards") OR f.industrial_zone_id = ANY(a.zones))`;

/**
 * What the police search by: more kinds of keys per stay, seen within an area. Fingerprints of a name are read newest first
 * per birth year, so that a common name costs no more than a rare one; the trips of a plate are found by the plate.
 */
export class SearchKeys1795400000033 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(facilitiesInAreas(BY_PLACE));
    await q.query(`
      CREATE INDEX name_index_search ON name_index (value, birth_year, arrived_on DESC);
      DROP INDEX name_index_value;
      CREATE INDEX trip_plate ON trip (plate, departs_at DESC);

      -- A list made once per statement: a subquery with a hash would be made anew for every month that is read.
      DROP POLICY area_scope ON stay;
      CREATE POLICY area_scope ON stay FOR SELECT TO luutru_app
        USING (facility_id = ANY ((SELECT array_agg(f) FROM facilities_in_areas() AS f)::uuid[]));
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
    await q.query(facilitiesInAreas(BEFORE));
    await q.query(`
      DROP POLICY of_own_stay ON correction_request;
      CREATE POLICY of_seen_stay ON correction_request FOR INSERT TO luutru_app WITH CHECK (EXISTS (
        SELECT FROM person_index i
        WHERE i.facility_id = correction_request.facility_id AND i.stay_id = correction_request.stay_id));
      REVOKE SELECT (birth_year) ON stay FROM luutru_keeper;
      REVOKE INSERT ON person_index, name_index FROM luutru_keeper;
      REVOKE SELECT (value, birth_year), DELETE ON name_index FROM luutru_app;
      DROP POLICY area_scope ON person_index;
      DROP POLICY area_scope ON stay;
      CREATE POLICY area_scope ON stay FOR SELECT TO luutru_app
        USING (facility_id IN (SELECT facilities_in_areas()));
      DROP INDEX trip_plate;
      CREATE INDEX name_index_value ON name_index (value, birth_year);
      DROP INDEX name_index_search;
    `);
  }
}
