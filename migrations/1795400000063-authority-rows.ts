import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countsOf, NIGHTS, PLACE, rowsOf, type Steps, STEPS, tripsOf, when } from './views/authority-views';

const TODAY = `nullif(current_setting('app.authority_today', true), '')::date`;
/** How long somebody has stayed at least: until they left, or until today, where they are still there. */
const SO_FAR = `CASE WHEN s.departed_at IS NULL AND s.state <> 'departed' THEN greatest(${NIGHTS}, ${TODAY} - s.arrived_on) ELSE ${NIGHTS} END`;
const PERSON: Steps = STEPS.map((step) =>
  step.map(([name, value]) =>
    name === 'long_stay' ? [name, when('stays.longStay:plain', `coalesce(${SO_FAR} >= 30, false)`)] : [name, value],
  ),
);
/** Where somebody was, before anything else about them: three rows of a ward would be the number that its figures hide. */
const WHERE: Steps = [
  [['facility_kind', when('stays.facilityKind:plain', 'f.kind')]],
  [
    ['ward_id', when('stays.ward:plain', 'f.ward_id')],
    ['industrial_zone_id', when('stays.zone:plain', 'f.industrial_zone_id')],
  ],
  [['stars', when('stays.stars:plain', 'f.stars')]],
];

/**
 * Rows tell of a kind, a ward and of stars only as far as enough rows of the day are alike. Passengers of a trip are rounded down, since
 * those of a route in a month are given exactly. Who has no day of departure stays long once they have.
 */
export class AuthorityRows1795400000063 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE OR REPLACE VIEW authority_stay WITH (security_barrier) AS ${rowsOf([...WHERE, ...PERSON], '')};
      CREATE OR REPLACE VIEW authority_stay_count WITH (security_barrier) AS ${countsOf(PERSON)};
      CREATE OR REPLACE VIEW authority_trip WITH (security_barrier) AS ${tripsOf('(count(*) / p.cell_size * p.cell_size)::integer')};
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE OR REPLACE VIEW authority_stay WITH (security_barrier) AS ${rowsOf(STEPS, PLACE)};
      CREATE OR REPLACE VIEW authority_stay_count WITH (security_barrier) AS ${countsOf(STEPS)};
      CREATE OR REPLACE VIEW authority_trip WITH (security_barrier) AS ${tripsOf('count(*)::integer')};
    `);
  }
}
