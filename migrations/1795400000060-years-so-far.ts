import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was there when a period began is one row of the year so far and not up to three of its quarters. A worker of before fails at the
 * dimensions that are refused, so that it counts nothing without what is kept now.
 */
export class YearsSoFar1795400000060 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      LOCK TABLE statistic_month IN EXCLUSIVE MODE;
      INSERT INTO statistic_month (dimension, place_id, month, stay_kind, value, present)
      SELECT split_part(dimension, '/', 1) || '/so-far', place_id, later.quarter::date, stay_kind, value, sum(present)
      FROM statistic_month CROSS JOIN LATERAL generate_series(
        month::timestamp, date_trunc('year', month::timestamp) + interval '9 months', interval '3 months') AS later (quarter)
      WHERE dimension LIKE '%/quarter' GROUP BY 1, 2, 3, 4, 5 HAVING sum(present) <> 0;
      DELETE FROM statistic_month WHERE dimension LIKE '%/quarter';
      ALTER TABLE statistic_month ADD CONSTRAINT statistic_month_so_far_check CHECK (dimension NOT LIKE '%/quarter');
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      LOCK TABLE statistic_month IN EXCLUSIVE MODE;
      ALTER TABLE statistic_month DROP CONSTRAINT statistic_month_so_far_check;
      INSERT INTO statistic_month (dimension, place_id, month, stay_kind, value, present)
      SELECT split_part(m.dimension, '/', 1) || '/quarter', m.place_id, later.quarter::date, m.stay_kind, m.value, sum(later.sign * m.present)
      FROM statistic_month m CROSS JOIN LATERAL (
        SELECT m.month AS quarter, 1 AS sign UNION ALL
        SELECT (m.month + interval '3 months')::date, -1 WHERE extract(month FROM m.month) < 10) AS later
      WHERE m.dimension LIKE '%/so-far' GROUP BY 1, 2, 3, 4, 5 HAVING sum(later.sign * m.present) <> 0;
      DELETE FROM statistic_month WHERE dimension LIKE '%/so-far';
    `);
  }
}
