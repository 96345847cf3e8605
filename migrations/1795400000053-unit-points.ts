import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A point of a province or ward for maps, in WGS 84 degrees; null where no source gives one. */
export class UnitPoints1795400000053 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE admin_unit
        ADD COLUMN lat double precision CHECK (lat BETWEEN -90 AND 90),
        ADD COLUMN lon double precision CHECK (lon BETWEEN -180 AND 180),
        ADD CONSTRAINT admin_unit_point CHECK ((lat IS NULL) = (lon IS NULL));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE admin_unit DROP COLUMN lat, DROP COLUMN lon;');
  }
}
