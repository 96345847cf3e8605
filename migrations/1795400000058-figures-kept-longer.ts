import type { MigrationInterface, QueryRunner } from 'typeorm';

const LONGER = ['year', 'quarter'];
/** What areas keep of longer times already, and their wards and provinces with them. */
const KEPT = `'all', 'room-use', 'rooms', 'beds'`;
/** What years and quarters came to by codes, of the areas that are in their wards; of others it is added when they are linked. */
const longer = (place: string): string =>
  LONGER.map(
    (unit) => `
  SELECT m.dimension || '/${unit}', p.${place}, date_trunc('${unit}', m.month::timestamp)::date, m.stay_kind, m.value, sum(m.present)::integer
  FROM statistic_month m JOIN statistic_place p USING (place_id)
  WHERE p.ward_place_id IS NOT NULL AND m.dimension NOT LIKE '%/%' AND m.dimension NOT IN (${KEPT})
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(m.present) <> 0`,
  ).join(' UNION ALL ');

/**
 * Who was there by a code when a period began is no longer added up month by month from the beginning, for wards and provinces; and days
 * of a ward by a code are not all made of its stays, as thirds of months (dekads) are kept. Who is there now is kept by place alone, and by employer and day of arrival only of those who live in zone housing, of whom it is asked.
 * A worker of before fails at the table that changed, so that it counts nothing without what is kept longer.
 */
export class FiguresKeptLonger1795400000058 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      LOCK TABLE statistic_month, statistic_now IN EXCLUSIVE MODE;
      INSERT INTO statistic_month (dimension, place_id, month, stay_kind, value, present)
      ${longer('ward_place_id')} UNION ALL ${longer('province_place_id')};

      ${this.months(`extract(day FROM month) = 1 OR dimension LIKE '%/dekad' AND extract(day FROM month) IN (11, 21)`)}
      -- The worker makes them of the stays that were counted.
      ALTER TABLE statistic_place ADD COLUMN dekads_due boolean NOT NULL DEFAULT false;
      UPDATE statistic_place SET dekads_due = true WHERE level = 'ward';
      GRANT UPDATE (dekads_due) ON statistic_place TO luutru_worker;

      CREATE TABLE statistic_worker_now (
        place_id  integer NOT NULL,
        zone      text NOT NULL,
        employer  text NOT NULL,
        since     date NOT NULL,
        foreigner boolean NOT NULL,
        in_house  integer NOT NULL,
        PRIMARY KEY (place_id, zone, employer, since, foreigner)
      );
      INSERT INTO statistic_worker_now
      SELECT place_id, zone, employer, since, foreigner, in_house + overdue FROM statistic_now JOIN statistic_place USING (place_id)
      WHERE kind = 'nha-o-kcn' AND stay_kind = 'tenant' AND in_house + overdue <> 0;
      ${this.access('statistic_worker_now')}

      ALTER TABLE statistic_now RENAME TO statistic_now_before;
      CREATE TABLE statistic_now (
        place_id  integer NOT NULL,
        stay_kind text NOT NULL,
        foreigner boolean NOT NULL,
        in_house  integer NOT NULL,
        overdue   integer NOT NULL,
        PRIMARY KEY (place_id, stay_kind, foreigner)
      );
      INSERT INTO statistic_now
      SELECT place_id, stay_kind, foreigner, sum(in_house), sum(overdue) FROM statistic_now_before GROUP BY 1, 2, 3;
      DROP TABLE statistic_now_before;
      ${this.access('statistic_now')}
    `);
  }

  /** Who is there now is made of the stays that were counted. */
  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DELETE FROM statistic_month m USING statistic_place p
      WHERE p.place_id = m.place_id AND m.dimension LIKE '%/%' AND split_part(m.dimension, '/', 1) NOT IN (${KEPT});
      ${this.months('extract(day FROM month) = 1')}
      REVOKE UPDATE (dekads_due) ON statistic_place FROM luutru_worker;
      ALTER TABLE statistic_place DROP COLUMN dekads_due;
      DROP TABLE statistic_worker_now, statistic_now;
      CREATE TABLE statistic_now (
        place_id  integer NOT NULL,
        stay_kind text NOT NULL,
        zone      text NOT NULL,
        employer  text NOT NULL,
        since     date NOT NULL,
        foreigner boolean NOT NULL,
        in_house  integer NOT NULL,
        overdue   integer NOT NULL,
        PRIMARY KEY (place_id, stay_kind, zone, employer, since, foreigner)
      );
      INSERT INTO statistic_now
      SELECT place_id, stay_kind, coalesce(CASE WHEN stay_kind = 'tenant' THEN zone END, ''),
             coalesce(CASE WHEN stay_kind = 'tenant' THEN employer END, ''),
             CASE WHEN stay_kind = 'tenant' THEN arrived_on ELSE '-infinity' END, nationality <> 'VNM',
             count(*) FILTER (WHERE state = 'in_house'), count(*) FILTER (WHERE state = 'overdue')
      FROM statistic_stay WHERE state IN ('in_house', 'overdue') GROUP BY 1, 2, 3, 4, 5, 6;
      ${this.access('statistic_now')}
    `);
  }

  private months(check: string): string {
    return `
      ALTER TABLE statistic_month DROP CONSTRAINT statistic_month_month_check,
        ADD CONSTRAINT statistic_month_month_check CHECK (${check});`;
  }

  private access(table: string): string {
    return `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY worker_all ON ${table} TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY area_scope ON ${table} FOR SELECT TO luutru_app USING (place_id IN (SELECT statistic_places_in_areas()));
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO luutru_worker;
      GRANT SELECT ON ${table} TO luutru_app;`;
  }
}
