import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happens to a stay after it was declared. Each action makes a new version; the version it replaced is kept whole in
 * stay_history, which is also what events still waiting for delivery are read from. `content` is the row as JSON without its
 * sealed part, which stands beside it under the key of the month that version belonged to.
 */
export class StayLife1795400000019 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE stay
        ADD COLUMN group_id      uuid,
        ADD COLUMN last_action   text,
        ADD COLUMN last_acted_at timestamptz,
        ADD COLUMN identity      text CHECK (identity IN ('verified', 'mismatch', 'not_found')),
        ADD COLUMN receipt       text,
        ADD CHECK (state IN ('in_house', 'overdue', 'departed', 'left_early', 'cancelled')),
        ADD CHECK (departed_at >= arrived_at);
      UPDATE stay SET identity = delivery_status WHERE delivery_status IN ('verified', 'mismatch', 'not_found');
      CREATE INDEX stay_overdue ON stay (expected_departure_at) WHERE state = 'in_house';
      CREATE INDEX stay_of_trip ON stay (facility_id, trip_id) WHERE trip_id IS NOT NULL;
      CREATE INDEX stay_of_patient ON stay (facility_id, patient_id) WHERE patient_id IS NOT NULL;

      CREATE TABLE stay_history (
        facility_id     uuid NOT NULL,
        arrived_on      date NOT NULL,
        stay_id         uuid NOT NULL,
        version         integer NOT NULL CHECK (version > 0),
        action          text NOT NULL,
        acted_at        timestamptz NOT NULL,
        actor_kind      text NOT NULL,
        actor_id        text NOT NULL,
        channel         text NOT NULL,
        changed         text[] NOT NULL DEFAULT '{}',
        reason          text,
        content         jsonb NOT NULL,
        personal_sealed bytea NOT NULL,
        PRIMARY KEY (facility_id, arrived_on, stay_id, version)
      ) PARTITION BY RANGE (arrived_on);
      CREATE INDEX stay_history_of_stay ON stay_history (facility_id, stay_id);

      ALTER TABLE stay_history ENABLE ROW LEVEL SECURITY;
      ALTER TABLE stay_history FORCE ROW LEVEL SECURITY;
      CREATE POLICY facility_scope ON stay_history TO luutru_app
        USING (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]))
        WITH CHECK (facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[]));
      CREATE POLICY worker_all ON stay_history FOR SELECT TO luutru_worker USING (true);
      CREATE POLICY keeper_all ON stay_history TO luutru_keeper USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT ON stay_history TO luutru_app;
      GRANT SELECT ON stay_history TO luutru_worker;
      GRANT SELECT (facility_id, arrived_on, stay_id, version, personal_sealed), UPDATE (personal_sealed)
        ON stay_history TO luutru_keeper;

      -- What is never changed is not in the list: when it was declared, when it was due, and whether that was late.
      GRANT UPDATE (version, state, arrived_on, kind, arrived_at, expected_departure_at, departed_at, reason, document_type,
                    nationality, sex, birth_year, origin_province_id, room, bed, unit, employer, industrial_zone_id,
                    department, patient_id, relation, trip_id, seat, boarding_stop, alighting_stop, personal_sealed,
                    warnings, delivery_status, last_action, last_acted_at, receipt) ON stay TO luutru_app;
      GRANT UPDATE (during) ON occupancy TO luutru_app;
      GRANT DELETE ON occupancy, person_index TO luutru_app;
      GRANT UPDATE (arrived_on, index_key_id, value) ON person_index TO luutru_app;
      GRANT UPDATE (arrived_on, index_key_id, value, birth_year) ON name_index TO luutru_app;
      GRANT SELECT (facility_id, stay_id, kind, arrived_on) ON name_index TO luutru_worker;
      GRANT UPDATE (state, identity) ON stay TO luutru_worker;
    `);
    await q.query(`
      CREATE OR REPLACE FUNCTION ensure_month_partitions(first_day date, months integer) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        parent text;
        month  date;
        child  text;
        made   integer := 0;
      BEGIN
        IF months NOT BETWEEN 1 AND 120 THEN RAISE EXCEPTION 'months must be from 1 to 120'; END IF;
        PERFORM pg_advisory_xact_lock(7305002);
        FOREACH parent IN ARRAY ARRAY['stay', 'stay_history', 'audit_entry'] LOOP
          FOR i IN 0 .. months - 1 LOOP
            month := (date_trunc('month', first_day) + make_interval(months => i))::date;
            child := parent || to_char(month, '_YYYY_MM');
            IF to_regclass('public.' || child) IS NULL THEN
              EXECUTE format(
                'CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = %s)',
                child, parent,
                CASE parent WHEN 'audit_entry' THEN month || ' 00:00+07' ELSE month::text END,
                CASE parent WHEN 'audit_entry' THEN (month + interval '1 month')::date || ' 00:00+07'
                            ELSE (month + interval '1 month')::date::text END,
                CASE parent WHEN 'stay' THEN '80' ELSE '100' END);
              made := made + 1;
            END IF;
          END LOOP;
        END LOOP;
        RETURN made;
      END $$;

      CREATE OR REPLACE FUNCTION drop_stay_month(first_day date) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        suffix text := to_char(first_day, '_YYYY_MM');
      BEGIN
        EXECUTE format('DROP TABLE IF EXISTS public.%I', 'stay_history' || suffix);
        IF to_regclass('public.stay' || suffix) IS NULL THEN RETURN false; END IF;
        EXECUTE format('DROP TABLE public.%I', 'stay' || suffix);
        RETURN true;
      END $$;

      DO $$
      DECLARE
        child text;
      BEGIN
        FOR child IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                     WHERE i.inhparent = 'stay'::regclass LOOP
          PERFORM ensure_month_partitions(to_date(right(child, 7), 'YYYY_MM'), 1);
        END LOOP;
      END $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE stay_history;
      ALTER TABLE stay DROP COLUMN group_id, DROP COLUMN last_action, DROP COLUMN last_acted_at, DROP COLUMN identity,
                       DROP COLUMN receipt, DROP CONSTRAINT stay_state_check;
    `);
  }
}
