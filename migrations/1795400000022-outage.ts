import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the system could not be used: deadlines that fell into it move. Known to everybody; no facility's data. */
export class Outage1795400000022 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE outage (
        outage_id    uuid PRIMARY KEY,
        started_at   timestamptz NOT NULL,
        ended_at     timestamptz NOT NULL,
        source       text NOT NULL CHECK (source IN ('observed', 'declared')),
        reason_vi    text NOT NULL,
        reason_en    text NOT NULL,
        ward_ids     text[],
        declared_by  text NOT NULL,
        recorded_at  timestamptz NOT NULL,
        withdrawn_at timestamptz,
        applied_at   timestamptz,
        CHECK (ended_at > started_at)
      );
      CREATE UNIQUE INDEX outage_observed_once ON outage (started_at) WHERE source = 'observed';
      CREATE TABLE readiness_beat (minute timestamptz PRIMARY KEY);
      ALTER TABLE stay ADD COLUMN due_extended_by uuid REFERENCES outage;

      GRANT SELECT, INSERT ON outage TO luutru_app, luutru_worker;
      GRANT UPDATE (withdrawn_at, ended_at) ON outage TO luutru_app;
      GRANT UPDATE (applied_at) ON outage TO luutru_worker;
      GRANT INSERT, SELECT ON readiness_beat TO luutru_app;
      GRANT SELECT, DELETE ON readiness_beat TO luutru_worker;
      GRANT UPDATE (due_at, late, due_extended_by) ON stay TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE stay DROP COLUMN due_extended_by; DROP TABLE readiness_beat, outage');
  }
}
