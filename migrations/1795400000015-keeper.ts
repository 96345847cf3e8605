import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that rotation reads and rewrites, with what it needs to find their rows and to know what they are bound to. */
const SEALED: Readonly<Record<string, { readonly keys: string; readonly sealed: string; readonly indexes?: string }>> =
  {
    stay: {
      keys: 'facility_id, arrived_on, stay_id, arrived_at, document_type, nationality',
      sealed: 'personal_sealed',
      indexes: 'external_ref_index',
    },
    trip: { keys: 'facility_id, trip_id, departs_at', sealed: 'driver_sealed', indexes: 'external_ref_index' },
    patient: {
      keys: 'facility_id, patient_id, admitted_at',
      sealed: 'record_number_sealed',
      indexes: 'record_number_index',
    },
    facility: { keys: 'facility_id', sealed: 'owner_sealed' },
    facility_application: { keys: 'application_id', sealed: 'applicant_sealed' },
    correction_request: { keys: 'facility_id, request_id, stay_id', sealed: 'text_sealed, answer_sealed' },
    account: { keys: 'account_id', sealed: 'identity_sealed, totp_sealed', indexes: 'username_index, person_index' },
  };

/** Rows that go when the month of their stay goes. */
const OF_STAYS = ['occupancy', 'person_index', 'name_index'];

/**
 * The role that changes keys and ends retention. It sees ciphertext, never keys: those are in the environment of the
 * command. It may rewrite sealed columns and fingerprints and nothing else of a row.
 */
export class Keeper1795400000015 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      GRANT SELECT, INSERT (scope, master_key_id, wrapped),
            UPDATE (master_key_id, wrapped, retired_at, destroyed_at) ON data_key TO luutru_keeper;
      GRANT SELECT ON signing_key, legal_rule TO luutru_keeper;
    `);
    for (const [table, { keys, sealed, indexes }] of Object.entries(SEALED)) {
      const rewritten = [sealed, indexes].filter(Boolean).join(', ');
      await q.query(`GRANT SELECT (${keys}, ${rewritten}), UPDATE (${rewritten}) ON ${table} TO luutru_keeper`);
    }
    for (const table of OF_STAYS) {
      const value = table === 'occupancy' ? 'occupant_index' : 'value';
      await q.query(`
        GRANT SELECT, UPDATE (${value}, index_key_id), DELETE ON ${table} TO luutru_keeper;
      `);
    }
    await q.query(`
      GRANT SELECT (facility_id, stay_id, arrived_on, state), DELETE ON outbox TO luutru_keeper;
      GRANT SELECT (facility_id, stay_id), DELETE ON look, correction_request TO luutru_keeper;
      GRANT INSERT (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id, request_id, purpose,
                    row_count, detail) ON audit_entry TO luutru_keeper;
      CREATE POLICY append_keeper ON audit_entry FOR INSERT TO luutru_keeper
        WITH CHECK (facility_id = '00000000-0000-0000-0000-000000000000');
    `);
    const guarded = ['stay', 'trip', 'patient', 'facility_application', 'correction_request', 'outbox', 'look'];
    for (const table of [...guarded, ...OF_STAYS]) {
      await q.query(`CREATE POLICY keeper_all ON ${table} TO luutru_keeper USING (true) WITH CHECK (true)`);
    }
    await q.query(`
      -- Drops the stays of one month; runs with the rights of the schema owner and can drop nothing else.
      CREATE FUNCTION drop_stay_month(first_day date) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        child text := 'stay' || to_char(first_day, '_YYYY_MM');
      BEGIN
        IF to_regclass('public.' || child) IS NULL THEN RETURN false; END IF;
        EXECUTE format('DROP TABLE public.%I', child);
        RETURN true;
      END $$;
      REVOKE ALL ON FUNCTION drop_stay_month(date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION drop_stay_month(date) TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION drop_stay_month(date); DROP OWNED BY luutru_keeper');
  }
}
