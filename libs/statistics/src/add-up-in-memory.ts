import type { Transaction } from '@luutru/platform';

const SETTINGS_SQL = `SELECT set_config(name, value, true) FROM (VALUES
  ('work_mem', '128MB'), ('hash_mem_multiplier', '8'), ('jit', 'off')) AS s(name, value)`;

/**
 * Gives a transaction so much memory that all is added up in hash tables: PostgreSQL takes there to be many more groups than there are,
 * and would sort millions of rows instead. Compiling such statements takes longer than it saves.
 */
export async function addUpInMemory(tx: Transaction): Promise<void> {
  await tx.query(SETTINGS_SQL);
}
