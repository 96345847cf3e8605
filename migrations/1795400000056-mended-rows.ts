import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = `facility_id = ANY ((SELECT nullif(current_setting('app.facility_ids', true), ''))::uuid[])`;

/**
 * Rows of a file that were refused, to be mended where they are looked at. Their cells are kept sealed beside what became of
 * them, so that a page of them costs a page, however long the file is. A batch of mended rows says which file it mends, and
 * `batch_mend` which batch carries a row now: one at a time.
 */
export class MendedRows1795400000056 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE batch ADD mends uuid,
        ADD FOREIGN KEY (facility_id, mends) REFERENCES batch (facility_id, batch_id);
      CREATE INDEX batch_mends ON batch (facility_id, mends) WHERE mends IS NOT NULL;
      CREATE INDEX batch_row_number ON batch_row (facility_id, batch_id, row_number);

      CREATE TABLE batch_row_cells (
        facility_id  uuid NOT NULL,
        batch_id     uuid NOT NULL,
        place        integer NOT NULL,
        row_number   integer NOT NULL,
        cells_sealed bytea NOT NULL,
        sealed_on    date NOT NULL,
        PRIMARY KEY (facility_id, batch_id, place),
        FOREIGN KEY (facility_id, batch_id) REFERENCES batch ON DELETE CASCADE
      );
      CREATE INDEX batch_row_cells_number ON batch_row_cells (facility_id, batch_id, row_number);

      CREATE TABLE batch_mend (
        facility_id uuid NOT NULL,
        batch_id    uuid NOT NULL,
        row_number  integer NOT NULL,
        mended_by   uuid NOT NULL,
        PRIMARY KEY (facility_id, batch_id, row_number),
        FOREIGN KEY (facility_id, batch_id) REFERENCES batch ON DELETE CASCADE,
        FOREIGN KEY (facility_id, mended_by) REFERENCES batch (facility_id, batch_id) ON DELETE CASCADE
      );
    `);
    for (const table of ['batch_row_cells', 'batch_mend']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY facility_scope ON ${table} TO luutru_app USING (${SCOPE}) WITH CHECK (${SCOPE});
        GRANT SELECT, INSERT ON ${table} TO luutru_app;
      `);
    }
    await q.query(`
      GRANT DELETE ON batch_row_cells TO luutru_app;
      GRANT UPDATE (mended_by) ON batch_mend TO luutru_app;

      CREATE POLICY worker_tidies ON batch_row_cells FOR DELETE TO luutru_worker USING (true);
      CREATE POLICY worker_finds ON batch_row_cells FOR SELECT TO luutru_worker USING (true);
      GRANT SELECT (facility_id, batch_id), DELETE ON batch_row_cells TO luutru_worker;

      CREATE POLICY keeper_all ON batch_row_cells TO luutru_keeper USING (true) WITH CHECK (true);
      GRANT SELECT (facility_id, batch_id, place, cells_sealed, sealed_on), UPDATE (cells_sealed) ON batch_row_cells
        TO luutru_keeper;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE batch_mend, batch_row_cells;
      DROP INDEX batch_row_number;
      DROP INDEX batch_mends;
      ALTER TABLE batch DROP COLUMN mends;
    `);
  }
}
