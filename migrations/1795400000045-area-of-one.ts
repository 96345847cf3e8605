import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/**
 * Where one facility or a few are asked about, listing all of an area costs more than everything else that a look does: an
 * entry of the audit trail and the stays of a number ask about these alone. What is one's own is looked at first.
 */
export class AreaOfOne1795400000045 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION facility_in_areas(asked uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      SET search_path = public, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM facility f
          JOIN jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
               AS a(wards text[], "formerWards" text[], zones text[], kinds text[])
            ON (a.kinds IS NULL OR f.kind = ANY(a.kinds))
            AND (f.ward_id = ANY(a.wards) OR f.former_ward_id = ANY(a."formerWards") OR f.industrial_zone_id = ANY(a.zones))
          WHERE f.facility_id = asked)
      $$;
      REVOKE ALL ON FUNCTION facility_in_areas(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION facility_in_areas(uuid) TO luutru_app;

      DROP POLICY append ON audit_entry;
      DROP POLICY append_area ON audit_entry;
      CREATE POLICY append ON audit_entry FOR INSERT TO luutru_app
        WITH CHECK (CASE WHEN ${OWN} THEN true ELSE facility_in_areas(facility_id) END);

      DROP POLICY area_scope ON person_index;
      CREATE POLICY area_scope ON person_index FOR SELECT TO luutru_app USING (facility_in_areas(facility_id));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP POLICY area_scope ON person_index;
      CREATE POLICY area_scope ON person_index FOR SELECT TO luutru_app
        USING (facility_id IN (SELECT facilities_in_areas()));
      DROP POLICY append ON audit_entry;
      CREATE POLICY append ON audit_entry FOR INSERT TO luutru_app WITH CHECK (${OWN});
      CREATE POLICY append_area ON audit_entry FOR INSERT TO luutru_app
        WITH CHECK (facility_id IN (SELECT facilities_in_areas()));
      DROP FUNCTION facility_in_areas(uuid);
    `);
  }
}
