import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Small tables that every node holds a copy of: administrative units, code tables, dated rules, data keys. */
export class ReferenceData1795400000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE admin_unit (
        unit_id     text PRIMARY KEY,
        level       text NOT NULL CHECK (level IN ('province', 'district', 'ward')),
        gso_code    text,
        name        text NOT NULL,
        name_en     text NOT NULL,
        short_name  text NOT NULL,
        parent_id   text REFERENCES admin_unit DEFERRABLE INITIALLY DEFERRED,
        kbtt_code   text,
        valid_from  date,
        valid_to    date
      );
      CREATE INDEX admin_unit_parent ON admin_unit (parent_id);

      CREATE TABLE admin_unit_successor (
        old_unit_id text NOT NULL REFERENCES admin_unit DEFERRABLE INITIALLY DEFERRED,
        new_unit_id text NOT NULL REFERENCES admin_unit DEFERRABLE INITIALLY DEFERRED,
        part        boolean NOT NULL,
        PRIMARY KEY (old_unit_id, new_unit_id)
      );
      CREATE INDEX admin_unit_successor_new ON admin_unit_successor (new_unit_id);

      CREATE TABLE code_table_entry (
        table_name  text NOT NULL,
        code        text NOT NULL,
        label_vi    text NOT NULL,
        label_en    text NOT NULL,
        sort        integer NOT NULL,
        attributes  jsonb NOT NULL DEFAULT '{}',
        valid_from  date NOT NULL,
        valid_to    date,
        PRIMARY KEY (table_name, code, valid_from)
      );

      CREATE TABLE legal_rule (
        rule_key    text NOT NULL,
        valid_from  date NOT NULL,
        valid_to    date,
        value       jsonb NOT NULL,
        source_vi   text NOT NULL,
        note        text,
        PRIMARY KEY (rule_key, valid_from)
      );

      CREATE TABLE reference_data_version (
        only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        checksum    text NOT NULL,
        loaded_at   timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE data_key (
        key_id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        scope         text NOT NULL,
        master_key_id smallint NOT NULL,
        wrapped       bytea,
        created_at    timestamptz NOT NULL DEFAULT now(),
        retired_at    timestamptz,
        destroyed_at  timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX data_key_active ON data_key (scope) WHERE retired_at IS NULL AND destroyed_at IS NULL;

      GRANT SELECT ON admin_unit, admin_unit_successor, code_table_entry, legal_rule, reference_data_version
        TO luutru_app, luutru_worker;
      GRANT SELECT, INSERT (scope, master_key_id, wrapped) ON data_key TO luutru_app, luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE data_key, reference_data_version, legal_rule, code_table_entry, admin_unit_successor, admin_unit;
    `);
  }
}
