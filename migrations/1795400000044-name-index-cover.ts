import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search by name looks up hundreds of names and reads some stays of each: all that it reads of them stands in the index, so
 * that the table, which is many times larger and lies in another order, is not touched.
 */
export class NameIndexCover1795400000044 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX name_index_found ON name_index (value, birth_year, arrived_on DESC) INCLUDE (facility_id, stay_id);
      DROP INDEX name_index_search;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX name_index_search ON name_index (value, birth_year, arrived_on DESC);
      DROP INDEX name_index_found;
    `);
  }
}
