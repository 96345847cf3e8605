import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEEN_BY_AREA = ['stay', 'trip', 'patient', 'name_index'];

/**
 * Two more ways to reach a stay besides being its facility: by area (police), and by being the person. Both read only.
 * `app.areas` is a JSON list of {wards, formerWards, zones, kinds}, `app.own_indexes` the fingerprints of one's own number;
 * libs/access/src/domain/scope.ts says the same in code.
 */
export class Areas1795400000011 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION facilities_in_areas() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
      SET search_path = public, pg_temp AS $$
        SELECT f.facility_id
        FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
             AS a(wards text[], "formerWards" text[], zones text[], kinds text[])
        JOIN facility f ON (a.kinds IS NULL OR f.kind = ANY(a.kinds))
          AND (f.ward_id = ANY(a.wards) OR f.former_ward_id = ANY(a."formerWards") OR f.industrial_zone_id = ANY(a.zones))
      $$;
      REVOKE ALL ON FUNCTION facilities_in_areas() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION facilities_in_areas() TO luutru_app;

      CREATE POLICY self_scope ON person_index FOR SELECT TO luutru_app
        USING (value = ANY ((SELECT nullif(current_setting('app.own_indexes', true), ''))::bytea[]));
      GRANT SELECT (facility_id, stay_id, kind, arrived_on, value) ON person_index TO luutru_app;
      CREATE POLICY append_area ON audit_entry FOR INSERT TO luutru_app
        WITH CHECK (facility_id IN (SELECT facilities_in_areas()));
      CREATE POLICY self_scope ON stay FOR SELECT TO luutru_app
        USING ((facility_id, stay_id) IN (
          SELECT p.facility_id, p.stay_id FROM person_index p
          WHERE p.value = ANY ((SELECT nullif(current_setting('app.own_indexes', true), ''))::bytea[])));
    `);
    for (const table of SEEN_BY_AREA) {
      await q.query(`CREATE POLICY area_scope ON ${table} FOR SELECT TO luutru_app
                     USING (facility_id IN (SELECT facilities_in_areas()))`);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of SEEN_BY_AREA) await q.query(`DROP POLICY area_scope ON ${table}`);
    await q.query(`
      DROP POLICY self_scope ON stay;
      REVOKE SELECT (facility_id, stay_id, kind, arrived_on, value) ON person_index FROM luutru_app;
      DROP POLICY self_scope ON person_index;
      DROP POLICY append_area ON audit_entry;
      DROP FUNCTION facilities_in_areas();
    `);
  }
}
