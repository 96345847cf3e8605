import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether the facility of a row lies in the areas of the transaction: its place is looked up among their keys (`app.places`),
 * which are read once a statement.
 */
const liesInAreas = (table: string): string => `(
  SELECT (SELECT nullif(current_setting('app.places', true), '')::jsonb) ?| ARRAY[
    'w' || f.ward_id, 'w' || f.ward_id || ':' || f.kind,
    'f' || f.former_ward_id, 'f' || f.former_ward_id || ':' || f.kind,
    'z' || f.industrial_zone_id, 'z' || f.industrial_zone_id || ':' || f.kind]
  FROM facility f WHERE f.facility_id = ${table}.facility_id)`;

const LISTED = 'facility_id IN (SELECT facilities_in_areas())';
const OWN = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/** How each table was kept to the areas before. */
const BEFORE: Readonly<Record<string, string>> = {
  stay: 'facility_id = ANY ((SELECT array_agg(f) FROM facilities_in_areas() AS f)::uuid[])',
  trip: LISTED,
  patient: LISTED,
  name_index: LISTED,
  person_index: 'facility_in_areas(facility_id)',
};

/**
 * Rows that are looked up one by one ask where their facility lies instead of listing all facilities of the area first, once a
 * statement and table: that cost more than all the rest of a look, and grew with the province.
 */
export class PlaceOfOne1795400000052 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const table of Object.keys(BEFORE)) await replace(q, table, liesInAreas(table));
    await q.query(`
      DROP POLICY append ON audit_entry;
      CREATE POLICY append ON audit_entry FOR INSERT TO luutru_app
        WITH CHECK (CASE WHEN ${OWN} THEN true ELSE coalesce(${liesInAreas('audit_entry')}, false) END);
      DROP FUNCTION facility_in_areas(uuid);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION facility_in_areas(asked uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      SET search_path = public, pg_temp AS $$ SELECT asked IN (SELECT facilities_in_areas()) $$;
      REVOKE ALL ON FUNCTION facility_in_areas(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION facility_in_areas(uuid) TO luutru_app;
      DROP POLICY append ON audit_entry;
      CREATE POLICY append ON audit_entry FOR INSERT TO luutru_app
        WITH CHECK (CASE WHEN ${OWN} THEN true ELSE facility_in_areas(facility_id) END);
    `);
    for (const [table, area] of Object.entries(BEFORE)) await replace(q, table, area);
  }
}

const replace = (q: QueryRunner, table: string, area: string): Promise<unknown> =>
  q.query(`DROP POLICY area_scope ON ${table};
           CREATE POLICY area_scope ON ${table} FOR SELECT TO luutru_app USING (${area})`);
