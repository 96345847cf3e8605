import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The right to files is of figures too. As shipped leaders had none, since they read no rows; what they download are figures alone. */
export class FilesOfFigures1795400000064 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await this.leaders(q, true);
  }

  async down(q: QueryRunner): Promise<void> {
    await this.leaders(q, false);
  }

  private leaders(q: QueryRunner, exports: boolean): Promise<unknown> {
    return q.query(
      `UPDATE authority_policy SET exports = ${exports} WHERE policy_id = 'provincial-leader' AND proposal_id IS NULL`,
    );
  }
}
