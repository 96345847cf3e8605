import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  BUSINESS,
  countsOf,
  inAreas,
  localDay,
  orderKey,
  PLACE,
  rowsOf,
  SEEN,
  STEPS,
  tripsOf,
  when,
} from './views/authority-views';

const GUARDED = ['trip', 'occupancy', 'room', 'vehicle'];

/**
 * The masked views that hold every read of an authority to its policy. A view shows a column only when the policy of the
 * transaction names it, only of the kinds of the policy, and only within the reader's area; what a person could be known by
 * is shown when as many as the policy's cell size share it (ADR 0030).
 */
export class AuthorityViews1795400000042 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX trip_day ON trip (facility_id, (${localDay('departs_at')}));
      DROP VIEW authority_stay;
      -- Asked once a statement.
      ALTER POLICY masked_view ON stay USING ((SELECT nullif(current_setting('app.areas', true), '') IS NOT NULL));
    `);
    for (const table of GUARDED) {
      await q.query(`CREATE POLICY masked_view ON ${table} FOR SELECT TO luutru_migrator
                     USING ((SELECT nullif(current_setting('app.areas', true), '') IS NOT NULL))`);
    }
    await q.query(`
      CREATE VIEW authority_stay WITH (security_barrier) AS ${rowsOf(STEPS, PLACE)};

      CREATE VIEW authority_stay_count WITH (security_barrier) AS ${countsOf(STEPS)};

      CREATE VIEW authority_facility WITH (security_barrier) AS
      SELECT ${when('facilities.ward:plain', 'f.ward_id')} AS ward_id,
             coalesce(${when('facilities.name:business', `CASE WHEN ${BUSINESS} THEN f.name END`)}, '') || '|' || ${orderKey('f.facility_id')} AS order_key,
             ${when('facilities.name:business', `CASE WHEN ${BUSINESS} THEN f.name END`)} AS name,
             ${when('facilities.facilityKind:plain', 'f.kind')} AS facility_kind,
             ${when('facilities.stars:plain', 'f.stars')} AS stars,
             ${when('facilities.zone:plain', 'f.industrial_zone_id')} AS industrial_zone_id,
             ${when('facilities.status:plain', 'f.status')} AS status,
             ${when('facilities.rooms:plain', '(SELECT count(*)::integer FROM room r WHERE r.facility_id = f.facility_id)')} AS rooms,
             ${when('facilities.beds:plain', '(SELECT coalesce(sum(r.beds), 0)::integer FROM room r WHERE r.facility_id = f.facility_id)')} AS beds,
             ${when('facilities.vehicles:plain', '(SELECT count(*)::integer FROM vehicle v WHERE v.facility_id = f.facility_id)')} AS vehicles
      FROM ${SEEN}
      WHERE EXISTS (SELECT FROM unnest(p.fields) AS given(field) WHERE given.field LIKE 'facilities.%');

      CREATE VIEW authority_trip WITH (security_barrier) AS ${tripsOf('count(*)::integer')};

      GRANT SELECT ON authority_stay, authority_stay_count, authority_facility, authority_trip TO luutru_authority;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP VIEW authority_trip, authority_facility, authority_stay_count, authority_stay;
      DROP INDEX trip_day;
      ALTER POLICY masked_view ON stay USING (nullif(current_setting('app.areas', true), '') IS NOT NULL);
    `);
    for (const table of GUARDED) await q.query(`DROP POLICY masked_view ON ${table}`);
    await q.query(`
      CREATE VIEW authority_stay WITH (security_barrier) AS
        SELECT f.kind AS facility_kind, f.stars, f.ward_id, f.industrial_zone_id, s.kind, s.state, s.arrived_on,
               ${localDay('s.expected_departure_at')} AS expected_departure_on, ${localDay('s.departed_at')} AS departed_on,
               s.late, s.reason, s.nationality, s.sex, s.birth_year / 10 * 10 AS birth_decade, s.origin_province_id
        FROM stay s JOIN facility f ON f.facility_id = s.facility_id
        WHERE ${inAreas('app.areas')};
      GRANT SELECT ON authority_stay TO luutru_authority;
    `);
  }
}
