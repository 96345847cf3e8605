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

      CREATE FUNCTION month_keeps_its_shape() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM statistic_edition e
                   WHERE e.scope_id = NEW.scope_id AND e.month = NEW.month AND e.shape <> NEW.shape) THEN
          RAISE EXCEPTION 'The month % of % keeps the shape of its first edition', NEW.month, NEW.scope_id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER month_keeps_its_shape BEFORE INSERT ON statistic_edition
        FOR EACH ROW EXECUTE FUNCTION month_keeps_its_shape();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TRIGGER month_keeps_its_shape ON statistic_edition;
      DROP FUNCTION month_keeps_its_shape;
      ALTER TABLE statistic_edition DROP COLUMN shape;
    `);
  }
}
