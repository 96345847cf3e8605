import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What decides, place by place, whether the people there now are rounded up or down for those who see no small numbers. Never told. */
export class RoundedByPlace1795400000062 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE statistic_place ADD COLUMN rounding_key uuid NOT NULL DEFAULT gen_random_uuid()');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE statistic_place DROP COLUMN rounding_key');
  }
}
