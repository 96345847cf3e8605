import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cells by month are read a month or some months at a time, of many places: by their key these lie side by side now, and not all
 * months of one place. Who looks one place up skips from month to month, which PostgreSQL does by itself.
 */
export class MonthsOfFiguresFirst1795400000054 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await this.key(q, 'dimension, month, place_id, stay_kind, value');
  }

  async down(q: QueryRunner): Promise<void> {
    await this.key(q, 'dimension, place_id, month, stay_kind, value');
  }

  private async key(q: QueryRunner, columns: string): Promise<void> {
    await q.query(`
      ALTER TABLE statistic_month DROP CONSTRAINT statistic_month_pkey, ADD PRIMARY KEY (${columns})`);
  }
}
