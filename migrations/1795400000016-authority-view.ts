import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What authorities other than the police may ever read of stays: days, places, codes and bands, in the area that
 * `app.areas` names, and no column that leads to a person. The view runs with the rights of the schema owner, whom row
 * security lets see stays only while an area is set; luutru_authority can reach nothing else.
 */
export class AuthorityView1795400000016 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE POLICY masked_view ON stay FOR SELECT TO luutru_migrator
        USING (nullif(current_setting('app.areas', true), '') IS NOT NULL);

      CREATE VIEW authority_stay WITH (security_barrier) AS
        SELECT f.kind AS facility_kind, f.stars, f.ward_id, f.industrial_zone_id, s.kind, s.state, s.arrived_on,
               (s.expected_departure_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS expected_departure_on,
               (s.departed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS departed_on,
               s.late, s.reason, s.nationality, s.sex, s.birth_year / 10 * 10 AS birth_decade, s.origin_province_id
        FROM stay s JOIN facility f ON f.facility_id = s.facility_id
        WHERE EXISTS (
          SELECT FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
                      AS a(wards text[], "formerWards" text[], zones text[], kinds text[])
          WHERE (a.kinds IS NULL OR f.kind = ANY(a.kinds))
            AND (f.ward_id = ANY(a.wards) OR f.former_ward_id = ANY(a."formerWards") OR f.industrial_zone_id = ANY(a.zones)));
      GRANT SELECT ON authority_stay TO luutru_authority;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP VIEW authority_stay; DROP POLICY masked_view ON stay');
  }
}
