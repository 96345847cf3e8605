import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rule is about is said in both languages; the words come with the reference data. */
export class NotesOfRules1795400000059 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE legal_rule RENAME COLUMN note TO note_en');
    await q.query('ALTER TABLE legal_rule ADD COLUMN note_vi text');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE legal_rule DROP COLUMN note_vi');
    await q.query('ALTER TABLE legal_rule RENAME COLUMN note_en TO note');
  }
}
