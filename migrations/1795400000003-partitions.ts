import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Monthly partitions are made by one function that the worker may call: it runs with the rights of the schema owner and
 * can do nothing else. Partitions carry no grants of their own, so rows are reached through the guarded parent only.
 */
export class Partitions1795400000003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION ensure_month_partitions(first_day date, months integer) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        parent text;
        month  date;
        child  text;
        made   integer := 0;
      BEGIN
        IF months NOT BETWEEN 1 AND 120 THEN RAISE EXCEPTION 'months must be from 1 to 120'; END IF;
        PERFORM pg_advisory_xact_lock(7305002);
        FOREACH parent IN ARRAY ARRAY['stay', 'audit_entry'] LOOP
          FOR i IN 0 .. months - 1 LOOP
            month := (date_trunc('month', first_day) + make_interval(months => i))::date;
            child := parent || to_char(month, '_YYYY_MM');
            IF to_regclass('public.' || child) IS NULL THEN
              EXECUTE format(
                'CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = %s)',
                child, parent,
                CASE parent WHEN 'stay' THEN month::text ELSE month || ' 00:00+07' END,
                CASE parent WHEN 'stay' THEN (month + interval '1 month')::date::text
                            ELSE (month + interval '1 month')::date || ' 00:00+07' END,
                CASE parent WHEN 'stay' THEN '80' ELSE '100' END);
              made := made + 1;
            END IF;
          END LOOP;
        END LOOP;
        RETURN made;
      END $$;
      REVOKE ALL ON FUNCTION ensure_month_partitions(date, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ensure_month_partitions(date, integer) TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION ensure_month_partitions(date, integer)');
  }
}
