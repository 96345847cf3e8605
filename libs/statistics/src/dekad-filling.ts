import type { Transaction } from '@luutru/platform';
import { addUpInMemory } from './add-up-in-memory';
import { addDekads } from './cell.statements';
import { codesOf } from './stay-events';

const FILL_SQL = addDekads(
  codesOf(`(
    SELECT 1 AS sign, s.* FROM statistic_stay s JOIN statistic_place a USING (place_id) WHERE a.ward_place_id = $1)`),
);

/**
 * A ward of before there were dekads gets its own, made of what was counted of its stays: one in a transaction, which writes only
 * once all is added up. False when there was none left; nothing may be counted before.
 */
export async function fillDekads(tx: Transaction): Promise<boolean> {
  const [ward] = await tx.query<{ id: number }[]>(
    'SELECT place_id AS id FROM statistic_place WHERE dekads_due ORDER BY place_id LIMIT 1',
  );
  if (!ward) return false;
  await addUpInMemory(tx);
  await tx.query(FILL_SQL, [ward.id]);
  await tx.query('UPDATE statistic_place SET dekads_due = false WHERE place_id = $1', [ward.id]);
  return true;
}
