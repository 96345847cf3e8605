import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures of medical facilities tell patients and relatives by department from now on. Months that were given out without them
 * keep their shape, 1, in all editions: beside the earlier one another would give out what it hides (ADR 0031). The table holds to it
 * itself, since a worker that is still to be replaced knows one shape only.
 */
export class ShapeOfEditions1795400000065 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE statistic_edition ADD COLUMN shape smallint NOT NULL DEFAULT 1 CHECK (shape IN (1, 2));
      GRANT SELECT (shape) ON statistic_edition TO luutru_app;
      ALTER TABLE statistic_edition
        ADD CONSTRAINT month_keeps_its_shape EXCLUDE USING gist (scope_id WITH =, month WITH =, shape WITH <>);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE statistic_edition DROP COLUMN shape');
  }
}
