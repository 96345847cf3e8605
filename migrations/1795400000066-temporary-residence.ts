import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countsOf, NIGHTS, type Steps, STEPS, when } from './views/authority-views';

const TODAY = `nullif(current_setting('app.authority_today', true), '')::date`;
/** How long somebody has stayed at least: until they left, or until today, where they are still there. */
const SO_FAR = `CASE WHEN s.departed_at IS NULL AND s.state <> 'departed' THEN greatest(${NIGHTS}, ${TODAY} - s.arrived_on) ELSE ${NIGHTS} END`;
const IS_LONG = `coalesce(${SO_FAR} >= 30, false)`;
/** Foreigners register nothing: of them it is known until when they may stay. */
const UNREGISTERED = `${IS_LONG} AND s.nationality = 'VNM' AND s.temporary_residence_on IS NULL`;

const long = (value: string): Steps =>
  STEPS.map((step) => step.map(([name, was]) => (name === 'long_stay' ? [name, value] : [name, was])));
const BEFORE = long(when('stays.longStay:plain', IS_LONG));
const AFTER = long(`CASE WHEN 'stays.longStay:unregistered' = ANY(p.fields) THEN ${UNREGISTERED}
                         WHEN 'stays.longStay:plain' = ANY(p.fields) THEN ${IS_LONG} END`);

/**
 * When tenants registered temporary residence, as their housing says, so that boards of industrial zones see who stays thirty days or
 * more without it (ADR 0041). What was counted before was of people without any.
 */
export class TemporaryResidence1795400000066 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE stay ADD COLUMN temporary_residence_on date;
      GRANT UPDATE (temporary_residence_on) ON stay TO luutru_app;

      ALTER TABLE statistic_stay ADD COLUMN registered boolean NOT NULL DEFAULT false;
      ALTER TABLE statistic_worker_now ADD COLUMN registered boolean NOT NULL DEFAULT false;
      ALTER TABLE statistic_worker_now DROP CONSTRAINT statistic_worker_now_pkey;
      ALTER TABLE statistic_worker_now ADD PRIMARY KEY (place_id, zone, employer, since, foreigner, registered);

      CREATE OR REPLACE VIEW authority_stay_count WITH (security_barrier) AS ${countsOf(AFTER)};
      UPDATE authority_policy SET fields = array_replace(fields, 'stays.longStay:plain', 'stays.longStay:unregistered')
      WHERE policy_id = 'zone-analyst' AND proposal_id IS NULL;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      UPDATE authority_policy SET fields = array_replace(fields, 'stays.longStay:unregistered', 'stays.longStay:plain')
      WHERE policy_id = 'zone-analyst' AND proposal_id IS NULL;
      CREATE OR REPLACE VIEW authority_stay_count WITH (security_barrier) AS ${countsOf(BEFORE)};

      CREATE TEMPORARY TABLE worker_now ON COMMIT DROP AS
      SELECT place_id, zone, employer, since, foreigner, sum(in_house)::integer AS in_house FROM statistic_worker_now GROUP BY 1, 2, 3, 4, 5;
      TRUNCATE statistic_worker_now;
      ALTER TABLE statistic_worker_now DROP COLUMN registered;
      ALTER TABLE statistic_worker_now ADD PRIMARY KEY (place_id, zone, employer, since, foreigner);
      INSERT INTO statistic_worker_now SELECT * FROM worker_now;
      ALTER TABLE statistic_stay DROP COLUMN registered;
      ALTER TABLE stay DROP COLUMN temporary_residence_on;
    `);
  }
}
