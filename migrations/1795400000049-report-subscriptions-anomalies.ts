import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever holds the link of a mail names its subscription; the link is checked before anything is changed. */
const LINKED = `subscription_id = (SELECT nullif(current_setting('app.subscription_id', true), ''))::uuid`;
const OWN = `account_id = (SELECT nullif(current_setting('app.account_id', true), ''))::uuid`;

/**
 * Reports that people of authorities have made and sent to them (ADR 0033), and notes on days that are not like others of their
 * place (ADR 0034). Addresses, secrets and files are sealed.
 */
export class ReportSubscriptionsAnomalies1795400000049 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await this.subscriptions(q);
    await this.anomalies(q);
  }

  private async subscriptions(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE report_subscription (
        subscription_id   uuid PRIMARY KEY,
        account_id        uuid NOT NULL REFERENCES account,
        asked             jsonb NOT NULL,
        format            text NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf')),
        language          text NOT NULL CHECK (language IN ('vi', 'en')),
        cadence           text NOT NULL CHECK (cadence IN ('daily', 'weekly', 'monthly')),
        hour              smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
        on_day            smallint NOT NULL CHECK (on_day BETWEEN 1 AND 28),
        channel           text NOT NULL CHECK (channel IN ('mail', 'webhook')),
        target_sealed     bytea NOT NULL,
        target_index      bytea NOT NULL,
        -- Signs what is pushed to a webhook, and the link that ends mails.
        secret_sealed     bytea NOT NULL,
        state             text NOT NULL CHECK (state IN ('unconfirmed', 'active', 'paused', 'removed')),
        paused_because    text,
        confirm_sealed    bytea,
        confirm_until     timestamptz,
        confirm_tries     smallint NOT NULL DEFAULT 0,
        next_due          timestamptz,
        version           integer NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        CHECK ((state = 'active') = (next_due IS NOT NULL) AND (state = 'paused') = (paused_because IS NOT NULL))
      );
      CREATE INDEX report_subscription_of_account ON report_subscription (account_id, subscription_id);
      CREATE INDEX report_subscription_due ON report_subscription (next_due) WHERE state = 'active';

      -- One for each due time of a subscription, whatever happens.
      CREATE TABLE report_delivery (
        subscription_id uuid NOT NULL REFERENCES report_subscription,
        kind            text NOT NULL CHECK (kind IN ('report', 'confirm')),
        due_at          timestamptz NOT NULL,
        delivery_id     uuid PRIMARY KEY,
        state           text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'dead', 'refused', 'cancelled')),
        attempts        integer NOT NULL DEFAULT 0,
        claim_number    integer NOT NULL DEFAULT 0,
        available_at    timestamptz NOT NULL,
        reason          text,
        file_sealed     bytea,
        file_name       text,
        media_type      text,
        -- Of the rights that it was made with.
        rights          text,
        made_at         timestamptz,
        attempted_at    timestamptz,
        finished_at     timestamptz,
        UNIQUE (subscription_id, kind, due_at)
      );
      CREATE INDEX report_delivery_due ON report_delivery (available_at) WHERE state = 'pending';

      ALTER TABLE report_subscription ENABLE ROW LEVEL SECURITY;
      ALTER TABLE report_subscription FORCE ROW LEVEL SECURITY;
      ALTER TABLE report_delivery ENABLE ROW LEVEL SECURITY;
      ALTER TABLE report_delivery FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_scope ON report_subscription TO luutru_app USING (${OWN}) WITH CHECK (${OWN});
      CREATE POLICY link_read ON report_subscription FOR SELECT TO luutru_app USING (${LINKED});
      CREATE POLICY link_end ON report_subscription FOR UPDATE TO luutru_app USING (${LINKED}) WITH CHECK (${LINKED});
      CREATE POLICY own_scope ON report_delivery TO luutru_app
        USING (EXISTS (SELECT FROM report_subscription s WHERE s.subscription_id = report_delivery.subscription_id))
        WITH CHECK (EXISTS (SELECT FROM report_subscription s WHERE s.subscription_id = report_delivery.subscription_id));
      CREATE POLICY worker_all ON report_subscription TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY worker_all ON report_delivery TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY keeper_all ON report_subscription TO luutru_keeper USING (true) WITH CHECK (true);
      CREATE POLICY keeper_all ON report_delivery TO luutru_keeper USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT ON report_subscription TO luutru_app;
      GRANT UPDATE (asked, format, language, cadence, hour, on_day, state, paused_because, confirm_sealed, confirm_until,
                    confirm_tries, next_due, version) ON report_subscription TO luutru_app;
      GRANT SELECT (subscription_id, kind, due_at, delivery_id, state, attempts, available_at, reason, file_name, media_type,
                    made_at, attempted_at, finished_at), INSERT (subscription_id, kind, due_at, delivery_id, available_at)
        ON report_delivery TO luutru_app;
      GRANT UPDATE (state, finished_at) ON report_delivery TO luutru_app;
      GRANT SELECT ON report_subscription TO luutru_worker;
      GRANT UPDATE (state, paused_because, next_due) ON report_subscription TO luutru_worker;
      GRANT SELECT, INSERT, UPDATE, DELETE ON report_delivery TO luutru_worker;
      GRANT SELECT (subscription_id, target_sealed, secret_sealed, confirm_sealed),
            UPDATE (target_sealed, secret_sealed, confirm_sealed) ON report_subscription TO luutru_keeper;
      GRANT SELECT (subscription_id, kind, due_at, delivery_id, file_sealed), UPDATE (file_sealed)
        ON report_delivery TO luutru_keeper;

      -- The worker asks what somebody may at the moment when it makes something for them: rights and nothing of the person.
      GRANT SELECT (grant_id, account_id, role, scope_kind, scope_id, expires_at, revoked_at) ON account_grant TO luutru_worker;
    `);
  }

  private async anomalies(q: QueryRunner): Promise<void> {
    await q.query(`
      -- One line for each time that a day was found, or found no longer, to be unlike others; never changed but to end it.
      CREATE TABLE anomaly_note (
        anomaly_id         uuid PRIMARY KEY,
        area_level      text NOT NULL CHECK (area_level IN ('ward', 'province')),
        area_id         text NOT NULL REFERENCES admin_unit,
        measure         text NOT NULL,
        day             date NOT NULL,
        direction       text NOT NULL CHECK (direction IN ('jump', 'drop')),
        value           integer NOT NULL,
        -- How it was reckoned, with every number used.
        basis           jsonb NOT NULL,
        found_at        timestamptz NOT NULL,
        withdrawn_at    timestamptz,
        withdrawn_value integer,
        withdrawn_why   text CHECK (withdrawn_why IN ('within-band', 'other-numbers')),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
      );
      CREATE UNIQUE INDEX anomaly_note_standing ON anomaly_note (area_level, area_id, measure, day) WHERE withdrawn_at IS NULL;
      CREATE INDEX anomaly_note_day ON anomaly_note (day DESC, anomaly_id DESC);
      CREATE TABLE anomaly_remark (
        anomaly_id    uuid NOT NULL REFERENCES anomaly_note,
        remark_id  uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account,
        text_sealed bytea NOT NULL,
        at         timestamptz NOT NULL,
        PRIMARY KEY (anomaly_id, remark_id)
      );
      CREATE TABLE anomaly_progress (
        only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        -- Days up to this one have been looked at.
        upto_day  date,
        looked_at timestamptz
      );
      INSERT INTO anomaly_progress DEFAULT VALUES;

      -- The wards, and whole provinces, of areas that see every kind of facility.
      CREATE FUNCTION anomaly_areas() RETURNS SETOF text LANGUAGE sql STABLE PARALLEL SAFE
      SET search_path = public, pg_temp AS $$
        WITH a AS MATERIALIZED (
          SELECT row_number() OVER () AS n, wards, kinds
          FROM jsonb_to_recordset(coalesce(nullif(current_setting('app.areas', true), ''), '[]')::jsonb)
               AS area(wards text[], kinds text[]) WHERE kinds IS NULL
        )
        SELECT unnest(wards) FROM a
        UNION
        SELECT u.parent_id FROM a JOIN admin_unit u ON u.unit_id = ANY(a.wards)
        WHERE u.level = 'ward' AND u.valid_to IS NULL GROUP BY a.n, u.parent_id
        HAVING count(*) = (SELECT count(*) FROM admin_unit w
                           WHERE w.parent_id = u.parent_id AND w.level = 'ward' AND w.valid_to IS NULL)
      $$;
      REVOKE ALL ON FUNCTION anomaly_areas() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION anomaly_areas() TO luutru_app;

      ALTER TABLE anomaly_note ENABLE ROW LEVEL SECURITY;
      ALTER TABLE anomaly_note FORCE ROW LEVEL SECURITY;
      ALTER TABLE anomaly_remark ENABLE ROW LEVEL SECURITY;
      ALTER TABLE anomaly_remark FORCE ROW LEVEL SECURITY;
      CREATE POLICY area_scope ON anomaly_note FOR SELECT TO luutru_app USING (area_id IN (SELECT anomaly_areas()));
      CREATE POLICY area_scope ON anomaly_remark TO luutru_app
        USING (EXISTS (SELECT FROM anomaly_note n WHERE n.anomaly_id = anomaly_remark.anomaly_id))
        WITH CHECK (EXISTS (SELECT FROM anomaly_note n WHERE n.anomaly_id = anomaly_remark.anomaly_id));
      CREATE POLICY worker_all ON anomaly_note TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY keeper_all ON anomaly_remark TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT ON anomaly_note TO luutru_app;
      GRANT SELECT, INSERT ON anomaly_remark TO luutru_app;
      GRANT SELECT, INSERT ON anomaly_note TO luutru_worker;
      GRANT UPDATE (withdrawn_at, withdrawn_value, withdrawn_why) ON anomaly_note TO luutru_worker;
      GRANT SELECT, UPDATE ON anomaly_progress TO luutru_worker;
      GRANT SELECT ON anomaly_progress TO luutru_app;
      GRANT SELECT (anomaly_id, remark_id, text_sealed), UPDATE (text_sealed) ON anomaly_remark TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE anomaly_progress, anomaly_remark, anomaly_note;
      DROP FUNCTION anomaly_areas();
      REVOKE SELECT (grant_id, account_id, role, scope_kind, scope_id, expires_at, revoked_at) ON account_grant FROM luutru_worker;
      DROP TABLE report_delivery, report_subscription;
    `);
  }
}
